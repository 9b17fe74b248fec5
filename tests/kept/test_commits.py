"""Who of a host's processes is committing: seen by the others before, after, and when it was killed meanwhile."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from newsroom.kept import commits
from newsroom.kept.commits import LAST_WORDS, Commits

PROGRAM = """
import sys
from pathlib import Path
from newsroom.kept.commits import Commits
shared = Commits(Path(sys.argv[1]))
for line in sys.stdin:
    if line == "commit\\n":
        committing = shared.commit()
        committing.__enter__()
    elif line == "done\\n":
        committing.__exit__(None, None, None)
    print(line, end="", flush=True)
"""


class Other:
    """Another process that maps the file."""

    def __init__(self, path):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(path)], **pipes)

    def does(self, what):
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == f"{what}\n"

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "committing"


@pytest.fixture
def other(path):
    process = Other(path)
    yield process
    process.process.kill()
    process.process.communicate()


def test_a_commit_of_another_process_is_seen_before_and_after(path, other):
    mine = Commits(path)
    before = mine.seen()
    assert not mine.sweep()
    other.does("commit")
    assert mine.seen() != before
    assert mine.sweep()
    other.does("done")
    assert not mine.sweep()
    assert mine.seen() != before, "what was asked before the commit is not believed after it"


def test_so_is_one_of_this_process_and_of_two_threads_the_last(path):
    mine = Commits(path)
    before = mine.seen()
    with mine.commit():
        with mine.commit():
            assert mine.sweep()
        assert mine.sweep()
    assert not mine.sweep()
    assert mine.seen() != before


def test_one_that_was_killed_meanwhile_is_committing_until_the_database_must_be_done(path, other, monkeypatch):
    mine = Commits(path)
    other.does("commit")
    other.kill()
    assert mine.sweep()
    another = Other(path)
    # A new process takes no slot in which somebody died.
    another.does("commit")
    another.does("done")
    another.kill()
    assert mine.sweep()
    now = time.monotonic()
    monkeypatch.setattr(commits.time, "monotonic", lambda: now + LAST_WORDS + 60)
    assert mine.sweep()
    assert not mine.sweep()


def test_where_all_slots_are_taken_it_is_said_and_the_commit_goes_on(path, other, monkeypatch, caplog):
    monkeypatch.setattr(commits, "SLOTS", 1)
    other.does("commit")
    other.does("done")
    with Commits(path).commit():
        pass
    assert "More than 1 processes" in caplog.text


def test_the_file_is_this_users_alone(path):
    Commits(path)
    assert os.stat(path).st_mode & 0o777 == 0o600


def test_its_place_on_the_disk_is_taken_before_it_is_written_to(path):
    Commits(path)
    assert os.stat(path).st_blocks * 512 >= commits.SLOTS * commits.WIDTH


def test_threads_that_begin_at_once_have_one_file(settings, tmp_path, monkeypatch):
    settings.VAR, both = tmp_path, threading.Barrier(2)

    class Slow(Commits):
        def __init__(self, path):
            with suppress(threading.BrokenBarrierError):
                both.wait(1)
            super().__init__(path)

    monkeypatch.setattr(commits, "Commits", Slow)
    commits.of_this_host.cache_clear()
    try:
        with ThreadPoolExecutor(2) as pool:
            one, another = pool.map(lambda _number: commits.of_this_host(), range(2))
        assert one is another
    finally:
        commits.of_this_host.cache_clear()


def test_where_no_file_can_be_nothing_is_shared_and_it_is_said(settings, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    settings.VAR = tmp_path / "file"
    commits.of_this_host.cache_clear()
    try:
        assert commits.of_this_host() is None
        assert "page cache has no file" in caplog.text
    finally:
        commits.of_this_host.cache_clear()
