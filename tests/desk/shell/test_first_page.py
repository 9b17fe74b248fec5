"""The first page of the desk: what is live, what goes out, what waits, who touched what."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from articles.actions import publishing, stories
from articles.admin.shell.first_page import Line
from articles.models import Edition, drafts

pytestmark = pytest.mark.django_db


class Wall(HTMLParser):
    """{heading of a section: what its list says}"""

    def __init__(self, html):
        super().__init__()
        self.texts, self.open = {}, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        labelled = dict(attributes).get("aria-labelledby", "")
        if tag == "section":
            self.open = labelled.removeprefix("wall-")
            self.texts[self.open] = ""

    def handle_endtag(self, tag):
        self.open = None if tag == "section" else self.open

    def handle_data(self, data):
        if self.open:
            self.texts[self.open] += f" {data.strip()}"


@pytest.fixture
def wall(client):
    def of(user):
        client.force_login(user)
        response = client.get("/admin/")
        assert "no-store" in response["Cache-Control"]
        return Wall(response.content.decode()).texts

    return of


def test_each_column_says_what_it_is_for(wall, live_story, make_story, editor, soon, english):
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="Not out"), version=1, by=editor)
    coming = make_story(headline="Night shifts end")
    publishing.publish(coming, revision=1, by=editor, at=soon)
    make_story(headline="Under seal", embargo_until=soon)
    corrected = make_story(headline="Four thousand")
    publishing.publish(corrected, revision=1, by=None)
    stories.revise(corrected, drafts.with_changes(corrected, standfirst="Put right"), version=1, by=None)
    publishing.correct(corrected, revision=2, by=None, kind="correction", wrong="4,000", right="3,400")
    said = wall(editor)
    assert "Night shifts end" in said["coming"]
    assert "The Meridian" in said["coming"]
    assert "Dockers" in said["changed"]
    assert "Under seal" in said["embargoed"]
    assert "Four thousand" in said["corrected"]
    assert "Four thousand" in said[f"front-{english.pk}"]
    assert "2 live" in " ".join(said[f"front-{english.pk}"].split())
    assert "Under seal" not in said[f"front-{english.pk}"]
    assert "Night shifts end" not in said[f"front-{english.pk}"]
    assert "editor : scheduled" in " ".join(said["touched"].split())
    assert said["touched"].index("Four thousand") < said["touched"].index("Dockers")
    assert "Dockers" in said["mine"]
    assert "Four thousand" not in said["mine"]


def test_what_was_spiked_is_nobodys_story_any_more(wall, make_story, editor):
    story = make_story(headline="A false start")
    stories.revise(story, drafts.with_changes(story, standfirst="Not yet"), version=1, by=editor)
    assert "A false start" in wall(editor)["mine"]
    stories.revise(story, drafts.with_changes(story, stage="spiked"), version=2, by=editor)
    assert "mine" not in wall(editor)


def test_what_goes_out_next_stands_first(wall, make_story, chief, now):
    for hours in (5, 3, 4):
        story = make_story(headline=f"In {hours} hours")
        publishing.publish(story, revision=1, by=None, at=now + timedelta(hours=hours))
    said = wall(chief)["coming"]
    assert said.index("In 3") < said.index("In 4") < said.index("In 5")


def test_who_has_no_role_sees_no_story(wall, live_story, nobody):
    assert wall(nobody) == {}


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "editor", "chief", "administrator"])
def test_every_role_sees_the_wall(wall, live_story, request, who):
    said = wall(request.getfixturevalue(who))
    assert {"coming", "changed", "touched"} <= set(said)
    assert "Nothing is scheduled." in said["coming"]
    assert "Readers see all that the desk has." in said["changed"]


def test_it_asks_the_same_number_of_questions_however_much_there_is(
    wall, make_story, arabic, chief, soon, django_assert_num_queries, client
):
    def fill(count):
        for number in range(count):
            story = make_story(headline=f"Story {number}", embargo_until=soon)
            publishing.publish(story, revision=1, by=chief, at=soon)
            live = make_story(headline=f"Live {number}")
            publishing.publish(live, revision=1, by=chief)
            stories.revise(live, drafts.with_changes(live, standfirst="Put right"), version=1, by=chief)
            publishing.correct(live, revision=2, by=chief, kind="correction", wrong="4,000", right="3,400")
            stories.revise(live, drafts.with_changes(live, standfirst="Not out"), version=2, by=chief)

    fill(1)
    wall(chief)
    # Session, user, permissions; whether it is set up; clock, editions; two and a half for each edition, and one or
    # two a column.
    for more in (0, 14):
        fill(more)
        with django_assert_num_queries(24):
            client.get("/admin/")


def test_a_moment_is_told_by_the_clock_of_the_wall():
    london = Edition(language="en", name="The Meridian", time_zone="Europe/London")
    now = datetime(2026, 7, 22, 23, 0, tzinfo=ZoneInfo("Asia/Beirut"))
    line = Line(1, "x", london, datetime(2026, 7, 22, 21, 30, tzinfo=UTC), now)
    assert (line.day, line.time, line.utc) == ("tomorrow", "00:30", "21:30")
    assert Line(1, "x", london, now, now).day == ""
    assert Line(1, "x", london, now - timedelta(days=1), now).day == "yesterday"
    assert Line(1, "x", london, now - timedelta(days=9), now).day == "13 Jul"
    with translation.override("ar"):
        assert Line(1, "x", london, now - timedelta(days=9), now).day == "13 يوليو"


@pytest.mark.parametrize(("language", "told"), [("en", "09:00"), ("ar", "11:00")])
def test_all_times_are_those_of_the_edition_in_the_language_of_the_desk(
    client, make_story, arabic, editor, now, language, told
):
    nine = datetime(now.year + 1, 7, 22, 8, tzinfo=UTC)
    publishing.publish(make_story(), revision=1, by=editor, at=nine)
    publishing.publish(make_story(arabic), revision=1, by=editor, at=nine)
    client.force_login(editor)
    page = client.get("/admin/", headers={"accept-language": language})
    assert {line.time for line in page.context["columns"][0][0]["part"].lines} == {told}
    assert page.context["own"].language == language


def test_a_new_paper_is_told_what_it_needs_first(client, administrator, chief, reporter):
    client.force_login(administrator)
    page = client.get("/admin/").content.decode()
    assert 'href="/admin/articles/user/add/"' in page
    assert "/admin/articles/edition/add/" not in page
    client.force_login(chief)
    assert 'href="/admin/articles/edition/add/"' in client.get("/admin/").content.decode()
    client.force_login(reporter)
    page = client.get("/admin/articles/story/add/").content.decode()
    assert "An edition: the paper in one language" in page
    assert "/admin/articles/edition/add/" not in page


def test_a_paper_with_an_edition_and_a_section_is_told_no_more(wall, english, chief):
    assert "first-steps" not in wall(chief)


def test_the_first_edition_is_the_default_and_a_language_says_which_way_it_is_written(client, chief):
    client.force_login(chief)
    sent = {"name": "The Meridian", "language": "en", "time_zone": "UTC", "position": "0"}
    sent |= {"accent": "#0d5c63", "accent_dark": "#6cc0c4"}
    client.post("/admin/articles/edition/add/", sent)
    client.post("/admin/articles/edition/add/", sent | {"language": "ar"})
    made = Edition.objects.order_by("pk").values_list("language", "direction", "is_default")
    assert list(made) == [("en", "ltr", True), ("ar", "rtl", False)]


@pytest.mark.parametrize("address", ["/", "/ar/", "/world/", "/no/such/address/"])
def test_readers_of_a_paper_that_is_not_set_up_are_asked_to_come_back(client, address):
    response = client.get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "3600")
    assert "no-store" in response["Cache-Control"]
    assert "This paper is not set up yet" in response.content.decode()
