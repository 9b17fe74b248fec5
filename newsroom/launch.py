"""What `make run` runs: the database, the tables, the demo, the web server; and, at the end, all of it stopped.

It stays as long as the paper is served, and only starts what needs memory: nothing here sets Django up.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO

from django.conf import settings

from newsroom import databases, environment
from newsroom.embedded.cluster import Cluster
from newsroom.embedded.locks import locked
from newsroom.environment import CannotStart

HOST = "127.0.0.1"
FROM_TERMINAL = (signal.SIGINT, signal.SIGHUP)
SIGNALS = (*FROM_TERMINAL, signal.SIGTERM)
WORKER_CLASS, WORKERS, THREADS = "gthread", 2, 4
# How long the web server may take to answer for the first time, and to finish what it is answering at the end.
FIRST_ANSWER, LAST_ANSWERS = 60, 10
# How often, in seconds, the database is looked after.
LOOKED_AFTER = 2
# Only one launcher may run: of two on the same database, the first to stop would stop it for both.
ANOTHER = "Another newsroom runs on {}: stop it, or give this one a folder of its own with NEWSROOM_VAR."
# Where neither DEMO nor DEBUG is set, plain HTTP is sent on to HTTPS, which somebody else must answer.
REAL = """
The paper is served on {host}:{port}; Ctrl-C stops it. It is no trial: a proxy that ends TLS must stand before it, since
each http address leads to its https one (“In production” in README.md says how). For a trial: make run DEMO=1.

The first account is made by:    .venv/bin/python manage.py createsuperuser
"""
WELCOME = """
The paper is served; Ctrl-C stops it.

    Front page    http://{host}:{port}/
    In Arabic     http://{host}:{port}/ar/
    The desk      http://{host}:{port}/admin/
"""
LOGINS = """\
    Log in as     reporter, copy, editor, chief or admin
    Password      newsroom-demo
"""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    heed_signals()
    try:
        run(environment.port("PORT", 8000))
    except KeyboardInterrupt:
        say("Stopped.")
    except CannotStart as reason:
        sys.exit(str(reason))


def run(port: int) -> None:
    refuse_taken(port)
    with locked(settings.VAR / "run.lock", otherwise=ANOTHER.format(settings.VAR)) as lock, database():
        prepare(lock)
        # Preparing takes a while, in which somebody else may have taken the port.
        refuse_taken(port)
        with web_server(port) as server:
            wait_for_answer(server, port)
            say(welcome(port))
            watch(server)
            raise CannotStart("The web server ended by itself: what it said is above.")


def welcome(port: int) -> str:
    said = WELCOME if settings.IS_TRIAL else REAL
    return said.format(host=HOST, port=port) + (LOGINS if settings.DEMO else "")


def watch(server: subprocess.Popen) -> None:
    """Wait until the web server ends. A database that was killed is started again; the pool finds it by itself."""
    while server.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            server.wait(LOOKED_AFTER)
            return
        if settings.EMBEDDED and not settings.EMBEDDED.is_running:
            revive(settings.EMBEDDED)


def revive(embedded: Cluster) -> None:
    say("PostgreSQL is gone: starting it again …")
    try:
        embedded.start()
    except CannotStart as reason:
        say(str(reason))


def say(line: str) -> None:
    print(line, flush=True)


def heed_signals() -> None:
    for number in SIGNALS:
        # nohup has asked that a closed terminal be ignored.
        if not (number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN):
            signal.signal(number, stop)


def stop(number: int, frame: FrameType | None) -> None:
    """Stop, once: a second Ctrl-C must not cut the stopping short."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def refuse_taken(port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except PermissionError as error:
            raise CannotStart(f"Port {port} is root's: choose one above 1023, as in make run PORT=8000.") from error
        except OSError as error:
            raise CannotStart(
                f"Port {port} is taken, perhaps by a newsroom that still runs: stop that, "
                f"or choose another port, as in make run PORT={port % 65535 + 1}."
            ) from error


@contextmanager
def database() -> Iterator[None]:
    embedded = settings.EMBEDDED
    say(f"Starting PostgreSQL in {embedded.folder} …" if embedded else "Asking for the PostgreSQL at DATABASE_URL …")
    try:
        databases.reach(embedded, settings.DATABASES["default"])
    except KeyboardInterrupt:
        stop_database()
        raise
    try:
        yield
    finally:
        stop_database()


def stop_database() -> None:
    if settings.EMBEDDED:
        say("Stopping PostgreSQL …")
        settings.EMBEDDED.stop()


def prepare(lock: IO[str]) -> None:
    # The lock is held as long as launcher or child lives: where the launcher is killed alone, no second one prepares
    # beside the child.
    with child("newsroom.prepare", holding=[lock.fileno()]) as preparing:
        ended = preparing.wait()
    if ended == 1:
        # The child has said why.
        sys.exit(1)
    if ended:
        raise CannotStart("What prepares the paper was stopped before it was done: start again.")


@contextmanager
def web_server(port: int) -> Iterator[subprocess.Popen]:
    say("Starting the web server …")
    with child(*gunicorn("newsroom.wsgi", port)) as server:
        yield server


def gunicorn(application: str, port: int) -> tuple[str, ...]:
    """The web server as the paper has it: what the paper is compared with is served no other way."""
    return (
        *("gunicorn", application, "--bind", f"{HOST}:{port}", "--worker-class", WORKER_CLASS),
        *("--workers", str(WORKERS), "--threads", str(THREADS), "--graceful-timeout", str(LAST_ANSWERS)),
        *("--log-level", "warning", "--no-control-socket"),
    )


@contextmanager
def child(*module: str, holding: Sequence[int] = ()) -> Iterator[subprocess.Popen]:
    """A module that is run as a program, and is gone at the end."""
    # It ends at our word alone: a worker that heard Ctrl-C as well has been seen to wait for itself.
    signal.pthread_sigmask(signal.SIG_BLOCK, FROM_TERMINAL)
    process = subprocess.Popen([sys.executable, "-m", *module], cwd=settings.BASE_DIR, pass_fds=holding)
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, FROM_TERMINAL)
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(LAST_ANSWERS + 5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for_answer(server: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + FIRST_ANSWER
    while server.poll() is None and time.monotonic() < deadline:
        if answers(port):
            return
        time.sleep(0.1)
    raise CannotStart("The web server did not start: what it said is above.")


def answers(port: int) -> bool:
    """Whether the web server is up and can reach its database."""
    connection = http.client.HTTPConnection(HOST, port, timeout=FIRST_ANSWER)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    return False


if __name__ == "__main__":
    main()
