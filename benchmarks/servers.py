"""What is measured, each on a port of its own: hello and the paper under the same web server, nginx with a file."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from typing import NamedTuple

from benchmarks import missing, processes, wrk
from benchmarks.archive import Failed
from benchmarks.hello import PAGE
from newsroom import launch
from tests.served import ROOT, free_port

START, END = 300, 120
PATIENCE = (1, 5, 25)
NGINX = """\
{user}
daemon off;
pid {folder}/nginx.pid;
error_log stderr;
worker_processes {workers};
events {{}}
http {{
    access_log off;
    default_type text/html;
    client_body_temp_path {folder};
    proxy_temp_path {folder};
    fastcgi_temp_path {folder};
    uwsgi_temp_path {folder};
    scgi_temp_path {folder};
    server {{
        listen {host}:{port};
        root {folder};
    }}
}}
"""


class Server(NamedTuple):
    """Where it answers; the process that was started; and all whose time counts, with those that they start."""

    address: str
    process: int
    counted: tuple[int, ...]

    def get(self, path):
        """The status and the length of an answer as a reader gets it."""
        asked = urllib.request.Request(self.address + path, headers=wrk.HEADERS)
        try:
            with urllib.request.urlopen(asked, timeout=120) as answer:
                return answer.status, len(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, 0

    def cost(self, path, seconds, walk=(), headers=wrk.HEADERS):
        """Processor milliseconds for each request, and how many there were. Where nothing comes in that time, it is
        longer: a busy machine is not a page that fails."""
        for patience in PATIENCE:
            before = processes.seconds(self.counted)
            answered = wrk.ask(self.address + path, patience * seconds, walk, headers)
            used = processes.seconds_at_rest(self.counted) - before
            if answered.requests:
                # At the end each connection waits for an answer that wrk no longer counts, and that is made even so.
                requests = answered.requests + wrk.CONNECTIONS
                return 1000 * used / requests, requests
        raise wrk.BadAnswer(f"{self.address}{path} gave no answer in {patience * seconds} seconds.")


@contextmanager
def hello(folder):
    port = free_port()
    command = [sys.executable, "-m", *launch.gunicorn("benchmarks.hello:application()", port)]
    with _running(command, port, folder / "hello.log", os.environ) as process:
        yield Server(_address(port), process.pid, (process.pid,))


@contextmanager
def paper(archive, **given):
    """The paper as `make run` has it, by its own launcher, with a web server and a PostgreSQL."""
    port = free_port()
    environ = archive.environ(PORT=str(port), **given)
    command = [sys.executable, "-m", "newsroom.launch"]
    with _running(command, port, archive.folder / "paper.log", environ, "/healthz") as process:
        yield Server(_address(port), process.pid, (process.pid, archive.postmaster()))


@contextmanager
def nginx(folder):
    port, place = free_port(), folder / "nginx"
    place.mkdir()
    (place / "index.html").write_text(PAGE)
    told = {"folder": place, "host": launch.HOST, "port": port, "workers": launch.WORKERS}
    user = "user root;" if os.geteuid() == 0 else ""
    (place / "nginx.conf").write_text(NGINX.format(user=user, **told))
    command = [missing.program("nginx"), "-e", "stderr", "-p", str(place), "-c", str(place / "nginx.conf")]
    with _running(command, port, folder / "nginx.log", os.environ) as process:
        yield Server(_address(port), process.pid, (process.pid,))


def _address(port):
    return f"http://{launch.HOST}:{port}"


@contextmanager
def _running(command, port, log, environ, asked="/"):
    # In a session of its own: Ctrl-C is for us, who then end it.
    with log.open("w") as said:
        own = {"stdin": subprocess.DEVNULL, "stdout": said, "stderr": said, "start_new_session": True}
        process = subprocess.Popen(command, cwd=ROOT, env=dict(environ), **own)
    try:
        _wait(process, Server(_address(port), process.pid, ()), asked, log)
        yield process
    finally:
        _end(process)


def _end(process):
    """Stop it, however long its database takes to stop; what is left then is killed."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(END)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _wait(process, server, asked, log):
    deadline = time.monotonic() + START
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if server.get(asked)[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise Failed(f"{' '.join(process.args)} did not start: {log.read_text().strip()}")
