"""A page that is kept is the page that Django would set, and is gone at the next request after it has changed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from articles.actions import publishing, stories
from articles.models import drafts
from articles.public import pages
from articles.wall import generation
from newsroom.kept import answers
from tests.kept.serving import Worker
from tests.moments import has_come, publish_shortly
from tests.racing import before_its_commit
from tests.raw_sql import run

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])


def path_of(story):
    return story.publications.live().get().get_absolute_url()


def revise(story, **changed):
    story.refresh_from_db()
    stories.revise(story, drafts.with_changes(story, **changed), version=story.version, by=None)
    return publishing.publish(story, revision=story.version + 1, by=None)


def test_each_page_is_set_once_and_the_same(workers, story, union):
    worker, other = workers
    for path in ("/", path_of(story), "/economy/", "/archive/", "/topics/", "/corrections/", "/manifest.webmanifest"):
        first, again, elsewhere = worker.get(path), worker.get(path), other.get(path)
        assert first.status == 200, path
        assert (first.lasting, first.body) == (again.lasting, again.body) == (elsewhere.lasting, elsewhere.body)
        assert worker.set.count(path) == 1
        assert first.headers["Content-Length"] == str(len(first.body))
        assert "default-src" in first.headers["Content-Security-Policy"]


def test_what_has_changed_is_seen_at_the_next_request_of_each_worker(workers, story):
    path = path_of(story)
    for worker in workers:
        assert "Dockers reject" in worker.get(path).text
    revise(story, headline="Dockers accept pay offer")
    for worker in workers:
        assert "Dockers accept" in worker.get(path).text
        assert "Dockers accept" in worker.get("/").text
    publishing.withdraw(story, by=None, reason="It was wrong.")
    for worker in workers:
        assert worker.get(path).status == 410
        assert "Dockers" not in worker.get("/").text


def test_what_is_not_committed_is_on_no_page_and_neither_is_what_was_kept_meanwhile(workers, story):
    """A page that is set while a publication waits for its commit is the old one, and does not outlive it."""
    worker, other = workers
    path = path_of(story)
    with before_its_commit(lambda: revise(story, headline="Dockers accept pay offer")):
        for _time in range(2):
            assert "Dockers reject" in worker.get(path).text
    for each in (worker, other):
        assert "Dockers accept" in each.get(path).text


def test_what_begins_by_itself_is_seen_when_it_has_begun(workers, make_story, story):
    """Nobody writes anything at that moment: what is kept ends with it."""
    worker, _other = workers
    worker.get("/")
    begun = publish_shortly(make_story(headline="Ferries run again"))
    # Kept before the moment, if this machine is in time.
    front = worker.get("/")
    assert "Ferries" not in front.text or has_come(begun.live_from)
    while not has_come(begun.live_from):
        run("SELECT pg_sleep(0.1)")
    for each in workers:
        assert "Ferries run again" in each.get("/").text
        assert each.get(begun.get_absolute_url()).status == 200


def test_parameters_that_a_page_does_not_know_change_neither_key_nor_page(workers, story):
    worker, _other = workers
    path = path_of(story)
    plain = worker.get(path)
    for query in ("utm_source=x", "before=1-1", "after=z", "at=2020-01-01T00:00", "before=%00&fbclid=%3Cscript%3E"):
        assert worker.get(f"{path}?{query}").body == plain.body, query
    assert worker.set == [path]
    assert worker.get("/").body == worker.get("/?after=z&utm_source=y").body
    older = worker.get("/?before=2000000000000000-1")
    assert older.body != worker.get("/").body
    assert older.body == worker.get("/?before=1-1&utm=1&before=2000000000000000-1").body


def test_nothing_is_kept_but_a_page_of_readers(workers, story):
    worker, _other = workers
    for path in ("/no-such-page/", "/?before=x", "/admin/", "/healthz", "/en/", "/economy"):
        for _time in range(2):
            assert worker.get(path).status != 304
        assert worker.set.count(path.partition("?")[0]) == 2, path
    worker.get("/")
    assert worker.get("/", method="POST").status == 403


def test_hosts_and_schemes_have_pages_of_their_own_and_a_strange_host_has_none(workers, story):
    worker, _other = workers
    path = path_of(story)
    assert "http://testserver/" in worker.get(path).text
    assert "http://other.example/" in worker.get(path, host="other.example").text
    assert "http://testserver/" in worker.get(path).text
    for host in ("evil.example", "testserver:80@evil.example", "testserver/evil", ""):
        answer = worker.get(path, host=host) if host else worker.get(path)
        assert answer.status in {200, 400}
        assert "evil" not in answer.text
    assert worker.get(path, host="evil.example").status == 400


def test_a_thousand_who_come_at_once_cost_one_page(host, story):
    worker, path = Worker(), path_of(story)
    worker.get("/archive/")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _number: worker.get(path), range(40)))
    assert {(each.status, each.body) for each in found} == {(200, found[0].body)}
    assert worker.set.count(path) == 1


def test_while_the_database_is_gone_nothing_is_answered_from_what_was_kept(host, story):
    is_up = True

    def ask():
        if not is_up:
            raise OSError
        return generation.told()

    worker = Worker(ask=ask)
    worker.get("/")
    assert worker.set == ["/"]
    is_up = False
    revise(story, headline="Dockers accept pay offer")
    worker.get("/")
    assert worker.set == ["/", "/"]


def test_a_database_that_is_silent_is_not_waited_for_by_one_after_the_other(host, story, monkeypatch):
    monkeypatch.setattr(answers, "BELIEVED", 3600)
    asked = []

    def ask():
        asked.append(True)
        raise OSError

    worker = Worker(ask=ask)
    for _time in range(3):
        assert worker.get("/").status == 200
    assert (len(asked), worker.set) == (1, ["/"] * 3)


def test_pages_of_the_desk_wait_for_no_other():
    is_slow, may_end, asked = Event(), Event(), []

    def application(environ, start_response):
        asked.append(environ["PATH_INFO"])
        if len(asked) == 1:
            is_slow.set()
            assert may_end.wait(60)
        start_response("200 OK", [])
        return [b""]

    answer = answers.of_wsgi(application, lambda: None, most=10**6)

    def get(path):
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "wsgi.url_scheme": "http"}
        return answer(environ, lambda *told: None)

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(get, "/admin/reports/")
        try:
            assert is_slow.wait(60)
            assert get("/admin/reports/") == [b""]
        finally:
            may_end.set()
        first.result(60)
    assert asked == ["/admin/reports/"] * 2


def test_none_is_kept_where_the_settings_say_so_and_each_has_its_tag(host, story):
    worker = Worker(most=0)
    first, again = worker.get("/"), worker.get("/")
    assert worker.set == ["/", "/"]
    assert first.headers["ETag"] == again.headers["ETag"]
    assert worker.get("/", if_none_match=first.headers["ETag"]).status == 304


def test_the_tickets_name_is_one():
    assert pages.TICKET == answers.TICKET
