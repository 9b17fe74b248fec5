"""The ledger of a story while one writes: a row for each statement, in the order of the text. Nothing is kept."""

from itertools import islice, zip_longest

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import text
from articles.actions import shared
from articles.actions.refusals import Refused
from articles.admin.shell.site import desk
from articles.admin.stories import changed, checklist, drafting, proposing, siblings, titles
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
# No row of the form has longer ones.
LONGEST = 5_000


def ledger(request):
    """Which of the attributed words stand where in the text, which quotations nobody owns, and who might.

    Asked with the whole form, `of` (the story), `language`, and of each row that has words `row` (its prefix), `words`,
    `occurrence`, `source` and `further`:

        {
            "found": of each row, whether its words stand in the text,
            "changed": {a row, by its place among those asked: what became of its words, as `changed.told` has it},
            "unowned": [{"words", "occurrence", "field", "where", "proposals": [[owner, …], …]}]: above the text
                `occurrence` is 0, `field` names the field that it stands in, and `where` says so,
            "waived": [{"words", "occurrence", "field", "where", "by"}]: what somebody has said is no quotation,
            "order": the rows in the order of the text: ["row", its place among those asked], or "open" or "waived"
                and its place there,
            "places": likewise, where each stands, or what took its place: [paragraph, start, end, the words as they
                stand], or null,
            "head": "5 quotations · 3 owned · 2 open",
            "siblings": of each other edition of a saved story what it says and this text does not:
                [{"language", "dir", "head", "statements": [{"key", "words", "kind", "terms", "obtained_on",
                "owners"}], "let_go": [{"key", "words", "by"}]}],
            "findings": what stands in the way, as HTML; of no story nothing
        }

    An owner is {"id": of its source or "", "name", "title", "kind", "is_new", "is_alike": may be meant, spelled so}.
    """
    _refuse_strangers(request)
    body, asked, story = text.kept(request.POST.get("body", "")[:MOST]), _asked(request), _story(request)
    draft, lines = _typed(request, story)
    above = draft.above if draft else typed_above(request) or Above()
    texts = [*text.paragraphs(body), *above.lines]
    found = ledgers.ledger(body, asked, above)
    said_none = _said_none(story, found)
    unowned = [each for each in found.quoted if not each.is_owned and each not in said_none]
    passages = changed.passages(body, asked, found.places, unowned, said_none, story)
    places = [passages[row].place if row in passages else place for row, place in enumerate(found.places)]
    open_ones = changed.still_open(unowned, passages)
    statements, language = list(zip(places, _owners(request), strict=False)), request.POST.get("language", "")[:10]
    proposals = proposing.of_each(texts, [each.at for each in open_ones], statements, story, language)
    stands = [_words_at(texts, place) for place in places]
    told = {
        "found": [place is not None for place in found.places],
        "changed": dict(changed.told(asked, stands, passages, _verified_otherwise(request, draft, lines))),
        "head": head(len(found.quoted) - len(said_none), len(open_ones), len(unowned) - len(open_ones)),
    }
    told |= _told(places, texts, dict(zip(open_ones, proposals, strict=True)), said_none)
    return JsonResponse(told | _in_the_way(request, draft, lines))


def _asked(request):
    """The words of each row that has any, and which occurrence of them it means."""
    asked = zip(request.POST.getlist("words"), request.POST.getlist("occurrence"), strict=False)
    return [(words[:LONGEST], 1 if number(nth) is None else number(nth)) for words, nth in islice(asked, MOST_WORDS)]


def _said_none(story, found):
    """{a quotation that somebody has said is none: by whom}."""
    waived = {each.told.key: each.told for each in story.no_quotations.select_related("by")} if story else {}
    nobodys = [each for each in found.quoted if not each.is_owned]
    return {each: waived[key].by for each in nobodys if (key := each.quotation.key) in waived}


def _verified_otherwise(request, draft, lines):
    """{the number of a row: the words of it that were verified}, where others stand in their place."""
    rows = dict(zip(lines, draft.attributions if draft else (), strict=True))
    asked = {row: rows.get(line) for row, line in enumerate(request.POST.getlist("row")[:MOST_WORDS])}
    return {row: said.verified_words for row, said in asked.items() if said and said.verified_words}


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
        "unowned": [_quotation(each) | {"proposals": owners} for each, owners in proposals.items()],
        "waived": [_quotation(each) | {"by": by} for each, by in waived.items()],
        "order": [(what, place) for what, place, _at in rows],
        "places": [at and (at.paragraph, at.start, at.end, _words_at(texts, at)) for *_, at in rows],
    }


def _quotation(quoted):
    each = quoted.quotation
    field = lines_above.field(each.paragraph)
    where = str(WHERE[field]) if field else ""
    return {"words": each.words, "occurrence": each.occurrence, "field": field, "where": where}


def _words_at(texts, at):
    """The words at a place, as they are written there."""
    return at and texts[at.paragraph][at.start : at.end]


def head(quotations, open_ones, changed_ones=0):
    """How many quotations there are, and how many of them somebody owns."""
    if not quotations:
        return _("No quotations")
    owned = quotations - open_ones - changed_ones
    parts = [
        ngettext("%d quotation", "%d quotations", quotations) % quotations,
        ngettext("%d owned", "%d owned", owned) % owned,
        ngettext("%d changed", "%d changed", changed_ones) % changed_ones if changed_ones else "",
        ngettext("%d open", "%d open", open_ones) % open_ones if open_ones else "",
    ]
    return " · ".join(filter(None, parts))


def _story(request):
    """The story that is asked for, if whoever asks may change it; of one that is not saved yet, None."""
    story = desk.get_model_admin(Story).get_object(request, str(number(request.POST.get("of")) or 0))
    return story if request.user.has_perm("articles.change_story") else None


def _typed(request, story):
    """The draft that the form holds, and by what prefix it knows each of its attributions; of no story none."""
    if story is None:
        return None, []
    with timezone.override(story.edition.zone):
        return drafting.typed(desk.get_model_admin(Story), request, story)


def _in_the_way(request, draft, lines):
    """What stands in the way of what is typed, as the gate would say were it saved now, and what its siblings say; of
    no story nothing."""
    if draft is None:
        return {}
    with timezone.override(draft.story.edition.zone):
        found = checklist.of_draft(draft, lines=lines)
        return {
            "findings": render_to_string("admin/stories/before.html", found, request),
            "siblings": siblings.told(found["in_siblings"], draft.story.edition.language),
        }


def source(request):
    """What a row asks of a source. GET `id`, `language`, `on` (a day, or today): {"title": the one that it bore on that
    day; else the last that had ended, as “then …”}. With `capacity` also {"adds": whether it is none of its titles
    then, and may be made one}."""
    if request.method == "POST":
        return _new_source(request)
    _refuse_strangers(request)
    key, language = number(request.GET.get("id")), request.GET.get("language", "")
    day, capacity = titles.day_of(request.GET.get("on")), request.GET.get("capacity")
    known = SourceTitle.objects.filter(source=key, language=language[:10]).values_list("title", flat=True)
    borne, ended = known.borne_on(day).first(), known.ended_before(day).first()
    told = {"title": borne or (then(ended, language) if ended else "")}
    if capacity is not None:
        told["adds"] = titles.is_offered(request.user, key, capacity, language=language, day=day)
    return JsonResponse(told)


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
