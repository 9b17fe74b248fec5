"""The report of how the newsroom sources: counted once, bounded, and no guide to who an unnamed source was."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as some

from articles.actions import publishing, stories
from articles.admin.reports import charts
from articles.models import Attribution, FurtherOwner, Source, drafts
from articles.rules.reporting import LEAST, as_cell, shown

MONTH = "/admin/articles/publication/report/"
CSV = f"{MONTH}csv/"
WORDS = "Two years of building,"


def tables(client, address=MONTH):
    """{name of a table: {label: cells}}"""
    context = client.get(address).context
    found = [table for _chart, table in context["drawn"]] + context["tables"]
    return {table.name: {row[0]: row[1:] for row in table.rows} for table in found}


@pytest.fixture
def publish(make_story):
    def out(*sources, terms="record", checked="none", edition=None, **written):
        rows = []
        for first, *further in sources:
            row = Attribution(source=first, words=WORDS, terms=terms, check_made=checked)
            row.further = tuple(FurtherOwner(each) for each in further)
            rows.append(row)
        story = make_story(edition, attributions=rows, **written)
        for row in rows:
            if row.source.slug.startswith("protected"):
                Source.objects.filter(pk=row.source.pk).update(protected_in=story)
        return publishing.publish(story, revision=1, by=None)

    return out


@pytest.fixture
def unnamed(db):
    def make(number):
        return Source.objects.create(slug=f"protected-{number}", name="zqofficial")

    return make


@pytest.fixture
def port(db):
    return Source.objects.create(slug="port", name="Port Authority", kind="agency")


@pytest.mark.django_db
def test_a_statement_is_counted_once_and_each_of_its_owners_is_relied_on(desk, publish, union, port):
    publish([union, port], checked="heard")
    found = tables(desk)
    assert found["kinds"]["Organisation"] == (1,)
    assert found["kinds"]["News agency"] == (0,)
    assert found["editions"]["The Meridian"] == (1, 1, 1, 0)
    assert found["sources"] == {"Dockers’ Union": ("Organisation", 1, 1), "Port Authority": ("News agency", 1, 1)}


@pytest.mark.django_db
def test_only_what_readers_see_now_is_counted(desk, publish, make_story, union, soon):
    publish([union])
    make_story(headline="Draft", attributions=[Attribution(source=union, words=WORDS)])
    gone = publish([union], headline="Gone", slug="gone")
    publishing.withdraw(gone.story, by=None, reason="Wrong")
    later = make_story(headline="Later", slug="later", attributions=[Attribution(source=union, words=WORDS)])
    publishing.publish(later, revision=1, by=None, at=soon)
    changed = publish([union], headline="Changed", slug="changed").story
    stories.revise(changed, drafts.with_changes(changed, headline="Changed again"), version=1, by=None)
    publishing.publish(changed, revision=2, by=None)
    assert tables(desk)["sources"] == {"Dockers’ Union": ("Organisation", 2, 2)}


@pytest.mark.django_db
def test_stories_on_one_source_are_counted_and_listed(desk, publish, union, port):
    publish([union], headline="Alone", slug="alone")
    publish([union, port], headline="Together", slug="together")
    page = desk.get(MONTH)
    assert [each.headline for each in page.context["single"]] == ["Alone"]
    assert tables(desk)["sections"]["The Meridian: Economy"][-1] == 1


@pytest.mark.django_db
def test_by_contributor_few_unnamed_are_hidden_and_no_name_of_theirs_stands_anywhere(desk, publish, unnamed, lina):
    for number in range(3):
        publish([unnamed(number)], terms="background", bylines=[lina], slug=f"of-lina-{number}")
    for number in range(3, 9):
        publish([unnamed(number)], terms="background", slug=f"of-nobody-{number}")
    found = tables(desk)
    # Six without a byline would be the total less Lina's three.
    assert found["contributors"]["Lina Hasko"] == (3, 3, "…", "…", 0, 3)
    assert found["contributors"]["No byline"] == (6, 6, "…", "…", 0, 6)
    assert list(found["months"].values()) == [(9, 9, 0, 9, 0, 9)]
    assert found["sections"]["The Meridian: Economy"] == (9, 9, 0, 9, 0, 9)
    for address in (MONTH, CSV):
        assert "zqofficial" not in desk.get(address).content.decode()


@pytest.mark.django_db
def test_months_taken_together_do_not_count_them_by_group(desk, publish, unnamed, lina):
    publish([unnamed(1)], terms="background", bylines=[lina])
    for span in (3, 12):
        found = tables(desk, f"{MONTH}?span={span}")
        assert found["contributors"]["Lina Hasko"] == (1, 1, 0, 1)
        assert found["sections"]["The Meridian: Economy"] == (1, 1, 0, 1)


@given(some.lists(some.integers(0, 30), max_size=8))
def test_no_hidden_count_can_be_reckoned_from_the_total(counts):
    found = shown(counts)
    assert all(count is None or count == 0 or count >= LEAST for count in found)
    assert all(count in (None, real) for count, real in zip(found, counts, strict=True))
    hidden = [real for count, real in zip(found, counts, strict=True) if count is None]
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(hidden) >= LEAST
        assert sum(hidden) != len(hidden)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([5, 6, 0], [5, 6, 0]),
        ([3, 9, 20], [None, None, 20]),
        ([3, 4, 20], [None, None, 20]),
        ([1, 1, 20], [None, None, None]),
        ([4, 4, 20], [None, None, None]),
        ([3, 0], [None, None]),
    ],
)
def test_the_next_smallest_is_hidden_with_it(counts, expected):
    assert shown(counts) == expected


@pytest.mark.parametrize("said", ["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", " =1", "＝1", "|calc"])
def test_no_cell_is_a_formula(said):
    assert as_cell(said).startswith("'")


@pytest.mark.parametrize("said", ["Dockers’ Union", 3, "", "نقابة"])
def test_any_other_cell_is_as_it_was(said):
    assert as_cell(said) == str(said)


@pytest.mark.django_db
def test_the_csv_has_what_the_page_has_and_no_formula(desk, publish, port):
    Source.objects.filter(pk=port.pk).update(name='=HYPERLINK("http://evil")')
    publish([port])
    answer = desk.get(CSV)
    assert answer["Content-Disposition"].startswith("attachment;")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert ['\'=HYPERLINK("http://evil")', "News agency", "1", "1"] in rows
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t")]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["reporter", "copy", "admin", "nobody"])
def test_it_is_for_the_chief_and_the_editors(client, people, name):
    client.force_login(people[name])
    assert {client.get(address).status_code for address in (MONTH, CSV)} == {403}
    assert MONTH not in client.get("/admin/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["month=x", "month=2026-13", "month=9999-01", "month=0000-00", "span=1000", "span=x"])
def test_nonsense_asks_for_this_month(desk, asked):
    page = desk.get(f"{MONTH}?{asked}")
    assert page.status_code == 200
    assert page.context["asked"].span == 1


@pytest.mark.django_db
def test_it_asks_as_much_for_many_as_for_few(desk, publish, unnamed, union, port, lina):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            desk.get(f"{MONTH}?span=12")
        return len(queries)

    publish([union])
    few = asked()
    for number in range(8):
        publish([union, port], [unnamed(number)], terms="record", slug=f"more-{number}", bylines=[lina])
    assert asked() == few <= 20


@pytest.mark.django_db
def test_an_empty_month_says_so(desk, english):
    page = desk.get(f"{MONTH}?month=2001-01").content.decode()
    assert "Nothing in these months." in page
    assert "<svg" not in page.partition('id="content-main"')[2].partition('<h2 id="table-editions"')[0]


def test_a_bar_begins_where_the_language_does_and_what_is_not_nought_can_be_seen():
    rows = [("Named", "1", {"is-whole": 1000, "is-unnamed": 1}), ("None", "0", {"is-whole": 0})]
    first, none = charts.bars("Bars", rows).lines
    assert [(part.x, part.width >= 3) for part in first.parts][0] == (0, True)
    assert first.parts[1].x == first.parts[0].width
    assert none.parts == ()
    with translation.override("ar"):
        whole, few = charts.bars("Bars", rows).lines[0].parts
        assert whole.x + whole.width == charts.WIDTH
        assert few.x + few.width == whole.x >= few.width
