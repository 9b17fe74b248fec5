"""The dump and the answers: written, read, and brought into a database again."""

import csv
import lzma
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from psycopg.conninfo import make_conninfo

from newsroom.databases import DJANGO_NAMES
from newsroom.embedded.cluster import binaries

FOLDER = Path(__file__).parent
DUMP = FOLDER / "paper.sql.xz"
ANSWERS = FOLDER / "answers.tsv"
# What PostgreSQL 18's own pg_dump writes, and neither an older server nor an older psql understands.
TOO_NEW = re.compile(r"^(\\(un)?restrict .*|SET transaction_timeout = .*)\n", re.MULTILINE)


def conninfo(address):
    """One of Django's DATABASES, as PostgreSQL's own programs want it."""
    return make_conninfo(**{theirs: address[ours] for theirs, ours in DJANGO_NAMES.items() if address[ours]})


def dump(address):
    """Dump without owners and rights: roles belong to the server, and `migrate` makes the readers' rights anew."""
    command = [binaries() / "pg_dump", "--no-owner", "--no-privileges", f"--dbname={conninfo(address)}"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    DUMP.write_bytes(lzma.compress(TOO_NEW.sub("", said).encode(), preset=9 | lzma.PRESET_EXTREME))


def restore(address):
    """Into an empty database, as docs/running.md says, but that the first error ends it."""
    psql = [binaries() / "psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={conninfo(address)}"]
    ended = subprocess.run(psql, input=lzma.decompress(DUMP.read_bytes()), capture_output=True)
    assert ended.returncode == 0, ended.stderr.decode()


class Answer(NamedTuple):
    """What an address answered: whereto, if it forwards; and since when, if it did not answer yet."""

    path: str
    status: int
    leads_to: str = ""
    since: str = ""

    @property
    def has_begun(self):
        return not self.since or datetime.fromisoformat(self.since) <= datetime.now(UTC)


def write(answers):
    with ANSWERS.open("w", newline="") as file:
        csv.writer(file, "excel-tab", lineterminator="\n").writerows(answers)


def answers():
    with ANSWERS.open(newline="") as file:
        rows = list(csv.reader(file, "excel-tab"))
    return [Answer(path, int(status), *more) for path, status, *more in rows]
