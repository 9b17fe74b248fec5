"""A source recalled, and each passage that relies on it dealt with: kept with a reason, corrected or withdrawn."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles import text
from articles.actions.events import record
from articles.actions.locking import clock, lock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import (
    Correction,
    Publication,
    Recall,
    RecallItem,
    Source,
    Statement,
    Story,
    User,
    Verb,
    Withdrawal,
    already,
    relying,
)
from articles.models.drafts import Draft
from articles.models.recall import key_of
from articles.rules.facts import Finding
from articles.rules.recalls import ItemState, Reliance, state_of
from articles.rules.words import CorrectionKind
from articles.text import folding
from articles.text.ledger import find

MAY = "publish_story"
# Rows in one statement.
BATCH = 1_000


def recall(source: Source, *, by: User | None, reason: str) -> Recall:
    """Recall a source: its look-ups warn of it, and each passage of any story that relies on it is work to be done."""
    allow(by, MAY)
    reason = _why(reason)
    try:
        with transaction.atomic():
            now = clock()
            opened = Recall.objects.create(source=source, reason=reason, opened_by=by, opened_at=now)
            gather(opened, now)
            gone = opened.items.filter(story__in=Withdrawal.objects.unlifted().values("story"))
            gone.update(state=ItemState.WITHDRAWN, at=now, by=by)
            record(Verb.RECALLED, by=by, at=now, table="source", row=source.pk)
    except IntegrityError as error:
        raise Refused(_("This source has been recalled already.")) from error
    return opened


@transaction.atomic
def end(opened: Recall, *, by: User | None) -> None:
    """End a recall once nothing of it is open: look-ups warn no more. Refused while work is left."""
    allow(by, MAY)
    opened = Recall.objects.select_for_update().get(pk=opened.pk)
    if opened.ended_at:
        raise Refused(_("This recall has been ended already."))
    now = clock()
    _look_again(opened, now, by=by)
    if opened.items.open().exists():
        raise Refused(_("Not every passage has been dealt with yet."))
    Recall.objects.filter(pk=opened.pk).update(ended_at=now, ended_by=by)
    record(Verb.RECALL_ENDED, by=by, at=now, table="source", row=opened.source_id)


@transaction.atomic
def look_again(opened: Recall, *, by: User | None) -> None:
    """Take in what has come to rely on the source, and see what the record says of each passage by now."""
    allow(by, MAY)
    _look_again(Recall.objects.select_related("source").get(pk=opened.pk), clock(), by=by)


@transaction.atomic
def keep(item: RecallItem, *, by: User | None, reason: str) -> RecallItem:
    """Let a passage stand all the same, for a reason. It stays closed while its words are these."""
    allow(by, MAY)
    reason = _why(reason)
    item, story, now = _held(item)
    _decide(item, ItemState.KEPT, now, by=by, reason=reason)
    record(Verb.KEPT, by=by, at=now, story=story, note=reason)
    return item


@transaction.atomic
def take_up(item: RecallItem, *, by: User | None) -> RecallItem:
    """Take back that a passage is kept: the record decides on it again."""
    allow(by, MAY)
    item, story, now = _held(item)
    if item.state != ItemState.KEPT:
        raise Refused(_("Nobody has kept this passage."))
    _decide(item, ItemState.OPEN, None, by=None)
    _settle(story, now, by=by)
    record(Verb.TAKEN_UP, by=by, at=now, story=story)
    return RecallItem.objects.get(pk=item.pk)


def follow(story: Story, now: datetime, *, by: User | None) -> None:
    """What a save, a publication or a withdrawal of a story means for recalls. Within its transaction and lock."""
    for opened in Recall.objects.standing().of_story(story).select_related("source"):
        _join(opened, relying.at_desk(opened.source, [story.pk]), now)
    _settle(story, now, by=by)


def forget(story: Story) -> None:
    """The words of a story that is being erased go from every list. Within its transaction."""
    RecallItem.objects.filter(story=story).delete()


def gather(opened: Recall, now: datetime) -> None:
    """Take in each passage that relies on the source and is not in the list yet."""
    _join(opened, relying.at_desk(opened.source).iterator(), now)
    _join(opened, relying.in_record(opened.source).iterator(), now)


def wrong_by_now(story: Story) -> str:
    """What a correction would call wrong: the open passages that the desk has taken out, a line for each."""
    items = list(RecallItem.objects.open().filter(story=story).select_related("recall__source"))
    sources = {item.recall.source for item in items}
    kept = {key_of(words) for source in sources for _story, words in relying.at_desk(source, [story.pk])}
    return "\n".join(item.words for item in items if item.key not in kept)


def findings(draft: Draft, _live_from: datetime) -> Iterator[Finding]:
    """What rests on a recalled source, told to whoever looks at what is about to go out."""
    owners = {source.pk for attribution in draft.attributions for source in attribution.sources}
    if not owners:
        return
    recalled = dict(Recall.objects.standing().filter(source__in=owners).values_list("source", "opened_at"))
    for row, attribution in enumerate(draft.attributions):
        for source in [each for each in attribution.sources if each.pk in recalled]:
            day = date_format(recalled[source.pk], pgettext("a day", "j F Y"))
            said = {"words": text.shortened(attribution.words, 60), "source": source, "day": day}
            message = _("“%(words)s”: %(source)s was recalled on %(day)s.") % said
            yield Finding("attributions", message, blocks=False, row=row)


def look_at_all() -> None:
    """What is done each night: schedules have begun, and imports have come."""
    for opened in Recall.objects.standing().select_related("source"):
        with transaction.atomic():
            _look_again(opened, clock(), by=None)


def _look_again(opened: Recall, now: datetime, *, by: User | None) -> None:
    gather(opened, now)
    for story in Story.objects.with_any(opened.items.open()):
        _settle(story, now, by=by)


def _join(opened: Recall, found: Iterable[tuple[int, str]], now: datetime) -> None:
    rows = (
        RecallItem(recall=opened, story_id=story, words=words, key=key_of(words), found_at=now)
        for story, words in found
    )
    while some := list(islice(rows, BATCH)):
        RecallItem.objects.bulk_create(some, ignore_conflicts=True)


def _settle(story: Story, now: datetime, *, by: User | None) -> None:
    """Close and open again what the record decides of a story's passages."""
    items = list(RecallItem.objects.filter(story=story).undecided().select_related("recall__source"))
    if not items:
        return
    live = story.publications.live(now).defer("vector").first()
    is_withdrawn = story.withdrawals.unlifted().exists()
    for opened in {item.recall for item in items}:
        of_it = [item for item in items if item.recall_id == opened.pk]
        for item, state in _states(story, opened, of_it, live, now, is_withdrawn=is_withdrawn):
            if state != item.state:
                is_open = state == ItemState.OPEN
                _decide(item, state, None if is_open else now, by=None if is_open else by)


def _states(
    story: Story,
    opened: Recall,
    items: list[RecallItem],
    live: Publication | None,
    now: datetime,
    *,
    is_withdrawn: bool,
) -> Iterable[tuple[RecallItem, ItemState]]:
    where = relying.places(opened.source, [story.pk])
    kinds = set(
        Correction.objects.begun(now).filter(story=story, at__gte=opened.opened_at).values_list("kind", flat=True)
    )
    for item in items:
        places = where.get((story.pk, item.key), set())
        yield (
            item,
            state_of(
                Reliance(
                    is_at_desk=relying.DESK in places,
                    was_published=relying.EARLIER in places,
                    is_with_readers=bool(places & {relying.READERS, relying.AHEAD}) or _stands_unowned(live, item),
                    is_withdrawn=is_withdrawn,
                    is_told=bool(kinds),
                    is_retracted=CorrectionKind.RETRACTION in kinds,
                )
            ),
        )


def _stands_unowned(live: Publication | None, item: RecallItem) -> bool:
    """Whether readers still have the words, and nobody else owns them by now."""
    if live is None or find(live.body, already.above_of(live), item.words, 1) is None:
        return False
    others = Statement.objects.filter(publication=live).values_list("words", flat=True)
    return item.key not in map(key_of, others)


def _held(item: RecallItem) -> tuple[RecallItem, Story, datetime]:
    story, now = lock(item.story)
    return RecallItem.objects.get(pk=item.pk), story, now


def _decide(item: RecallItem, state: ItemState, at: datetime | None, *, by: User | None, reason: str = "") -> None:
    item.state, item.at, item.by, item.reason = state, at, by, reason
    item.save(update_fields=["state", "at", "by", "reason"])


def _why(reason: str) -> str:
    reason = folding.unturned(reason).strip()
    if not folding.is_visible(reason):
        raise Refused(_("Say why."))
    return reason
