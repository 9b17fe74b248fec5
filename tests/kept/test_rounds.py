"""Eight readers and a desk, round after round, through two workers: nobody sees what is not live, and each sees at the
next request what was done. The desk is another process of the same host, as a second worker or a command is."""

import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from articles.actions import declaring, locking, merging, placing, publishing, stories
from articles.models import Edition, Tag, drafts
from newsroom.kept import commits
from tests.kept.papers import ask, environment, serving
from tests.proofs import tries
from tests.served import ROOT

pytestmark = [pytest.mark.django_db(transaction=True, databases=["default", "readers"]), pytest.mark.prove]
READERS = 8
STATE = re.compile(r"State (\d+)")
# Words of what is scheduled, and so of nothing that readers may have.
HIDDEN = "Embargoed words of a scheduled version"


@pytest.fixture
def paper(settings, tmp_path, english, make_story):
    settings.VAR = tmp_path
    commits.of_this_host.cache_clear()
    with serving(connection.settings_dict["NAME"], tmp_path) as (port, _server):
        yield Desk(port, make_story)
    commits.of_this_host.cache_clear()


class Desk:
    """What is done, each with what all readers must see then: (path, status, words, words that are gone)."""

    def __init__(self, port, make_story):
        self.port, self.make_story = port, make_story
        self.number = self.taglines = 0
        self.story = make_story(headline="State 0", tags=["Pay"])
        publishing.publish(self.story, revision=1, by=None)

    def path(self):
        return self.story.publications.live().get().get_absolute_url()

    def _revise(self, **changed):
        self.story.refresh_from_db()
        draft = drafts.with_changes(self.story, **changed)
        stories.revise(self.story, draft, version=self.story.version, by=None)
        return self.story.version + 1

    def publish(self):
        self.number += 1
        publishing.publish(self.story, revision=self._revise(headline=f"State {self.number}"), by=None)
        return [(path, 200, f"State {self.number}", f"State {self.number - 1}<") for path in (self.path(), "/")]

    def withdraw(self):
        gone, withdrawn = self.path(), self.story
        self.number += 1
        self.story = self.make_story(headline=f"State {self.number}", tags=["Pay"])
        publishing.publish(self.story, revision=1, by=None)
        publishing.withdraw(withdrawn, by=None, reason="It was wrong.")
        return [(gone, 410, "", "State"), ("/", 200, f"State {self.number}", f'href="{gone}"')]

    def schedule(self):
        at = locking.clock() + timedelta(days=1)
        publishing.publish(self.story, revision=self._revise(headline=HIDDEN), by=None, at=at)
        publishing.call_off(self.story, by=None)
        return [("/", 200, f"State {self.number}", HIDDEN)]

    def rename(self):
        old = self.path()
        publishing.rename(self.story, slug=f"renamed-{self.number}-{self.story.version}", by=None)
        return [] if old == self.path() else [(old, 301, "", "State"), (self.path(), 200, "State", "")]

    def merge_tag(self):
        old, new = f"Old {self.number}", f"New {self.number}"
        publishing.publish(self.make_story(headline="About it", tags=[old]), revision=1, by=None)
        publishing.publish(self.make_story(headline="Beside it", tags=[new]), revision=1, by=None)
        tag, into = (Tag.objects.filter(name=name).latest("pk") for name in (old, new))
        assert ask(self.port, f"/topics/{tag.slug}/")[0] == 200
        merging.merge_tags(tag, into=into, by=None)
        return [(f"/topics/{tag.slug}/", 301, "", "About"), (f"/topics/{into.slug}/", 200, "About it", "")]

    def place(self):
        placing.place(self.story, slot=1, by=None)
        return [("/", 200, f"State {self.number}", "")]

    def by_hand(self):
        self.taglines += 1
        with declaring.command("by hand"), connection.cursor() as cursor:
            cursor.execute("UPDATE articles_edition SET tagline = %s", [f"Tagline no. {self.taglines}."])
        return [("/", 200, f"Tagline no. {self.taglines}.", "")]


OPERATIONS = ["publish", "withdraw", "schedule", "rename", "merge_tag", "place", "by_hand"]


def test_each_reader_sees_what_was_done_at_the_next_request(paper, proof):
    ended, wrong = threading.Event(), []

    def watch(_number):
        """Whatever is shown was live when the page was asked for, or has become so meanwhile."""
        while not ended.is_set():
            least = paper.number
            status, body, _headers = ask(paper.port, "/")
            states = [int(number) for number in STATE.findall(body)]
            if status != 200 or HIDDEN in body or not least - 1 <= max(states, default=-1) <= paper.number:
                wrong.append((status, least, states, paper.number))

    def do(operation):
        expected = getattr(paper, operation)()
        with ThreadPoolExecutor(READERS) as readers:
            for path, status, words, gone in expected:
                for found, body, _headers in readers.map(lambda _n, path=path: ask(paper.port, path), range(READERS)):
                    seen = (found, words in body, bool(gone) and gone in body)
                    assert seen == (status, True, False), (operation, path)

    rounds = [OPERATIONS[number % len(OPERATIONS)] for number in range(tries(sample=28, full=2000))]
    with ThreadPoolExecutor(2) as watchers:
        watching = [watchers.submit(watch, number) for number in range(2)]
        try:
            proof.hold(do, rounds)
        finally:
            ended.set()
        for each in watching:
            each.result(120)
    assert wrong == []


KILLED = """
import os
import django
django.setup()
from django.db.backends.postgresql.base import DatabaseWrapper
from articles.actions import declaring
from articles.models import Edition
commit = DatabaseWrapper.commit
DatabaseWrapper.commit = lambda self: (commit(self), os._exit(7))
with declaring.command("by hand"):
    Edition.objects.update(tagline="Written by a process that is no more")
"""


def test_a_process_that_is_killed_right_after_its_commit_has_been_heard(paper, tmp_path, proof):
    given = environment(connection.settings_dict["NAME"], tmp_path)

    def kill(number):
        with declaring.command("by hand"):
            Edition.objects.update(tagline=f"Before {number}")
        for _time in range(READERS):
            assert f"Before {number}" in ask(paper.port, "/")[1]
        done = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env=given)
        assert done.returncode == 7
        for _time in range(READERS):
            assert "Written by a process that is no more" in ask(paper.port, "/")[1]

    proof.hold(kill, range(tries(sample=1, full=10)))
