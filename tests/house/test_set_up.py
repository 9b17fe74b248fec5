"""`make run`, as a person uses it: started, stopped, killed and started again."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import pytest

from newsroom import databases, prepare
from newsroom.embedded import cluster as embedded
from newsroom.embedded.cluster import Cluster
from tests.moments import wait_until
from tests.served import ROOT, assert_one_sentence, environ, free_port, newsroom, run_make, start

# What stops a start


def test_a_port_that_is_taken_is_named(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert_one_sentence(start(tmp_path, PORT=str(port)), f"Port {port} is taken", "PORT=")
    assert not (tmp_path / "postgres").exists()


def test_a_port_that_is_no_port_is_refused(tmp_path):
    assert_one_sentence(start(tmp_path, PORT="eighty"), "PORT is “eighty”")


def test_a_database_that_does_not_answer_is_named(tmp_path):
    address = f"postgres://paper:zanzibar@127.0.0.1:{free_port()}/paper"
    ended = start(tmp_path, PORT=str(free_port()), DATABASE_URL=address)
    assert_one_sentence(ended, "DATABASE_URL does not answer", "Connection refused")
    assert "zanzibar" not in ended.stderr


def test_a_data_folder_open_to_others_is_refused(tmp_path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres").chmod(0o755)
    assert_one_sentence(start(tmp_path, PORT=str(free_port())), "chmod 700")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_data_folder_of_someone_else_is_refused(tmp_path):
    (tmp_path / "postgres").mkdir(mode=0o700)
    os.chown(tmp_path / "postgres", 12345, 12345)
    assert_one_sentence(start(tmp_path, PORT=str(free_port())), "belongs to user 12345")


def make(*arguments, var):
    return run_make(*arguments, cwd=ROOT, env=environ(var))


@pytest.mark.parametrize("python", ["", "false", "no-such-python"])
def test_make_says_so_when_python_is_too_old_or_missing(tmp_path, python):
    ended = make("run", f"PYTHON={python}", f"VENV={tmp_path}/venv", var=tmp_path)
    assert ended.returncode != 0
    assert ended.stderr.startswith("Newsroom needs Python 3.11 or newer")


def test_make_says_so_when_python_has_no_venv(tmp_path):
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\ncase "$*" in *venv*) exit 1;; esac\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    ended = make("run", f"PYTHON={python}", f"VENV={tmp_path}/venv", var=tmp_path)
    assert ended.returncode != 0
    assert ended.stderr.startswith("Newsroom needs Python’s venv module")


# Static files


def test_static_files_are_collected_again_only_when_one_has_changed(tmp_path, settings, monkeypatch):
    collected = []
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_DIRS = [tmp_path / "ours"]
    (tmp_path / "ours").mkdir()
    monkeypatch.setattr(prepare, "call_command", lambda *command, **options: collected.append(command))
    (tmp_path / "ours" / "page.css").write_text("body { color: black }")
    prepare.collect_static()
    prepare.collect_static()
    assert len(collected) == 1
    (tmp_path / "ours" / "page.css").write_text("body { color: grey }")
    prepare.collect_static()
    assert len(collected) == 2


def test_a_long_log_makes_way_for_a_new_one(tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "LONGEST_LOG", 10)
    cluster = Cluster(tmp_path / "postgres")
    for said in ("short", "longer than ten", "longer than ten, again", "short"):
        cluster.log.write_text(said)
        cluster._turn_log()
    assert cluster.log.read_text() == "short"
    assert cluster.log.with_name("postgres.log.1").read_text() == "longer than ten, again"


# The whole way


def count(var, table):
    """Asked of the server while it runs."""
    cluster = Cluster(var / "postgres")
    with databases.connect(databases.inside(cluster, "newsroom")) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def add_session(var, key):
    cluster = Cluster(var / "postgres")
    with databases.connect(databases.inside(cluster, "newsroom"), autocommit=True) as connection:
        connection.execute("INSERT INTO django_session VALUES (%s, '', now() + interval '1 day')", [key])


def postmaster(var):
    return int((var / "postgres" / "postmaster.pid").read_text().split()[0])


@pytest.fixture(scope="session")
def started_once(tmp_path_factory):
    """A first start, whose folder is there to be copied: most of what it takes is the demo."""
    with newsroom(tmp_path_factory.mktemp("started") / "var") as running:
        pass
    return running


@pytest.fixture
def var(started_once, tmp_path):
    subprocess.run(["cp", "-a", started_once.var, tmp_path / "var"], check=True)
    return tmp_path / "var"


@pytest.mark.prove
def test_it_runs_says_where_and_stops_with_everything_it_started(tmp_path):
    with newsroom(tmp_path) as running:
        assert [running.get(path) for path in ("/", "/ar/", "/admin/login/", "/healthz")] == [200] * 4
        assert running.signal_group(signal.SIGINT) == 0
    assert re.search(rf"http://127.0.0.1:{running.port}/ar/.*newsroom-demo", running.said, re.DOTALL)
    assert running.said.endswith("Stopped.\n")
    assert not Cluster(tmp_path / "postgres").answers()


@pytest.mark.prove
def test_a_second_start_does_nothing_twice_and_keeps_what_was_written(started_once, var):
    with newsroom(var) as second:
        add_session(var, "kept")
    with newsroom(var):
        assert count(var, "django_session") == 1
    # What takes the first start its minutes.
    for done in ("Loading the demo", "Collecting static files"):
        assert (done in started_once.said, done in second.said) == (True, False)


@pytest.mark.prove
def test_after_a_kill_of_the_whole_group_nothing_is_lost(var):
    with newsroom(var) as running:
        add_session(var, "kept")
        running.signal_group(signal.SIGKILL)
    with newsroom(var) as running:
        assert count(var, "django_session") == 1
        assert running.get("/") == 200
        assert running.signal_group(signal.SIGTERM) == 0


@pytest.mark.prove
def test_after_a_kill_of_the_database_alone_nothing_is_lost(var):
    with newsroom(var) as running:
        add_session(var, "kept")
        os.kill(postmaster(var), signal.SIGKILL)
        assert running.signal_group(signal.SIGINT) == 0
    with newsroom(var) as running:
        assert count(var, "django_session") == 1
        assert running.get("/") == 200


@pytest.mark.prove
def test_a_database_that_was_killed_is_started_again_by_itself(var):
    with newsroom(var) as running:
        assert running.get("/") == 200
        add_session(var, "kept")
        killed = postmaster(var)
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: status(running, "/healthz") == 200 and postmaster(var) != killed)
        assert (running.get("/"), count(var, "django_session")) == (200, 1)
        assert running.signal_group(signal.SIGINT) == 0
    assert "PostgreSQL is gone: starting it again" in running.said


@pytest.mark.prove
def test_a_restart_of_the_database_costs_readers_at_most_a_request(var):
    with newsroom(var) as running:
        assert running.get("/") == 200
        os.kill(postmaster(var), signal.SIGKILL)
        Cluster(var / "postgres").start()
        answers = [status(running, "/") for _ in range(20)]
        assert answers.count(200) >= 18


def status(running, path):
    try:
        return running.get(path)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.prove
def test_two_newsrooms_on_one_database_are_refused(var):
    with newsroom(var) as running:
        assert_one_sentence(start(var, PORT=str(running.port)), f"Port {running.port} is taken")
        assert_one_sentence(start(var, PORT=str(free_port())), "Another newsroom runs")
        assert running.get("/") == 200


@pytest.mark.prove
def test_a_clean_copy_in_a_path_with_spaces_does_its_own_set_up():
    listing = ["git", "ls-files", "-coz", "--exclude-standard"]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    with tempfile.TemporaryDirectory(prefix="a newsroom ") as folder:
        for name in filter(None, listed.stdout.split("\0")):
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, Path(folder) / name)
        with newsroom("var", command=["make", "run"], cwd=folder) as running:
            assert running.said.startswith("Making .venv …\nInstalling requirements.lock into .venv …\n")
            assert running.get("/") == 200
            running.signal_group(signal.SIGTERM)
