"""What `make run` runs: the database, the tables, the demo, the web server; and, at the end, all of it stopped."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import django
from django.conf import settings
from django.core.management import CommandError, call_command

from newsroom import databases, environment
from newsroom.embedded.cluster import Cluster
from newsroom.embedded.locks import locked
from newsroom.environment import CannotStart
from newsroom.staticfiles import fingerprint

HOST = "127.0.0.1"
FROM_TERMINAL = (signal.SIGINT, signal.SIGHUP)
SIGNALS = (*FROM_TERMINAL, signal.SIGTERM)
WORKERS, THREADS = 2, 4
# How long the web server may take to answer for the first time, and to finish what it is answering at the end.
FIRST_ANSWER, LAST_ANSWERS = 60, 10
# How often, in seconds, the database is looked after.
LOOKED_AFTER = 2
# Of two on the same database, the first to stop would stop it for both.
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
    except (CannotStart, CommandError) as reason:
        sys.exit(str(reason))


def run(port: int) -> None:
    refuse_taken(port)
    with locked(settings.VAR / "run.lock", otherwise=ANOTHER.format(settings.VAR)), database():
        prepare()
        # Preparing takes a while, in which somebody else may have taken it.
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
    """Until the web server ends. A database that was killed is started again; the pool finds it by itself."""
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
    """Once: a second Ctrl-C must not cut the stopping short."""
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
        # First, or connections that lose their server say so.
        databases.close_pools()
        stop_database()


def stop_database() -> None:
    if settings.EMBEDDED:
        say("Stopping PostgreSQL …")
        settings.EMBEDDED.stop()


def prepare() -> None:
    django.setup()
    say("Bringing the tables up to date …")
    call_command("migrate", verbosity=0, interactive=False)
    collect_static()
    if settings.DEMO:
        call_command("load_demo")
    databases.close_pools()


def collect_static() -> None:
    """Once for each state of the files: compressing them is half the time of a start."""
    mark = settings.STATIC_ROOT / ".collected"
    now = fingerprint()
    if not mark.exists() or mark.read_text() != now:
        say("Collecting static files …")
        call_command("collectstatic", verbosity=0, interactive=False)
        mark.write_text(now)


@contextmanager
def web_server(port: int) -> Iterator[subprocess.Popen]:
    say("Starting the web server …")
    # It ends at our word alone: a worker that heard Ctrl-C as well has been seen to wait for itself.
    signal.pthread_sigmask(signal.SIG_BLOCK, FROM_TERMINAL)
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--bind", f"{HOST}:{port}", "--worker-class", "gthread"]
        + ["--workers", str(WORKERS), "--threads", str(THREADS), "--graceful-timeout", str(LAST_ANSWERS)]
        + ["--log-level", "warning", "--no-control-socket"],
        cwd=settings.BASE_DIR,
    )
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, FROM_TERMINAL)
        yield server
    finally:
        end(server)


def end(server: subprocess.Popen) -> None:
    server.terminate()
    try:
        server.wait(LAST_ANSWERS + 5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def wait_for_answer(server: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + FIRST_ANSWER
    while server.poll() is None and time.monotonic() < deadline:
        if answers(port):
            return
        time.sleep(0.1)
    raise CannotStart("The web server did not start: what it said is above.")


def answers(port: int) -> bool:
    """Whether it is up and can reach its database."""
    connection = http.client.HTTPConnection(HOST, port, timeout=FIRST_ANSWER)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    return False


if __name__ == "__main__":
    main()
