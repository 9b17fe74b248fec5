"""What somebody types and has not saved: kept for them alone, offered back, let go. No event: nobody has done anything
to the story yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from json import dumps

from django.db import connection, transaction
from django.utils.translation import gettext as _

from articles.actions.locking import clock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import Story, Unsaved, User
from articles.rules.numbers import number

# In letters, as JSON: three of the longest stories. And how many stories somebody may have typed in without a save.
MOST, MOST_ROWS = 900_000, 100
# After the last key. What was saved or let go leaves a row without words for a while, by which what is late is refused.
KEPT_FOR, FENCED_FOR = timedelta(days=30), timedelta(days=1)

# One statement, so that whatever comes at the same moment is before it or after it. A tenth of a second apart at least.
KEEP = """
    INSERT INTO articles_unsaved AS kept (by_id, story_id, family, version, typed, tab, turn, kept_at)
    SELECT %(by)s, %(story)s, %(family)s, %(version)s, %(typed)s, %(tab)s, %(turn)s, clock_timestamp()
    WHERE (%(story)s::bigint IS NULL OR EXISTS (SELECT FROM articles_story WHERE id = %(story)s))
    AND NOT EXISTS (
        SELECT FROM articles_revision WHERE story_id = %(story)s AND number = %(version)s AND state = '{}')
    AND (
        SELECT count(*) FROM articles_unsaved AS other WHERE other.by_id = %(by)s AND other.typed != ''
        AND (other.story_id, other.family) IS DISTINCT FROM (%(story)s::bigint, %(family)s)
    ) < %(most)s
    ON CONFLICT (by_id, story_id, family) DO UPDATE SET
        version = excluded.version, typed = excluded.typed, tab = excluded.tab, turn = excluded.turn,
        kept_at = excluded.kept_at
    WHERE kept.tab = excluded.tab AND kept.turn < excluded.turn AND (
        kept.typed = '' OR kept.kept_at < clock_timestamp() - interval '100 ms')
    OR kept.tab != excluded.tab AND (kept.typed = '' OR (kept.tab, kept.turn) = (%(seen_tab)s, %(seen_turn)s))
    RETURNING kept_at
"""
# Whoever has not typed in a page with a script leaves no fence: nothing of theirs can arrive late.
SETTLE = """
    INSERT INTO articles_unsaved AS kept (by_id, story_id, family, version, typed, tab, turn, kept_at)
    SELECT %(by)s, %(story)s, %(family)s, 0, '', %(tab)s, %(turn)s, clock_timestamp()
    ON CONFLICT (by_id, story_id, family) DO UPDATE SET
        typed = '', tab = excluded.tab, turn = excluded.turn, kept_at = excluded.kept_at
    WHERE kept.tab = excluded.tab OR (kept.tab, kept.turn) = (%(seen_tab)s, %(seen_turn)s)
"""


class KeptElsewhere(Refused):
    """Another page of the same person has kept something that this one has not seen."""

    def __init__(self, row: Unsaved) -> None:
        super().__init__(_("You have typed in this story in another window. What you type here is not kept."))
        self.row = row


class TooSoon(Refused):
    """It was sent at once after the last."""


@dataclass(frozen=True)
class Page:
    """A form of a story as somebody has it open: the story, or the family of one that is not saved yet; the page's own
    name and how often it has sent something; and which row it was shown, if any (`Unsaved.seen`)."""

    by: User
    story_id: int | None
    family: str
    tab: str
    turn: int
    seen: str = ""

    @property
    def shown(self) -> tuple[str, int]:
        tab, _colon, turn = self.seen.partition(":")
        return tab, number(turn) or 0

    def asked(self) -> dict[str, str | int | None]:
        return {
            "by": self.by.pk,
            "story": self.story_id,
            "family": "" if self.story_id else self.family,
            "tab": self.tab,
            "turn": self.turn,
            "seen_tab": self.shown[0],
            "seen_turn": self.shown[1],
        }

    def row(self) -> Unsaved | None:
        of_it = {"story": self.story_id} if self.story_id else {"story": None, "family": self.family}
        return Unsaved.objects.filter(by=self.by, **of_it).first()


def keep(page: Page, fields: Sequence[Sequence[str]], *, version: int) -> datetime:
    """Keep what the form holds, in place of what the page sent before. Returns when, by the database's clock."""
    allow(page.by, "change_story" if page.story_id else "add_story")
    typed = _whole(dumps(fields, ensure_ascii=False))
    if len(typed) > MOST:
        raise Refused(_("This is more than can be kept: save it."))
    with connection.cursor() as cursor:
        cursor.execute(KEEP, page.asked() | {"version": version, "typed": typed, "most": MOST_ROWS})
        kept = cursor.fetchone()
    return kept[0] if kept else _not_kept(page)


def _whole(text: str) -> str:
    """A text without half pairs of surrogates, which JSON can name and no column can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _not_kept(page: Page) -> datetime:
    row = page.row()
    if row is None:
        is_there = page.story_id is None or Story.objects.filter(pk=page.story_id).exists()
        too_many = _("You have typed in too many stories without saving: save some, or let what you typed go.")
        gone = _("The text of this story has been erased since you opened it. What you type is not kept.")
        at_most = Unsaved.objects.kept_for(page.by).count() >= MOST_ROWS
        raise Refused(too_many if at_most and is_there else gone)
    if row.tab != page.tab:
        raise KeptElsewhere(row)
    if row.turn < page.turn:
        raise TooSoon(_("This came too soon after the last."))
    # It is late: something newer is kept already, or it has been saved.
    return row.kept_at


def settle(page: Page) -> None:
    """Forget what the page had kept, for it is saved now. Within the transaction of the save."""
    if not (page.tab or page.seen):
        return
    if page.tab:
        with connection.cursor() as cursor:
            cursor.execute(SETTLE, page.asked())
    else:
        let_go(page)


def let_go(page: Page) -> bool:
    """Let go of what is kept, if it still is what was shown."""
    tab, turn = page.shown
    family = "" if page.story_id else page.family
    rows = Unsaved.objects.filter(by=page.by, story=page.story_id, family=family)
    return bool(rows.filter(tab=tab, turn=turn).update(typed=""))


def forget(story: Story) -> None:
    """Forget whatever anybody has typed of a story that is being erased. Within its transaction."""
    with connection.cursor() as cursor:
        # What is being kept at this moment is there by then, and what comes after finds the revision erased.
        cursor.execute("LOCK TABLE articles_unsaved IN SHARE ROW EXCLUSIVE MODE")
    Unsaved.objects.filter(story=story).delete()


@transaction.atomic
def sweep() -> None:
    """Forget what was typed so long ago that nobody comes back for it."""
    now = clock()
    Unsaved.objects.filter(kept_at__lt=now - KEPT_FOR).delete()
    Unsaved.objects.filter(typed="", kept_at__lt=now - FENCED_FOR).delete()
