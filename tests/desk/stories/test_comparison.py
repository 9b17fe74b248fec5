"""Two revisions compared, and what readers have compared with what the desk has."""

import pytest

from articles.actions import erasing, publishing, stories
from articles.admin.stories.comparison import differences
from articles.models import Attribution, Contributor, Section, Source, drafts
from articles.text.comparing import Fate
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


def told(old, new, make_story):
    """What the desk says of two texts, as the lines that are gone and those that are new."""
    story = make_story(body=old)
    draft = drafts.of_revision(
        stories.revise(story, drafts.with_changes(story, body=new), version=1, by=None).revisions.get(number=2)
    )
    found = differences(drafts.of_revision(story.revisions.get(number=1)), draft)
    pieces = [piece for each in found for paragraph in each.paragraphs for piece in paragraph.pieces]
    said = "".join(piece.text for piece in pieces if piece.change is not Fate.NEW)
    return [each.name for each in found], said, "".join(piece.text for piece in pieces if piece.change is not Fate.GONE)


LINK = '<a href="https://harbour.example/">'


@pytest.mark.parametrize(
    ("old", "new", "said", "said_now"),
    [
        ("<p>It is <em>not</em> so.</p>", "<p>It <em>is</em> not so.</p>", "Italic: ⁨not⁩", "Italic: ⁨is⁩"),
        (
            f"<p>The {LINK}report</a> says the fee fell.</p>",
            f"<p>The report says {LINK}the fee fell</a>.</p>",
            "Link: ⁨report⁩ → ⁨https://harbour.example/⁩",
            "Link: ⁨the fee fell⁩ → ⁨https://harbour.example/⁩",
        ),
        ("<p>is it <em>is</em></p>", "<p><em>is</em> it is</p>", "Italic: ⁨is⁩ → after “⁨is it⁩”", "Italic: ⁨is⁩"),
        ("<p>One<br>two</p>", "<p>One two</p>", "Line break after: ⁨One⁩", ""),
        ("<p>One<br>two three</p>", "<p>One two<br>three</p>", "Line break after: ⁨One⁩", "Line break after: ⁨One two⁩"),
        ("<p>a</p>", "<blockquote><p>a</p></blockquote>", "", "Block quotation: ⁨a⁩"),
        ("<ul><li>a</li></ul>", "<ol><li>a</li></ol>", "List: ⁨a⁩", "Numbered list: ⁨a⁩"),
        ("<ol><li>a</li></ol>", '<ol type="i"><li>a</li></ol>', "Numbered list: ⁨a⁩", "Numbered list, i: ⁨a⁩"),
        (
            '<ol start="2" type="a"><li>x</li></ol>',
            '<ol start="2" type="A"><li>x</li></ol>',
            "Numbered list, b: ⁨x⁩",
            "Numbered list, B: ⁨x⁩",
        ),
        ("<h2>a</h2>", "<h3>a</h3>", "Subhead: ⁨a⁩", "Smaller subhead: ⁨a⁩"),
        ('<p dir="rtl">a</p>', "<p>a</p>", "Direction: ⁨a⁩ → right to left", ""),
        ('<p dir="rtl">a</p>', '<p dir="auto">a</p>', "→ right to left", "→ as its first letter runs"),
        ('<p lang="fr">a</p>', '<p lang="de">a</p>', "Language fr: ⁨a⁩", "Language de: ⁨a⁩"),
        ('<p><em lang="fr">a</em></p>', "<p><em>a</em></p>", "Italic: ⁨a⁩ → Language: fr", "Italic: ⁨a⁩"),
        (
            '<figure data-photo="quay"><figcaption>A</figcaption></figure>',
            '<figure data-photo="port"><figcaption>A</figcaption></figure>',
            "Photo: ⁨A⁩ → ⁨quay⁩",
            "Photo: ⁨A⁩ → ⁨port⁩",
        ),
        ("<p>a <strong><em>b</em></strong></p>", "<p>a <em><strong>b</strong></em></p>", "Bold: ⁨b⁩", "Italic: ⁨b⁩"),
        (
            "<ul><li>a</li></ul><ul><li>b</li></ul>",
            "<ul><li>a</li><li>b</li></ul>",
            "</ul><ul>",
            "<li>a</li><li>b</li>",
        ),
        ("<p>a <em>b </em>c</p>", "<p>a <em>b</em> c</p>", "<em>b </em>c", "<em>b</em> c"),
        (
            "<p>Then. It is <em>not</em> so.</p>",
            "<p>Now. It <em>is</em> not so.</p>",
            "Italic: ⁨not⁩",
            "Italic: ⁨is⁩",
        ),
    ],
)
def test_whatever_differs_in_a_text_is_told(make_story, old, new, said, said_now):
    names, before, after = told(old, new, make_story)
    assert {"outline", "markup"} & set(names)
    assert said in before
    assert said_now in after


def test_the_page_says_that_two_do_not_differ_only_where_they_do_not(desk, make_story):
    story = make_story(body="<p>It is <em>not</em> so.</p>")
    stories.revise(story, drafts.with_changes(story, body="<p>It <em>is</em> not so.</p>"), version=1, by=None)
    stories.revise(story, drafts.with_changes(story, note="x"), version=2, by=None)
    stories.revise(story, drafts.with_changes(story, note=""), version=3, by=None)
    page = desk.get(at(story, "compare", **{"from": 1, "to": 2})).content.decode()
    assert "They do not differ" not in page
    assert "Italic: ⁨<del>not</del><ins>is</ins>⁩" in page
    assert "They do not differ" in desk.get(at(story, "compare", **{"from": 2, "to": 4})).content.decode()
    assert "Italic" in desk.get(at(story, "restore", revision=1)).content.decode()


def test_two_of_one_name_are_two_in_a_comparison(desk, make_story, union, lina):
    twin = Contributor.objects.create(slug="lina-hasko-2", name="Lina Hasko")
    other = Source.objects.create(slug="dockers-union-2", name="Dockers’ Union", kind="organisation")
    said = {source: Attribution(source=source, words="Two years of building,") for source in (union, other)}
    story = make_story(bylines=[lina], attributions=[said[union]])
    stories.revise(story, drafts.with_changes(story, bylines=[twin], attributions=[said[other]]), version=1, by=None)
    page = desk.get(at(story, "compare")).content.decode()
    assert "<del>Lina Hasko (lina-hasko)</del>" in page
    assert "<ins>Lina Hasko (lina-hasko-2)</ins>" in page
    assert "dockers-union" in page
    assert "They do not differ" not in page


def test_where_one_of_two_of_one_name_goes_it_is_said_which(desk, make_story, lina):
    twin = Contributor.objects.create(slug="lina-hasko-2", name="Lina Hasko")
    story = make_story(bylines=[lina, twin])
    stories.revise(story, drafts.with_changes(story, bylines=[twin]), version=1, by=None)
    page = desk.get(at(story, "compare")).content.decode()
    assert "<del>Lina Hasko (lina-hasko)</del>" in page
    assert "<p>Lina Hasko (lina-hasko-2)</p>" in page


def test_markup_is_shown_from_left_to_right(desk, make_story, arabic):
    story = make_story(arabic, body="<ul><li>أ</li></ul><ul><li>ب</li></ul>")
    stories.revise(story, drafts.with_changes(story, body="<ul><li>أ</li><li>ب</li></ul>"), version=1, by=None)
    assert '<div class="compared" dir="ltr">' in desk.get(at(story, "compare")).content.decode()


@pytest.mark.parametrize(("old", "new"), [("a\nb", "a\nb\n"), ("a b", "a  b"), ("a", "a ")])
def test_a_space_is_a_difference(desk, make_story, old, new):
    story = make_story(note=old)
    stories.revise(story, drafts.with_changes(story, note=new), version=1, by=None)
    assert "They do not differ" not in desk.get(at(story, "compare")).content.decode()


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
