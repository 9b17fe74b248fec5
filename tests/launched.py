"""`make run` for tests: the launcher in a process group of its own, with a folder of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = {"DATABASE_URL", "READERS_DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "CACHE_URL", "EMAIL_URL", "DEBUG"}
# The tests' own, and what a make hands on to the make that it starts.
ALIEN = re.compile("DJANGO|MAKE|MFLAGS|(VENV|PYTHON|ARGS)$")
LAUNCH = [sys.executable, "-m", "newsroom.launch"]


def environ(var, **given):
    inherited = {name: value for name, value in os.environ.items() if name not in OURS and not ALIEN.match(name)}
    return inherited | {"DEMO": "1", "NEWSROOM_VAR": str(var)} | given


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


class Newsroom:
    """A start that is expected to succeed, in a process group of its own."""

    def __init__(self, var, command=LAUNCH, cwd=ROOT, **more):
        self.port = free_port()
        self.said = ""
        given = environ(var, PORT=str(self.port), **more)
        said = {"text": True, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(command, cwd=cwd, env=given, start_new_session=True, **said)
        while "Password" not in self.said:
            line = self.process.stdout.readline()
            assert line, f"It ended: {self.said}"
            self.said += line

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            return answer.status

    def signal_group(self, number):
        os.killpg(self.process.pid, number)
        self.said += self.process.stdout.read()
        return self.process.wait(60)


@contextmanager
def newsroom(var, **more):
    running = Newsroom(var, **more)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.signal_group(signal.SIGTERM)
