"""What starts the paper stays as long as it is served: it is small, and what prepares the paper ends with it."""

import signal
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsroom import launch
from newsroom.embedded.cluster import Cluster
from newsroom.environment import CannotStart
from tests.served import ROOT, assert_one_sentence, environ, free_port, newsroom, start


def test_the_launcher_loads_nothing_of_what_it_starts(tmp_path):
    loaded = "print(*{'articles', 'PIL', 'django.db.models'} & {*sys.modules})"
    ask = f"import sys, newsroom.launch as it; it.settings.VAR; {loaded}"
    given = environ(tmp_path, DJANGO_SETTINGS_MODULE="newsroom.settings")
    asked = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, env=given, capture_output=True, text=True, check=True)
    assert asked.stdout == "\n"


@pytest.mark.parametrize(("ended", "said"), [(1, ""), (-signal.SIGKILL, "was stopped before it was done")])
def test_a_preparation_that_fails_stops_the_start(tmp_path, monkeypatch, ended, said):
    monkeypatch.setattr(launch, "child", lambda *module, **more: nullcontext(SimpleNamespace(wait=lambda: ended)))
    with (tmp_path / "lock").open("w") as lock, pytest.raises((SystemExit, CannotStart)) as stopped:
        launch.prepare(lock)
    assert said in str(stopped.value)


@pytest.mark.prove
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says what a process has of the memory")
def test_what_loading_needed_is_given_back(tmp_path):
    with newsroom(tmp_path) as running:
        assert running.get("/") == 200
        # Loading the demo takes two hundred, the settings and the driver of the database thirty-five.
        assert running.memory() < 60


@pytest.mark.prove
def test_ctrl_c_while_it_prepares_stops_all_of_it(tmp_path):
    with newsroom(tmp_path, until="Bringing the tables") as running:
        assert running.signal_group(signal.SIGINT) == 0
    # It may have come further meanwhile.
    assert running.output.endswith(" …\nStopping PostgreSQL …\nStopped.\n")
    assert "Password" not in running.output
    assert not Cluster(tmp_path / "postgres").answers()


@pytest.mark.prove
def test_a_preparation_whose_launcher_was_killed_is_joined_by_no_other(tmp_path):
    with newsroom(tmp_path, until="Bringing the tables") as running:
        running.process.kill()
        running.process.wait()
        assert_one_sentence(start(tmp_path, PORT=str(free_port())), "Another newsroom runs")
        running.signal_group(signal.SIGTERM)
    Cluster(tmp_path / "postgres").stop()
