"""A save of a story in which others have changed the same words: what is asked of the editor, what the form holds, and
what a script is told."""

from copy import copy

from django.http import JsonResponse, QueryDict

from articles import text
from articles.actions.reconciling import JOINED
from articles.admin.forms import moved_on, outlines, sending
from articles.admin.stories.comparison import differences, label_of
from articles.models import Byline
from articles.text import comparing


def both(refusal, user):
    """What is asked, field by field: (label, who saved it and when, paragraphs), as `moved_on.both` has it."""
    found = refusal.reconciled
    told = {each.name: each.paragraphs for each in differences(found.theirs, found.draft)}
    asked = {}
    for contest in found.contests:
        asked.setdefault(contest.name, []).append(contest)
    for name, contests in asked.items():
        who = contests[0].saved and moved_on.said(*contests[0].saved, user)
        if name in JOINED:
            paragraphs = [each for contest in contests for each in _compared(name, contest)]
        else:
            paragraphs = [each for each in told.get(name, ()) if not each.is_same]
        yield label_of(name), who or "", paragraphs


def _compared(name, contest):
    """One stretch of a text, as they have it and as I have it; and what the two have beside their words, in words."""
    theirs, mine = contest.theirs or "", contest.mine or ""
    if name != "body":
        return comparing.paragraphs([theirs], [mine])
    beside = [each for _name, told in outlines.differing(theirs, mine) for each in told if not each.is_same]
    return comparing.paragraphs(text.paragraphs(theirs), text.paragraphs(mine)) + beside


def sent(posted, draft, form, formsets):
    """What the form sends of a draft. `form` is made of its story; of the formsets those alone are written anew that
    were sent."""
    data = QueryDict(mutable=True)
    lists = {name: values for name, values in posted.lists() if not name.startswith(PREFIXES)}
    lists |= {name: values for name, values in sending.of(form).items() if name in posted}
    for formset in formsets:
        if f"{formset.prefix}-TOTAL_FORMS" in posted:
            lists |= sending.rows(formset.form, _rows(draft, formset.prefix), formset.prefix, story=draft.story.pk)
    for name, values in lists.items():
        data.setlist(name, values)
    return data


PREFIXES = ("bylines-", "attributions-")


def _rows(draft, prefix):
    if prefix == "attributions":
        kept = set(draft.story.attributions.values_list("pk", flat=True))
        return [row if row.pk in kept else _new(row) for row in draft.attributions]
    known = {row.contributor_id: row for row in draft.story.bylines.all()}
    return [known.get(each.pk) or Byline(story=draft.story, contributor=each) for each in draft.bylines]


def _new(row):
    further = row.further
    row = copy(row)
    row.pk, row.further = None, further
    return row


def as_json(refusal, user, data, **more):
    """What a script is told: what is asked, and all that the form would hold; and `more`, for a page that shows it."""
    return JsonResponse(
        {
            "is_saved": False,
            "said": str(refusal),
            "version": refusal.reconciled.draft.story.version,
            "contested": [
                {
                    "field": contest.name,
                    "label": label_of(contest.name),
                    "mine": _in_words(contest.mine),
                    "theirs": _in_words(contest.theirs),
                    "by": str(contest.saved.by or "") if contest.saved else "",
                    "at": contest.saved.at.isoformat() if contest.saved else None,
                    "is_yours": bool(contest.saved and contest.saved.by == user),
                }
                for contest in refusal.reconciled.contests
            ],
            "form": {name: values for name, values in data.lists() if name != "csrfmiddlewaretoken"},
        }
        | more,
        status=409,
    )


def _in_words(value):
    if isinstance(value, list | tuple):
        return [str(each) for each in value]
    return "" if value is None else str(value)
