"""A statement of several owners: entered once at the desk, a row for each of them in the record."""

import pytest
from django.db.models import ProtectedError

from articles.actions import erasing, publishing, stories
from articles.actions.refusals import NotReady
from articles.composing.owners import sourcing
from articles.models import Attribution, AttributionOwner, FurtherOwner, Publication, Source, Statement, drafts
from articles.rules.words import Terms

pytestmark = pytest.mark.django_db
WORDS = "Two years of building,"


@pytest.fixture
def port(db):
    return Source.objects.create(slug="port-authority", name="Port Authority", kind="organisation")


@pytest.fixture
def joint(make_story, union, port):
    said = Attribution(source=union, words=WORDS, capacity="Secretary")
    said.further = (FurtherOwner(port, "Owner of the quays"),)
    return make_story(attributions=[said])


def owners(story):
    rows = story.publications.latest("number").statements.all()
    return [(row.position, row.owner_place, row.name, row.capacity) for row in rows]


def test_the_record_has_a_row_for_each_owner_with_its_name_and_capacity_of_the_day(joint, port):
    publishing.publish(joint, revision=1, by=None)
    Source.objects.filter(pk=port.pk).update(name="Harbour Board")
    assert owners(joint) == [(0, 0, "Dockers’ Union", "Secretary"), (0, 1, "Port Authority", "Owner of the quays")]


def test_each_owner_has_it_in_its_list_and_a_total_counts_it_once(joint, union, port):
    publishing.publish(joint, revision=1, by=None)
    for source in (union, port):
        assert [row.words for row in Statement.objects.of_source(source)] == [WORDS]
    assert Statement.objects.filter(owner_place=0).count() == 1


def test_readers_see_one_entry_with_both(joint, client):
    publishing.publish(joint, revision=1, by=None)
    page = client.get(joint.publications.get().get_absolute_url()).content.decode()
    assert "Owner of the quays" in page
    told = sourcing(joint.body, Statement.objects.all())
    assert [len(said.rows) for said in told.statements] == [2]
    assert [owner.first.name for owner in told.owners] == ["Dockers’ Union", "Port Authority"]


def test_a_revision_keeps_them_and_restoring_brings_them_back(joint, port):
    alone = drafts.of_story(joint).attributions
    alone[0].further = ()
    stories.revise(joint, drafts.with_changes(joint, attributions=alone), version=1, by=None)
    assert not AttributionOwner.objects.exists()
    stories.restore(joint, revision=1, version=2, by=None)
    assert [owner.source for owner in joint.attributions.get().further] == [port]


def test_a_save_that_changes_nothing_of_them_writes_no_row(joint):
    before = AttributionOwner.objects.get().pk
    stories.revise(joint, drafts.with_changes(joint, headline="Other"), version=1, by=None)
    rows = drafts.of_story(joint).attributions
    rows[0].capacity = "Treasurer"
    stories.revise(joint, drafts.with_changes(joint, attributions=rows), version=2, by=None)
    assert AttributionOwner.objects.get().pk == before


def test_two_who_add_each_another_owner_are_asked_and_one_alone_is_taken(joint):
    mine, theirs = drafts.of_story(joint).attributions, drafts.of_story(joint).attributions
    theirs[0].further = (*theirs[0].further, FurtherOwner(Source.objects.create(slug="third", name="Third")))
    stories.revise(joint, drafts.with_changes(joint, attributions=theirs), version=1, by=None)
    mine[0].capacity = "Treasurer"
    stories.revise(joint, drafts.with_changes(joint, attributions=mine), version=1, by=None)
    saved = joint.attributions.get()
    assert (saved.capacity, len(saved.further)) == ("Treasurer", 2)


def test_whoever_may_not_be_named_is_protected_each_of_them(joint):
    rows = drafts.of_story(joint).attributions
    rows[0].source = Source.objects.create(slug="protected-x", name="An official", protected_in=joint)
    rows[0].terms = Terms.BACKGROUND
    stories.revise(joint, drafts.with_changes(joint, attributions=rows), version=1, by=None)
    with pytest.raises(NotReady, match="must be a protected one"):
        publishing.publish(joint, revision=2, by=None)


def test_a_source_that_owns_something_with_others_is_not_deleted(joint, port):
    with pytest.raises(ProtectedError):
        port.delete()


def test_a_renamed_version_has_them_too_and_verifies(joint):
    publishing.publish(joint, revision=1, by=None)
    publishing.rename(joint, slug="another", by=None)
    assert [row[1] for row in owners(joint)] == [0, 1]
    assert {version.canonical_form for version in Publication.objects.all()} == {2}


def test_an_erasure_takes_their_names(joint, chief, editor):
    publishing.publish(joint, revision=1, by=None)
    erasing.erase(joint, by=chief, agreed_by=editor, reason="x")
    assert {row.name for row in Statement.objects.all()} == {""}
    assert not AttributionOwner.objects.exists()
