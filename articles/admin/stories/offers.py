"""What was typed and not saved, offered back: since when it is kept, and what it differs in."""

from collections import Counter
from copy import copy
from dataclasses import dataclass

from django.contrib.admin.helpers import AdminErrorList
from django.contrib.admin.utils import unquote
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import doors, text
from articles.actions.refusals import Refused
from articles.admin.shell import first_page
from articles.admin.stories import drafting, keeping
from articles.models import Story, Unsaved, drafts
from articles.rules.numbers import number
from articles.text import comparing

MOST, LONGEST = 20, 200
# Fields whose words are counted.
WORDED = ("kicker", "headline", "standfirst", "body", "dateline", "lead_caption", "note")
UNSEEN = {"version", "family"}


class TakenBack(Refused):
    """Nothing is saved by taking back what one has typed: the form is shown with it."""

    def __init__(self):
        super().__init__(_("This is what you typed, and it is not saved."))


@dataclass(frozen=True)
class Offer:
    """One row, with the fields in which it differs from what was saved when it was begun, and how many words are new
    and gone."""

    row: Unsaved
    differs: tuple[str, ...]
    new: int
    gone: int
    headline: str = ""

    @property
    def address(self):
        return address_of(self.row)

    @property
    def is_of_story(self):
        return self.row.story_id is not None


@dataclass(frozen=True)
class Typed(first_page.Line):
    """A story on the wall that was typed and never saved."""

    address: str = ""


COLUMNS = (
    doors.Column(
        name="kept",
        permission="articles.add_story",
        place=0,
        template="admin/stories/kept_lines.html",
        content=lambda page: never_saved(page),
    ),
)


def address_of(row):
    """Where it is taken back."""
    query = {"kept": row.pk}
    if row.story_id:
        return reverse("admin:articles_story_change", args=[row.story_id], query=query)
    return reverse("admin:articles_story_add", query=query)


def data_of(row):
    """What was typed, as a form's data."""
    data = QueryDict(mutable=True)
    for name, value in row.fields:
        data.appendlist(name, value)
    return data


def offered(admin, request, story):
    """What this user has typed of a story, or of stories that were never saved; and the mark of what was kept and
    differs in nothing, over which the page may write."""
    rows = list(Unsaved.objects.kept_for(request.user).of_story(story)[:MOST])
    offers = [_offer(admin, request, row, story) for row in rows]
    same = [offer.row.seen for offer in offers if offer.is_of_story and not offer.differs]
    return [offer for offer in offers if offer.differs], next(iter(same), "")


def beside(admin, request, context, story):
    """What the form's page says of it: what its user has taken back, or what is offered to them."""
    may_type = admin.has_change_permission(request, story) if story else admin.has_add_permission(request)
    if not may_type:
        return {}
    if request.method == "GET":
        found, seen = offered(admin, request, story)
        return {"may_type": True, "offers": found, "seen": seen}
    taken = getattr(request, "taken_back", None)
    if taken is None:
        return {"may_type": True, "seen": keeping.still_kept(request, story and story.pk)}
    context["errors"] = without_refusal(context, request.refusal)
    return {"may_type": True, "taken_back": taken, "seen": taken.seen}


def never_saved(page):
    """A part of the first page: the stories that its user has typed and never saved."""
    rows = Unsaved.objects.kept_for(page.user).of_story(None)[:MOST]
    lines = [
        Typed(0, _headline(row), page.own, row.kept_at, page.now, address=address_of(row))
        for row in rows
        if _holds_words(row)
    ]
    return first_page.Part("kept", _("Typed and never saved"), lines) if lines else None


def _headline(row):
    return dict(row.fields).get("headline", "")[:LONGEST]


def _holds_words(row):
    return any(value.strip() for name, value in row.fields if name in WORDED)


def take_back(request, object_id):
    """Turn a request for what was kept into one that sends it, to be refused: so the form is shown with all of it."""
    asked = number(request.GET.get("kept"))
    if request.method != "GET" or asked is None:
        return
    story = number(unquote(object_id)) if object_id else None
    row = Unsaved.objects.kept_for(request.user).filter(pk=asked, story=story).first()
    if row is not None:
        request.method, request.POST, request.taken_back = "POST", data_of(row), row
        request.refusal = TakenBack()


def without_refusal(context, refusal):
    """The errors of a form that was taken back: that it is not saved is no error."""
    form = context["adminform"].form
    said = form.errors.pop(NON_FIELD_ERRORS, None)
    for error in said.as_data() if said else ():
        if error.messages != [str(refusal)]:
            form.add_error(None, error)
    return AdminErrorList(form, [each.formset for each in context["inline_admin_formsets"]])


def begun_on(row, story):
    """The story as it was when the typing began, in memory."""
    if story is None:
        return Story()
    revision = None if row.version == story.version else story.revisions.filter(number=row.version).first()
    return drafts.of_revision(revision).story if revision and not revision.is_erased else copy(story)


def _offer(admin, request, row, story):
    data, before = data_of(row), begun_on(row, story)
    form, formsets = drafting.forms(admin, request, data, before, story)
    names = [name for name in form.changed_data if name not in UNSEEN]
    if story is None:
        # An edition is chosen as soon as the page opens.
        names = [name for name in names if form[name].value() and name in (*WORDED, "tags", "lead_photo")]
    labels = [str(form.fields[name].label or name) for name in names]
    labels += [capfirst(lines.model._meta.verbose_name_plural) for lines in formsets if _differ(lines.forms)]
    new, gone = _counted(form, before, [name for name in names if name in WORDED])
    return Offer(row, tuple(labels), new, gone, _headline(row))


def _differ(rows):
    """Whether a row says something else, or the rows stand in another order: their numbers are counted anew anyway."""
    typed = [row for row in rows if row.instance.pk or row.has_changed()]
    if any({*row.changed_data} - {"position"} for row in typed):
        return True
    now = sorted(typed, key=lambda row: number(str(row["position"].value())) or 0)
    return now != sorted(typed, key=lambda row: row.initial.get("position") or 0)


def _counted(form, before, names):
    """How many words are new, and how many gone, in these fields."""
    old = Counter(word for name in names for word in _words(name, getattr(before, name)))
    new = Counter(word for name in names for word in _words(name, form[name].value()))
    return (new - old).total(), (old - new).total()


def _words(name, value):
    plain = text.plain(text.kept(str(value or ""))) if name == "body" else str(value or "")
    return [word for word in comparing.tokens(plain) if any(map(str.isalnum, word))]
