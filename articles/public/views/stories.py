"""A story: its text, who said what, and what was put right."""

from functools import partial

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles import passages
from articles.models.corrections import Correction
from articles.models.publication import Publication
from articles.models.published import Statement
from articles.public import forwarding
from articles.public.numerals import in_numerals
from articles.public.owners import by_owner
from articles.public.pages import page, show


@page
def story(request, edition, day, slug):
    of_day = Publication.objects.live().filter(edition=edition, day=day, slug=slug)
    shown = of_day.for_page(edition.language).first()
    if shown is None:
        return forwarding.story(request, edition, day, slug)
    owners = by_owner(Statement.objects.filter(publication=shown).select_related("source").order_by("position", "pk"))
    corrections = list(Correction.objects.filter(story_id=shown.story_id).order_by("at"))
    context = {"story": shown, "owners": owners, "corrections": corrections}
    return show(request, "stories/story.html", context | {"body": marked(shown, owners, edition)})


def marked(story, owners, edition):
    """The text with each attributed passage marked, under its owner's number in “Who says so”."""
    found = [
        passages.Passage(owner.number, statement.words, statement.occurrence)
        for owner in owners
        for statement in owner.statements
    ]
    digits = partial(in_numerals, language=edition.language)
    # Safe: the record holds cleaned HTML, and `mark` adds fixed markup around text.
    return mark_safe(passages.mark(story.body, found, label=_("Source"), digits=digits))
