"""A paper that is served by gunicorn, on the tests' own database, while the test is its desk."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import quote

from tests.moments import wait_until
from tests.served import ROOT, free_port


def environment(database, var):
    """For a process of this host that works on the same paper."""
    named = {"DJANGO_SETTINGS_MODULE": "tests.kept.served_settings", "PAPER_DATABASE": database, "PAPER_VAR": str(var)}
    return os.environ | named


@contextmanager
def serving(database, var):
    """Two workers: their port, and the process that leads them."""
    port = free_port()
    command = ["gunicorn", "newsroom.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    command += ["--workers", "2", "--threads", "4", "--log-level", "warning", "--no-control-socket"]
    given = environment(database, var)
    server = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=given, start_new_session=True)
    try:
        wait_for(server, port)
        yield port, server
    finally:
        server.terminate()
        server.wait(60)


def kill(server):
    """All its processes at once, as a machine does that runs out of memory."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait(60)


def wait_for(server, port):
    wait_until(lambda: server.poll() is not None or answers(port))
    assert server.poll() is None, "it ended"


def answers(port):
    try:
        return ask(port, "/healthz")[0] < 600
    except OSError:
        return False


def ask(port, path, **headers):
    """By a connection of its own, so that any worker may take it: status, body and headers."""
    host = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        host.request("GET", quote(path, safe="/?=&%"), headers={"Host": "localhost"} | headers)
        answer = host.getresponse()
        return answer.status, answer.read().decode(errors="replace"), dict(answer.headers)
    finally:
        host.close()
