"""The judge of readers' pages: what each costs in processor time of web workers and database, in times of a bare Django
view, at several sizes of the archive, made anew and out of the page cache."""

import argparse
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from articles.rules.numbers import number
from benchmarks import goals, machine, missing, processes, servers, table, turns, wrk
from benchmarks.archive import Archive, Failed
from newsroom.environment import CannotStart
from tests.served import ROOT

STORIES = 10_000
FAR = ", far back"
FILE = "nginx, a static file"


@dataclass(eq=False)
class Page:
    """A page to be measured; or many, whose addresses stand in the file `walk`: a turn goes on where the last ended."""

    server: servers.Server
    path: str
    headers: dict = field(default_factory=lambda: wrk.HEADERS)
    walk: Path | None = None
    asked: int = 0

    def cost(self, seconds):
        walk = (self.walk, self.asked) if self.walk else ()
        milliseconds, requests = self.server.cost(self.path, seconds, walk, self.headers)
        self.asked += requests
        return milliseconds


def main(arguments):
    try:
        asked = parsed(arguments)
        run(asked)
    except (Failed, wrk.BadAnswer, CannotStart) as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit("make bench was stopped before it was done.")


def parsed(arguments):
    """What is asked for. The demo's size comes first, and no archive shrinks."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("stories", type=whole_number, nargs="*", default=[STORIES], help="sizes of the archive")
    parser.add_argument("--seconds", type=whole_number, default=1, help="how long each page is asked for in a turn")
    parser.add_argument("--rounds", type=whole_number, default=2, help="how many turns each page has")
    parser.add_argument("--only", default="", metavar="WORD", help="measure only pages with this word in their name")
    asked = parser.parse_args(arguments)
    asked.sizes = [0, *sorted(set(asked.stories) - {0})]
    return asked


def whole_number(text):
    if (found := number(text)) is not None:
        return found
    raise argparse.ArgumentTypeError(f"{text} is not a number: write one like {STORIES}.")


def run(asked):
    """Measure at each size, the demo's (0) first; what cannot be measured here is said."""
    with ExitStack() as stack:
        folder = stack.enter_context(own_folder())
        if why := missing.needed() or missing.room(max(asked.sizes), folder):
            sys.exit(why)
        archive = stack.enter_context(own_archive(folder))
        hello = stack.enter_context(servers.hello(folder))
        files = None if missing.wanted() else stack.enter_context(servers.nginx(folder))
        say(machine.described())
        say(missing.wanted())
        Judge(archive, hello, files, asked).measure_all()


@contextmanager
def own_folder():
    """In var/, where there is room for a paper; readable along the way for whoever PostgreSQL runs as."""
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def own_archive(folder):
    archive = Archive(folder)
    try:
        yield archive
    finally:
        archive.cluster.stop()


class Judge:
    def __init__(self, archive, hello, files, asked):
        self.archive, self.hello, self.files, self.asked = archive, hello, files, asked
        self.found = {}

    def measure_all(self):
        tell("Loading the demo …")
        self.archive.begin()
        for size in self.asked.sizes:
            self.measure(size)
        self.show_growth()

    def measure(self, size):
        if size:
            self.load(size)
        self.archive.settle()
        told = self.archive.addresses()
        title = f"{told['stories']:,} stories" if size else f"The demo ({told['stories']:,} stories)"
        with servers.paper(self.archive, PAGE_CACHE="0") as paper:
            found = self.take(self.made_anew(paper, told), f"{title}, made anew")
            memory = processes.megabytes((paper.process,))
        with servers.paper(self.archive) as paper:
            pages = self.pages(paper, told, wrk.HEADERS | wrk.GZIP)
            keep(pages)
            cached = self.take(pages, f"{title}, cached")
        self.found[title] = {name: cost for name, cost in found.items() if not name.endswith(FAR)}
        self.show(title, found, cached, told, memory)

    def load(self, size):
        tell(f"Loading the archive until it has {size:,} stories …")
        self.archive.wake()
        pace = self.archive.grow(size)
        gigabytes = self.archive.bytes() / missing.GIGABYTE
        say(f"## Loaded by make_archive: {size:,} stories\n")
        say(table.figures([
            ("stories a second", pace, goals.LOADED),
            ("database, GB", gigabytes, None),
            ("of a million at this rate, GB", gigabytes * goals.MILLION / size, goals.GIGABYTES),
        ]))  # fmt: skip

    def made_anew(self, paper, told):
        """All that is measured without the page cache. A goal is that of a page which is not compressed."""
        compressed = Page(paper, told["pages"]["rich story"], wrk.HEADERS | wrk.GZIP)
        pages = self.pages(paper, told, wrk.HEADERS) | {"rich story, compressed": compressed}
        pages |= {f"{name}{FAR}": Page(paper, path) for name, (_number, path) in told["far"].items()}
        if self.files:
            pages[FILE] = Page(self.files, "/")
        return self.chosen(pages)

    def chosen(self, pages):
        return {name: page for name, page in pages.items() if self.asked.only in name}

    def pages(self, paper, told, headers):
        """By name: those that are repeated, and those that are not."""
        pages = {name: Page(paper, path, headers) for name, path in told["pages"].items()}
        for name, paths in told["walks"].items():
            walk = self.archive.folder / f"{name}.walk"
            walk.write_text("".join(f"{path}\n" for path in paths))
            pages[f"{name}{goals.NOT_REPEATED}"] = Page(paper, paths[0], headers, walk)
        return self.chosen(pages)

    def take(self, pages, what):
        tell(f"Measuring: {what} …")
        for page in pages.values():
            status, _length = page.server.get(page.path)
            if status != 200:
                raise Failed(f"{page.path} is answered with {status}: there is nothing to be measured.")
        hello = Page(self.hello, "/")
        return turns.take(
            pages,
            ask=lambda name: pages[name].cost(self.asked.seconds),
            ask_hello=lambda: hello.cost(1),
            rounds=self.asked.rounds,
        )

    def show(self, title, found, cached, told, memory):
        here = self.found[title]
        say(f"## {title}: made anew (PAGE_CACHE=0)\n")
        say(table.costs(here, goals.UNCACHED))
        say(f"## {title}: with the page cache\n")
        say(table.costs(cached, goals.CACHED))
        if far := {name: found[f"{name}{FAR}"] for name in told["far"] if f"{name}{FAR}" in found}:
            numbers = ", ".join(f"{name} {told['far'][name][0]:,}" for name in far)
            say(f"## {title}: far back in a list (pages {numbers})\n")
            say(table.growth(here, far, ("page 1", "far back"), goals.FAR))
        say(f"## {title}: memory\n")
        say(table.figures([("launcher and web server with its workers, MB (PSS)", memory, goals.MEGABYTES)]))

    def show_growth(self):
        """The largest size beside each smaller one."""
        *smaller, (most, many) = self.found.items()
        for few, found in smaller:
            say(f"## {most} beside {few}, both made anew, in times of hello\n")
            ours = {name: cost for name, cost in many.items() if name != FILE}
            say(table.growth(found, ours, (few, most), goals.GROWTH))


def keep(pages):
    """Have each worker set each page that is asked for again: what a first request costs is another figure."""
    for page in pages.values():
        if not page.walk:
            page.cost(1)


def say(line):
    if line:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def tell(line):
    sys.stderr.write(f"{line}\n")
