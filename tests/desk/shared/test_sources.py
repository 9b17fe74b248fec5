"""Sources at the desk: made on the spot, protected, named, with titles."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Source, SourceTitle
from tests.desk.forms import add, errors_of, fill, form_of, row
from tests.desk.stories.form import change


def test_a_source_is_made_on_the_spot_and_handed_to_the_form(desk, live_story):
    address = reverse("admin:articles_source_add") + f"?_to_field=id&_popup=1&story={live_story.pk}"
    sent = form_of(desk.get(address)) | {"name": "Hala Mirzane", "kind": "person"}
    response = desk.post(address, sent)
    source = Source.objects.get(slug="hala-mirzane")
    assert source.protected_in is None
    assert str(source.pk) in response.context["popup_response_data"]


def test_a_source_is_protected_in_the_story_whose_form_asked(desk, make_story, live_story):
    address = reverse("admin:articles_source_add") + f"?_to_field=id&_popup=1&story={live_story.pk}"
    page = desk.get(address).content.decode()
    assert f'<option value="{live_story.pk}">Dockers reject pay offer</option>' in page
    sent = form_of(desk.get(address)) | {"name": "a port official", "kind": "person"}
    refused = desk.post(address, sent | {"protected_in": make_story().pk})
    assert "protected_in" in errors_of(refused)
    desk.post(address, sent | {"protected_in": live_story.pk})
    official = Source.objects.get(name="a port official")
    assert official.protected_in == live_story
    assert official.slug.startswith("protected-"), "never made from a name, which might be the real one"


def test_the_form_of_a_story_hands_its_number_on_to_new_sources_and_look_ups(desk, live_story):
    page = desk.get(change(live_story)).content.decode()
    assert f"/admin/articles/source/add/?_to_field=id&amp;_popup=1&amp;story={live_story.pk}" in page
    assert f'data-ajax--url="/admin/autocomplete/?story={live_story.pk}&amp;language=en"' in page


def test_of_a_protected_source_nothing_but_its_label_is_asked(desk, live_story):
    source = Source.objects.create(slug="official", name="a port official", protected_in=live_story)
    page = desk.get(reverse("admin:articles_source_change", args=[source.pk])).content.decode()
    assert "names-TOTAL_FORMS" not in page
    fill(desk, reverse("admin:articles_source_change", args=[source.pk]), protected_in="", is_public_figure="on")
    source.refresh_from_db()
    assert (source.protected_in, source.is_public_figure) == (live_story, False)


def test_a_source_that_has_been_named_cannot_become_a_protected_one(desk, live_story, make_story, union):
    response = fill(desk, reverse("admin:articles_source_change", args=[union.pk]), protected_in=make_story().pk)
    assert "has been named already" in str(errors_of(response)["protected_in"])
    assert Source.objects.get().protected_in is None


def test_a_protected_source_is_no_public_figure(desk, live_story):
    response = add(desk, "source", name="an official", kind="person", is_public_figure="on", protected_in=live_story.pk)
    assert "is_public_figure" in errors_of(response)


def test_titles_end_after_they_begin(desk, union):
    title = row("titles", 0, language="en", title="Secretary", from_on="2026-02-01", until_on="2026-01-01")
    address = reverse("admin:articles_source_change", args=[union.pk])
    response = fill(desk, address, **{"titles-TOTAL_FORMS": 1}, **title)
    assert response.status_code == 200
    assert not union.titles.exists()


@pytest.mark.parametrize("name", ["", "x" * 161, "\x00"])
def test_a_source_needs_a_name(desk, name):
    assert "name" in errors_of(add(desk, "source", name=name, kind="person"))


def test_each_box_for_deleting_says_which_line_goes(desk, live_story, union):
    SourceTitle.objects.bulk_create(
        SourceTitle(source=union, language="en", title=title) for title in ("Secretary", "Chair")
    )
    for shown, lines in ((union, ("Secretary", "Chair")), (live_story, ("Lina", "Two years of building,"))):
        page = desk.get(reverse(f"admin:articles_{shown._meta.model_name}_change", args=[shown.pk])).content.decode()
        for line in lines:
            assert re.search(f'-DELETE">Delete <span class="visually-hidden">{line}', page), line


def test_the_databases_rules_are_told_in_words(desk, union):
    line = {"titles-TOTAL_FORMS": 1, "titles-0-language": "en", "titles-0-title": "Secretary"}
    address = f"/admin/articles/source/{union.pk}/change/"
    sent = form_of(desk.get(address)) | line | {"titles-0-from_on": "2026-02-01", "titles-0-until_on": "2026-01-01"}
    page = desk.post(address, sent).content.decode()
    assert "A title ends on the day on which it begins, or later." in page
    assert "sourcetitle_ends" not in page


def test_a_title_names_an_organisation_or_an_agency_that_may_be_named(desk, union, make_story):
    maren = Source.objects.create(slug="maren-toll", name="Maren Toll")
    hidden = Source.objects.create(slug="protected-1", name="A firm", kind="organisation", protected_in=make_story())
    address = reverse("admin:articles_source_change", args=[maren.pk])
    line = {"titles-TOTAL_FORMS": 1, "titles-0-language": "en", "titles-0-title": "Secretary"}
    for key in (hidden.pk, maren.pk):
        refused = fill(desk, address, **line, **{"titles-0-organisation": key})
        assert refused.status_code == 200
        assert not maren.titles.exists()
    fill(desk, address, **line, **{"titles-0-organisation": union.pk})
    assert maren.titles.get().organisation == union
    asked = {"app_label": "articles", "model_name": "sourcetitle", "field_name": "organisation", "term": ""}
    offered = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [each["id"] for each in offered] == [str(union.pk)]


def test_what_a_title_names_stays_an_organisation(desk, union):
    maren = Source.objects.create(slug="maren-toll", name="Maren Toll")
    maren.titles.create(language="en", title="Secretary", organisation=union)
    response = fill(desk, reverse("admin:articles_source_change", args=[union.pk]), kind="document")
    assert "A title speaks for an organisation" in response.content.decode()
    union.refresh_from_db()
    assert union.kind == "organisation"


def test_a_source_of_many_titles_asks_no_more_for_their_organisations(desk, union):
    maren = Source.objects.create(slug="maren-toll", name="Maren Toll")
    address, asked = reverse("admin:articles_source_change", args=[maren.pk]), []
    for many in (1, 9):
        for number in range(many):
            maren.titles.create(language="en", title=f"Secretary {many} {number}", organisation=union)
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(address).content.decode()
        asked.append(len(queries))
        assert page.count(f'<option value="{union.pk}" selected>Dockers’ Union') == maren.titles.count()
    assert asked[0] == asked[1]
