"""Hostile paths and parameters: no 5xx, and nobody is held up."""

from urllib.parse import quote

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from articles.actions import publishing
from tests import costs
from tests.proofs import SEED, tries

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

# What the page that asks most may ask.
MOST_QUERIES = 6
WORDS = [
    "",
    "ar",
    "en",
    "2026",
    "11",
    "22",
    "13",
    "99",
    "topics",
    "sources",
    "contributors",
    "archive",
    "about",
    "photos",
]
WORDS += [
    "economy",
    "اقتصاد",
    "..",
    ".",
    "%00",
    "\x00",
    "-1",
    "0",
    "9" * 40,
    "corrections",
    "healthz",
    "static",
    "ports",
]
words = st.sampled_from(WORDS) | st.text(max_size=40)
paths = st.lists(words, max_size=7).map(lambda parts: "/" + "/".join(parts))
keys = st.tuples(st.integers(-(10**19), 10**19), st.integers(-(10**19), 10**19)).map(lambda key: f"{key[0]}-{key[1]}")
values = st.text(max_size=60) | keys | st.sampled_from(["x" * 100_000, "\x00", "%", "0-0"])
queries = st.dictionaries(st.sampled_from(["before", "after", "q", "page"]) | st.text(max_size=8), values, max_size=3)
methods = st.sampled_from(["get", "get", "get", "head", "post", "put", "options", "delete"])


def ask(client, method, path, query):
    """The status. A bare server encodes what a browser would."""
    asked = "&".join(f"{quote(name)}={quote(value)}" for name, value in query.items())
    return getattr(client, method)(quote(path, safe="/%"), QUERY_STRING=asked).status_code


def hold(client, proof, examples, number):
    @seed(number)
    @settings(max_examples=examples, suppress_health_check=list(HealthCheck), database=None)
    @given(method=methods, path=paths, query=queries)
    def nothing_breaks(method, path, query):
        proof.tried += 1
        with CaptureQueriesContext(connections["readers"]) as asked:
            assert ask(client, method, path, query) < 500, (method, path, query)
        assert len(asked) <= MOST_QUERIES, (method, path, query)

    nothing_breaks()


@pytest.fixture
def hardy(client, live_story, arabic, make_story):
    """A client that gets a page for an error, as a browser would, and does not see the exception."""
    publishing.publish(make_story(headline="Another"), revision=1, by=None)
    client.raise_request_exception = False
    client.get("/")
    return client


def test_nothing_breaks_under_hostile_requests(hardy, proof):
    hold(hardy, proof, 200, number=1)


@pytest.mark.prove
def test_nothing_breaks_under_many_hostile_requests(hardy, proof):
    hold(hardy, proof, tries(sample=1_000, full=10_000), number=SEED)


@pytest.mark.parametrize("path", ["/", "/ar/", "/economy/", "/topics/", "/archive/", "/corrections/"])
def test_a_hundred_kilobytes_of_query(hardy, path):
    def read(said):
        assert ask(hardy, "get", path, {"before": said, "q": said}) in (200, 400)

    costs.assert_grows_with_its_size(read, lambda size: "x" * size, 12_500)
