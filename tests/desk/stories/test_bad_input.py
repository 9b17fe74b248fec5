"""Whatever is sent to the form of a story, the answer is a form with its error, and never a crash."""

import pytest

from articles.actions import stories
from articles.models import Attribution, Source, Story
from tests.desk.forms import errors_of, fill, form_of, row
from tests.desk.stories.form import ADD, attribution, change


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("headline", "x" * 10_000),
        ("headline", "NUL \x00"),
        ("standfirst", "x" * 401),
        ("body", "<p>" + "x" * 400_000 + "</p>"),
        ("body", "NUL \x00"),
        ("note", "x" * 20_000),
        ("tags", "x" * 101),
        ("tags", ", ".join(map(str, range(100)))),
        ("tags", "NUL \x00"),
        ("slug", "not a slug!"),
        ("slug", "x" * 81),
        ("kind", "nonsense"),
        ("stage", ""),
        ("section", "999999"),
        ("section", "abc\x00"),
        ("lead_photo", "999999"),
        ("lead_photo", "abc"),
        ("lead_photo", "99999999999999999999"),
        ("embargo_until", "tomorrow"),
        ("embargo_until", "0001-01-01T00:00"),
        ("embargo_until", "9999-12-31T23:59"),
        ("family", "not a family"),
    ],
)
def test_bad_input_is_an_error_of_the_form(copy_desk, english, name, value):
    response = fill(copy_desk, ADD, **({"edition": english.pk, "headline": "Fine"} | {name: value}))
    assert response.status_code == 200
    assert list(errors_of(response)) == [name]
    assert not Story.objects.exists()


@pytest.mark.parametrize("edition", ["", "0", "abc", "99999999999999999999", "\x00"])
def test_a_new_story_needs_a_real_edition(copy_desk, english, edition):
    response = fill(copy_desk, ADD, edition=edition, headline="Nowhere")
    assert "edition" in errors_of(response)


@pytest.mark.parametrize(
    ("name", "value"),
    [("occurrence", "-1"), ("occurrence", "99999"), ("words", ""), ("words", "x" * 6000), ("words", "\x00"),
     ("source", "999999"),
        ("source", "abc"), ("position", "-1"), ("obtained_on", "never"), ("verified_by", "999999")],
)  # fmt: skip
def test_a_bad_attribution_is_an_error_of_the_form(copy_desk, make_story, union, name, value):
    story = make_story()
    sent = attribution(0, union, "Two years of building,") | {f"attributions-0-{name}": value}
    response = fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert response.status_code == 200
    assert name in response.context["inline_admin_formsets"][1].formset.errors[0]
    assert not story.attributions.exists()


def test_a_contributor_named_twice_is_an_error_of_the_form(copy_desk, make_story, lina):
    story = make_story()
    twice = row("bylines", 0, contributor=lina.pk) | row("bylines", 1, contributor=lina.pk)
    response = fill(copy_desk, change(story), **{"bylines-TOTAL_FORMS": 2}, **twice)
    assert response.status_code == 200
    assert not story.bylines.exists()


def test_a_form_without_its_management_data_is_an_error_and_no_crash(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    response = copy_desk.post(change(story), {name: value for name, value in sent.items() if "FORMS" not in name})
    assert response.status_code == 200
    assert story.version == 1


def test_what_the_database_refuses_is_a_sentence_and_nothing_typed_is_lost(copy_desk, make_story, monkeypatch, lina):
    story = make_story(bylines=[lina])

    def keep(kept, **details):
        """As if another transaction had slipped in."""
        Attribution.objects.create(story=kept, source_id=Source.objects.create(slug="x", name="SECRET").pk, words="")

    monkeypatch.setattr(stories, "_save_revision", keep)
    response = fill(copy_desk, change(story), headline="Typed by me")
    assert response.status_code == 200
    page = response.content.decode()
    assert "A statement has words" in page
    assert "SECRET" not in page
    assert "Failing row" not in page
    assert "changed successfully" not in page
    assert form_of(response)["headline"] == "Typed by me"
    assert Story.objects.get().headline == "Dockers reject pay offer"
