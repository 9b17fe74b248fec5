"""The doors of the house: what an app beside this one may add to it, without a line changed here.

An app opens doors in two modules of its own, which are found by themselves when the project starts: `desk.py`, what it
adds to the desk, and `paper.py`, what it adds to what readers see. `articles/desk.py` and `articles/paper.py` are the
first users of each door, and the example. Which app opens which is listed in docs/doors.md; a test holds the list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Thing = TypeVar("Thing")
# As the column of an event has it.
LONGEST_VERB = 20


class Door(Generic[Thing]):
    """What apps have brought through one door, in the order in which they are installed."""

    def __init__(self) -> None:
        self._brought: list[tuple[str, Thing]] = []

    def open(self, app: str, *things: Thing) -> None:
        """Bring `things` in, in the name of `app`: its label."""
        self._brought += [(app, thing) for thing in things]

    def __iter__(self) -> Iterator[Thing]:
        return (thing for _app, thing in self._brought)

    def by_app(self) -> Iterator[tuple[str, Thing]]:
        """Each thing with the label of the app that brought it."""
        return iter(self._brought)


# The desk


@dataclass(frozen=True, kw_only=True)
class Room:
    """A heading of the desk's first page and the lists under it: models as "app.Model". Those of `every_day` stand in
    the line under the masthead too. A room of a `key` that there is already is the same room, with more in it."""

    key: str
    name: Any
    models: tuple[str, ...]
    every_day: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Column:
    """A part of the desk's first page, for those who have `permission` ("app.codename").

    `content(page)` gives what `template` has as `part`, or None where there is nothing to show; `page` is a
    `first_page.Wall`. `place`: the first column of the page, the second or the third, from 0.
    """

    name: str
    permission: str
    place: int
    template: str
    content: Callable[[Any], Any]


@dataclass(frozen=True, kw_only=True)
class Done:
    """What a button's `act` may answer: another story to go on with, and sentences to add to the message."""

    story: Any = None
    sentences: tuple[Any, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button of a story, and the page that asks before it acts.

    `permission` is "app.codename". `form` is a subclass of `button_forms.Asked`. `act(story, by, asked)` may answer
    with a `Done`. `is_offered(story)` is asked of a story `with_standing`. `saves`: what is typed is saved first.
    `verb`: what it is called on its own page, where the label would ask for more.
    """

    name: str
    label: Any
    explanation: Any
    permission: str
    form: type
    act: Callable[[Any, Any, dict], Done | None]
    success_message: Any
    is_offered: Callable[[Any], bool]
    saves: bool = False
    verb: Any = ""

    @property
    def deed(self) -> str:
        """What it is called on its own page, where nothing more is asked after it."""
        return str(self.verb or self.label).rstrip("…")


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A panel beside a story's text, for those who have `permission`: `content(request, story)` gives what `template`
    has as `panel`, or None where there is nothing to show. A story that is not saved yet is None."""

    permission: str
    template: str
    content: Callable[[Any, Any], Any]


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What an event is called (“published”), and the sentence that a story's history says of it, in which
    %(revision)s is the revision's number. An event whose verb nobody brought shows as its own word."""

    verb: str
    label: Any
    sentence: Any = ""

    def __post_init__(self) -> None:
        if len(self.verb) > LONGEST_VERB:
            raise ValueError(f"The verb “{self.verb}” is too long for an event: {LONGEST_VERB} letters are the most.")


@dataclass(frozen=True, kw_only=True)
class Due:
    """Work that falls due every "day", "week" or "month": `manage.py due` does it. `label` says what, in a sentence."""

    name: str
    every: str
    label: str
    work: Callable[[], Any]


ROOMS: Door[Room] = Door()
COLUMNS: Door[Column] = Door()
BUTTONS: Door[Button] = Door()
PANELS: Door[Panel] = Door()
VERBS: Door[Deed] = Door()
# (role, what it may do more: "app.codename").
PERMISSIONS: Door[tuple[str, frozenset[str]]] = Door()
# `check(leaving)` is asked of all that is about to leave the house; one that raises `Refused`, blocks.
CHECKS: Door[Callable[[Any], None]] = Door()
# `findings(draft, live_from)`: what an editor should know before the draft goes out, as `facts.Finding`.
FINDINGS: Door[Callable[[Any, Any], Any]] = Door()
DUE: Door[Due] = Door()


# Readers


@dataclass(frozen=True, kw_only=True)
class Block:
    """A block at the end of each "story" or "front": `content(context)` gives what `template` has as `block`, or None
    where there is nothing to show. It is asked behind the wall, with the context of the page."""

    of: str
    template: str
    content: Callable[[dict], Any]


@dataclass(frozen=True, kw_only=True)
class Walk:
    """What the walk of canaries needs to know of an app's public addresses.

    `addresses(editions)`: {URL name: paths to ask, without the language}; `private`: names that are tested elsewhere;
    `plant(canary)`: puts words made by `canary(place)` into all that readers may not see.
    """

    addresses: Callable[[Any], dict[str, list[str]]]
    private: frozenset[str] = frozenset()
    plant: Callable[[Callable[[str], str]], None] = lambda canary: None


# URL patterns below an edition: they are views made by `public.pages.page`.
ADDRESSES: Door[Any] = Door()
BLOCKS: Door[Block] = Door()
# (model, `shown.Shown`): what readers may know of a table of the app's own.
SHOWN: Door[tuple[Any, Any]] = Door()
WALKS: Door[Walk] = Door()

ALL = {
    "rooms of the desk": ROOMS,
    "columns of the first page": COLUMNS,
    "buttons of a story": BUTTONS,
    "panels of a story": PANELS,
    "verbs of events": VERBS,
    "what roles may do": PERMISSIONS,
    "checks of the gate": CHECKS,
    "findings of readiness": FINDINGS,
    "work that falls due": DUE,
    "public addresses": ADDRESSES,
    "blocks of a page": BLOCKS,
    "what readers may know": SHOWN,
    "the walk of canaries": WALKS,
}
