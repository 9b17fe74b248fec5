"""The report of a month reads the statements of that month, by their indexes, however many the record has."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Publication, PublishedByline, Source, Statement
from tests import archives
from tests.proofs import tries
from tests.readers.plans import explain, nodes

# Three statements a story: at its full size a million of them.
STORIES = tries(sample=3_000, full=400_000)
REPORT = "/admin/articles/publication/report/"
BIG = {model._meta.db_table for model in (Publication, Statement, PublishedByline, Source)}
MOST_QUERIES = 20


@pytest.fixture
def archive(english, arabic):
    archives.furnish(english, arabic)
    archives.make(STORIES)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE articles_publication, articles_statement, articles_publishedbyline")


def explained(desk, address):
    with CaptureQueriesContext(connection) as asked:
        assert desk.get(address).status_code == 200
    assert len(asked) <= MOST_QUERIES
    counting = [query["sql"] for query in asked if "articles_statement" in query["sql"]]
    with connection.cursor() as cursor:
        return [explain(cursor, sql) for sql in counting]


def met(plans):
    """The rows that scans of big tables looked at, and the indexes that they walked."""
    scans = [
        node
        for plan in plans
        for node in nodes(plan)
        if node.get("Relation Name") in BIG - {Source._meta.db_table} and node["Actual Loops"]
    ]
    rows = [(node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"] for node in scans]
    return rows, {(node["Node Type"], node["Relation Name"]) for node in scans}


@pytest.mark.prove
@pytest.mark.django_db(transaction=True)
def test_a_month_is_found_by_its_days_and_read_by_its_versions(archive, desk, proof):
    middle = Publication.objects.order_by("day").values_list("day", flat=True)[STORIES // 2]
    of_month = Statement.objects.filter(publication__day__year=middle.year, publication__day__month=middle.month)
    plans = explained(desk, f"{REPORT}?month={middle:%Y-%m}")
    rows, scans = met(plans)
    total = Statement.objects.count()
    blocks = sum(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] for plan in plans)
    proof.say(f"{total:,} statements, {of_month.count():,} of the month: {len(plans)} queries, {blocks:,} blocks")
    assert plans
    assert not [relation for kind, relation in scans if kind == "Seq Scan"]
    # Every version of a story of the month, and of each its statements: the live one is found among them.
    assert max(rows) <= 4 * of_month.count()
