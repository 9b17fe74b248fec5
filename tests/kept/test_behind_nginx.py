"""The paper behind the nginx of `deploy/`: what is kept there, for how long, and what never comes back."""

import os
import re
import shutil
import socket
import subprocess
import time
from contextlib import ExitStack

import pytest
from django.db import connection

from articles.actions import publishing, stories
from articles.models import drafts
from newsroom.kept import commits
from tests.kept.papers import ask, kill, serving, wait_for
from tests.moments import wait_until
from tests.served import ROOT, free_port

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.prove,
    # Where everything must hold, a machine without it is a fault.
    pytest.mark.skipif(
        not shutil.which("nginx") and not os.environ.get("CI"), reason="nginx is not installed: apt install nginx-light"
    ),
]
CONFIGURATION = (ROOT / "deploy/nginx.conf").read_text()
AROUND = "{user}daemon off; pid {folder}/pid; error_log {folder}/log; worker_processes 1;\nevents {{}}\nhttp {{\n"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Proxy:
    """nginx as `deploy/nginx.conf` has it, but for TLS, ports and folders."""

    def __init__(self, folder, application):
        self.port, self.inner = free_port(), free_port()
        changed = {
            "/var/cache/nginx/newsroom": f"{folder}/cache",
            "127.0.0.1:8000": f"127.0.0.1:{application}",
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port};",
            "127.0.0.1:8090": f"127.0.0.1:{self.inner}",
            "paper.example;": "localhost;",
        }
        text = re.sub(r"(?m)^ *ssl_.*\n", "", CONFIGURATION)
        for was, becomes in changed.items():
            assert was in text, was
            text = text.replace(was, becomes)
        user = "user root; " if os.geteuid() == 0 else ""
        kept = "".join(f"{name}_temp_path {folder}/{name};\n" for name in TEMPORARY)
        whole = AROUND.format(user=user, folder=folder) + f"access_log off;\n{kept}{text}}}\n"
        (folder / "nginx.conf").write_text(whole)
        self.process = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/log"])
        wait_for(self.process, self.port)

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


@pytest.fixture
def front_door(settings, tmp_path, english, make_story):
    """The proxy, the application behind it, and a story that both have."""
    settings.VAR = tmp_path
    commits.of_this_host.cache_clear()
    with ExitStack() as stack:
        port, server = stack.enter_context(serving(connection.settings_dict["NAME"], tmp_path))
        proxy = Proxy(tmp_path, port)
        stack.callback(proxy.stop)
        settings.REFRESH, settings.REFRESH_SECRET = [f"http://127.0.0.1:{proxy.inner}"], "a-long-secret"
        settings.ALLOWED_HOSTS = ["localhost"]
        story = make_story(headline="State 1")
        publishing.publish(story, revision=1, by=None)
        yield proxy, server, story
    commits.of_this_host.cache_clear()


def path_of(story):
    return story.publications.live().get().get_absolute_url()


def test_what_was_withdrawn_does_not_come_back_when_the_application_is_gone(front_door):
    proxy, server, story = front_door
    path = path_of(story)
    for form in ("gzip", "identity"):
        assert ask(proxy.port, path, **{"Accept-Encoding": form})[0] == 200
        assert ask(proxy.port, "/", **{"Accept-Encoding": form})[0] == 200
    publishing.withdraw(story, by=None, reason="It was wrong.")
    kill(server)
    for form in ("gzip", "identity"):
        assert ask(proxy.port, path, **{"Accept-Encoding": form})[0] == 410
    status, front, headers = ask(proxy.port, "/")
    assert (status, "State 1" in front) == (200, False)
    status, _body, headers = ask(proxy.port, "/archive/")
    assert (status, headers["Retry-After"], headers["Cache-Control"]) == (503, "5", "private, no-store")


def test_a_page_is_kept_for_a_second_and_asked_for_again_with_its_tag(front_door):
    proxy, _server, story = front_door
    path = path_of(story)
    answers = [ask(proxy.port, path) for _time in range(20)]
    assert {status for status, _body, _headers in answers} == {200}
    assert "HIT" in {headers["X-Cache"] for _status, _body, headers in answers}
    story.refresh_from_db()
    stories.revise(story, drafts.with_changes(story, headline="State 2"), version=1, by=None)
    publishing.publish(story, revision=2, by=None)
    # nginx counts whole seconds: what is fresh for one it keeps for two at most.
    time.sleep(2.1)
    status, body, headers = ask(proxy.port, path)
    assert (status, "State 2" in body) == (200, True)
    tag = {"If-None-Match": headers["ETag"]}
    wait_until(lambda: ask(proxy.port, path)[2]["X-Cache"] == "REVALIDATED")
    assert ask(proxy.port, path, **tag)[:2] == (304, "")


def test_whoever_says_nothing_or_tries_to_log_in_holds_nobody_up(front_door):
    proxy, _server, story = front_door
    silent = [socket.create_connection(("127.0.0.1", proxy.port)) for _number in range(20)]
    try:
        assert ask(proxy.port, path_of(story))[0] == 200
        tries = {ask(proxy.port, "/admin/login/")[0] for _time in range(40)}
        assert tries == {200, 429}
        assert ask(proxy.port, path_of(story))[0] == 200
    finally:
        for each in silent:
            each.close()


def test_nobody_else_has_a_page_asked_for_anew_and_nothing_of_the_desk_is_kept(front_door):
    proxy, _server, story = front_door
    path = path_of(story)
    ask(proxy.port, path)
    assert ask(proxy.port, path, **{"X-Newsroom-Refresh": "1"})[2]["X-Cache"] != "BYPASS"
    assert ask(proxy.port, path, **{"X-Newsroom-Refresh": "a-long-secret"})[2]["X-Cache"] == "BYPASS"
    for _time in range(2):
        assert "X-Cache" not in ask(proxy.port, "/admin/login/")[2]
