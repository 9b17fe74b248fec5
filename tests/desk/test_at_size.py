"""The desk with 50,000 stories and 5,000 tags and sources: no list, filter, search, look-up or form asks or reads more
for them, nor works longer on what it read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Event, Placement, Story
from benchmarks import desk
from tests import archives, costs
from tests.proofs import tries

# A list, a look-up, a form: none may ask more. One of a list and two of a look-up tell rows of one name apart; one of a
# form asks whether its editor has typed there and not saved.
# A look-up of sources asks which are recalled; a form asks for further owners, rules, evidence, recalls and siblings,
# once each.
MOST_QUERIES = {"list": 13, "look-up": 11, "form": 36}
# Blocks of 8 kB that the database looks at for all of a page.
MOST_BLOCKS = 60_000
# How many times longer our own work on a page may take with all these stories than with few: a list of few rows grows
# to its whole length, and what grows with the table would be six times as long at least.
MOST_GROWTH = 4
FEW, TIMES, NAMES = 2_000, tries(sample=5, full=24), tries(sample=1_000, full=5_000)


@pytest.fixture
def chiefs(client, chief, english, arabic):
    archives.furnish(english, arabic)
    archives.make(FEW)
    client.force_login(chief)
    return client


def fill():
    desk.multiply(FEW, TIMES)
    desk.name_many(NAMES)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def work(client, address):
    """Our own, without the database's: the processor's time."""
    return costs.seconds(client.get, address)


def read(client, address):
    """How many queries a page asks, and how many blocks of the database are looked at for them."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200, address
    return len(asked), sum(map(blocks, [query["sql"] for query in asked if query["sql"].startswith("SELECT")]))


def blocks(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}")
        plan = cursor.fetchone()[0][0]["Plan"]
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]


@pytest.mark.prove
@pytest.mark.django_db
def test_no_page_of_the_desk_costs_more_for_fifty_thousand_stories(chiefs, subtests, proof):
    chiefs.get(desk.LIST)
    before = {name: work(chiefs, address) for pages in desk.pages().values() for name, address in pages.items()}
    fill()
    assert Story.objects.count() == FEW * (1 + TIMES)
    assert Event.objects.exists()
    assert not Placement.objects.exists()
    for kind, pages in desk.pages().items():
        for name, address in pages.items():
            seconds, (queries, looked_at) = work(chiefs, address), read(chiefs, address)
            proof.say(f"{seconds * 1000:5.0f} ms of ours, {looked_at:7,} blocks in {queries:2} queries: {name}")
            with subtests.test(page=name):
                assert queries <= MOST_QUERIES[kind]
                assert looked_at <= MOST_BLOCKS
                assert seconds < MOST_GROWTH * before[name]
