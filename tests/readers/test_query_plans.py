"""Each list is one walk of one index, on the first page and far back: EXPLAIN says so, over the readers' connection."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection, connections, transaction
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from articles.actions import locking
from articles.models import Placement, Publication
from benchmarks.pages import pages
from tests import archives
from tests.readers.plans import MET, assert_nothing_big_is_read_through, blocks, done, explain, met

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

# The index that the last query of the page walks.
# What the generation asks before each page: the ends of two indexes.
OF_MOMENTS = {"publication_starts", "publication_ends"}
WALKED = {
    "front": "publication_by_edition",
    "section": "publication_by_section",
    "topic": "publishedtag_list",
    "contributor": "publishedbyline_list",
    "source": "statement_list",
    "corrections": "correction_by_edition",
    "archive_day": "publication_by_day",
    "topics_of": "tag_of_one_meaning_is_one",
}
# Counted in an index alone, and no further than the year or the month that they show.
COUNTED = {"archive": "publication_by_day", "archive_year": "publication_by_day", "archive_month": "publication_by_day"}
# Looked at for a page, with what is looked up for each of its rows: the sources of each story are counted, too.
BLOCKS = 4_000


def explained(client, path):
    """The plans of the page's queries, as they were carried out."""
    readers = connections["readers"]
    with CaptureQueriesContext(readers) as asked:
        assert client.get(path).status_code == 200, path
    with readers.cursor() as cursor:
        return [explain(cursor, query["sql"]) for query in asked]


def assert_walked(plans, index):
    """One walk of `index`, no further than the page; nothing that grows is read through or sorted."""
    found = done(plans)
    walks = [node for node in found if node.get("Index Name") == index]
    walked = {node["Index Name"] for node in found if "Index Name" in node}
    assert walks, f"{index} is not walked, but {sorted(walked)}"
    assert sum(map(met, walks)) <= MET
    assert_nothing_big_is_read_through(found)


def assert_counted(plans, index, most):
    """The plan reads nothing of the table itself, and no more than `most` entries of its index at once."""
    counts = [
        node
        for node in done(plans)
        if node.get("Relation Name") == Publication._meta.db_table and node.get("Index Name") not in OF_MOMENTS
    ]
    assert {(node["Node Type"], node["Index Name"]) for node in counts} == {("Index Only Scan", index)}
    assert max(map(met, counts)) <= most


def busiest_year():
    """The versions of the year and edition that have most of them."""
    years = Publication.objects.order_by().values("edition", "day__year").annotate(versions=Count("*"))
    return max(row["versions"] for row in years)


@pytest.fixture
def archive(english, arabic):
    archives.furnish(english, arabic)
    archives.make(10_000)
    # As PostgreSQL does by itself within the minute: from then on an index can be believed without a look at its table.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM articles_publication")
    return english, arabic


def forget(*names):
    """Take from PostgreSQL what it knows of these tables."""
    with connection.cursor() as cursor:
        for name in names:
            table = f"articles_{name}"
            cursor.execute("SELECT pg_clear_relation_stats('public', %s)", [table])
            clear = "SELECT pg_clear_attribute_stats('public', tablename, attname, false) FROM pg_stats"
            cursor.execute(f"{clear} WHERE schemaname = 'public' AND tablename = %s", [table])


@transaction.atomic
def place_often(edition, times):
    """Each slot of the front has been given to one story after the other, a microsecond each."""
    began = locking.clock()
    chosen = list(edition.stories.all()[:12])
    moments = [began + timedelta(microseconds=number) for number in range(times + 1)]
    Placement.objects.bulk_create(
        Placement(edition=edition, story=chosen[number % 12], slot=number % 12 + 1, live_from=at, live_until=until)
        for number, (at, until) in enumerate(pairwise(moments))
    )
    Placement.objects.create(edition=edition, story=chosen[0], slot=1, live_from=moments[-1])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_placement")


@pytest.mark.prove
def test_each_page_of_an_archive_walks_its_indexes(archive, client, subtests):
    """All proofs of one archive, which takes longer to fill than to ask. The last takes away what the others need."""
    each_list_is_one_walk_of_one_index_wherever_it_begins(archive, client, subtests)
    what_is_gathered_from_many_shelves_is_a_short_walk_of_each(archive, client, subtests)
    a_calendar_is_counted_in_an_index_alone_and_no_further_than_its_year(archive, client, subtests)
    it_does_not_hang_on_statistics_that_nobody_may_have_made(archive, client, subtests)


def each_list_is_one_walk_of_one_index_wherever_it_begins(archive, client, subtests):
    for edition in archive:
        looked_at = {}
        for name, path in pages(edition).items():
            kind, _, is_older = name.partition(",")
            if kind not in WALKED:
                continue
            plans = explained(client, path)
            looked_at[name] = blocks(plans)
            with subtests.test(edition=edition.language, page=name):
                assert_walked(plans, WALKED[kind])
                assert looked_at[name] <= BLOCKS
                assert not is_older or looked_at[name] < 2 * looked_at[kind]


def what_is_gathered_from_many_shelves_is_a_short_walk_of_each(archive, client, subtests):
    """A story with what stands beside it, by each of its topics and sources; the first topics of each kind; and
    corrections of one, for which the index of all is as good where the kind is the commonest."""
    for edition in archive:
        for name in ("story", "topics", "corrections_of", "corrections_of, older"):
            plans = explained(client, pages(edition)[name])
            with subtests.test(edition=edition.language, page=name):
                assert_nothing_big_is_read_through(done(plans))
                assert blocks(plans) <= BLOCKS


def a_calendar_is_counted_in_an_index_alone_and_no_further_than_its_year(archive, client, subtests):
    for edition in archive:
        for name, path in pages(edition).items():
            if name in COUNTED:
                with subtests.test(edition=edition.language, page=name):
                    assert_counted(explained(client, path), COUNTED[name], busiest_year())


def it_does_not_hang_on_statistics_that_nobody_may_have_made(archive, client, subtests):
    """PostgreSQL counts the rows of a table after fifty have changed: of a paper's sections and editions, never."""
    if connection.pg_version < 180000:
        return  # It can be made to forget from 18 on.
    forget("edition", "section", "contributor", "contributorname", "page", "placement")
    for name, path in pages(archive[0]).items():
        kind = name.partition(",")[0]
        if kind in WALKED:
            with subtests.test(page=name):
                assert_walked(explained(client, path), WALKED[kind])


def test_a_front_page_finds_what_is_placed_among_all_that_ever_was(english, arabic, client):
    archives.make(20)
    place_often(english, times=5_000)
    assert_walked(explained(client, "/"), "placement_ends")
