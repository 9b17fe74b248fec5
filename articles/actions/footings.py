"""On which evidence a statement rests: compared, and signed where the words differ."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions.events import record
from articles.actions.locking import lock
from articles.actions.permission import allow
from articles.actions.refusals import MovedOn, Refused
from articles.models import Attribution, Evidence, Footing, User, Verb
from articles.models.drafts import Draft
from articles.rules import evidence as rules
from articles.rules.evidence import Held, Outcome
from articles.rules.facts import Finding
from articles.rules.words import EvidenceUse, Kind
from articles.text import folding
from articles.text.hearing import comparing
from articles.text.hearing.placing import Heard


@transaction.atomic
def rest(
    attribution: Attribution,
    *,
    evidence: Evidence | None,
    use: EvidenceUse,
    by: User | None,
    seen: str = "",
    place: str = "",
    reason: str = "",
    is_signed: bool = False,
) -> Footing:
    """Say on which evidence a statement rests, and how. `seen` is the `mark` of what was compared before the eyes of
    `by`. Signing takes a reason where a “not”, a number or a name differs, and so does evidence that is not kept."""
    allow(by, "change_evidence")
    story, now = lock(attribution.story)
    row = _row(attribution, evidence, by=by)
    row.use, row.place, row.reason = use, place, reason.strip()
    if seen and seen != mark(row.attribution.words, row.evidence):
        raise MovedOn(_("The words or the evidence have been changed since you compared them: compare them again."))
    outcome = _compare(row)
    row.compared_over, row.differences, row.changes_sense = _over(row), outcome.differences, outcome.changes_sense
    _refuse_without_reason(row, is_signed=is_signed)
    is_signature = _sign(row, by=by, at=now, is_signed=is_signed)
    row.save()
    if row.evidence_id:
        Evidence.objects.filter(pk=row.evidence_id).hold_back()
    record(Verb.SIGNED if is_signature else Verb.COMPARED, by=by, at=now, story=story, note=_said(row))
    return row


@transaction.atomic
def part(attribution: Attribution, *, by: User | None) -> None:
    """Take a statement off its evidence: it was the wrong one."""
    allow(by, "change_evidence")
    story, now = lock(attribution.story)
    row = Footing.objects.filter(attribution=attribution).first()
    if row is not None:
        visible(row.evidence_id, by=by)
        row.delete()
        record(Verb.COMPARED, by=by, at=now, story=story, note=_("Statement %s rests on nothing.") % attribution.pk)


def _row(attribution: Attribution, evidence: Evidence | None, *, by: User | None) -> Footing:
    fresh = Attribution.objects.filter(pk=attribution.pk).first()
    if fresh is None:
        raise MovedOn(_("Someone else has taken this statement away since you opened it."))
    row = Footing.objects.filter(attribution=fresh).first() or Footing()
    visible(row.evidence_id, by=by)
    row.attribution, row.evidence = fresh, visible(evidence.pk, by=by) if evidence else None
    if row.evidence is not None and row.evidence.story_id != fresh.story_id:
        raise Refused(_("This evidence was entered for another story."))
    return row


def visible(key: int | None, *, by: User | None) -> Evidence | None:
    """The evidence as it is now. Refused where it is gone, or `by` may not see it."""
    if key is None:
        return None
    rows = Evidence.objects.all() if by is None else Evidence.objects.seen_by(by)
    found = rows.filter(pk=key).first()
    if found is None:
        raise MovedOn(_("This evidence has been removed since you opened it."))
    return found


def _refuse_without_reason(row: Footing, *, is_signed: bool) -> None:
    if folding.is_visible(row.reason):
        return
    if row.use == EvidenceUse.NOT_KEPT:
        raise Refused(_("Say why the evidence is not kept."))
    if is_signed and row.changes_sense and row.use != EvidenceUse.TRANSLATED:
        raise Refused(_("A “not”, a number or a name differs: say why before you sign."))


def _sign(row: Footing, *, by: User | None, at: datetime, is_signed: bool) -> bool:
    """Sign what has to be signed, of these words alone. An earlier signature of the same words stays."""
    if row.use == EvidenceUse.NOT_KEPT or (is_signed and _held(row, row.attribution.words).hold.is_open):
        row.signed_by, row.signed_at, row.signed_over = by, at, _over(row)
        return True
    if row.signed_over != _over(row):
        row.signed_by, row.signed_at, row.signed_over = None, None, ""
    return False


def _said(row: Footing) -> str:
    """What an event says of it: numbers, and never words."""
    return _("Statement %(statement)s, %(use)s.") % {
        "statement": row.attribution_id,
        "use": EvidenceUse(row.use).label,
    }


def let_go(evidence: Evidence, *, reason: str) -> None:
    """Have what rests on evidence that goes say that none is kept. Within the transaction that removes it."""
    gone = {"signed_by": None, "signed_at": None, "signed_over": "", "compared_over": "", "differences": 0}
    evidence.footings.update(
        evidence=None, use=EvidenceUse.NOT_KEPT, reason=reason, changes_sense=False, place="", **gone
    )


def compare_again(evidence: Evidence) -> None:
    """Compare all that rests on evidence which was changed. Within the transaction that changes it."""
    heard = comparing.listen(evidence.text)
    for row in evidence.footings.select_related("attribution", "evidence"):
        outcome = _compare(row, heard=heard)
        row.compared_over, row.differences, row.changes_sense = _over(row), outcome.differences, outcome.changes_sense
        row.save()


def mark(words: str, evidence: Evidence | None) -> str:
    """A mark of printed words and of what was heard: another once any of them is."""
    return hashlib.sha256(json.dumps([words, evidence.hash if evidence else ""]).encode()).hexdigest()


def _over(row: Footing, words: str | None = None) -> str:
    """What a comparison or a signature is of: the use too."""
    return f"{row.use}:{mark(row.attribution.words if words is None else words, row.evidence)}"


def _compare(row: Footing, words: str | None = None, heard: Heard | None = None) -> Outcome:
    if row.evidence is None or row.use == EvidenceUse.TRANSLATED:
        return Outcome()
    heard = heard or comparing.listen(row.evidence.text)
    return Outcome.of(comparing.compare(row.attribution.words if words is None else words, heard))


def held(attributions: Iterable[Attribution]) -> dict[int, tuple[Footing, Held]]:
    """How saved attributions rest on evidence, with their words as they are in memory: by attribution."""
    attributions = list(attributions)
    rows = Footing.objects.of(attributions)
    found = {}
    for attribution in attributions:
        if row := rows.get(attribution.pk):
            found[row.attribution_id] = (row, _held(row, attribution.words))
    return found


def _held(row: Footing, words: str) -> Held:
    """What was found when it was compared last, if it was these words; otherwise it is compared now."""
    now = _over(row, words)
    is_known = row.compared_over == now
    outcome = Outcome(row.differences, row.changes_sense) if is_known else _compare(row, words)
    return Held(rules.hold_of(row.use, outcome, is_signed=row.signed_over == now), outcome)


def findings(draft: Draft, _live_from: datetime) -> Iterator[Finding]:
    """What an editor should know of the evidence of a draft before it goes out."""
    if draft.story.kind == Kind.SPONSORED:
        return
    known = held(draft.attributions)
    for row, attribution in enumerate(draft.attributions):
        if attribution.pk in known:
            _footing, how = known[attribution.pk]
            found = rules.finding(attribution.words, how, row)
            yield from [found] if found else []


def told(attributions: Iterable[Attribution]) -> dict[int, dict[str, str]]:
    """What the record says of the evidence of saved attributions, by attribution: kind and hash, and the use where it
    holds."""
    return {key: _told(row, how) for key, (row, how) in held(attributions).items()}


def _told(row: Footing, how: Held) -> dict[str, str]:
    return {
        "evidence_kind": row.evidence.kind if row.evidence else "",
        "evidence_use": "" if how.hold.is_open else row.use,
        "evidence_hash": row.evidence.hash if row.evidence else "",
    }
