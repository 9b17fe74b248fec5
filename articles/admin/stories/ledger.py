"""The ledger of a story while one writes: a row for each statement, in the order of the text. Nothing is kept."""

from contextlib import suppress
from itertools import islice, zip_longest

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import text
from articles.actions import shared
from articles.actions.refusals import Refused
from articles.admin.shell.site import desk
from articles.admin.stories import checklist, drafting, proposing, siblings
from articles.admin.stories.owners import NUMBERED
from articles.models import SourceTitle, Story
from articles.rules.numbers import number
from articles.rules.words import SourceKind
from articles.text import folding
from articles.text import ledger as ledgers
from articles.text.speakers.shapes import Kind

MOST = 300_000
# At most so many words are looked for, each in the whole text. A publication is judged by `readiness`, not here.
MOST_WORDS = 200


def ledger(request):
    """Which of the attributed words stand where in the text, which quotations nobody owns, and who might.

    Asked with the whole form, `of` (the story), `language`, and of each row that has words `words`, `occurrence`,
    `source` and `further`:

        {
            "found": of each row, whether its words stand in the text,
            "unowned": [{"words", "occurrence", "proposals": [[owner, …], …]}],
            "waived": [{"words", "occurrence", "by"}]: what somebody has said is no quotation,
            "order": the rows in the order of the text: ["row", its place among those asked], or "open" or "waived"
                and its place there,
            "places": likewise, where each stands: [paragraph, start, end, the words as they stand], or null,
            "head": "5 quotations · 3 owned · 2 open",
            "siblings": of each other edition of a saved story what it says and this text does not:
                [{"language", "dir", "head", "statements": [{"key", "words", "kind", "terms", "obtained_on",
                "owners"}], "let_go": [{"key", "words", "by"}]}],
            "findings": what stands in the way, as HTML; of no story nothing
        }

    An owner is {"id": of its source or "", "name", "title", "kind", "is_new"}.
    """
    _refuse_strangers(request)
    body = text.kept(request.POST.get("body", "")[:MOST])
    asked = zip(request.POST.getlist("words"), request.POST.getlist("occurrence"), strict=False)
    found = ledgers.ledger(body, [(words, number(nth) or 1) for words, nth in islice(asked, MOST_WORDS)])
    story = _story(request)
    waived = {each.told.key: each.told for each in story.no_quotations.select_related("by")} if story else {}
    keys = {each: (folding.fold(each.words), each.occurrence) for each in found.unowned}
    open_ones = [each for each, key in keys.items() if key not in waived]
    statements = zip(found.places, _owners(request), strict=False)
    proposals = proposing.of_each(body, open_ones, list(statements), story, request.POST.get("language", "")[:10])
    said_none = {each: waived[key].by for each, key in keys.items() if key in waived}
    told = _told(found, body, dict(zip(open_ones, proposals, strict=True)), said_none)
    return JsonResponse(told | _in_the_way(request, story))


def _owners(request):
    """The sources that each row names so far that was asked for."""
    typed = zip_longest(request.POST.getlist("source"), request.POST.getlist("further"), fillvalue="")
    for first, further in islice(typed, MOST_WORDS):
        yield [key for key in map(number, (first, *NUMBERED.findall(further))) if key is not None]


def _told(found, body, proposals, waived):
    rows = [("row", place, at) for place, at in enumerate(found.places)]
    for what, those in (("open", proposals), ("waived", waived)):
        rows += [(what, place, ledgers.place_of(body, each)) for place, each in enumerate(those)]
    # What stands nowhere comes last, as it was entered.
    rows.sort(key=lambda row: (row[2] is None, row[2] and (row[2].paragraph, row[2].start)))
    paragraphs = text.paragraphs(body)
    return {
        "found": [place is not None for place in found.places],
        "unowned": [_quotation(each) | {"proposals": owners} for each, owners in proposals.items()],
        "waived": [_quotation(each) | {"by": by} for each, by in waived.items()],
        "order": [(what, place) for what, place, _at in rows],
        "places": [_place(paragraphs, at) for *_, at in rows],
        "head": head(len(found.quoted) - len(waived), len(proposals)),
    }


def _quotation(each):
    return {"words": each.words, "occurrence": each.occurrence}


def _place(paragraphs, at):
    """Where something stands, and how it is written there."""
    return at and (at.paragraph, at.start, at.end, paragraphs[at.paragraph][at.start : at.end])


def head(quotations, open_ones):
    """How many quotations there are, and how many of them somebody owns."""
    if not quotations:
        return _("No quotations")
    parts = [
        ngettext("%d quotation", "%d quotations", quotations) % quotations,
        ngettext("%d owned", "%d owned", quotations - open_ones) % (quotations - open_ones),
        ngettext("%d open", "%d open", open_ones) % open_ones if open_ones else "",
    ]
    return " · ".join(filter(None, parts))


def _story(request):
    """The story that is asked for, if whoever asks may change it; of one that is not saved yet, None."""
    story = desk.get_model_admin(Story).get_object(request, str(number(request.POST.get("of")) or 0))
    return story if request.user.has_perm("articles.change_story") else None


def _in_the_way(request, story):
    """What stands in the way of what is typed, as the gate would say were it saved now, and what its siblings say; of
    no story nothing."""
    if story is None:
        return {}
    with timezone.override(story.edition.zone):
        draft, lines = drafting.typed(desk.get_model_admin(Story), request, story)
        found = checklist.of_draft(draft, lines=lines)
        return {
            "findings": render_to_string("admin/stories/before.html", found, request),
            "siblings": siblings.told(found["in_siblings"], story.edition.language),
        }


def source(request):
    """What a row asks of a source. GET `id`, `language`, `on` (a day, or today): {"title": the one it bears then}."""
    if request.method == "POST":
        return _new_source(request)
    _refuse_strangers(request)
    key, language = number(request.GET.get("id")), request.GET.get("language", "")
    day = _day(request.GET.get("on")) or localdate()
    titles = SourceTitle.objects.filter(source=key, language=language[:10]).borne_on(day)
    return JsonResponse({"title": titles.values_list("title", flat=True).first() or ""})


def _day(text):
    with suppress(ValueError):
        return parse_date(text or "")
    return None


def _new_source(request):
    """Make the source that a row proposes as new: POST `name`, `title`, `kind`, `language`, and `of` for one who is not
    named, who is protected in that story. Answers {"id", "text"}, or 409 with `said` where it cannot be made."""
    if not request.user.has_perm("articles.add_source"):
        raise PermissionDenied
    asked = {name: " ".join(request.POST.get(name, "").split()) for name in ("name", "title", "kind", "language")}
    kind = asked["kind"] if asked["kind"] in SourceKind.values else SourceKind.PERSON
    name, language = asked["name"][:160], asked["language"]
    try:
        if asked["kind"] == Kind.UNNAMED.value:
            source = shared.make_protected(name, story=_story(request), by=request.user)
        else:
            source = shared.make_source(name, kind=kind, title=asked["title"][:160], language=language, by=request.user)
    except Refused as refusal:
        return JsonResponse({"said": str(refusal)}, status=409)
    except IntegrityError:
        # Somebody else has made one of that slug at the same moment.
        return JsonResponse({"said": _("There is a source called “%s” already.") % name}, status=409)
    return JsonResponse({"id": source.pk, "text": source.name})


def _refuse_strangers(request):
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
