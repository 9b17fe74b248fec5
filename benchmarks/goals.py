"""What is to be reached, and the words of a table that says whether it is."""

from typing import NamedTuple

NOT_REPEATED = ", not repeated"


class Goal(NamedTuple):
    """The most that a figure may be, or the least; the wish is a better one."""

    goal: float
    wish: float | None = None
    at_least: bool = False

    def judge(self, figure):
        if self.wish is not None and self._holds(figure, self.wish):
            return "wish met"
        return "met" if self._holds(figure, self.goal) else "not met"

    def _holds(self, figure, bar):
        return figure >= bar if self.at_least else figure <= bar


STORY, LIST, CALENDAR = Goal(15, 10), Goal(30, 20), Goal(30, 15)
# How many times hello's processor time a page costs that is made anew.
UNCACHED = {
    "story": STORY,
    "rich story": STORY,
    "front": LIST,
    "section": LIST,
    "topic": LIST,
    "contributor": LIST,
    "source": LIST,
    "archive, years": CALENDAR,
    "archive, a year": CALENDAR,
    "archive, a day": CALENDAR,
    "corrections": Goal(25, 15),
    "topics": Goal(25, 15),
    "about the paper": Goal(6, 4),
    f"story{NOT_REPEATED}": STORY,
    f"section{NOT_REPEATED}": LIST,
}
# The same for one that the page cache has. Pages that are not repeated are mostly not in it: no bar is set for them.
CACHED = {name: Goal(0.7, 0.5) for name in UNCACHED if not name.endswith(NOT_REPEATED)}
# A page with a large archive and with a small one; far back in a list and at its beginning.
GROWTH, FAR = Goal(1.2), Goal(1.1)
LOADED = Goal(1_100, at_least=True)
GIGABYTES, MILLION = Goal(20), 1_000_000
MEGABYTES = Goal(200)
