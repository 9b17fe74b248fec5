"""Tags, sections, sources and contributors at the desk."""

import re

import pytest
from django.urls import reverse

from articles.models import Address, Contributor, Edition, Page, Section, Source, SourceTitle, Tag
from tests.desk.forms import fill, form_of, lookup, row
from tests.desk.stories.form import change


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def add(client, model, **typed):
    return fill(client, reverse(f"admin:articles_{model}_add"), **typed)


def errors_of(response):
    return {name: " ".join(map(str, said)) for name, said in response.context["adminform"].form.errors.items()}


# Tags


def test_a_tags_key_and_slug_are_made_from_its_name(desk):
    add(desk, "tag", name="  C++  ", language="en", kind="topic")
    tag = Tag.objects.get()
    assert (tag.name, tag.key, tag.slug) == ("C++", "c++", "c-plus-plus")


def test_a_tag_that_exists_in_another_spelling_is_refused_with_a_link_to_it(desk):
    known = Tag.objects.named_or_new("أحمد", "ar")
    response = add(desk, "tag", name="احمد", language="ar", kind="person")
    page = response.content.decode()
    assert "There is a tag of that name already" in page
    assert f'<a href="/admin/articles/tag/{known.pk}/change/">أحمد</a>' in page
    assert Tag.objects.count() == 1


def test_a_tags_name_in_a_refusal_is_escaped(desk):
    Tag.objects.named_or_new("<b>bold</b>", "en")
    page = add(desk, "tag", name="<B>BOLD</B>", language="en", kind="topic").content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt;</a>" in page


def test_a_tag_is_renamed_and_keeps_its_address(desk):
    tag = Tag.objects.named_or_new("Ports", "en")
    fill(desk, reverse("admin:articles_tag_change", args=[tag.pk]), name="Harbours")
    tag.refresh_from_db()
    assert (tag.name, tag.key, tag.slug) == ("Harbours", "harbours", "ports")


@pytest.mark.parametrize("name", ["", "\u200b", "x" * 101, "\x00"])
def test_a_tag_needs_a_name(desk, name):
    assert "name" in errors_of(add(desk, "tag", name=name, language="en", kind="topic"))
    assert not Tag.objects.exists()


def test_tags_are_merged_and_what_was_published_follows(desk, live_story):
    ports, harbours = Tag.objects.get(key="ports"), Tag.objects.named_or_new("Harbours", "en")
    address = reverse("admin:articles_tag_merge", args=[ports.pk])
    page = " ".join(desk.get(address, {"into": harbours.pk}).content.decode().split())
    assert '<th scope="row">Stories at the desk</th><td>1</td><td>0</td>' in page
    old, new = ('<a href="/topics/ports/"><bdi><code>/topics/ports/</code></bdi></a>', '<a href="/topics/harbours/">')
    assert f"{old}</td><td>{new}" in page
    assert "The address of “<bdi>Ports</bdi>” forwards to that of “<bdi>Harbours</bdi>”." in page
    response = desk.post(address, form_of(desk.get(address)) | {"into": harbours.pk})
    assert response.url == reverse("admin:articles_tag_change", args=[harbours.pk])
    assert "Harbours" in live_story.tags.values_list("name", flat=True)
    assert Address.objects.get(tag=harbours).slug == "ports"
    assert 'name="name"' not in desk.get(reverse("admin:articles_tag_change", args=[ports.pk])).content.decode()


def test_a_tag_is_not_merged_into_itself_nor_into_another_language(desk):
    one, arabic = Tag.objects.named_or_new("Ports", "en"), Tag.objects.named_or_new("موانئ", "ar")
    address = reverse("admin:articles_tag_merge", args=[one.pk])
    for into in (one.pk, arabic.pk, "", "0", "abc", "\x00"):
        assert desk.post(address, {"into": into}).status_code == 200
    assert not Tag.objects.exclude(merged_into=None).exists()


def test_a_tag_that_was_merged_is_not_merged_again(desk):
    one, other = (Tag.objects.named_or_new(name, "en") for name in ("Ports", "Harbours"))
    address = reverse("admin:articles_tag_merge", args=[one.pk])
    desk.post(address, {"into": other.pk})
    third = Tag.objects.named_or_new("Docks", "en")
    response = desk.post(address, {"into": third.pk})
    assert "have not been merged yet" in str(response.context["form"].errors)


# Sections and pages


def test_a_sections_slug_is_made_from_its_name(desk, english, arabic):
    add(desk, "section", edition=english.pk, name="Arts & Books", position=3)
    add(desk, "section", edition=arabic.pk, name="ثقافة وفنون", position=3)
    assert set(Section.objects.filter(position=3).values_list("slug", flat=True)) == {"arts-books", "ثقافة-وفنون"}


@pytest.mark.parametrize("slug", ["topics", "admin", "2026", "not a slug", "x" * 81])
def test_a_section_cannot_take_a_word_of_the_site(desk, english, slug):
    response = add(desk, "section", edition=english.pk, name="Topics", slug=slug, position=3)
    assert response.status_code == 200
    assert response.context["errors"]
    assert Section.objects.count() == 2


def test_two_sections_of_an_edition_have_two_slugs(desk, english):
    response = add(desk, "section", edition=english.pk, name="World", slug="world", position=3)
    assert response.context["errors"]
    add(desk, "section", edition=english.pk, name="World", position=3)
    assert Section.objects.filter(name="World", slug="world-2").exists()


def test_a_sibling_is_chosen_by_name_and_let_go(desk, english, arabic):
    world, theirs = english.sections.get(slug="world"), arabic.sections.create(name="العالم", slug="العالم")
    address = reverse("admin:articles_section_change", args=[world.pk])
    fill(desk, address, sibling=theirs.pk)
    world.refresh_from_db()
    assert world.family == theirs.family
    assert form_of(desk.get(address))["sibling"] == str(theirs.pk)
    fill(desk, address, sibling="")
    world.refresh_from_db()
    assert world.family != theirs.family


def test_a_sibling_that_is_taken_is_refused_in_words(desk, english, arabic):
    world, taken = english.sections.get(slug="world"), arabic.sections.get(family="economy")
    response = fill(desk, reverse("admin:articles_section_change", args=[world.pk]), sibling=taken.pk)
    assert "is its sibling already" in str(errors_of(response))


def test_look_ups_offer_what_may_be_chosen(desk):
    ports, docks = (Tag.objects.named_or_new(name, "en") for name in ("Ports", "Docks"))
    Tag.objects.named_or_new("موانئ", "ar")
    offered = {
        asked: {
            each.split(" ·")[0].strip("\u2068\u2069")
            for each in lookup(desk, "tag", "merged_into", "", **{asked: ports.pk})
        }
        for asked in ("sibling_of", "merged_from")
    }
    assert offered == {"sibling_of": {"موانئ"}, "merged_from": {docks.name}}


@pytest.mark.parametrize("pk", ["x", "0", "9" * 30])
def test_a_look_up_for_no_row_does_not_break(desk, pk):
    assert lookup(desk, "tag", "merged_into", "", sibling_of=pk, merged_from=pk) == []


def test_sections_are_merged(desk, live_story, english):
    economy, world = english.sections.get(slug="economy"), english.sections.get(slug="world")
    address = reverse("admin:articles_section_merge", args=[economy.pk])
    desk.post(address, {"into": world.pk})
    live_story.refresh_from_db()
    assert live_story.section == world
    assert "Oldest" not in desk.get(change(live_story)).content.decode()


def test_a_page_about_the_paper_is_cleaned(desk, english):
    add(desk, "page", edition=english.pk, title="Our ethics", body="<p onclick=x>Be fair.</p>", position=1)
    page = Page.objects.get()
    assert (page.slug, page.body) == ("our-ethics", "<p>Be fair.</p>")


@pytest.mark.parametrize(("name", "value"), [("time_zone", "Mars/Olympus"), ("accent", "red"), ("name", "")])
def test_an_edition_refuses_nonsense(desk, english, name, value):
    response = fill(desk, reverse("admin:articles_edition_change", args=[english.pk]), **{name: value})
    assert name in errors_of(response)
    assert Edition.objects.get().accent == "#0d5c63"


# Sources


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


def test_a_source_is_found_by_any_of_its_names(desk, union):
    union.names.create(language="ar", name="نقابة عمال الموانئ")
    for typed in ("الموانئ", "موانى", "docker"):
        (found,) = lookup(desk, "attribution", "source", typed)
        assert found == "\u2068Dockers’ Union\u2069 · \u2068Organisation\u2069 · \u2068نقابة عمال الموانئ\u2069"


def test_a_protected_source_is_found_from_its_own_story_alone(desk, live_story, make_story):
    Source.objects.create(slug="official", name="a port official", protected_in=live_story)
    assert lookup(desk, "attribution", "source", "official", story=live_story.pk) == ["a port official"]
    assert lookup(desk, "attribution", "source", "official", story=make_story().pk) == []
    assert lookup(desk, "attribution", "source", "official") == []
    assert lookup(desk, "attribution", "source", "official", story="nonsense") == []


@pytest.mark.parametrize(
    "asked", [{"term": "\x00"}, {"field_name": "nonsense"}, {"model_name": "nonsense"}, {"page": "x"}]
)
def test_a_look_up_of_nonsense_does_not_break(desk, asked):
    usual = {"app_label": "articles", "model_name": "attribution", "field_name": "source", "term": ""}
    assert desk.get("/admin/autocomplete/", usual | asked).status_code in (403, 404)


def test_of_a_protected_source_nothing_but_its_label_is_asked(desk, live_story):
    source = Source.objects.create(slug="official", name="a port official", protected_in=live_story)
    page = desk.get(reverse("admin:articles_source_change", args=[source.pk])).content.decode()
    assert "names-TOTAL_FORMS" not in page
    fill(desk, reverse("admin:articles_source_change", args=[source.pk]), protected_in="", is_public_figure="on")
    source.refresh_from_db()
    assert (source.protected_in, source.is_public_figure) == (live_story, False)


def test_a_source_that_has_been_named_cannot_become_a_protected_one(desk, live_story, make_story, union):
    response = fill(desk, reverse("admin:articles_source_change", args=[union.pk]), protected_in=make_story().pk)
    assert "has been named already" in errors_of(response)["protected_in"]
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


# Contributors


def test_a_contributors_slug_is_made_from_their_name(desk):
    add(desk, "contributor", name="Lina Hasko")
    add(desk, "contributor", name="Lina Hasko")
    assert list(Contributor.objects.order_by("pk").values_list("slug", flat=True)) == ["lina-hasko", "lina-hasko-2"]


def test_a_contributor_is_not_deleted_with_a_story(desk, live_story, lina):
    assert lookup(desk, "byline", "contributor", "lina") == ["Lina Hasko"]


def test_an_editions_time_zone_is_chosen_from_a_list(desk, english):
    address = reverse("admin:articles_edition_change", args=[english.pk])
    page = desk.get(address).content.decode()
    assert 'list="zones"' in page
    assert '<option value="Asia/Baghdad">' in page
    said = errors_of(fill(desk, address, time_zone="Bagdad"))
    assert said == {"time_zone": "“Bagdad” is not a time zone: choose one of the list, such as Europe/London."}


def test_each_box_for_deleting_says_which_line_goes(desk, live_story, union):
    SourceTitle.objects.bulk_create(
        SourceTitle(source=union, language="en", title=title) for title in ("Secretary", "Chair")
    )
    for shown, lines in ((union, ("Secretary", "Chair")), (live_story, ("Lina", "Two years of building,"))):
        page = desk.get(reverse(f"admin:articles_{shown._meta.model_name}_change", args=[shown.pk])).content.decode()
        for line in lines:
            assert re.search(f'-DELETE">Delete <span class="visually-hidden">{line}', page), line
