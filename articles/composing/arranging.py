"""What stands where on a front page. Stories in, stories out: nothing is asked here."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from articles.rules.words import Kind

SECONDS = 4
# The newest, which stand under “Latest” and in no section.
LATEST = 5
OF_A_SECTION = 4


@dataclass(frozen=True)
class Arrangement:
    """A way to show a section: how many stories it takes, how many of their pictures, and by which template."""

    name: str
    fewest: int
    most: int
    pictures: int = 0
    line: str = "partials/teaser.html"
    is_half: bool = False
    of_opinion: bool = False
    # For a section that has no more to show, lest its half of the row be empty.
    of_all: bool = False

    def suits(self, stories):
        are_enough = len(stories) >= self.fewest and not (self.of_all and len(stories) > self.most)
        may_lack = self.is_half and not self.of_all
        have_pictures = may_lack or all(story.photo_id for story in stories[: self.pictures])
        are_opinion = all(story.kind == Kind.OPINION for story in stories)
        return are_enough and have_pictures and (are_opinion or not self.of_opinion)


# The last two suit any section. In a tie the first is chosen.
ARRANGEMENTS = (
    Arrangement("voices", fewest=2, most=4, line="partials/voice.html", of_opinion=True),
    Arrangement("wide", fewest=3, most=3, pictures=1),
    Arrangement("row", fewest=3, most=4),
    Arrangement("pair", fewest=2, most=2, pictures=2),
    Arrangement("alone", fewest=1, most=1, pictures=1, is_half=True, of_all=True),
    Arrangement("brief", fewest=1, most=2, pictures=1, is_half=True),
    Arrangement("times", fewest=1, most=3, line="partials/timed.html", is_half=True),
)


@dataclass(frozen=True)
class Front:
    """The head of a section's own front: how many stories stand in it, and which of them have to have a picture."""

    name: str
    takes: int
    pictured: tuple = ()
    frame: str = "list"
    line: str = "partials/teaser.html"

    def shown(self, stories):
        """Its stories, each with the frame that its picture is shown in, or none."""
        shown = enumerate(stories[: self.takes])
        return [(story, self.frame if number in self.pictured else "") for number, story in shown]

    def suits(self, stories):
        return len(stories) >= self.takes and all(stories[number].photo_id for number in self.pictured)


VOICES = Front("voices", takes=2, line="partials/voice.html")
PLAIN = Front("plain", takes=0)
# Sections take turns, so that two beside each other in the menu are never alike.
FRONTS = (
    Front("led", takes=3, pictured=(0,), frame="wide"),
    Front("paired", takes=3, pictured=(0, 1), frame="pair"),
    Front("broad", takes=4, pictured=(0,), frame="lead"),
    Front("beside", takes=3, pictured=(1,), frame="pair"),
)


@dataclass(frozen=True)
class Shelf:
    """A section of the front page."""

    arrangement: Arrangement
    stories: list

    @property
    def section(self):
        return self.stories[0].section

    @property
    def shown(self):
        """Its stories, each with the frame that its picture is shown in, or none."""
        pictured = self.stories[: self.arrangement.pictures]
        return [(story, self.arrangement.name if story in pictured else "") for story in self.stories]


def reported_first(stories):
    """The stories in their order, but sponsored ones last: what was paid for leads nothing."""
    return sorted(stories, key=lambda story: story.kind == Kind.SPONSORED)


def top(placed, newest):
    """One lead and its seconds, from what editors placed and then the newest; and what else they placed."""
    first = _led_by_news([*placed, *reported_first(newest)][: 1 + SECONDS])
    return {"lead": first[:1], "seconds": first[1:], "more": placed[1 + SECONDS :]}


def _led_by_news(stories):
    """The stories in their order, the first piece of news before all: an advertisement may be placed, and leads not."""
    lead = [story for story in stories if story.kind != Kind.SPONSORED][:1]
    return lead + [story for story in stories if story not in lead]


def section_front(section, stories):
    """How the newest of a section are arranged: opinion by its names, the others by their turn and what they have."""
    if len(stories) >= VOICES.takes and all(story.kind == Kind.OPINION for story in stories):
        return Front(VOICES.name, len(stories), line=VOICES.line)
    turn = section.position % len(FRONTS)
    return next((front for front in FRONTS[turn:] + FRONTS[:turn] if front.suits(stories)), PLAIN)


def shelves(stories):
    """Rows of a shelf, or of two half ones; no arrangement twice in a row. The stories come section by section."""
    rows, used, last = [], Counter(), None
    for _section, found in groupby(stories, key=lambda story: story.section_id):
        of_section = reported_first(found)
        is_open = bool(rows) and len(rows[-1]) == 1 and last.is_half
        suited = [each for each in ARRANGEMENTS if each != last and each.suits(of_section)]
        last = min(suited, key=lambda it: (not it.of_opinion, is_open and not it.is_half, not it.of_all, used[it]))
        used[last] += 1
        shelf = Shelf(last, of_section[: last.most])
        if is_open and last.is_half:
            rows[-1].append(shelf)
        else:
            rows.append([shelf])
    return rows


def latest(river):
    """What stands under “Latest” although its section has room: news and its kin, for opinion has its own place."""
    return [story for story in river if story.kind != Kind.OPINION][:LATEST]


def numbers_of(top, rows=()):
    """The numbers of the stories that have a place already."""
    shown = [
        *top["lead"],
        *top["seconds"],
        *top["more"],
        *(story for row in rows for each in row for story in each.stories),
    ]
    return {story.story_id for story in shown}


def without(stories, numbers):
    return [story for story in stories if story.story_id not in numbers]
