"""What something costs, told without the clock on the wall, which other work makes run ahead: steps, or processor time
at two sizes."""

import gc
import sys
import time

from articles.text import remembering

# The larger is so many times the smaller. What costs a pass grows as much; what costs its square, sixty-four times.
TIMES = 8
# Between the two, as far from either: what else the machine does may make a processor slower, not three times.
MOST_GROWTH = 24
ATTEMPTS = 3


class TooManySteps(AssertionError):
    """Raised in the middle of the work: what has no end is not waited for."""


def seconds(act, *given):
    """The processor's time, the best of some."""
    found = []
    gc.collect()
    gc.disable()
    try:
        for _attempt in range(ATTEMPTS):
            remembering.forget()
            began = time.process_time()
            act(*given)
            found.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(found)


def steps(act, *given, most=None):
    """How many functions are called, ours and Python's own: the same for the same input, on any machine."""
    taken = 0

    def count(_frame, event, _argument):
        nonlocal taken
        taken += event in ("call", "c_call")
        if most and taken > most:
            raise TooManySteps(f"more than {most:,} steps")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act(*given)
    finally:
        sys.setprofile(before)
    return taken


def assert_grows_with_its_size(act, make, size, cost=seconds):
    """What `act` makes of `make(TIMES * size)` costs no more than its length does over `make(size)`."""
    small, large = make(size), make(TIMES * size)
    for _attempt in range(ATTEMPTS):
        growth = cost(act, large) / cost(act, small)
        if growth < MOST_GROWTH:
            return
    raise AssertionError(f"{TIMES} times as much costs {growth:.0f} times as much")
