"""Whoever has a page already is told so, and nobody else: RFC 9110, sections 8.8 and 13."""

import gzip
from datetime import timedelta
from email.utils import formatdate

import pytest
from django.db import connections

from articles.actions import locking, placing, publishing, stories
from articles.models import drafts
from newsroom.kept import validity
from tests.wall.telling import undeclared

with_database = pytest.mark.django_db(transaction=True, databases=["default", "readers"])
TAG = validity.tag_of(b"page")
SURE = (1_000_000, True)


@pytest.mark.parametrize(
    ("said", "has_it"),
    [
        (f'"{TAG}"', True),
        (f'W/"{TAG}"', True),
        (f'"{TAG}-gz"', True),
        (f'"other", W/"{TAG}-gz"', True),
        ("*", True),
        ('"other"', False),
        ("", False),
        (TAG, False),
        (f'"{TAG}x"', False),
        ('"' + "x" * 10_000, False),
    ],
)
def test_a_tag_is_compared_weakly_whatever_it_was_compressed_as(said, has_it):
    assert validity.has_it({"HTTP_IF_NONE_MATCH": said}, TAG, SURE) is has_it
    # It is asked alone, whatever the date says.
    assert validity.has_it({"HTTP_IF_NONE_MATCH": said, "HTTP_IF_MODIFIED_SINCE": formatdate(2e6)}, TAG, SURE) is has_it


@pytest.mark.parametrize(
    ("since", "sure", "has_it"),
    [
        (formatdate(1_000_000, usegmt=True), SURE, True),
        (formatdate(999_999, usegmt=True), SURE, False),
        (formatdate(1_000_000, usegmt=True), (1_000_000, False), False),
        ("yesterday", SURE, False),
        ("", SURE, False),
        ("Sun, 99 Nov 99999 99:99:99 GMT", SURE, False),
    ],
)
def test_a_date_is_believed_where_no_other_change_can_have_the_same(since, sure, has_it):
    assert validity.has_it({"HTTP_IF_MODIFIED_SINCE": since}, TAG, sure) is has_it


def test_until_the_second_of_a_change_is_over_a_page_is_of_the_second_before():
    assert validity.last_modified(100.2, 100.9) == (99, False)
    assert validity.last_modified(100.2, 101.0) == (100, True)
    assert validity.last_modified(100.0, 5000.0) == (100, True)


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("GZIP", True),
        ("*", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip; q=0.0", False),
        ("gzipped", False),
        ("*, gzip;q=0", False),
        ("*;q=0, gzip", True),
    ],
)
def test_it_is_compressed_for_those_who_take_it_so(accepted, taken):
    assert validity.takes_gzip({"HTTP_ACCEPT_ENCODING": accepted}) is taken


@with_database
def test_a_reader_who_has_the_page_gets_no_body_until_another_is_there(workers, story):
    path = story.publications.live().get().get_absolute_url()
    for worker in workers:
        plain, packed = worker.get(path), worker.get(path, accept_encoding="gzip, br")
        assert gzip.decompress(packed.body) == plain.body
        assert len(packed.body) < len(plain.body) / 2
        assert packed.headers["ETag"] != plain.headers["ETag"]
        assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
        for each in (plain, packed):
            told = worker.get(path, if_none_match=each.headers["ETag"])
            assert (told.status, told.body) == (304, b"")
            assert told.headers["Cache-Control"] == plain.headers["Cache-Control"]
            assert {"Content-Length", "Content-Type", "Content-Encoding"}.isdisjoint(told.headers)
    story.refresh_from_db()
    stories.revise(story, drafts.with_changes(story, headline="Dockers accept"), version=1, by=None)
    publishing.publish(story, revision=2, by=None)
    for worker in workers:
        answer = worker.get(path, if_none_match=plain.headers["ETag"])
        assert (answer.status, "Dockers accept" in answer.text) == (200, True)
        assert worker.get(path, if_modified_since=plain.headers["Last-Modified"]).status == 200
    publishing.withdraw(story, by=None, reason="Wrong.")
    for worker in workers:
        assert worker.get(path, if_none_match=answer.headers["ETag"]).status == 410


@with_database
def test_no_set_page_costs_nothing_when_it_is_asked_for_again(workers, story):
    worker, _other = workers
    tag = worker.get("/").headers["ETag"]
    assert worker.get("/", if_none_match=tag).status == 304
    assert worker.set == ["/"]


@with_database
def test_head_is_the_same_without_a_body(workers, story):
    worker, other = workers
    head, page = worker.get("/", method="HEAD"), worker.get("/")
    assert (head.status, head.body) == (200, b"")
    assert head.lasting == page.lasting
    assert worker.set == ["/"]
    assert other.get("/", method="HEAD").lasting == page.lasting


def dated():
    """The date of all pages, but for the quarters of an hour."""
    with connections["readers"].cursor() as cursor:
        cursor.execute("SELECT number, greatest(at, last) FROM generation_now")
        return cursor.fetchone()


def schedule(story, by):
    story.refresh_from_db()
    at = locking.clock() + timedelta(days=1)
    publishing.publish(story, revision=story.version, by=by, at=at)
    placing.place(story, slot=1, by=by, at=at)


@with_database
def test_neither_tag_nor_date_tells_of_what_is_scheduled(workers, story, make_story, chief):
    waiting = make_story(headline="Not yet")
    story.refresh_from_db()
    stories.revise(story, drafts.with_changes(story, headline="Nor this"), version=1, by=None)
    before, (number, at) = workers[0].get("/"), dated()
    for each in (waiting, story):
        # The first version of one story, and the next one of another.
        with undeclared():
            schedule(each, chief)
        assert dated()[0] > number
        assert dated()[1] == at
    for each in workers:
        assert each.get("/").lasting == before.lasting
    with undeclared():
        publishing.withdraw(story, by=chief, reason="Wrong.")
    assert dated()[1] > at
