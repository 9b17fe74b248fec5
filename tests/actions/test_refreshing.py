"""Proxies are told of a story that is gone: all of its addresses, and none of them holds an editor up."""

import socket
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from articles.actions import publishing, refreshing
from tests.racing import before_its_commit

PATHS = ["/2026/11/22/gone/", "/", "/economy/"]


@contextmanager
def proxy(status=200):
    """One that notes what it is asked, and answers so: its address, and the notes."""
    asked = []

    class Noting(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            names = ("Host", "Accept-Encoding", refreshing.HEADER)
            asked.append((self.path, *(self.headers[name] for name in names)))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_told):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def named(settings):
    settings.ALLOWED_HOSTS = ["paper.example", ".example.org", "*"]
    settings.REFRESH_SECRET = "a-long-secret"
    return settings


def test_each_page_is_asked_for_in_both_forms_by_each_name_of_the_paper(named):
    with proxy(410) as (address, asked):
        named.REFRESH = [address]
        refreshing.refresh(PATHS)
    forms = [(path, "paper.example", form, "a-long-secret") for path in PATHS for form in ("gzip", "identity")]
    assert asked == forms


def test_one_that_is_silent_broken_or_gone_is_named_and_keeps_no_other_from_being_told(named, caplog, monkeypatch):
    monkeypatch.setattr(refreshing, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, proxy(503) as (broken, heard), proxy() as (good, asked):
        gone = "http://127.0.0.1:1"
        named.REFRESH = [f"http://127.0.0.1:{silent.getsockname()[1]}", gone, broken, good]
        refreshing.refresh(PATHS)
    assert (len(asked), len(heard)) == (6, 1)
    told = [record.args[0] for record in caplog.records]
    assert told == named.REFRESH[:3]
    assert "a-long-secret" not in caplog.text


def test_a_slow_one_is_left_when_its_time_is_over(named, monkeypatch):
    monkeypatch.setattr(refreshing, "ALTOGETHER", -1)
    with proxy() as (address, asked):
        named.REFRESH = [address]
        refreshing.refresh(PATHS)
    assert len(asked) == 1


@pytest.mark.django_db(transaction=True)
def test_what_was_withdrawn_is_told_with_all_its_addresses_and_not_before_its_commit(named, make_story):
    story = make_story()
    first = publishing.publish(story, revision=1, by=None).get_absolute_url()
    second = publishing.rename(story, slug="another", by=None).get_absolute_url()
    with proxy() as (address, asked):
        named.REFRESH = [address]
        with before_its_commit(lambda: publishing.withdraw(story, by=None, reason="It was wrong.")):
            assert asked == []
        assert {path for path, *_more in asked} == {first, second, "/", "/economy/"}
