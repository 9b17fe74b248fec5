"""Hostile paths and parameters: no 5xx, and nothing over a second."""

import time
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.actions import publishing

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

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
    """Status and seconds. A bare server encodes what a browser would.

    What is slow of itself is slow each time: a slow answer is asked for again and the quickest of three counts, so that
    another process on a shared machine is not taken for us.
    """
    asked = "&".join(f"{quote(name)}={quote(value)}" for name, value in query.items())
    quickest = float("inf")
    for _attempt in range(3):
        began = time.perf_counter()
        response = getattr(client, method)(quote(path, safe="/%"), QUERY_STRING=asked)
        quickest = min(quickest, time.perf_counter() - began)
        if quickest < 1:
            break
    return response.status_code, quickest


def hold(client, examples):
    @settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), derandomize=examples < 5000
    )
    @given(method=methods, path=paths, query=queries)
    def nothing_breaks(method, path, query):
        status, seconds = ask(client, method, path, query)
        assert status < 500, (method, path, query)
        assert seconds < 1, (method, path, query, seconds)

    nothing_breaks()


@pytest.fixture
def hardy(client, live_story, arabic, make_story):
    """A client that gets a page for an error, as a browser would, and does not see the exception."""
    publishing.publish(make_story(headline="Another"), revision=1, by=None)
    client.raise_request_exception = False
    client.get("/")
    return client


@pytest.mark.parametrize("requests", [200, *(pytest.param(more, marks=pytest.mark.prove) for more in (1000, 10_000))])
def test_nothing_breaks_under_hostile_requests(hardy, requests):
    hold(hardy, requests)


@pytest.mark.parametrize("path", ["/", "/ar/", "/economy/", "/topics/", "/archive/", "/corrections/"])
def test_a_hundred_kilobytes_of_query(hardy, path):
    status, seconds = ask(hardy, "get", path, {"before": "x" * 100_000, "q": "y" * 100_000})
    assert status in (200, 400)
    assert seconds < 1
