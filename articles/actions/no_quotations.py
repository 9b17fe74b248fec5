"""“Not a quotation”: words between quotation marks that nobody needs to own. Marked by somebody, taken back by anybody
who writes, and gone with the words."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from articles import text
from articles.actions.events import record
from articles.actions.locking import lock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import NoQuotation, Story, User, Verb, drafts
from articles.models.drafts import Draft
from articles.text import folding
from articles.text.above import Above
from articles.text.ledger import ledger

# So many letters of the words stand in the event.
LONGEST = 200
MOST = 200


@transaction.atomic
def mark(
    story: Story,
    *,
    words: str,
    occurrence: int = 1,
    by: User | None,
    body: str | None = None,
    above: Above | None = None,
) -> NoQuotation:
    """Say that these words are no quotation. Refused where they stand between no marks: in the text and above it as
    they were saved, or in `body` and `above`, as somebody is typing them."""
    allow(by, "change_story")
    story, now = lock(story)
    key = folding.fold(words)
    saved = drafts.of_story(story).above
    typed = saved if above is None else replace(above, lead_caption=above.lead_caption or saved.lead_caption)
    standing = _standing(story.body if body is None else text.kept(body), typed)
    if (key, occurrence) not in standing:
        raise Refused(_("These words do not stand between quotation marks in the text."))
    if story.no_quotations.filter(key=key, occurrence=occurrence).exists():
        raise Refused(_("Somebody has marked it already."))
    if story.no_quotations.count() >= MOST:
        raise Refused(_("At most %s passages of a story are marked so.") % MOST)
    said = standing[key, occurrence]
    row = NoQuotation.objects.create(story=story, words=said, key=key, occurrence=occurrence, by=by, at=now)
    record(Verb.NO_QUOTATION, by=by, at=now, story=story, note=text.shortened(said, LONGEST))
    return row


@transaction.atomic
def take_back(story: Story, *, words: str, occurrence: int = 1, by: User | None) -> None:
    """The words are a quotation after all: they ask for their owner again."""
    allow(by, "change_story")
    story, now = lock(story)
    row = story.no_quotations.filter(key=folding.fold(words), occurrence=occurrence).first()
    if row is None:
        raise Refused(_("Nobody has marked these words as no quotation."))
    row.delete()
    record(Verb.QUOTATION_AGAIN, by=by, at=now, story=story, note=text.shortened(row.words, LONGEST))


def keep_standing(draft: Draft) -> None:
    """Forget what was marked of words that no longer stand so in the text: when they come back, they are asked for
    again. Within a save of the story, of which this is the draft."""
    story = draft.story
    rows = list(story.no_quotations.all())
    standing = _standing(story.body, draft.above) if rows else {}
    gone = [row.pk for row in rows if (row.key, row.occurrence) not in standing]
    if gone:
        story.no_quotations.filter(pk__in=gone).delete()


def _standing(body: str, above: Above) -> dict[tuple[str, int], str]:
    """What stands between quotation marks in a text and above it, by its folded words and their occurrence."""
    found = (each.quotation for each in ledger(body, [], above).quoted)
    return {each.key: each.words for each in found}
