"""What has begun, what is ahead, what is open: said in one module, with the moment as an argument."""

import ast
import re
from datetime import timedelta

import pytest

from articles.actions import placing, publishing
from articles.models import Correction, Placement, Publication, Withdrawal
from tests.source import called, modules

SAID_IN = "articles/models/periods.py"
COLUMNS = re.compile(r"(?:^|__)(?:live_from|live_until|lifted_at)(?:__(?!date|year)\w+)?$")
ASKING = {"Q", "When", "filter", "exclude", "get", "get_or_create", "update_or_create", "get_object_or_404"}


def by_hand(tree):
    """The lines that have a condition of their own on these columns. What the database refuses stands in `Meta`."""
    if isinstance(tree, ast.ClassDef) and tree.name == "Meta":
        return
    if called(tree) in ASKING:
        yield from (word.value.lineno for word in tree.keywords if word.arg and COLUMNS.search(word.arg))
    if called(tree) == "F":
        yield from (each.lineno for each in tree.args if isinstance(each, ast.Constant) and COLUMNS.search(each.value))
    if _is_lookup(tree):
        yield tree.lineno
    for child in ast.iter_child_nodes(tree):
        yield from by_hand(child)


def _is_lookup(tree):
    """A column with a lookup, as a string: it goes into a condition by way of a dict."""
    is_text = isinstance(tree, ast.Constant) and isinstance(tree.value, str)
    return is_text and "__" in tree.value and re.search(r"(?:live_from|live_until|lifted_at)__\w+$", tree.value)


def test_no_condition_on_a_period_is_written_by_hand():
    found = [f"{name}:{line}" for name, tree in modules("articles", besides={SAID_IN}) for line in by_hand(tree)]
    assert not found, "ask with begun(), scheduled(), ahead(), open() …: " + ", ".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "rows.filter(live_from__lte=now)",
        "rows.exclude(publication__live_from__gt=now)",
        "rows.filter(Q(live_until=None) | Q(lifted_at__gt=Now()))",
        "Withdrawal.objects.get_or_create(story=story, lifted_at=None)",
        "rows.annotate(is_old=ExpressionWrapper(Q(live_until__lt=now), bool))",
        "rows.annotate(age=Now() - F('live_from'))",
        "rows.filter(**{'publication__live_from__lte': at})",
    ],
)
def test_a_condition_written_by_hand_is_seen(source):
    assert list(by_hand(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "rows.update(live_until=now)",
        "rows.order_by('-live_from').values('live_until')",
        "Publication(live_from=at, live_until=None)",
        "rows.begun(at).filter(erasure=None)",
        "class Meta:\n    constraints = [Q(live_until__gt=F('live_from'))]",
    ],
)
def test_what_writes_orders_or_constrains_is_no_condition(source):
    assert not list(by_hand(ast.parse(source)))


def test_a_version_has_begun_from_its_moment_on(make_story, now, soon):
    story = make_story()
    publishing.publish(story, revision=story.version, by=None, at=soon)
    versions = Publication.objects.filter(story=story)
    assert not versions.begun()
    assert versions.scheduled().get() == versions.begun(soon).get()
    assert not versions.scheduled(soon)


def test_what_hangs_on_a_version_begins_with_it(make_story, lina, soon):
    story = make_story(bylines=[lina], tags=["Ports"])
    version = publishing.publish(story, revision=story.version, by=None, at=soon)
    tag = version.publishedtags.get().tag
    assert not lina.is_seen()
    assert not tag.is_seen()
    assert lina.published_bylines.begun(soon).get().publication == version


def test_a_correction_counts_from_its_version_on(live_story, now, soon):
    wrote = {"kind": "correction", "right": "Two.", "at": soon}
    live_story.headline = "Dockers reject the offer"
    live_story.version += 1
    live_story.save()
    publishing.correct(live_story, revision=live_story.version, by=None, **wrote)
    assert not Correction.objects.begun()
    assert Correction.objects.begun(soon).count() == 1


def test_a_place_counts_until_it_ends(live_story, soon):
    later = soon + timedelta(hours=1)
    placed = placing.place(live_story, slot=1, by=None, at=soon, until=later)
    places = Placement.objects.filter(story=live_story)
    assert places.ahead().get() == places.scheduled().get() == places.current(soon).get() == placed
    assert not places.current()
    assert not places.ahead(later)


def test_closing_places_ends_what_stands_and_drops_what_is_to_come(live_story, soon):
    later = soon + timedelta(hours=1)
    placing.place(live_story, slot=1, by=None, at=soon, until=later)
    placing.place(live_story, slot=2, by=None, at=later)
    places = Placement.objects.filter(story=live_story)
    places.close(soon + timedelta(minutes=1))
    assert places.get().live_until == soon + timedelta(minutes=1)


def test_a_withdrawal_is_open_until_the_story_is_back(live_story, soon):
    publishing.withdraw(live_story, by=None, reason="We could not stand by it.")
    assert Withdrawal.objects.open().get() == Withdrawal.objects.unlifted().get()
    publishing.publish(live_story, revision=live_story.version, by=None, at=soon)
    assert Withdrawal.objects.open().get() == Withdrawal.objects.lifted(soon).get()
    assert not Withdrawal.objects.unlifted()
    assert not Withdrawal.objects.open(soon)
