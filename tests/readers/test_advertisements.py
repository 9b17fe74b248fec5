"""An advertisement is no news, and what it says is no statement: it has its own address, and a place by hand."""

import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings

from articles.actions import placing, publishing, stories
from articles.actions.refusals import Refused
from articles.composing import arranging
from articles.models import Attribution, Contributor, Publication, Source, Statement, drafts
from articles.rules import readiness
from articles.rules.facts import Facts
from articles.rules.words import Change, CorrectionKind
from articles.wall import behind
from tests.readers.in_memory import ENGLISH, Reader, render, story

pytestmark = pytest.mark.django_db
NOTICE = "The newsroom had no part in it."


@pytest.fixture
def advertising(db):
    return Contributor.objects.create(slug="advertising-desk", name="Advertising Desk")


@pytest.fixture
def paid(make_story, union, advertising, now):
    """An advertisement among the news, with all that news has."""
    railway = Source.objects.create(slug="railway", name="Coastal Railway", kind="organisation")
    said = [Attribution(source=source, words="Two years of building,") for source in (union, railway)]
    story = make_story(
        kind="sponsored", headline="A winter by the window", kicker="Paid for by the Coastal Railway",
        bylines=[advertising], tags=["Ports", "Windows"], attributions=said,
    )  # fmt: skip
    return publishing.import_version(story, live_from=now - timedelta(minutes=5), by=None)


def html(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def lists(version):
    yield from ("/", "/?before=99999999999999999-1", "/economy/", "/topics/ports/", "/topics/", "/corrections/")
    yield from ("/sources/dockers-union/", f"/archive/{version.day:%Y/%m/%d}/", "/contributors/lina-hasko/")


def test_it_has_its_own_address_its_label_its_sponsor_and_the_notice_above_the_text(paid, live_story, client):
    page = html(client, paid.get_absolute_url())
    main = page[page.index("<main") :]
    assert main.index("Advertisement") < main.index("Paid for by the Coastal Railway") < main.index("<h1>")
    assert main.index(NOTICE) < main.index('class="text"')
    assert 'class="story paid"' in main
    for absent in ("Advertising Desk", 'class="passage"', "Who says so", "Read on", "/topics/ports/", 'class="byline"'):
        assert absent not in main
    assert 'aria-current="true"' not in page
    assert "<title>Advertisement: A winter by the window" in page


def test_it_stands_in_no_list(paid, live_story, client, subtests):
    for path in lists(paid):
        with subtests.test(path=path):
            assert "A winter by the window" not in html(client, path)
    assert "A winter by the window" not in html(client, live_story.publications.get().get_absolute_url())


def test_it_counts_in_no_calendar(paid, live_story, client):
    for path in (f"/archive/{paid.day:%Y/%m}/", f"/archive/{paid.day:%Y}/", "/archive/"):
        assert "1 story" in html(client, path)
    assert Publication.objects.live().news().counted_by_day(paid.edition, paid.day, paid.day) == {paid.day: 1}


def test_a_day_of_advertisements_alone_has_no_neighbours(make_story, now, client):
    story = make_story(kind="sponsored")
    version = publishing.import_version(story, live_from=now - timedelta(days=40), by=None)
    publishing.publish(make_story(headline="News"), revision=1, by=None)
    today = html(client, f"/archive/{now:%Y/%m/%d}/")
    assert f"/archive/{version.day:%Y/%m/%d}/" not in today


def test_it_makes_no_statements_and_old_ones_are_told_nowhere(paid, live_story, client):
    assert not Statement.objects.filter(publication=paid).exists()
    assert [each.publication.kind for each in Statement.objects.news_in(paid.edition)] == ["news"]


def test_an_old_statement_of_it_is_told_nowhere(make_story, union, client, now, monkeypatch):
    monkeypatch.setattr("articles.actions.versions.Kind", SimpleNamespace(SPONSORED="as it was before"))
    said = Attribution(source=union, words="Two years of building,")
    story = make_story(kind="sponsored", headline="Old", attributions=[said])
    version = publishing.import_version(story, live_from=now - timedelta(days=1), by=None)
    monkeypatch.undo()
    assert Statement.objects.filter(publication=version).exists()
    assert "Two years" not in html(client, "/sources/dockers-union/")
    assert "Who says so" not in html(client, version.get_absolute_url())


def test_it_may_be_placed_by_hand_with_its_label_and_leads_nothing(paid, live_story, client):
    with pytest.raises(Refused):
        placing.place(paid.story, slot=1, by=None)
    placing.place(paid.story, slot=2, by=None)
    front = html(client, "/")
    assert front.index("Dockers reject") < front.index("A winter by the window")
    assert front.count("A winter by the window") == 1
    assert '<article class="teaser paid">' in front
    assert front.index("Advertisement") < front.index("A winter by the window")
    publishing.withdraw(live_story, by=None, reason="Wrong.")
    assert "A winter by the window" in html(client, "/")


def test_news_leads_whatever_is_placed_before_it():
    advertisement, news = (
        story(ENGLISH, pk=1, story_id=1, kind="sponsored"),
        story(ENGLISH, pk=2, story_id=2, kind="news"),
    )
    top = arranging.top([advertisement, news], [])
    assert (top["lead"], top["seconds"]) == ([news], [advertisement])


def test_a_correction_of_it_stands_on_its_page_alone(paid, live_story, client):
    story = stories.revise(paid.story, drafts.with_changes(paid.story, headline="Winter"), version=1, by=None)
    how = {"kind": CorrectionKind.CORRECTION, "right": "It is 380 crowns."}
    version = publishing.correct(story, revision=2, by=None, **how)
    assert "It is 380 crowns." in html(client, version.get_absolute_url())
    assert "It is 380 crowns." not in html(client, "/corrections/") + html(client, "/")


def test_a_story_that_turns_out_to_be_paid_for_leaves_the_lists_at_once(live_story, client):
    draft = drafts.with_changes(live_story, kind="sponsored")
    story = stories.revise(live_story, draft, version=1, by=None)
    version = publishing.publish(story, revision=2, by=None, change=Change.UPDATE)
    assert "Dockers reject" not in html(client, "/economy/")
    assert NOTICE in html(client, version.get_absolute_url())


def test_an_advertisement_without_a_sponsor_and_with_quotations(english, now):
    facts = Facts(
        headline="Buy", section="Economy", section_is_merged=False, section_is_of_edition=True,
        body="<p>“It is beautiful,” she said.</p>", slug="", embargo_until=None, has_name_over_it=False,
        is_news=False, is_advertisement=True,
    )  # fmt: skip
    assert [(each.field, each.blocks) for each in readiness.findings(facts, now)] == [("kicker", False)]


def test_an_advertisement_in_memory_has_its_own_ground():
    page = Reader(render("stories/story.html", ENGLISH, story=story(ENGLISH, kind="sponsored"), corrections=[]))
    assert [each["class"] for each in page.all("article")] == ["story paid"]


ASKED = re.compile(r"Publication\.objects\.live\([^)]*\)\s*((?:\.\w+\((?:[^()]|\([^()]*\))*\))?)")
# What an advertisement may do: stand at its own address, forward from an old one, and be placed by hand.
WHOLE = {
    'stories.py: .filter(edition=Slot("edition", NUMBER), day=Slot("day", DAY), slug=Slot("slug", TEXT))',
    "forwarding.py: .filter(story_id=address.story_id)",
}
WHOLE |= {"fronts.py: .placed(edition)"}


def test_every_list_of_readers_asks_for_news():
    found = set()
    for room in ("public", "composing"):
        for path in (Path(settings.BASE_DIR) / "articles" / room).rglob("*.py"):
            found |= {f"{path.name}: {asked}" for asked in ASKED.findall(path.read_text()) if asked != ".news()"}
    assert {each for each in found if not each.endswith(": ")} == WHOLE


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
def test_what_it_alone_bears_is_no_topic_and_no_source(paid, live_story, behind_the_wall, client):
    with behind():
        assert Publication.objects.live().news().count() == 1
    assert "Windows" not in html(client, "/topics/")
    assert client.get("/topics/windows/").status_code == 404
    assert client.get("/sources/railway/").status_code == 404
    assert "Nothing has been published here yet." in html(client, "/contributors/advertising-desk/")
    assert client.get(paid.get_absolute_url()).status_code == 200
