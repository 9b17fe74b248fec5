"""What a story that came to a place did to the others there, in sentences, with the way to take it back."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.fronts import arrangement
from articles.models import Story


def sentences(edition, inserted):
    """What moved down, the first by its name; what no longer has a place; the way to the page that undoes it."""
    moved = sorted(inserted.moved.items(), key=lambda each: each[1])
    called = Story.objects.in_bulk([*inserted.moved, *inserted.fallen])
    for story, slot in moved[:1]:
        yield format_html(_("“{}” stands in place {} now."), called[story], slot)
    if more := len(moved[1:]):
        yield ngettext("%(count)s more moved down.", "%(count)s more moved down.", more) % {"count": more}
    for story in inserted.fallen:
        yield format_html(_("“{}” no longer has a place."), called[story])
    query = {"put": arrangement.written(inserted.before)}
    address = reverse("admin:articles_placement_front", args=[edition.language], query=query)
    yield format_html('<a href="{}">{}</a>', address, _("Undo…"))
