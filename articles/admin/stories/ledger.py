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
from articles.admin.stories.waiving import typed_above
from articles.models import SourceTitle, Story
from articles.rules.numbers import number
from articles.rules.sourcing import WHERE
from articles.rules.titles import then
from articles.rules.words import SourceKind
from articles.text import above as lines_above
from articles.text import ledger as ledgers
from articles.text.above import Above
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
            "unowned": [{"words", "occurrence", "field", "where", "proposals": [[owner, …], …]}]: above the text
                `occurrence` is 0, `field` names the field that it stands in, and `where` says so,
            "waived": [{"words", "occurrence", "field", "where", "by"}]: what somebody has said is no quotation,
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
    story = _story(request)
    draft, findings = _judged(request, story)
    above = draft.above if draft else typed_above(request) or Above()
    texts = [*text.paragraphs(body), *above.lines]
    found = ledgers.ledger(body, _said(request), above)
    waived = {each.told.key: each.told for each in story.no_quotations.select_related("by")} if story else {}
    open_ones = [each for each in found.quoted if not each.owners and each.quotation.key not in waived]
    statements = list(zip(found.places, _owners(request), strict=False))
    language = request.POST.get("language", "")[:10]
    proposals = proposing.of_each(texts, [each.at for each in open_ones], statements, story, language)
    said_none = {
        each: waived[key].by for each in found.quoted if not each.owners and (key := each.quotation.key) in waived
    }
    told = _told(found.places, texts, dict(zip(open_ones, proposals, strict=True)), said_none)
    told["head"] = head(len(found.quoted) - len(said_none), len(open_ones))
    return JsonResponse(told | findings)


def _said(request):
    """The words that each row has, and which occurrence of them."""
    asked = zip(request.POST.getlist("words"), request.POST.getlist("occurrence"), strict=False)
    return [(words, 1 if number(nth) is None else number(nth)) for words, nth in islice(asked, MOST_WORDS)]


def _owners(request):
    """The sources that each row names so far that was asked for."""
    typed = zip_longest(request.POST.getlist("source"), request.POST.getlist("further"), fillvalue="")
    for first, further in islice(typed, MOST_WORDS):
        yield [key for key in map(number, (first, *NUMBERED.findall(further))) if key is not None]


def _told(places, texts, proposals, waived):
    """`texts`: the paragraphs of the text, and behind them the lines above it, whose places count from behind."""
    rows = [("row", place, at) for place, at in enumerate(places)]
    for what, those in (("open", proposals), ("waived", waived)):
        rows += [(what, place, each.at) for place, each in enumerate(those)]
    # What stands nowhere comes last, as it was entered.
    rows.sort(key=lambda row: (row[2] is None, row[2] and (row[2].paragraph, row[2].start)))
    return {
        "found": [place is not None for place in places],
        "unowned": [_quotation(each) | {"proposals": owners} for each, owners in proposals.items()],
        "waived": [_quotation(each) | {"by": by} for each, by in waived.items()],
        "order": [(what, place) for what, place, _at in rows],
        "places": [_place(texts, at) for *_, at in rows],
    }


def _quotation(quoted):
    each = quoted.quotation
    field = lines_above.field(each.paragraph)
    where = str(WHERE[field]) if field else ""
    return {"words": each.words, "occurrence": each.occurrence, "field": field, "where": where}


def _place(texts, at):
    """Where something stands, and how it is written there."""
    return at and (at.paragraph, at.start, at.end, texts[at.paragraph][at.start : at.end])


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


def _judged(request, story):
    """What is typed, as a draft; and what stands in its way, as the gate would say were it saved now, with what its
    siblings say. Of no story nothing."""
    if story is None:
        return None, {}
    with timezone.override(story.edition.zone):
        draft, lines = drafting.typed(desk.get_model_admin(Story), request, story)
        found = checklist.of_draft(draft, lines=lines)
        return draft, {
            "findings": render_to_string("admin/stories/before.html", found, request),
            "siblings": siblings.told(found["in_siblings"], story.edition.language),
        }


def source(request):
    """What a row asks of a source. GET `id`, `language`, `on` (a day, or today): {"title": the one that it bore on that
    day; else the last that had ended, as “then …”}."""
    if request.method == "POST":
        return _new_source(request)
    _refuse_strangers(request)
    key, language = number(request.GET.get("id")), request.GET.get("language", "")
    day = _day(request.GET.get("on")) or localdate()
    titles = SourceTitle.objects.filter(source=key, language=language[:10]).values_list("title", flat=True)
    borne, ended = titles.borne_on(day).first(), titles.ended_before(day).first()
    return JsonResponse({"title": borne or (then(ended, language) if ended else "")})


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
