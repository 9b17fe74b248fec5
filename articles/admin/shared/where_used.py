"""“Where it is used”: the stories that a source, a tag, a contributor or a section has, and its page for readers."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.tables.admins import DeskAdmin
from articles.models import Edition, Story, shelves
from articles.models.shelves import Shelf
from articles.models.standing import Standing, with_standing

MOST_SHOWN = 20


def _note(at_desk, with_readers, word):
    """In words, whether a story has a row at the desk alone or with readers alone; empty where its standing says
    enough."""
    if not at_desk:
        return _("with readers, no more at the desk")
    return _("at the desk alone") if word.is_live and not with_readers else ""


def where_used(row, shelf: Shelf, note: Callable[[int, int, Standing], str] = _note):
    """The stories changed last, how each has the row, and how many there are: always in as many queries."""
    at_desk, with_readers = shelf.at_desk(row), shelf.with_readers(row)
    # The keys first: the standing is then worked out for these stories alone.
    keys = list(Story.objects.among(at_desk, with_readers).changed_last(MOST_SHOWN))
    counts = [shelves.counted(rows, keys) for rows in (at_desk, with_readers)]
    stories = with_standing(Story.objects.filter(pk__in=keys)).select_related("edition").order_by("-changed_at", "-pk")
    lines = [(story, Standing(story.standing)) for story in stories.defer("body", "note")]
    return {
        "stories": [
            {"story": story, "word": word, "note": note(*(count.get(story.pk, 0) for count in counts), word)}
            for story, word in lines
        ],
        "desk_count": at_desk.distinct().count(),
        "live_count": with_readers.distinct().count(),
    }


class UsedAdmin(DeskAdmin):
    """The admin of sources, tags, contributors and sections: the page of each row says which stories have it, and where
    readers find it."""

    add_form_template = "admin/change_form.html"
    change_form_template = "admin/shared/used.html"
    shelf: Shelf
    # The filter of the list of stories that leads to all of them.
    filtered_by = ""
    note_of_use = staticmethod(_note)

    def readers_pages(self, row):
        """The pages on which readers find a row: (edition, address); none while it has no page."""
        raise NotImplementedError

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= {
                "used": where_used(obj, self.shelf, self.note_of_use),
                "all_of_it": reverse("admin:articles_story_changelist", query={self.filtered_by: obj.pk}),
                "pages": self.readers_pages(obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)


def in_each_edition(view, row, **where):
    """The page that a row has for the readers of each edition."""
    editions = Edition.objects.filter(**where)
    return [(one, reverse(view, kwargs={"language": one.prefix, "slug": row.slug})) for one in editions]
