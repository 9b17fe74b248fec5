"""A title may name an organisation that is itself a source: a person who bears it that day speaks for that one."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from articles.models import Attribution, FurtherOwner, Source, drafts
from articles.rules.severities import Rule
from articles.rules.sourcing import findings

pytestmark = pytest.mark.django_db
WORDS = "Two years of building,"


@pytest.fixture
def maren(union):
    return Source.objects.create(slug="maren-toll", name="Maren Toll", is_public_figure=True)


@pytest.fixture
def port(db):
    return Source.objects.create(slug="port", name="The port", kind="organisation")


def said(source, **fields):
    return Attribution(source=source, words=WORDS, **fields)


def told(make_story, *rows):
    """The rules about few sources that a story with these statements breaks."""
    found = findings(drafts.of_story(make_story(attributions=list(rows))).facts())
    return {each.rule for each in found} & {Rule.ONE_SOURCE, Rule.ONE_ORGANISATION}


def test_who_speaks_for_an_organisation_counts_as_that_organisation(make_story, maren, union, port):
    both = said(union), said(maren, occurrence=2)
    assert told(make_story, *both) == set()
    maren.titles.create(language="en", title="General secretary", organisation=union)
    assert told(make_story, *both) == {Rule.ONE_ORGANISATION}
    assert told(make_story, said(maren)) == {Rule.ONE_ORGANISATION}
    assert told(make_story, *both, said(port, occurrence=3)) == set()


def test_two_persons_of_one_organisation_are_one_and_so_is_a_joint_statement(make_story, maren, union, port):
    other = Source.objects.create(slug="idris-valcourt", name="Idris Valcourt")
    for person in (maren, other):
        person.titles.create(language="en", title="Deputy", organisation=union)
    joint = said(maren)
    joint.further = (FurtherOwner(union), FurtherOwner(other))
    assert told(make_story, said(maren), said(other, occurrence=2)) == {Rule.ONE_ORGANISATION}
    assert told(make_story, joint) == {Rule.ONE_ORGANISATION}
    joint.further = (FurtherOwner(union), FurtherOwner(port))
    assert told(make_story, joint) == set()


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        (date(2020, 1, 1), {Rule.ONE_ORGANISATION}),
        (date(2022, 5, 13), {Rule.ONE_ORGANISATION}),
        (date(2022, 5, 14), set()),
        (date(2019, 12, 31), set()),
        (None, set()),
    ],
)
def test_it_is_the_title_of_the_day_on_which_it_was_said(make_story, maren, union, day, rules):
    maren.titles.create(
        language="en", title="Secretary", organisation=union, from_on=date(2020, 1, 1), until_on=date(2022, 5, 13)
    )
    assert told(make_story, said(union), said(maren, occurrence=2, obtained_on=day)) == rules


def test_of_two_titles_at_once_it_is_the_one_in_which_it_spoke(make_story, maren, union, port):
    maren.titles.create(language="en", title="Secretary", organisation=union)
    maren.titles.create(language="en", title="Pilot", organisation=port)
    maren.titles.create(language="en", title="Councillor")
    for capacity, rules in (
        ("secretary", {Rule.ONE_ORGANISATION}),
        ("Pilot", set()),
        ("Councillor", set()),
        ("", {Rule.ONE_ORGANISATION}),
    ):
        assert told(make_story, said(union), said(maren, occurrence=2, capacity=capacity)) == rules, capacity


def test_an_organisation_that_a_title_names_is_not_deleted(maren, union):
    maren.titles.create(language="en", title="Secretary", organisation=union)
    with pytest.raises(ProtectedError):
        union.delete()


def test_the_database_lets_a_title_name_organisations_alone(maren, union, port, make_story):
    agency = Source.objects.create(slug="agency", name="Agency", kind="agency")
    document = Source.objects.create(slug="report", name="Report", kind="document")
    hidden = Source.objects.create(slug="protected-1", name="A firm", kind="organisation", protected_in=make_story())
    maren.titles.create(language="en", title="Correspondent", organisation=agency)
    title = maren.titles.create(language="en", title="Secretary", organisation=union)
    for named in (document, hidden, maren):
        title.organisation = named
        _refused(title.save, named)
    _refused(Source.objects.filter(pk=union.pk).update, union, kind="person")
    # What no title names may become anything.
    Source.objects.filter(pk=port.pk).update(kind="document")


def _refused(write, named, **fields):
    with transaction.atomic(), pytest.raises(IntegrityError) as refusal:
        write(**fields)
    rule = refusal.value.__cause__.diag.constraint_name
    assert rule in ("sourcetitle_names_an_organisation", "sourcetitle_is_of_another"), named
