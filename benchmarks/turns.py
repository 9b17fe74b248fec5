"""Pages and the yardstick in turn: whatever else the machine does in a minute, it does to both."""

from collections import defaultdict
from typing import NamedTuple


class Cost(NamedTuple):
    """Processor milliseconds of a page, and of hello in the turns right before and after it."""

    page: float
    hello: float

    @property
    def times(self):
        return self.page / self.hello


def take(pages, ask, ask_hello, rounds):
    """The least cost of each page in so many rounds of hello, a page, hello, the next page and so on. `ask(page)` and
    `ask_hello()` measure, in milliseconds."""
    of_pages, of_hello = defaultdict(list), defaultdict(list)
    before = ask_hello()
    for _round in range(rounds):
        for page in pages:
            of_pages[page].append(ask(page))
            after = ask_hello()
            of_hello[page] += [before, after]
            before = after
    return {page: Cost(min(of_pages[page]), min(of_hello[page])) for page in pages}
