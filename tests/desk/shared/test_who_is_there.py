"""A new source: whether it is somebody who is there already is asked before it is made, and nothing typed is lost."""

import pytest
from django.urls import reverse

from articles.models import Source
from tests.desk.forms import add, errors_of

QUESTION = "Is it the one who is there?"


@pytest.fixture
def qasim(db):
    return Source.objects.create(slug="qasim", name="Qasim al-Hariri")


@pytest.mark.parametrize("name", ["Kassem Hareeri", "قاسم الحريري", "Qasim al-Hariri"])
def test_a_new_source_is_asked_about_where_somebody_alike_is_there(desk, qasim, name):
    response = add(desk, "source", name=name, kind="person", slug="another")
    assert errors_of(response)["name"] == [QUESTION]
    page = response.content.decode()
    assert reverse("admin:articles_source_change", args=[qasim.pk]) in page
    assert f'value="{name}"' in page
    assert 'value="another"' in page
    assert Source.objects.get() == qasim


def test_the_answer_that_it_is_another_makes_it(desk, qasim):
    add(desk, "source", name="Kassem Hareeri", kind="person", is_another="1")
    assert set(Source.objects.values_list("name", flat=True)) == {"Qasim al-Hariri", "Kassem Hareeri"}


def test_the_answer_is_kept_while_something_else_is_put_right(desk, qasim):
    response = add(desk, "source", name="Kassem Hareeri", kind="nonsense", is_another="1")
    assert list(errors_of(response)) == ["kind"]
    assert '<input type="hidden" name="is_another" value="1">' in response.content.decode()


@pytest.mark.parametrize("name", ["Hariri", "Qasim Hadidi", "Port Authority"])
def test_nobody_is_asked_about_whose_name_is_another(desk, qasim, name):
    add(desk, "source", name=name, kind="person")
    assert Source.objects.filter(name=name).exists()


def test_of_protected_sources_nothing_is_told_and_for_them_nobody_is_looked_for(desk, live_story):
    Source.objects.create(slug="official", name="a port official", protected_in=live_story)
    add(desk, "source", name="a port official", kind="person")
    assert Source.objects.filter(name="a port official", protected_in=None).exists()
    response = add(desk, "source", name="a port official", kind="person", protected_in=live_story.pk)
    assert response.status_code == 302


def test_a_source_that_is_there_is_not_asked_about_itself(desk, qasim):
    Source.objects.create(slug="k", name="Kassem Hariri")
    address = reverse("admin:articles_source_change", args=[qasim.pk])
    assert QUESTION not in desk.get(address).content.decode()
