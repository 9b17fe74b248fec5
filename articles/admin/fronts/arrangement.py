"""A front page as it is, and as an editor would have it: what is proposed stands in the address of the page alone."""

import re
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import quote

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import placing
from articles.actions.placing import SLOTS
from articles.admin.forms.fields import MomentField, MomentInput
from articles.models import Placement, Publication, Story

PUT = re.compile(r"(\d{1,2}):(\d{1,18})", re.ASCII)
SWAP = re.compile(r"(\d{1,2})-(\d{1,2})", re.ASCII)
# How many steps can be taken back, and how many moments to come are offered.
STEPS = 20
MOMENTS = 6
# What a form holds stands in each address of the page: no part of it may be longer than twelve slots are.
LONGEST = 12 * len("12:1234567890123456789,")


class When(forms.Form):
    """The period of an arrangement: from when and until when. The database's moment is given, not asked for here."""

    at = MomentField(label=gettext_lazy("From"), required=False, help_text=gettext_lazy("Empty: from now on."))
    until = MomentField(
        label=gettext_lazy("Until"), required=False, help_text=gettext_lazy("Empty: until another takes its place.")
    )
    error_css_class = "errors"

    def __init__(self, asked, now):
        self.now = now
        super().__init__(asked)
        for field in self.fields.values():
            field.told_in(timezone.get_current_timezone_name())

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at <= self.now:
            raise forms.ValidationError(_("This moment has passed. Empty means now."))
        return at

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("until") and cleaned["until"] <= (cleaned.get("at") or self.now):
            self.add_error("until", _("A placement begins now or later, and ends after that."))
        return cleaned


def read(text):
    """“1:45,3:0” as {1: 45, 3: None}: which story each slot is to have, or none. A story stands once."""
    put = {}
    for part in text.split(","):
        found = PUT.fullmatch(part)
        slot, story = map(int, found.groups()) if found else (0, 0)
        if slot in SLOTS and story not in put.values():
            put[slot] = story or None
    return put


def written(put):
    return ",".join(f"{slot}:{story or 0}" for slot, story in sorted(put.items()))


class Move(NamedTuple):
    """A link by which a story changes places with its neighbour."""

    way: str
    arrow: str
    called: str
    address: str


class Slot:
    """A place of the front page: what is to stand in it, in place of what, and what comes later."""

    def __init__(self, number, page):
        self.number = number
        self.story = page.story_of(number)
        self.shown = page.live.get(self.story.pk) if self.story else None
        self.before = page.base.get(number)
        self.is_changed = page.ids.get(number) != (self.before.story_id if self.before else None)
        self.coming = [each for each in page.placements if each.slot == number and each.live_from > page.moment]
        self.empty = page.address(page.put | {number: None}, go=f"choose-{number}")
        self.choose = page.address(choose=number, go="choose")
        self.moves = list(self._moves(page))

    def _moves(self, page):
        """The links that move a story one place up and one down, where there is such a place."""
        number, said = self.number, {"number": self.number}
        if number > SLOTS[0]:
            yield Move("up", "↑", _("Place %(number)s: up") % said, page.swapped(number, number - 1, "up"))
        if number < SLOTS[-1]:
            yield Move("down", "↓", _("Place %(number)s: down") % said, page.swapped(number, number + 1, "down"))

    @property
    def is_lead(self):
        return self.number == SLOTS[0]

    @property
    def change(self):
        """What is to make way in a place that is changed."""
        if self.before is None:
            return _("was empty")
        return _("instead of “%(story)s”") % {"story": self.before.story}

    @property
    def times(self):
        """Since when, and until when, what stands here does so; nothing once it is to be changed."""
        if self.before and not self.is_changed:
            yield _("since %(at)s") % {"at": on_clock(self.before.live_from)}
            if self.before.live_until:
                yield _("until %(at)s") % {"at": on_clock(self.before.live_until)}


class Arrangement:
    """The twelve slots at a moment, with what is proposed laid over them. Three queries, however many ever stood."""

    def __init__(self, edition, asked, now):
        self.edition, self.asked, self.now = edition, asked, now
        self.when = When({name: asked.get(name, "") for name in When.base_fields}, now)
        self.when.is_valid()
        self.at, self.until = (self.when.cleaned_data.get(name) for name in ("at", "until"))
        self.moment = self.at or now
        ahead = Placement.objects.ahead(now).filter(edition=edition)
        rows = ahead.select_related("story").defer("story__body", "story__note").order_by("slot", "live_from")
        self.placements = list(rows)
        self.base = {each.slot: each for each in self.placements if each.stands(self.moment)}
        self.stories = {each.story_id: each.story for each in self.placements}
        self.put = self._known(read(asked.get("put", "")))
        self.was = [written(read(step[:LONGEST])) for step in asked.getlist("was")[-STEPS:]]
        if swap := SWAP.fullmatch(asked.get("swap", "")):
            self._swap(*map(int, swap.groups()))
        self.ids = self._laid_over(self.put)
        self.live = self._live()

    def _known(self, put):
        """The proposed changes, without stories of another edition and without what is so already."""
        missing = {story for story in put.values() if story} - self.stories.keys()
        if missing:
            known = Story.objects.filter(edition=self.edition).defer("body", "note")
            self.stories |= known.in_bulk(missing)
        return self._changes({slot: story for slot, story in put.items() if story is None or story in self.stories})

    def _changes(self, put):
        now = {slot: each.story_id for slot, each in self.base.items()}
        return {slot: story for slot, story in put.items() if now.get(slot) != story}

    def _laid_over(self, put):
        chosen = set(put.values())
        stays = {slot: each.story_id for slot, each in self.base.items() if each.story_id not in chosen}
        return {slot: story for slot, story in (stays | put).items() if story}

    def _live(self):
        stories = {*self.ids.values(), *(each.story_id for each in self.placements)}
        rows = Publication.objects.live(self.moment).filter(story__in=stories).for_list(self.edition.language)
        return {version.story_id: version for version in rows}

    def _swap(self, one, other):
        if one in SLOTS and other in SLOTS and one != other:
            self.was = [*self.was, written(self.put)][-STEPS:]
            ids = self._laid_over(self.put)
            self.put = self._changes(self.put | {one: ids.get(other), other: ids.get(one)})

    @property
    def is_proposed(self):
        return bool(self.put)

    @property
    def is_touched(self):
        """Whether there is anything to confirm, to take back, or to drop."""
        return self.is_proposed or bool(self.was)

    @property
    def deed(self):
        """What the button does that confirms it."""
        return _("Schedule this front page") if self.at else _("Put it before readers now")

    @property
    def written(self):
        return written(self.put)

    @property
    def changes(self):
        """All slots that are to change, those among them that a moved story leaves."""
        slots = self.put.keys() | self.base.keys()
        return self._changes({slot: self.ids.get(slot) for slot in slots})

    @property
    def undoing(self):
        """What would take these changes back."""
        return {slot: self.base[slot].story_id if slot in self.base else None for slot in self.changes}

    @property
    def placed(self):
        """The versions that lead the page, in their order."""
        return [self.live[story] for _slot, story in sorted(self.ids.items()) if story in self.live]

    @property
    def slots(self):
        return [Slot(number, self) for number in SLOTS]

    @property
    def moments(self):
        """When the page changes by itself."""
        ends = {end for each in self.placements for end in (each.live_from, each.live_until) if end and end > self.now}
        return [{"at": end, "address": self.address(at=as_typed(end))} for end in sorted(ends)[:MOMENTS]]

    def story_of(self, slot):
        return self.stories.get(self.ids.get(slot))

    @property
    def leaving(self):
        """The stories that have a place now, and would have none."""
        stay = set(self.ids.values())
        return [each.story for _slot, each in sorted(self.base.items()) if each.story_id not in stay]

    # Addresses

    def address(self, put=None, go="", **more):
        """The address of this page with other changes, which can be taken back, or with other parameters."""
        state = self._state()
        if put is not None:
            state |= {"put": written(self._changes(put)), "was": [*self.was, written(self.put)][-STEPS:]}
        return _address(state | more, go)

    def swapped(self, one, other, way):
        moved = self.put | {one: self.ids.get(other), other: self.ids.get(one)}
        is_last = other in (SLOTS[0], SLOTS[-1])
        return self.address(moved, go=f"choose-{other}" if is_last else f"{way}-{other}")

    def chosen(self, slot, story):
        """The changes that put a story into a slot: what stands there takes the place that the story leaves, if it
        leaves one, and moves down if not."""
        left = {number: self.ids.get(slot) for number, each in self.ids.items() if each == story}
        moved = left or placing.pushed_down(
            {at: each for at, each in self.ids.items() if each in self.live}, slot, story
        )
        return self.address(self.put | moved | {slot: story}, go=f"choose-{slot}")

    def instead(self, slot, story):
        """The changes that put a story into a slot whose story makes way; None where it would move in any way."""
        if slot not in self.ids or story in self.ids.values():
            return None
        return self.address(self.put | {slot: story}, go=f"choose-{slot}")

    @property
    def undo(self):
        return _address(self._state() | {"put": self.was[-1], "was": self.was[:-1]}) if self.was else ""

    @property
    def afresh(self):
        """The address of this page, at its moment, with nothing proposed."""
        return f"?at={quote(self.asked['at'])}" if self.at else "./"

    @property
    def taken_along(self):
        """What a button of the page sends beside its own name: the moment that is shown."""
        return [("at", self.asked["at"])] if self.at else []

    @property
    def frame(self):
        return _address({name: value for name, value in self._state().items() if name in ("at", "put")})

    def _state(self):
        kept = {name: self.asked.get(name, "")[:LONGEST] for name in ("at", "until", "since")}
        return kept | {"put": written(self.put), "was": self.was}


def _address(state, go=""):
    query = QueryDict(mutable=True)
    for name, value in state.items():
        query.setlist(name, value if isinstance(value, list) else [value] if value else [])
    return f"?{query.urlencode(safe=':,')}" + (f"#{go}" if go else "")


def on_clock(moment):
    """A moment as the page shows it, in the current zone."""
    return date_format(localtime(moment), _("j M, H:i"))


def as_typed(moment):
    """A moment as a form has it, in the current zone; rounded up, for what begins within a second has begun at the
    next."""
    whole = moment + timedelta(seconds=1) if moment.microsecond else moment
    return localtime(whole).strftime(MomentInput.SHOWN_AS)
