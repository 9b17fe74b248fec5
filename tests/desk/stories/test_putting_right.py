"""A form that is refused says what is to be put right, each with the way to it; and an empty row refuses nothing."""

import re

import pytest

from articles.models import Attribution, Contributor
from tests.desk.forms import errors_of, fill, form_of, row
from tests.desk.stories.form import ADD, attribution, change


def links(response):
    """Where the lines of what is to be put right lead to, and what each place is called."""
    page = response.content.decode()
    found = re.search(r'<ul class="put-right">(.*?)</ul>', page, re.DOTALL)
    told = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', found[1]) if found else []
    assert all(f'id="{at}"' in page for at, _label in told)
    return told


@pytest.fixture
def story(make_story, union, lina):
    said = Attribution(source=union, words="Two years of building,")
    return make_story(bylines=[lina], attributions=[said])


def test_each_field_is_named_with_a_link_on_the_form_and_in_its_rows(copy_desk, story, union):
    rows = {"attributions-TOTAL_FORMS": 2} | attribution(1, union, "") | row("attributions", 0, occurrence="-1")
    refused = fill(copy_desk, change(story), headline="x" * 201, embargo_until="yesterday", **rows)
    assert links(refused) == [
        ("id_headline", "Headline"),
        ("id_embargo_until", "Embargo until"),
        ("id_attributions-0-occurrence", "Attribution 1 · Occurrence"),
        ("id_attributions-1-words", "Attribution 2 · Words"),
    ]


def test_a_field_in_a_folded_panel_stands_open(copy_desk, story):
    page = fill(copy_desk, change(story), **row("attributions", 0, obtained_on="soon"))
    assert links(page) == [("id_attributions-0-obtained_on", "Attribution 1 · Obtained on")]
    html = page.content.decode()
    before = html[: html.index('id="id_attributions-0-obtained_on"')]
    closed = re.findall(
        r"<details(?![^>]*open)[^>]*>(?!.*</details>)", before.rpartition("attributions-group")[2], re.DOTALL
    )
    assert not closed


def test_a_form_of_what_stories_share_and_its_lines_do_the_same(desk, union):
    address = f"/admin/articles/source/{union.pk}/change/"
    lines = {"titles-TOTAL_FORMS": 1} | row("titles", 0, source=union.pk, language="en", title="", from_on="soon")
    assert links(fill(desk, address, name="", **lines)) == [
        ("id_name", "Name"), ("id_titles-0-title", "Title 1 · Title"), ("id_titles-0-from_on", "Title 1 · From"),
    ]  # fmt: skip


def test_in_arabic_the_way_is_named_too(copy_desk, copy_editor, story):
    copy_editor.desk_language = "ar"
    copy_editor.save()
    [(at, label)] = links(fill(copy_desk, change(story), embargo_until="yesterday"))
    assert at == "id_embargo_until"
    assert re.search("[\u0600-\u06ff]", label)


def test_nothing_refused_names_nothing(copy_desk, story):
    assert links(copy_desk.get(change(story))) == []


EMPTY = {
    "byline, untouched": ("bylines", {}),
    "byline, numbered by a script": ("bylines", {"contributor": "", "position": "7"}),
    "byline, with white space for a name": ("bylines", {"contributor": "", "contributor-called": "  "}),
    "attribution, untouched": (
        "attributions",
        {"kind": "quotation", "terms": "record", "check_made": "none", "occurrence": "1"},
    ),
    "attribution, counted": ("attributions", {"words": " ", "source": "", "occurrence": "2", "position": "3"}),
}


@pytest.mark.parametrize("kind", EMPTY)
@pytest.mark.parametrize("is_new", [True, False])
def test_an_empty_row_is_no_row(copy_desk, english, story, kind, is_new):
    prefix, typed = EMPTY[kind]
    address = ADD if is_new else change(story)
    sent = form_of(copy_desk.get(address)) | {"_continue": "1", "headline": "Typed", "edition": english.pk}
    place = 0 if is_new else 1
    usual = {"kind": "quotation", "terms": "record", "check_made": "none"} if prefix == "attributions" else {}
    answer = copy_desk.post(
        address, sent | {f"{prefix}-TOTAL_FORMS": place + 1} | row(prefix, place, **(usual | typed))
    )
    assert answer.status_code == 302, errors_of(answer)
    story.refresh_from_db()
    assert is_new or (story.bylines.count(), story.attributions.count()) == (1, 1)


def test_a_row_that_was_emptied_is_taken_away(copy_desk, story):
    fill(copy_desk, change(story), **row("bylines", 0, contributor=""))
    fill(copy_desk, change(story), **row("attributions", 0, words="", source=""))
    assert (story.bylines.count(), story.attributions.count()) == (0, 0)


def test_a_row_with_a_name_that_nobody_has_is_refused_and_named(copy_desk, story):
    rows = {"bylines-TOTAL_FORMS": 2} | row("bylines", 1, **{"contributor-called": "Nobody"})
    assert links(fill(copy_desk, change(story), **rows)) == [("id_bylines-1-contributor", "Byline 2 · Contributor")]
    assert Contributor.objects.count() == 1


def test_a_text_whose_tables_would_grow_too_long_is_refused_and_stays_on_the_form(copy_desk, story):
    rows = "<tr>" + "<td>1</td>" * 12 + "</tr>" + "<tr><td>1</td></tr>" * 199
    refused = fill(copy_desk, change(story), body=f"<table>{rows}</table>" * 10)
    assert links(refused) == [("id_body", "Text")]
    assert form_of(refused)["body"].count("<table>") == 10
    assert fill(copy_desk, change(story), body=f"<table>{rows}</table>").status_code == 302
