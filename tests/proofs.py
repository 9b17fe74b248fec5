"""The proofs of `make prove`: how much each tries, by which seed, and the table of what came of it.

A sample by default, the same for the same SEED; FULL=1 tries everything. The table asserts nothing: its seconds are for
whoever reads it.
"""

import os
import random
import time
from collections import defaultdict
from contextlib import contextmanager

FULL = os.environ.get("FULL") == "1"
# A sample is the same each time, so that what turns it red is the change; a full run looks where nobody has looked.
SEED = int(os.environ.get("SEED") or (random.SystemRandom().randrange(10**6) if FULL else 1))
# The workers of xdist get the number that was drawn.
os.environ["SEED"] = str(SEED)


def tries(*, sample, full):
    """How often a proof tries, or of how much."""
    return full if FULL else sample


def some(everything, *, sample, of=""):
    """So many of what a proof could try, chosen by the seed, in order; or all of it. Another `of`, another choice."""
    everything = list(everything)
    if FULL or len(everything) <= sample:
        return everything
    chosen = random.Random(f"{SEED} {of}").sample(range(len(everything)), sample)
    return [everything[place] for place in sorted(chosen)]


class Tally:
    """What one proof has tried and how often in vain, and what it has to say beside."""

    def __init__(self, record):
        self.record, self.tried, self.failed = record, 0, 0

    def hold(self, attempt, over):
        """`attempt` each, to the last, whatever fails between; then fail as the first that did."""
        failures = []
        for each in over:
            self.tried += 1
            try:
                attempt(each)
            except Exception as failure:
                failures.append((each, failure))
        self.failed += len(failures)
        if failures:
            first, failure = failures[0]
            raise AssertionError(f"{len(failures)} failed, first {first!r}: {failure}") from failure

    @contextmanager
    def timed(self, what):
        began = time.perf_counter()
        yield
        self.say(f"{what}: {time.perf_counter() - began:.1f} s")

    def say(self, line):
        """For the table, which asserts nothing: how long a thing took, how soon it was there."""
        self.record("said", line)


class Row:
    """A line of the table: one proof, of all its parameters."""

    def __init__(self):
        self.tries = self.failures = self.seconds = 0
        self.said = []

    def add(self, reports):
        """The reports of one test: of its phases, and of its subtests."""
        phases = [report for report in reports if not hasattr(report, "context")]
        parts = [report for report in reports if hasattr(report, "context")]
        self.seconds += sum(report.duration for report in phases)
        if any(report.skipped for report in phases):
            return
        known = phases[-1].user_properties
        counted = dict(known)
        self.tries += counted.get("tried") or len(parts) or 1
        failed = counted.get("failed") or sum(report.failed for report in parts)
        self.failures += failed or any(report.failed for report in phases)
        self.said += [line for name, line in known if name == "said"]


class Table:
    """The plugin that gathers what the proofs report, from all workers, and shows it at the end."""

    def __init__(self, config):
        selected = config.option.markexpr
        self.are_asked_for = "prove" in selected and "not prove" not in selected
        self.reports = defaultdict(list)

    def pytest_report_header(self):
        how_much = "everything" if FULL else "a sample; FULL=1 tries everything"
        return f"proofs: SEED={SEED}, {how_much}" if self.are_asked_for else None

    def pytest_runtest_logreport(self, report):
        if "prove" in report.keywords:
            self.reports[report.nodeid].append(report)

    def pytest_terminal_summary(self, terminalreporter):
        if not self.reports:
            return
        terminalreporter.section(f"proofs, SEED={SEED}, {'everything' if FULL else 'a sample'}")
        terminalreporter.write_line(f"{'seed':>6} {'tries':>7} {'failures':>8} {'seconds':>7}  proof")
        for name, row in sorted(self.rows().items(), key=lambda each: -each[1].seconds):
            terminalreporter.write_line(f"{SEED:6} {row.tries:7} {row.failures:8} {row.seconds:7.0f}  {name}")
            for line in row.said:
                terminalreporter.write_line(" " * 33 + line)

    def rows(self):
        rows = defaultdict(Row)
        for test, reports in self.reports.items():
            file, _, rest = test.partition("::")
            sentence = rest.partition("[")[0].removeprefix("test_").replace("_", " ")
            rows[f"{file.removeprefix('tests/')}: {sentence}"].add(reports)
        return rows
