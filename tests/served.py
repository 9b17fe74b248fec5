"""`make` and `make run` for tests: what ends by itself, and what serves until its test is done."""

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
OURS = {
    "DATABASE_URL", "READERS_DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "CACHE_URL", "EMAIL_URL", "DEBUG", "PROXIES",
    "PAGE_CACHE",
}  # fmt: skip
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


def start(var, **given):
    """A start that is expected to fail."""
    return subprocess.run(LAUNCH, cwd=ROOT, env=environ(var, **given), capture_output=True, text=True, timeout=300)


def run_make(*arguments, cwd, env):
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=300)


def assert_one_sentence(ended, *parts):
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert [part for part in parts if part not in ended.stderr] == []


class Newsroom:
    """A start that is expected to succeed, in a process group of its own."""

    def __init__(self, var, command=LAUNCH, cwd=ROOT, until="Password", **more):
        self.var, self.port = var, free_port()
        self.output = ""
        given = environ(var, PORT=str(self.port), **more)
        said = {"text": True, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(command, cwd=cwd, env=given, start_new_session=True, **said)
        while until not in self.output:
            line = self.process.stdout.readline()
            assert line, f"It ended: {self.output}"
            self.output += line

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=120) as answer:
            return answer.status

    def memory(self):
        """What the launcher itself has of the machine's, in megabytes."""
        said = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", said)[1]) / 1024

    def signal_group(self, number):
        os.killpg(self.process.pid, number)
        self.output += self.process.stdout.read()
        return self.process.wait(300)


@contextmanager
def newsroom(var, **more):
    running = Newsroom(var, **more)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.signal_group(signal.SIGTERM)
