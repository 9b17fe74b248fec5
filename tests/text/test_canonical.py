"""The canonical forms: one that was released stays as it is, and each version is read by its own."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from articles.actions import erasing, publishing, stories
from articles.models import Erasure, Publication, drafts
from articles.rules.words import Change, Kind
from articles.text import canonical
from tests.raw_sql import refused, run

AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


class Row(SimpleNamespace):
    """A row as the canonical form takes it: columns as attributes."""


PLAIN = {
    "number": 1,
    "change": "first",
    "is_import": False,
    "day": date(2026, 11, 22),
    "slug": "dockers-reject-pay-offer",
    "first_live_at": AT,
    "live_from": AT,
    "updated_at": AT,
    "kind": "news",
    "kicker": "",
    "headline": "Dockers reject pay offer",
    "standfirst": "",
    "body": "<p>“Two years,” they said.</p>",
    "dateline": "",
    "photo_alt": "",
    "photo_caption": "",
    "photo_credit": "",
    "previous_hash": "",
}
# A second version with all that a version may have, its columns as Django hands them out: enums, zones, microseconds.
FULL = PLAIN | {
    "number": 2,
    "change": Change.CORRECTION,
    "is_import": True,
    "slug": "عمال-الميناء",
    "live_from": datetime(2026, 11, 22, 14, 30, 5, 120, tzinfo=timezone(timedelta(hours=2))),
    "updated_at": datetime(2026, 11, 22, 12, 30, 5, 120, tzinfo=UTC),
    "kind": Kind.ANALYSIS,
    "kicker": "ميناء سرّان",
    "headline": "عمّال الميناء يرفضون عرض الأجور",
    "standfirst": '«سنتان»\tمن الانتظار \\ و "لا" سطر واحد',
    "body": '<p>قال الاتحاد: «سنتان من البناء،»</p><figure data-photo="رصيف"></figure><p>A\u00a0B 𝛑\u2028</p>',
    "dateline": "سرّان",
    "photo_alt": "رصيف",
    "photo_caption": "الرصيف عند الفجر\n",
    "photo_credit": "آن",
    "previous_hash": "e802deaf693be9e90511071a9d1c0264585ed48fa6f23d012078e5a615fb09ad",
}
STATEMENTS = [
    {"words": "و لا سطر واحد", "occurrence": 2, "kind": "paraphrase", "terms": "background", "name": "مسؤول"}
    | {"capacity": "", "occasion": "", "obtained_on": None, "check_made": "", "position": 1},
    {"words": "سنتان من البناء،", "occurrence": 1, "kind": "quotation", "terms": "record", "name": "ليلى ح."}
    | {"capacity": "أمينة السر", "occasion": "خطاب", "obtained_on": date(2026, 11, 20), "check_made": "heard"}
    | {"position": 0},
]
PHOTOS = [
    {"alt_text": "سفينة", "caption": "", "credit": "سامي", "position": 1},
    {"alt_text": "رصيف", "caption": "Dawn", "credit": "Ann", "position": 0},
]
CORRECTION = {"kind": "apology", "wrong": "٤٠٠٠", "right": "3,400 <dockers> & others"}
# Golden: never to be edited. What fails here would no longer verify in the record of any paper.
PLAIN_BYTES = (
    '{"body":"<p>“Two years,” they said.</p>","change":"first","correction":null,"dateline":"","day":"2026-11-22",'
    '"first_live_at":"2026-11-22T10:00:00.000000Z","format":"newsroom publication 1",'
    '"headline":"Dockers reject pay offer","is_import":false,"kicker":"","kind":"news","language":"en",'
    '"live_from":"2026-11-22T10:00:00.000000Z","number":1,"photo_alt":"","photo_caption":"","photo_credit":"",'
    '"previous_hash":"","slug":"dockers-reject-pay-offer","standfirst":"","statements":[],'
    '"updated_at":"2026-11-22T10:00:00.000000Z"}'
)
FULL_BYTES = (
    '{"body":"<p>قال الاتحاد: «سنتان من البناء،»</p><figure data-photo=\\"رصيف\\"></figure><p>A\u00a0B 𝛑\u2028</p>",'
    '"change":"correction","correction":{"kind":"apology","right":"3,400 <dockers> & others","wrong":"٤٠٠٠"},'
    '"dateline":"سرّان","day":"2026-11-22","first_live_at":"2026-11-22T10:00:00.000000Z",'
    '"format":"newsroom publication 1","headline":"عمّال الميناء يرفضون عرض الأجور","is_import":true,'
    '"kicker":"ميناء سرّان","kind":"analysis","language":"ar","live_from":"2026-11-22T12:30:05.000120Z","number":2,'
    '"photo_alt":"رصيف","photo_caption":"الرصيف عند الفجر\\n","photo_credit":"آن",'
    '"photos":[{"alt_text":"رصيف","caption":"Dawn","credit":"Ann","position":0},'
    '{"alt_text":"سفينة","caption":"","credit":"سامي","position":1}],'
    '"previous_hash":"e802deaf693be9e90511071a9d1c0264585ed48fa6f23d012078e5a615fb09ad","slug":"عمال-الميناء",'
    '"standfirst":"«سنتان»\\tمن الانتظار \\\\ و \\"لا\\" سطر واحد",'
    '"statements":[{"capacity":"أمينة السر","check_made":"heard","kind":"quotation","name":"ليلى ح.",'
    '"obtained_on":"2026-11-20","occasion":"خطاب","occurrence":1,"position":0,"terms":"record",'
    '"words":"سنتان من البناء،"},{"capacity":"","check_made":"","kind":"paraphrase","name":"مسؤول",'
    '"obtained_on":null,"occasion":"","occurrence":2,"position":1,"terms":"background","words":"و لا سطر واحد"}],'
    '"updated_at":"2026-11-22T12:30:05.000120Z"}'
)


OWNED_BYTES = (
    '{"capacity":"أمينة السر","check_made":"heard","evidence_hash":"' + "ab" * 32 + '","evidence_kind":"recording",'
    '"evidence_use":"verbatim","kind":"quotation","name":"ليلى ح.","obtained_on":"2026-11-20","occasion":"خطاب",'
    '"occurrence":1,"owner_place":0,"position":0,"terms":"record","words":"سنتان من البناء،"},'
    '{"capacity":"","check_made":"heard","evidence_hash":"' + "ab" * 32 + '","evidence_kind":"recording",'
    '"evidence_use":"verbatim","kind":"quotation","name":"سامي","obtained_on":"2026-11-20","occasion":"خطاب",'
    '"occurrence":1,"owner_place":1,"position":0,"terms":"record","words":"سنتان من البناء،"},'
    '{"capacity":"","check_made":"","evidence_hash":"","evidence_kind":"","evidence_use":"","kind":"paraphrase",'
    '"name":"مسؤول","obtained_on":null,"occasion":"","occurrence":2,"owner_place":0,"position":1,'
    '"terms":"background","words":"و لا سطر واحد"}'
)


def in_form_1(language, version, statements=(), correction=None, photos=()):
    rows = [[Row(**each) for each in many] for many in (statements, photos)]
    return canonical.content(1, language, Row(**version), rows[0], correction and Row(**correction), rows[1])


@pytest.mark.parametrize(
    ("content", "written"),
    [
        (in_form_1("en", PLAIN), PLAIN_BYTES),
        (in_form_1("ar", FULL, STATEMENTS, CORRECTION, PHOTOS), FULL_BYTES),
    ],
    ids=["plain", "full"],
)
def test_form_1_is_what_it_was_byte_for_byte(content, written):
    assert canonical.encode(content).decode() == written


def test_form_2_says_of_each_owner_what_it_rests_on_byte_for_byte():
    rests = {"evidence_kind": "recording", "evidence_use": "verbatim", "evidence_hash": "ab" * 32}
    first = STATEMENTS[1] | rests | {"owner_place": 0}
    second = first | {"name": "سامي", "capacity": "", "owner_place": 1}
    alone = STATEMENTS[0] | dict.fromkeys(rests, "") | {"owner_place": 0}
    content = canonical.content(2, "en", Row(**PLAIN), [Row(**each) for each in (alone, second, first)], None)
    assert canonical.encode(content).decode() == PLAIN_BYTES.replace("publication 1", "publication 2").replace(
        '"previous_hash"', '"photos":[],"previous_hash"'
    ).replace('"statements":[]', f'"statements":[{OWNED_BYTES}]')


@pytest.mark.parametrize(
    ("content", "digest"),
    [
        (in_form_1("en", PLAIN), "e802deaf693be9e90511071a9d1c0264585ed48fa6f23d012078e5a615fb09ad"),
        (
            in_form_1("en", PLAIN, statements=STATEMENTS),
            "e91440c957595400a7d3988e8eb374ac8b517c22f94c1c8883fd6b34aba37fd0",
        ),
        (
            in_form_1("en", PLAIN, correction=CORRECTION),
            "2751e53d6b61254af42902b0f08f33ada6098783ab370b4d6098c1348f594821",
        ),
        (in_form_1("en", PLAIN, photos=PHOTOS), "048425d6cb79a9f63d90c60b4298fb97427f208a1ffcc894d69c44f8c94ba8c1"),
        (in_form_1("ar", FULL), "7322ff7f0e25fd1ca96d261ebabc6748e2f4e87ea890961c74d9d28d2e6507ba"),
        (
            in_form_1("ar", FULL, STATEMENTS, CORRECTION, PHOTOS),
            "5698a9c7e683ccb58b23168500ff34e98822e6ac413b6b0b3838fe84a01d4103",
        ),
    ],
    ids=["plain", "statements", "correction", "photos", "Arabic", "full"],
)
def test_a_hash_in_form_1_is_what_it_was(content, digest):
    assert canonical.digest(content) == digest


def test_each_form_says_its_number_in_the_bytes():
    assert [form.name for form in canonical.FORMS.values()] == [
        f"newsroom publication {each}" for each in canonical.FORMS
    ]


# In the record


# The number of a form that is released while the test runs.
NEXT = canonical.NEWEST + 1


def output():
    out = io.StringIO()
    call_command("verify_record", stdout=out)
    return out.getvalue()


@pytest.fixture
def second_form(monkeypatch):
    """From here on new versions are written in a second form, which has its own number among what it covers."""

    def release():
        first = canonical.FORMS[1]
        columns = (*first.version, "canonical_form")
        second = replace(first, name=f"newsroom publication {NEXT}", version=columns, omits_photos_if_none=False)
        monkeypatch.setitem(canonical.FORMS, NEXT, second)
        monkeypatch.setattr(canonical, "NEWEST", NEXT)

    return release


@pytest.fixture
def in_both(live_story, second_form):
    """A story with a version in each form."""
    second_form()
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None)
    return live_story


def forms():
    return list(Publication.objects.order_by("number").values_list("canonical_form", flat=True))


def test_what_was_written_in_form_1_verifies_when_there_is_a_second(in_both):
    assert forms() == [NEXT - 1, NEXT]
    assert output() == "2 versions, each as it was published.\n"


def test_a_renamed_story_goes_on_in_the_newest_form(live_story, second_form):
    second_form()
    publishing.rename(live_story, slug="another", by=None)
    assert forms() == [NEXT - 1, NEXT]
    assert "2 versions" in output()


def without_the_guard(change):
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("ALTER TABLE articles_publication DISABLE TRIGGER USER")
    run(change)


@pytest.mark.parametrize("number", [0, NEXT + 1, 32767])
def test_a_version_in_a_form_that_nobody_knows_is_told_and_the_others_are_checked(in_both, number):
    without_the_guard(f"UPDATE articles_publication SET canonical_form = {number} WHERE number = 2")
    with pytest.raises(CommandError) as refusal:
        output()
    lines = str(refusal.value).splitlines()
    assert len(lines) == 1
    assert "form that this program does not know" in lines[0]
    assert lines[0].endswith(f": {in_both.pk}/2")


def test_an_unknown_form_hides_no_other_version_that_was_tampered_with(in_both):
    without_the_guard(
        "UPDATE articles_publication SET headline = 'x',"
        f" canonical_form = CASE number WHEN 2 THEN 9 ELSE {NEXT - 1} END"
    )
    with pytest.raises(CommandError) as refusal:
        output()
    changed, unknown = str(refusal.value).splitlines()
    assert changed == f"These versions are not what was published: {in_both.pk}/1"
    assert unknown.endswith(f": {in_both.pk}/2")


@pytest.mark.parametrize("number", [1, 2])
def test_no_version_passes_for_one_in_another_form(in_both, number):
    without_the_guard(f"UPDATE articles_publication SET canonical_form = {NEXT + 1 - number} WHERE number = {number}")
    with pytest.raises(CommandError, match=f"not what was published: {in_both.pk}/{number}$"):
        output()


@pytest.fixture
def is_scheduled(make_story, soon):
    publishing.publish(make_story(), revision=1, by=None, at=soon)


@pytest.fixture
def is_erased(live_story, chief, editor):
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")


@pytest.mark.parametrize("state", ["live_story", "is_scheduled", "is_erased"])
def test_the_number_of_a_form_is_frozen_in_every_state(request, db, state):
    request.getfixturevalue(state)
    with refused("publication_is_record"):
        run("UPDATE articles_publication SET canonical_form = 1")


def test_no_erasure_takes_the_number_along(live_story, chief, editor, now):
    erasure = Erasure.objects.create(story=live_story, reason="A court.", asked_by=chief, agreed_by=editor, at=now)
    emptied = dict.fromkeys(Publication.ERASED, "") | {"vector": "", "is_withheld": True, "erasure": erasure}
    with refused("publication_is_record"):
        Publication.objects.update(canonical_form=1, **emptied)
    Publication.objects.update(**emptied)
