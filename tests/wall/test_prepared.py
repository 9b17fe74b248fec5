"""What readers' pages ask is planned once on a connection, and answered after a migration has changed the views."""

import pytest
from django.db import connections

from articles import wall
from newsroom import databases, launch

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

PREPARED = """
    SELECT count(*), coalesce(sum(generic_plans), 0), coalesce(sum(custom_plans), 0)
    FROM pg_prepared_statements WHERE statement LIKE '%articles_%' AND statement NOT LIKE '%pg_prepared_statements%'
"""
# A column that stands in the views as it is, and one that they guard.
CHANGED = {
    "articles_edition": ("tagline", "varchar(160)", "varchar(200)"),
    "articles_publication": ("headline", "varchar(200)", "text"),
}


def prepared():
    """How many statements the readers' connection has, and how often they were carried out by each kind of plan."""
    with connections["readers"].cursor() as cursor:
        cursor.execute(PREPARED)
        return cursor.fetchone()


def alter(table, column, kind):
    """As a migration does: without the wall."""
    wall.lower_wall()
    with connections["default"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} ALTER {column} TYPE {kind}")
    wall.raise_wall()


def test_a_page_that_is_asked_for_again_plans_nothing(live_story, client):
    client.get("/")
    client.get("/")
    statements, *_ = before = prepared()
    client.get("/")
    assert statements > 0
    assert prepared() == (statements, before[1] + statements, 0)


def test_a_migration_that_changes_what_a_page_asks_for_breaks_it_for_nobody(live_story, client, subtests):
    for table, (column, was, becomes) in CHANGED.items():
        client.get("/")
        client.get("/")
        alter(table, column, becomes)
        try:
            with subtests.test(f"{table}.{column}"):
                assert [client.get("/").status_code for _time in range(3)] == [200] * 3
                assert prepared()[0] > 0
        finally:
            alter(table, column, was)


def test_a_worker_has_no_more_connections_that_keep_plans_than_threads():
    assert databases.READERS_POOL["max_size"] == launch.THREADS
