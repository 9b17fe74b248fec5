"""“Where it is used”: the stories that a source, a tag, a contributor or a section has, and its page for readers."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.tables.admins import DeskAdmin
from articles.models import Edition, Story
from articles.models.shelves import Shelf, counted
from articles.models.standing import Standing, with_standing

MOST_SHOWN = 20


def _told(at_desk, with_readers, word):
    """How a story has the row, where its standing does not say so."""
    if not at_desk:
        return _("with readers, no more at the desk")
    return _("at the desk alone") if word.is_live and not with_readers else ""


def where_used(row, shelf: Shelf, told: Callable[[int, int, Standing], str] = _told):
    """The stories changed last, how each has the row, and how many there are: always in as many queries."""
    at_desk, with_readers = shelf.at_desk(row), shelf.with_readers(row)
    # By keys first: where they stand is asked of these stories alone.
    keys = list(Story.objects.among(at_desk, with_readers).changed_last(MOST_SHOWN))
    counts = [counted(rows, keys) for rows in (at_desk, with_readers)]
    stories = with_standing(Story.objects.filter(pk__in=keys)).select_related("edition").order_by("-changed_at", "-pk")
    lines = [(story, Standing(story.standing)) for story in stories.defer("body", "note")]
    return {
        "stories": [
            {"story": story, "word": word, "told": told(*(count.get(story.pk, 0) for count in counts), word)}
            for story, word in lines
        ],
        "desk_count": at_desk.distinct().count(),
        "live_count": with_readers.distinct().count(),
    }


class UsedAdmin(DeskAdmin):
    """Of rows under which stories stand: the page of each says which, and where readers find it."""

    add_form_template = "admin/change_form.html"
    change_form_template = "admin/shared/used.html"
    shelf: Shelf
    # The filter of the list of stories that leads to all of them.
    filtered_by = ""
    said_of_use = staticmethod(_told)

    def readers_pages(self, row):
        """Where readers find it: (edition, address); nothing while they have no page of it."""
        raise NotImplementedError

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= {
                "used": where_used(obj, self.shelf, self.said_of_use),
                "all_of_it": reverse("admin:articles_story_changelist", query={self.filtered_by: obj.pk}),
                "pages": self.readers_pages(obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)


def in_each_edition(view, row, **where):
    """The page that a row has for the readers of each edition."""
    editions = Edition.objects.filter(**where)
    return [(one, reverse(view, kwargs={"language": one.prefix, "slug": row.slug})) for one in editions]
