"""`make bench` judges fairly: whose time counts, in what turn, beside which goal; and it says what it lacks."""

import subprocess
import sys

import pytest

from benchmarks import addresses, goals, hello, judge, machine, missing, processes, servers, table, turns, wrk
from benchmarks.goals import Goal
from benchmarks.turns import Cost
from newsroom import launch

WRK = """\
Running 6s test @ http://127.0.0.1:8000/
  1 threads and 8 connections
  Latency Distribution
     50%   25.81ms
     99%   64.20ms
  1834 requests in 6.00s, 36.62MB read
{refused}Requests/sec:    305.51
"""
LIVES = "import sys; sys.stdout.write('up'); sys.stdout.flush(); sys.stdin.read()"
# A parent whose child works and ends before it says so.
WORKS = """
import subprocess, sys
work = "import time\\nwhile time.process_time() < 0.5: pass"
subprocess.run([sys.executable, "-c", work], check=True)
"""


# Whose time counts


def process(proc, number, parent, *ticks, name="gunicorn", kilobytes=None):
    """A process as /proc tells it: its own ticks in user and system mode, then those of children that have ended."""
    folder = proc / str(number)
    folder.mkdir()
    told = " ".join(map(str, ticks))
    (folder / "stat").write_text(f"{number} ({name}) S {parent} 1 1 0 -1 4194560 9 8 7 6 {told} 20 0 1 0 99\n")
    if kilobytes is not None:
        (folder / "smaps_rollup").write_text(f"55d-7ff ---p 0 0 0 [rollup]\nRss: 9999 kB\nPss:   {kilobytes} kB\n")


@pytest.fixture
def proc(tmp_path):
    process(tmp_path, 1, 0, 5000, 5000, 5000, 5000, name="init")
    process(tmp_path, 20, 1, 1, 2, 3, 4, kilobytes=2048)
    process(tmp_path, 21, 20, 10, 20, 0, 0, name="worker (2) of S 1", kilobytes=1024)
    process(tmp_path, 22, 21, 100, 200, 0, 0, kilobytes=512)
    process(tmp_path, 30, 1, 1000, 2000, 3000, 4000, name="wrk", kilobytes=4096)
    (tmp_path / "meminfo").write_text("no process\n")
    return tmp_path


def test_a_tree_is_all_that_a_process_has_started_and_nothing_else(proc):
    assert processes.tree([20], processes.read(proc)) == {20, 21, 22}
    assert processes.tree([22, 30, 4711], processes.read(proc)) == {22, 30}


def test_time_is_that_of_the_tree_and_of_its_children_that_have_ended(proc):
    assert processes.seconds([20], proc) == 340 / processes.TICKS
    assert processes.seconds([20, 21], proc) == 340 / processes.TICKS


def test_memory_is_that_of_the_tree_and_of_one_that_has_just_ended_nothing(proc):
    assert processes.megabytes([20], proc) == 3.5
    (proc / "22" / "smaps_rollup").unlink()
    assert processes.megabytes([20], proc) == 3.0


def test_what_a_backend_has_used_that_ended_in_between_is_counted():
    with subprocess.Popen(
        [sys.executable, "-c", WORKS + LIVES], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout.read(2) == b"up"
        assert processes.seconds([parent.pid]) >= 0.4
        assert 1 < processes.megabytes([parent.pid]) < 500
        parent.stdin.close()


# What wrk says


def answered(requests):
    return wrk.Answered(requests, 0)


def test_what_wrk_says_is_read():
    assert wrk.parse(WRK.format(refused="")) == (1834, 0)
    assert wrk.parse(WRK.format(refused="  Non-2xx or 3xx responses: 17\n")) == (1834, 17)


@pytest.mark.parametrize("said", [WRK.format(refused="  Non-2xx or 3xx responses: 17\n"), "unable to connect\n"])
def test_errors_are_not_taken_for_pages(tmp_path, monkeypatch, said):
    told = tmp_path / "wrk"
    told.write_text(f"#!/bin/sh\ncat <<'END'\n{said}END\n")
    told.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(wrk.BadAnswer):
        wrk.ask("http://127.0.0.1:1/", 1)


def test_what_is_still_answered_when_wrk_leaves_is_counted_with_its_time(monkeypatch):
    monkeypatch.setattr(wrk, "ask", lambda *asked: answered(100 - wrk.CONNECTIONS))
    monkeypatch.setattr(processes, "seconds", lambda roots: 10.0)
    monkeypatch.setattr(processes, "seconds_at_rest", lambda roots: 10.5)
    assert servers.Server("", 1, (1,)).cost("/", 1) == (5.0, 100)


def test_a_page_that_is_not_answered_in_time_is_given_more(monkeypatch):
    asked, answers = [], iter([0, 0, 5])
    monkeypatch.setattr(wrk, "ask", lambda url, seconds, *how: asked.append(seconds) or answered(next(answers)))
    monkeypatch.setattr(processes, "seconds", lambda roots: 10.0)
    monkeypatch.setattr(processes, "seconds_at_rest", lambda roots: 10.5)
    assert servers.Server("", 1, (1,)).cost("/", 2)[1] == 5 + wrk.CONNECTIONS
    assert asked == [2, 10, 50]
    answers = iter([0, 0, 0])
    with pytest.raises(wrk.BadAnswer):
        servers.Server("", 1, (1,)).cost("/", 2)


def test_pages_that_are_not_repeated_go_on_where_the_last_turn_ended(tmp_path, monkeypatch):
    walks = []
    monkeypatch.setattr(
        servers.Server, "cost", lambda self, path, seconds, walk, headers: walks.append(walk) or (1.0, 70)
    )
    page = judge.Page(servers.Server("", 1, ()), "/", walk=tmp_path)
    page.cost(1), page.cost(1)
    assert walks == [(tmp_path, 0), (tmp_path, 70)]


# In turn


def test_hello_is_asked_before_and_after_each_page_and_the_least_counts():
    asked, pages, yardstick = [], iter([9, 4, 7, 5]), iter([0.5, 0.2, 0.3, 0.4, 0.6])

    def ask(page):
        asked.append(page)
        return next(pages)

    def ask_hello():
        asked.append("hello")
        return next(yardstick)

    found = turns.take(["a", "b"], ask, ask_hello, rounds=2)
    assert asked == ["hello", "a", "hello", "b", "hello", "a", "hello", "b", "hello"]
    assert found == {"a": Cost(7, 0.2), "b": Cost(4, 0.2)}
    assert found["b"].times == 20


def test_hello_is_a_page_of_20_kilobytes_served_as_the_paper_is():
    assert len(hello.hello(None).content) == 20_000
    paper = launch.gunicorn("newsroom.wsgi", 8000)
    assert launch.gunicorn("benchmarks.hello:application()", 8000) == tuple(
        part.replace("newsroom.wsgi", "benchmarks.hello:application()") for part in paper
    )
    assert wrk.CONNECTIONS == launch.WORKERS * launch.THREADS


# Beside its goal


@pytest.mark.parametrize(
    ("goal", "figure", "judged"),
    [
        (Goal(15, 10), 15.1, "not met"),
        (Goal(15, 10), 15, "met"),
        (Goal(15, 10), 10, "wish met"),
        (Goal(1.2), 0.1, "met"),
        (Goal(1_100, at_least=True), 1_099, "not met"),
        (Goal(1_100, at_least=True), 1_100, "met"),
    ],
)
def test_a_goal_is_met_or_not(goal, figure, judged):
    assert goal.judge(figure) == judged


def test_each_page_that_is_measured_has_a_goal_made_anew_and_cached():
    measured = {"story", "rich story", *addresses.KINDS}
    assert {name for name in goals.UNCACHED if not name.endswith(goals.NOT_REPEATED)} == measured
    assert goals.CACHED.keys() == measured
    assert set(goals.CACHED.values()) == {Goal(0.7, 0.5)}


def test_a_table_has_hellos_time_beside_each_ratio():
    rows = table.costs({"story": Cost(6.0, 0.25), "nginx": Cost(0.0125, 0.25)}, {"story": Goal(30, 20)}).splitlines()
    assert len({len(row) for row in rows}) == 1
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert cells[0] == ["page", "ms", "hello, ms", "× hello", "goal", "wish", ""]
    assert cells[2:] == [
        ["story", "6", "0.250", "24", "30", "20", "met"],
        ["nginx", "0.0125", "0.250", "0.05", "", "", ""],
    ]


def test_growth_is_told_in_times_of_the_hello_beside_each():
    few, many = {"front": Cost(6, 0.3), "gone": Cost(1, 1)}, {"front": Cost(9, 0.3), "new": Cost(1, 1)}
    [row] = table.growth(few, many, ("few", "many"), Goal(1.2)).splitlines()[2:]
    assert [cell.strip() for cell in row.strip("|").split("|")] == ["front", "20", "30", "1.50", "1.20", "", "not met"]
    busier = {"front": Cost(12, 0.6)}
    assert " 1.00 |" in table.growth(few, busier, ("few", "many"), Goal(1.2))


@pytest.mark.parametrize(("rows", "number"), [(119, 0), (120, 2), (30_000, 500), (60_000, 1_000), (10**6, 1_000)])
def test_far_back_is_page_1_000_or_half_way(rows, number):
    assert addresses.back(rows) == number


# What it lacks, and what it is asked for


def found(*names):
    return lambda name: name if name in names else None


def test_what_cannot_be_measured_is_said_in_a_sentence(tmp_path):
    there = tmp_path / "smaps_rollup"
    there.touch()
    assert missing.needed("darwin", there, found("wrk")) == missing.NOT_LINUX
    assert missing.needed("linux", tmp_path / "none", found("wrk")) == missing.NOT_LINUX
    assert missing.needed("linux", there, found("nginx")) == missing.NO_WRK
    assert missing.needed("linux", there, found("wrk")) == ""
    assert missing.wanted(found("wrk")) == missing.NO_NGINX
    assert missing.wanted(found("nginx")) == ""
    assert "apt install wrk" in missing.NO_WRK
    assert "apt install nginx-light" in missing.NO_NGINX


def test_what_finds_no_room_is_said_before_it_is_loaded(tmp_path):
    assert missing.room(0, tmp_path, lambda folder: 1) == ""
    assert missing.room(10**6, tmp_path, lambda folder: 10**11) == ""
    assert missing.room(10**6, tmp_path, lambda folder: 2 * 10**9) == (
        f"1,000,000 stories need 40 GB for as long as it runs, and {tmp_path} has 2: make room there."
    )


def test_a_busy_machine_is_said_to_be_busy():
    assert "busy" not in machine.load(0.1)
    assert "taken again on a quiet one" in machine.load(2.0)


@pytest.mark.parametrize(
    ("arguments", "sizes"),
    [("", [0, 10_000]), ("0", [0]), ("100000 1000 --rounds 3", [0, 1_000, 100_000]), ("5 5", [0, 5])],
)
def test_the_demo_is_measured_first_and_no_archive_shrinks(arguments, sizes):
    assert judge.parsed(arguments.split()).sizes == sizes


def test_what_is_no_size_is_refused(capsys):
    with pytest.raises(SystemExit):
        judge.parsed(["many"])
    assert "many is not a number" in capsys.readouterr().err
