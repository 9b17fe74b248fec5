"""The paper that is measured: a PostgreSQL of its own with the demo, and as many invented stories as are asked for."""

import json
import secrets
import subprocess
import sys
import time
from contextlib import contextmanager

import psycopg

from newsroom import launch
from newsroom.embedded.cluster import DATABASE, PORT, SUPERUSER, Cluster
from tests import served


class Failed(Exception):
    """A step that did not succeed, in the words of whoever failed."""


class Archive:
    def __init__(self, folder):
        self.folder = folder
        self.cluster = Cluster(folder / "postgres")
        self.invented = 0
        self.key = secrets.token_urlsafe(50)

    def environ(self, **given):
        """That of a paper in production, unless told otherwise."""
        return served.environ(self.folder, DEMO="0", SECRET_KEY=self.key, ALLOWED_HOSTS=launch.HOST, **given)

    def manage(self, *command):
        """What a command of the paper as a trial printed. It starts the server, and leaves it running."""
        said = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        environ = self.environ() | {"DEMO": "1"}
        ended = subprocess.run([sys.executable, "manage.py", *command], cwd=served.ROOT, env=environ, **said)
        if ended.returncode:
            raise Failed(f"{' '.join(command)} has failed: {ended.stderr.strip() or ended.stdout.strip()}")
        return ended.stdout

    def call(self, function):
        """What a function of the benchmark prints that needs the paper's models."""
        module, _, name = function.rpartition(".")
        return self.manage("shell", "--no-imports", "--command", f"import {module}; {module}.{name}()")

    def begin(self):
        """The demo, and the stories that are the same at each size."""
        self.manage("migrate", "--verbosity", "0")
        self.manage("load_demo")
        self.call("benchmarks.planted.plant")

    def grow(self, stories):
        """Invent stories until there are so many: how many were loaded in a second, from the command's start to its
        end."""
        missing = stories - self.invented
        began = time.monotonic()
        self.manage("make_archive", "--stories", str(missing), "--seed", str(stories))
        self.invented = stories
        return missing / (time.monotonic() - began)

    def settle(self):
        """What PostgreSQL does by itself in the hours after a load is done now, and not while pages are measured."""
        with self.connect() as connection:
            connection.execute("VACUUM ANALYZE")
            connection.execute("CHECKPOINT")
            connection.execute("ALTER SYSTEM SET autovacuum = off")
            connection.execute("SELECT pg_reload_conf()")

    def wake(self):
        """PostgreSQL as it is deployed."""
        with self.connect() as connection:
            connection.execute("ALTER SYSTEM RESET autovacuum")
            connection.execute("SELECT pg_reload_conf()")

    def bytes(self):
        with self.connect() as connection:
            return connection.execute("SELECT pg_database_size(current_database())").fetchone()[0]

    @contextmanager
    def connect(self):
        self.cluster.start()
        where = {"host": str(self.cluster.socket_folder), "port": PORT, "user": SUPERUSER, "dbname": DATABASE}
        with psycopg.connect(**where, autocommit=True) as connection:
            yield connection

    def postmaster(self):
        return int((self.cluster.folder / "postmaster.pid").read_text().split()[0])

    def addresses(self):
        return json.loads(self.call("benchmarks.addresses.print_them"))
