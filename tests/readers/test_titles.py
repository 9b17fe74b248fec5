"""The titles of a source lead to the organisation that they name, and its page to whoever has spoken for it."""

from datetime import date

import pytest

from articles.actions import publishing, stories
from articles.models import Source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Secretary", 'Secretary <a class="of" href="/sources/dockers-union/"><bdi>Dockers’ Union</bdi></a>'),
        ("Secretary, dockers' union", '<a href="/sources/dockers-union/">Secretary, dockers&#x27; union</a>'),
    ],
)
def test_a_title_leads_to_the_organisation_that_it_names_and_back(make_story, union, client, title, line):
    toll = Source.objects.create(slug="maren-toll", name="Maren Toll", is_public_figure=True)
    neighbour = Source.objects.create(slug="a-neighbour", name="A. Neighbour")
    toll.names.create(language="en", name="Toll, Maren")
    toll.titles.create(language="en", title=title, from_on=date(2022, 5, 14), organisation=union)
    toll.titles.create(language="ar", title="أمينة", organisation=union)
    neighbour.titles.create(language="en", title="Member", organisation=union)
    rows = [stories.Attribution(source=each, words="Two years of building,") for each in (toll, union, neighbour)]
    rows = [rows[0], *(stories.Attribution(source=row.source, words="not one line") for row in rows[1:])]
    publishing.publish(make_story(attributions=rows), revision=1, by=None)
    assert line in client.get("/sources/maren-toll/").content.decode()
    text = client.get("/sources/dockers-union/").content.decode()
    speakers = text[text.index("Who has spoken for it") :]
    assert speakers.index('<a href="/sources/maren-toll/"><bdi>Toll, Maren</bdi></a>') < speakers.index(
        "since May 2022"
    )
    assert "Neighbour" not in speakers
    assert "أمينة" not in speakers


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_readers_learn_of_no_organisation_that_has_told_them_nothing(make_story, union, client):
    silent = Source.objects.create(slug="silent", name="The silent house", kind="organisation")
    toll = Source.objects.create(slug="maren-toll", name="Maren Toll", is_public_figure=True)
    toll.titles.create(language="en", title="Secretary", organisation=silent)
    said = stories.Attribution(source=toll, words="Two years of building,")
    publishing.publish(make_story(attributions=[said]), revision=1, by=None)
    page = client.get("/sources/maren-toll/").content.decode()
    assert "Secretary" in page
    assert "silent" not in page


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_readers_learn_of_nobody_who_speaks_for_one_and_has_told_them_nothing(make_story, union, client, soon):
    draft, later = (
        Source.objects.create(slug=slug, name=f"zqspeaker{slug}", is_public_figure=True) for slug in ("draft", "later")
    )
    for speaker in (draft, later):
        speaker.titles.create(language="en", title=f"Secretary {speaker.slug}", organisation=union)
    said = stories.Attribution(source=union, words="Two years of building,")
    publishing.publish(make_story(attributions=[said]), revision=1, by=None)
    make_story(attributions=[stories.Attribution(source=draft, words="Two years of building,")])
    waiting = make_story(attributions=[stories.Attribution(source=later, words="Two years of building,")])
    publishing.publish(waiting, revision=1, by=None, at=soon)
    answer = client.get(f"/sources/{union.slug}/")
    assert answer.status_code == 200
    assert "zqspeaker" not in answer.content.decode()
    assert "Secretary" not in answer.content.decode()
