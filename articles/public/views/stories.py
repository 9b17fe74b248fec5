"""A story: its text, who said what, and what was put right."""

from datetime import datetime

from articles.composing.stories import content
from articles.models.corrections import Correction
from articles.models.prepared import DAY, NUMBER, TEXT, Prepared, Slot
from articles.models.publication import Publication
from articles.models.published import Statement
from articles.public import forwarding
from articles.public.pages import page, show

STORY = Prepared(
    lambda: (
        Publication.objects.live()
        .filter(edition=Slot("edition", NUMBER), day=Slot("day", DAY), slug=Slot("slug", TEXT))
        .for_page(Slot("language", TEXT))[:1]
    )
)


@page
def story(request, edition, day, slug):
    shown = STORY.first(edition=edition.pk, day=day, slug=slug, language=edition.language)
    if shown is None:
        return forwarding.story(request, edition, day, slug)
    statements = (
        Statement.objects.filter(publication=shown).select_related("source").order_by("position", "owner_place", "pk")
    )
    return show(request, "stories/story.html", content(shown, statements, put_right(shown)))


def put_right(story):
    """The corrections of a story, which came with it as JSON."""
    return [Correction(**said | {"at": datetime.fromisoformat(said["at"])}) for said in story.put_right]
