"""No test passes or fails by the clock on the wall: a machine at work is no bug. What to ask instead is in costs.py."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests import clock_readings

TESTS = Path(__file__).resolve().parents[1]
# In the order of what has been done here once.
BAD = {
    "a difference in an assertion": """
        def test():
            began = time.monotonic()
            act()
            assert time.monotonic() - began < 3
    """,
    "a name between": """
        def test():
            began = perf_counter()
            act()
            took = perf_counter() - began
            assert took < 3
    """,
    "a function that measures": """
        def timed(act):
            began = time.perf_counter()
            act()
            return "done", time.perf_counter() - began

        def test():
            done, seconds = timed(act)
            assert seconds < 1
    """,
    "a list of times": """
        def test():
            lasted = []
            for step in steps:
                began = time.time()
                step()
                lasted.append(time.time() - began)
            assert sum(lasted) < 60
    """,
    "an attribute": """
        class Watch:
            def start(self):
                self.began = time.monotonic_ns()

        def test(watch):
            assert act(watch) > self.began
    """,
    "a failure behind an if": """
        def test():
            until = time.monotonic() + 60
            if time.monotonic() > until:
                pytest.fail("too slow")
    """,
    "the browser's clock": """
        def test(page):
            assert page.evaluate("performance.now()") < 2000
    """,
    "how far two moments lie apart": """
        def test():
            assert abs(version.live_from - locking.clock()) < timedelta(seconds=5)
    """,
    "a deadline": """
        @settings(deadline=200)
        def test():
            pass
    """,
    "a limit": """
        @pytest.mark.timeout(3)
        def test():
            pass
    """,
}
GOOD = {
    "processor time": """
        def test():
            began = time.process_time()
            assert time.process_time() - began < 3
    """,
    "waiting": """
        def test():
            until = time.monotonic() + 60
            while time.monotonic() < until and not done():
                time.sleep(1)
            assert done()
    """,
    "the order of events": """
        def test():
            before = locking.clock()
            assert before <= act().live_from <= locking.clock()
    """,
    "a time that is told": """
        def test():
            began = time.monotonic()
            act()
            print(time.monotonic() - began)
            assert acted()
    """,
    "an old file": """
        def test():
            long_ago = time.time() - 86_400
            os.utime(name, (long_ago, long_ago))
            assert swept()
    """,
    "no deadline": """
        @settings(deadline=None)
        def test():
            pass
    """,
}


@pytest.mark.parametrize("source", BAD.values(), ids=BAD)
def test_a_clock_that_decides_is_found(source):
    assert len(clock_readings.verdicts(dedent(source))) == 1


@pytest.mark.parametrize("source", GOOD.values(), ids=GOOD)
def test_a_clock_that_decides_nothing_is_left_alone(source):
    assert clock_readings.verdicts(dedent(source)) == []


def test_a_fault_is_told_with_its_line():
    [(line, fault)] = clock_readings.verdicts(dedent(BAD["a name between"]).lstrip())
    assert (line, fault) == (5, clock_readings.VERDICT)


def test_no_test_of_ours_is_decided_by_a_clock():
    found = [
        f"{path.relative_to(TESTS.parent)}:{line}: {fault}"
        for path in sorted(TESTS.rglob("*.py"))
        for line, fault in clock_readings.verdicts(path.read_text())
    ]
    assert found == []
