"""Two revisions compared, and what readers have compared with what the desk has."""

import pytest

from articles.actions import erasing, publishing, stories
from articles.models import Section, drafts
from tests.desk.stories.buttons import at
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def test_two_revisions_are_compared_field_by_field(desk, story):
    page = desk.get(at(story, "compare", **{"from": 1, "to": 2})).content.decode()
    gone = ("Dockers reject pay offer", "Ports", "Pay", "Lina Hasko")
    for piece in ("<ins>Another</ins>", *(f"<del>{each}</del>" for each in gone)):
        assert piece in page, piece
    assert "“Two years of building,” – Dockers’ Union" in page
    back = desk.get(at(story, "compare", **{"from": 2, "to": 1})).content.decode()
    assert "<ins>Dockers reject pay offer</ins>" in back


def test_what_was_typed_is_never_markup(desk, make_story):
    story = make_story(headline="<script>alert(1)</script> old", note="<b>old</b>")
    stories.revise(
        story,
        drafts.with_changes(story, headline="<script>alert(2)</script> new", note="<i>new</i>"),
        version=1,
        by=None,
    )
    page = desk.get(at(story, "compare")).content.decode()
    assert "<script>alert" not in page
    assert "<b>old" not in page
    assert "&lt;" in page


def test_an_arabic_story_is_compared_in_its_direction(desk, make_story, arabic):
    story = make_story(arabic, headline="عمال الموانئ يرفضون")
    stories.revise(story, drafts.with_changes(story, headline="عمال الموانئ يقبلون"), version=1, by=None)
    page = desk.get(at(story, "compare")).content.decode()
    assert "<del>يرفضون</del><ins>يقبلون</ins>" in page
    assert 'class="compared" lang="ar" dir="rtl"' in page


def test_what_readers_have_is_compared_with_what_the_desk_has(desk, live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    stories.revise(live_story, drafts.with_changes(live_story, headline="Third"), version=2, by=None)
    assert at(live_story, "compare", **{"from": "live"}) in desk.get(change(live_story)).content.decode()
    page = desk.get(at(live_story, "compare", **{"from": "live"}))
    assert (page.context["old"].number, page.context["new"].number) == (1, 3)


def test_a_change_of_links_and_emphasis_alone_is_told_in_words(desk, make_story):
    story = make_story(body="<p>One two.</p><p>Three.</p>")
    body = '<h2>One two.</h2><ol><li>Three. <a href="https://example.org/">Four</a>.</li></ol>'
    stories.revise(story, drafts.with_changes(story, body=body), version=1, by=None)
    page = desk.get(at(story, "compare")).content.decode()
    for line in ("Subhead: ⁨One two.⁩", "Numbered list: ⁨Three. Four.⁩", "Link: ⁨Four⁩ → ⁨https://example.org/⁩"):
        assert f"<ins>{line}</ins>" in page, line
    stories.revise(story, drafts.with_changes(story, body=body.replace("One", "Two")), version=2, by=None)
    assert "Subhead" not in desk.get(at(story, "compare")).content.decode()


@pytest.mark.parametrize("query", [{"from": "9"}, {"to": "0"}, {"from": "x"}, {"from": "live"}, {"to": "9" * 30}])
def test_there_is_nothing_to_compare_with_what_never_was(desk, story, query):
    assert desk.get(at(story, "compare", **query)).status_code == 404


def test_an_erased_revision_is_not_compared(desk, story, chief, editor):
    publishing.publish(
        stories.revise(story, drafts.with_changes(story, body="<p>y</p>"), version=2, by=None), revision=3, by=None
    )
    erasing.erase(story, by=chief, agreed_by=editor, reason="a court")
    assert "has been erased" in desk.get(at(story, "compare", **{"from": 1, "to": 2})).content.decode()
    assert "has been erased" in desk.get(at(story, "restore", revision=1)).content.decode()


def test_a_section_of_the_old_edition_is_shown_by_its_name(desk, make_story, english):
    story = make_story(section=english.sections.get(slug="economy"))
    stories.revise(
        story,
        drafts.with_changes(story, section=Section.objects.get(slug="world", edition=english)),
        version=1,
        by=None,
    )
    page = desk.get(at(story, "compare")).content.decode()
    assert "<del>Economy</del><ins>World</ins>" in page
