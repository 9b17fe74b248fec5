"""Forms of what stories share say where it is used, and speak each language in its direction."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Attribution, Contributor, Section, Source, Tag
from tests.desk.forms import fill
from tests.desk.stories.form import change


def page_of(client, row):
    return client.get(reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])).content.decode()


def test_a_source_says_where_it_is_used_and_where_readers_find_it(desk, live_story, union):
    page = page_of(desk, union)
    assert f'<a href="{change(live_story)}"><bdi>Dockers reject pay offer</bdi></a>' in page
    assert '<span class="standing is-live">Live</span>' in page
    assert "1 statement at the desk · 1 with readers" in page
    assert 'href="/sources/dockers-union/"' in page
    fill(desk, change(live_story), **{"attributions-0-DELETE": "on"})
    assert "0 stories at the desk" in page_of(desk, union)


def test_what_readers_have_not_seen_has_no_page_for_them(desk, make_story):
    tag = Tag.objects.named_or_new("Locks", "en")
    assert "Readers have no page of it now." in page_of(desk, tag)


@pytest.mark.parametrize("key", ["ports", "economy", "lina-hasko"])
def test_tags_sections_and_contributors_say_where_they_are_used(desk, live_story, key):
    row = {"ports": Tag, "economy": Section, "lina-hasko": Contributor}[key].objects.get(slug=key)
    assert f'href="{change(live_story)}"' in page_of(desk, row)


def test_where_a_source_is_used_costs_as_much_for_thirty_stories_as_for_one(desk, make_story, union):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page = page_of(desk, union)
        return len(queries), page

    def another():
        make_story(attributions=[Attribution(source=union, words="Two years of building,")])

    another()
    first, _page = asked()
    for _number in range(24):
        another()
    second, page = asked()
    assert first == second
    assert page.count('class="standing is-never"') == 20
    assert f'<a href="/admin/articles/story/?source={union.pk}">All 25 at the desk</a>' in page


def test_names_are_written_in_the_direction_of_their_language(desk, union):
    union.names.create(language="ar", name="نقابة عمال الموانئ")
    page = page_of(desk, union)
    assert 'name="names-0-name" value="نقابة عمال الموانئ"' in page
    assert page.count('lang="ar" dir="rtl"') == 1
    assert '<input type="text" name="names-1-name" class="vTextField" maxlength="160" lang="en" dir="ltr"' in page
    fill(desk, reverse("admin:articles_source_change", args=[union.pk]), **{"names-1-name": "The Union"})
    assert dict(union.names.values_list("language", "name")) == {"ar": "نقابة عمال الموانئ", "en": "The Union"}


def test_lists_say_how_often_something_is_used_in_as_many_queries_for_ten_as_for_one(desk, live_story, union, lina):
    def asked(model):
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(f"/admin/articles/{model}/").content.decode()
        return len(queries), page

    before = {model: asked(model) for model in ("tag", "source", "contributor")}
    for number in range(10):
        Tag.objects.named_or_new(f"Subject {number}", "en")
        Source.objects.create(slug=f"s{number}", name=f"Source {number}").names.create(language="ar", name="مصدر")
        Contributor.objects.create(slug=f"c{number}", name=f"Writer {number}").names.create(language="ar", name="كاتب")
    for model, filtered in (("tag", "tag"), ("source", "source"), ("contributor", "contributor")):
        queries, page = asked(model)
        assert queries <= before[model][0]
        assert f"/admin/articles/story/?{filtered}=" in page
