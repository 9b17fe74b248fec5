"""The paper of yesterday, served by the Newsroom of today: nothing is lost, and each address is where it was."""

import os
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from django.conf import settings
from psycopg import sql

from newsroom import databases
from newsroom.embedded.cluster import APPLICATION, Cluster
from tests.served import ROOT, environ, newsroom
from tests.yesterday import paper
from tests.yesterday.visiting import STAFF, Reader, may_log_in

# The newest migration of the Newsroom that made the dump. It is not today's: a dump of today would prove nothing.
NEWEST_MIGRATION = "0018_credits_by_language"
NEWEST = "SELECT name FROM django_migrations WHERE app = 'articles' ORDER BY id DESC LIMIT 1"
ROWS = ("publication", "statement", "correction", "withdrawal", "erasure", "address", "story", "revision", "event")


class Yesterday:
    """A paper that has been restored: its database, and how many rows that had before it was migrated."""

    def __init__(self, address, var, given):
        self.address, self.var, self.given = address, var, given
        self.newest_migration = self.ask(NEWEST)
        self.rows = self.count()

    def ask(self, question):
        with databases.connect(self.address) as connection:
            return connection.execute(question).fetchone()[0]

    def count(self):
        return {name: self.ask(f"SELECT count(*) FROM articles_{name}") for name in ROWS}

    def manage(self, command):
        line = [sys.executable, "manage.py", command]
        return subprocess.run(line, cwd=ROOT, env=environ(self.var, **self.given), capture_output=True, text=True)


@contextmanager
def on_the_tests_server(var):
    """The paper in a database of its own, beside those of the tests."""
    name = f"yesterday_{os.getpid()}"
    server = settings.DATABASES["default"] | {"NAME": "postgres"}
    address = server | {"NAME": name}
    # Another run may have been killed, and have had this number.
    tell(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    tell(server, "CREATE DATABASE {}", name)
    try:
        paper.restore(address)
        readers = settings.DATABASES["readers"] | {"NAME": name}
        yield Yesterday(address, var, {"DATABASE_URL": url(address), "READERS_DATABASE_URL": url(readers)})
    finally:
        tell(server, "DROP DATABASE {} WITH (FORCE)", name)


def tell(server, statement, name):
    with databases.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def url(address):
    """One of Django's DATABASES, as DATABASE_URL has it."""
    known = {theirs: address[ours] for theirs, ours in databases.DJANGO_NAMES.items() if address[ours]}
    return f"postgres:///?{urlencode(known)}"


@contextmanager
def in_its_own_folder(var):
    """The paper in a folder of its own, as `make run` keeps it."""
    cluster = Cluster(var / "postgres")
    address = databases.inside(cluster, APPLICATION)
    cluster.start()
    try:
        paper.restore(address)
        yesterday = Yesterday(address, var, {})
        cluster.stop()
        yield yesterday
    finally:
        cluster.stop()


@pytest.fixture(
    scope="module",
    params=[on_the_tests_server, pytest.param(in_its_own_folder, marks=pytest.mark.prove)],
    ids=lambda where: where.__name__,
)
def yesterday(request, tmp_path_factory):
    var = tmp_path_factory.mktemp("yesterday")
    with request.param(var) as restored, newsroom(var, **restored.given) as running:
        restored.running = running
        yield restored


def test_the_dump_is_of_yesterday_and_not_empty(yesterday):
    assert yesterday.newest_migration == NEWEST_MIGRATION
    assert [name for name, count in yesterday.rows.items() if not count] == []
    assert paper.DUMP.stat().st_size < 2_000_000


def test_nothing_is_lost_and_nothing_loaded_anew(yesterday):
    assert "The newspaper is there already." in yesterday.running.output
    assert yesterday.count() == yesterday.rows


def test_each_version_is_verified(yesterday):
    ended = yesterday.manage("verify_record")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == f"{yesterday.rows['publication']} versions, each as it was published.\n"


def test_each_statement_has_its_place_in_the_text(yesterday):
    of_text = (
        "FROM articles_statement s JOIN articles_publication p ON p.id = s.publication_id AND p.erasure_id IS NULL"
    )
    assert yesterday.ask(f"SELECT count(*) {of_text} WHERE s.passage_start IS NULL") == 0
    assert yesterday.ask(f"SELECT count(*) {of_text} WHERE substr(p.body, s.passage_start + 1, 1) <> ''") > 200
    plainly = "substr(p.body, s.passage_start + 1, s.passage_end - s.passage_start) = s.words"
    assert yesterday.ask(f"SELECT count(*) {of_text} WHERE {plainly}") > 200


def test_each_address_answers_as_it_did(yesterday):
    known = [answer for answer in paper.answers() if answer.has_begun]
    assert {200, 301, 410} <= {answer.status for answer in known}
    reader = Reader(yesterday.running.port)
    now = [reader.ask(answer.path)[0]._replace(since=answer.since) for answer in known]
    assert now == known


@pytest.mark.parametrize("name", STAFF)
def test_each_login_opens_the_desk(yesterday, name):
    assert may_log_in(yesterday.running.port, name)
