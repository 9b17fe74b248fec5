"""Writing a story at the desk: the form, what it refuses, and that nothing typed is lost."""

import re
from urllib.parse import urlencode

from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Attribution, Contributor, Event, Revision, Section, Source, Story, StoryTag, Tag, Verb
from tests.desk.forms import errors_of, fill, form_of, row
from tests.desk.stories.form import ADD, attribution, change

# Starting


def test_a_story_is_started_with_its_bylines_tags_and_attributions(copy_desk, copy_editor, english, lina, union):
    response = fill(
        copy_desk,
        ADD,
        edition=english.pk,
        section=english.sections.get(slug="economy").pk,
        headline="Dockers reject pay offer",
        body="<p>“No,” said the union.</p>",
        tags="Ports, West Bank، دبي",
        **{"bylines-TOTAL_FORMS": 1, "attributions-TOTAL_FORMS": 1},
        **row("bylines", 0, contributor=lina.pk, position=""),
        **attribution(0, union, "No,"),
    )
    story = Story.objects.get()
    assert response.url == change(story)
    assert (story.version, [byline.contributor for byline in story.bylines.all()]) == (1, [lina])
    assert [tag.name for tag in story.tags.all()] == ["Ports", "West Bank", "دبي"]
    assert [(said.source, said.words) for said in story.attributions.all()] == [(union, "No,")]
    event = Event.objects.get(story=story)
    assert (event.verb, event.by, event.revision) == (Verb.STARTED, copy_editor, 1)
    assert Revision.objects.get().state["headline"] == "Dockers reject pay offer"


def test_tags_are_found_in_any_spelling_and_made_once(copy_desk, arabic, make_story):
    known = Tag.objects.named_or_new("أحمد", "ar")
    story = make_story(arabic, tags=["أحمد"])
    fill(copy_desk, change(story), tags="احمد، الاقتصاد")
    assert list(story.tags.values_list("name", flat=True)) == ["أحمد", "الاقتصاد"]
    assert Tag.objects.count() == 2
    assert known in story.tags.all()


def test_a_tag_with_a_comma_survives_a_save(copy_desk, make_story):
    story = make_story(tags=["Tarvane, Republic of", "“Big, bad” wolf", "Ports"])
    before = set(StoryTag.objects.values_list("tag__name", flat=True))
    fill(copy_desk, change(story), headline="Another")
    assert set(StoryTag.objects.values_list("tag__name", flat=True)) == before


def test_a_form_that_is_sent_twice_starts_one_story(copy_desk, english):
    sent = form_of(copy_desk.get(ADD)) | {"edition": english.pk, "headline": "Once"}
    copy_desk.post(ADD, sent)
    again = copy_desk.post(ADD, sent)
    assert "saved already" in str(errors_of(again))
    assert change(Story.objects.get()) in again.content.decode()


def test_text_typed_without_a_tag_becomes_paragraphs(copy_desk, english):
    fill(copy_desk, ADD, edition=english.pk, headline="Plain", body="One & two.\r\n\r\nThree.")
    assert Story.objects.get().body == "<p>One &amp; two.</p><p>Three.</p>"


def test_text_is_cleaned(copy_desk, english):
    fill(copy_desk, ADD, edition=english.pk, headline="Clean", body="<p onclick=x>Hello</p><script>alert(1)</script>")
    assert Story.objects.get().body == "<p>Hello</p>"


# The edition and its sections


def test_on_a_new_story_sections_of_all_editions_are_offered_with_their_edition(copy_desk, english, arabic):
    page = copy_desk.get(ADD).content.decode()
    for edition, section in (("The Meridian", "Economy"), ("خط الزوال", "اقتصاد")):
        assert re.search(f'<optgroup label="{edition}">\\s*<option value="\\d+">{section}</option>', page)


def test_a_section_of_another_edition_is_refused(copy_desk, english, arabic):
    response = fill(copy_desk, ADD, edition=english.pk, section=arabic.sections.get().pk, headline="Astray")
    assert errors_of(response) == {"section": ["This section belongs to another edition."]}
    assert not Story.objects.exists()


def test_a_story_stays_in_its_edition(copy_desk, make_story, english, arabic):
    story = make_story()
    page = copy_desk.get(change(story)).content.decode()
    assert 'name="edition"' not in page
    assert "اقتصاد" not in page
    fill(copy_desk, change(story), edition=arabic.pk, section=arabic.sections.get().pk, headline="Astray")
    story.refresh_from_db()
    assert (story.edition, story.headline) == (english, "Dockers reject pay offer")


def test_a_merged_section_is_not_offered(copy_desk, make_story, english):
    Section.objects.create(
        edition=english, name="Oldest", slug="oldest", merged_into=english.sections.get(slug="world")
    )
    assert "Oldest" not in copy_desk.get(ADD).content.decode()
    assert "Oldest" not in copy_desk.get(change(make_story())).content.decode()


def test_what_is_written_follows_the_direction_of_the_edition(copy_desk, make_story, arabic):
    page = copy_desk.get(change(make_story(arabic))).content.decode()
    for name in ("headline", "standfirst", "body", "tags"):
        field = page.split(f'name="{name}"')[1].split(">")[0]
        assert 'dir="rtl"' in field, name


def test_days_are_chosen_by_the_browsers_own_means_and_no_script_writes_slugs(copy_desk, live_story):
    page = copy_desk.get(change(live_story)).text
    assert 'type="date" name="attributions-0-obtained_on"' in page
    assert not [name for name in ("vDateField", "calendar.js", "xregexp", "urlify") if name in page]


def test_an_embargo_is_in_the_time_of_the_edition(copy_desk, make_story, arabic):
    story = make_story(arabic)
    fill(copy_desk, change(story), embargo_until="2027-01-10T12:00")
    story.refresh_from_db()
    assert story.embargo_until.isoformat() == "2027-01-10T10:00:00+00:00"
    page = copy_desk.get(change(story)).content.decode()
    assert "2027-01-10T12:00:00" in page
    assert "Asia/Beirut" in page


def test_an_embargo_of_a_new_story_is_in_the_time_of_its_edition(copy_desk, arabic):
    fill(copy_desk, ADD, edition=arabic.pk, headline="Later", embargo_until="2027-01-10T12:00")
    assert Story.objects.get().embargo_until.isoformat() == "2027-01-10T10:00:00+00:00"


# Who says so


def test_a_source_protected_in_another_story_is_refused(copy_desk, make_story):
    other, story = make_story(), make_story()
    hidden = Source.objects.create(slug="an-official", name="an official", protected_in=other)
    sent = attribution(0, hidden, "Two years of building,", terms="unattributed")
    response = fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert "protected in another story" in response.content.decode()
    assert not story.attributions.exists()


def test_one_may_say_only_of_oneself_that_one_verified(copy_desk, copy_editor, reporter, make_story, union):
    story = make_story()
    sent = attribution(0, union, "Two years of building,", verified_by=reporter.pk)
    response = fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert "verified_by" in response.context["inline_admin_formsets"][1].formset.errors[0]
    sent["attributions-0-verified_by"] = copy_editor.pk
    fill(copy_desk, change(story), **{"attributions-TOTAL_FORMS": 1}, **sent)
    assert story.attributions.get().verified_by == copy_editor


def test_bylines_and_sources_are_called_as_readers_of_the_story_know_them(copy_desk, make_story, arabic, union, lina):
    union.names.create(language="ar", name="نقابة عمال الأرصفة")
    lina.names.create(language="ar", name="لينا حسكو")
    in_english = copy_desk.get(change(make_story(bylines=[lina]))).text
    assert "Lina Hasko" in in_english
    assert "لينا" not in in_english
    said = Attribution(source=union, words="لا")
    address = change(make_story(arabic, bylines=[lina], attributions=[said]))
    page = copy_desk.get(address)
    more = {"attributions-TOTAL_FORMS": "2", "edition": ""} | attribution(1, union, "نعم", occurrence="-1")
    refused = copy_desk.post(address, form_of(page) | more)
    assert refused.text.count("نقابة عمال الأرصفة</option>") == 2
    for shown in (page.text, refused.text):
        assert "لينا حسكو" in shown
        assert "Lina Hasko" not in shown
        assert "Dockers’ Union" not in shown


def test_a_look_up_begins_with_the_name_in_the_language_of_the_story(copy_desk, make_story, arabic, union):
    union.names.create(language="ar", name="نقابة عمال الأرصفة")
    union.titles.create(language="en", title="trade union")
    union.titles.create(language="ar", title="نقابة مهنية")
    page = copy_desk.get(change(make_story(arabic))).text
    address = re.search(r'data-ajax--url="([^"]+)"[^>]*data-field-name="source"', page)[1].replace("&amp;", "&")
    asked = {"app_label": "articles", "model_name": "attribution", "field_name": "source", "term": "dockers"}
    found = copy_desk.get(f"{address}&{urlencode(asked)}").json()["results"][0]
    assert re.sub("[\u2068\u2069]", "", found["text"]) == "نقابة عمال الأرصفة · نقابة مهنية · Dockers’ Union"


def test_without_scripts_rows_are_added_by_name_one_with_each_save(copy_desk, make_story, union, lina):
    union.names.create(language="ar", name="نقابة عمال الأرصفة")
    Source.objects.create(slug="dockers-choir", name="Dockers’ Choir")
    story = make_story()
    said = {"attributions-0-words": "Two years of building,", "bylines-0-contributor-called": "lina"}
    refused = fill(copy_desk, change(story), **said, **{"attributions-0-source-called": "dockers"})
    assert "Nobody is called so, or more than one" in refused.text
    sent = form_of(refused)
    assert sent["attributions-0-words"] == "Two years of building,"
    assert sent["attributions-0-source-called"] == "dockers"
    assert sent["bylines-0-contributor"] == str(lina.pk)
    copy_desk.post(change(story), sent | {"_continue": "1", "attributions-0-source-called": "نقابة عمال الأرصفة"})
    assert (story.attributions.get().source, story.bylines.get().contributor) == (union, lina)
    words = {"attributions-1-words": "and not one line", "attributions-1-source-called": "Dockers’ Choir"}
    fill(copy_desk, change(story), **words)
    assert [said.position for said in story.attributions.all()] == [0, 1]


# Any number of lines


def test_a_form_asks_as_much_of_many_lines_as_of_few(desk, make_story, union):
    def asked(story):
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(change(story)).status_code == 200
        return len(queries)

    def statements(count):
        sources = [Source.objects.create(slug=f"{count}-{n}", name=f"Source {n}") for n in range(count)]
        return [Attribution(source=source, words="Two years of building,") for source in sources]

    def people(count):
        return [Contributor.objects.create(slug=f"{count}-{n}", name=f"Writer {n}") for n in range(count)]

    few = make_story(attributions=statements(1), bylines=people(1))
    many = make_story(attributions=statements(60), bylines=people(20))
    asked(few)
    assert asked(many) == asked(few)
