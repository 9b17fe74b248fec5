"""What the toy app brings to the desk."""

from datetime import timedelta

from django.contrib import admin

from articles import doors
from articles.actions import events, locking
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.admin import desk
from articles.admin.stories.button_forms import Asked
from articles.admin.tables.admins import ReadOnlyAdmin
from articles.rules.facts import Finding
from tests.toy.models import Clue
from tests.toy.words import both

ME = "toy"
# Told of each piece of work that was done, so that a test can ask.
DONE = []


@admin.register(Clue, site=desk)
class ClueAdmin(ReadOnlyAdmin):
    fields = list_display = ("words", "story", "is_public")
    headed_by = "words"


def weigh(story, by, asked):
    allow(by, "toy.weigh_clue")
    events.record("weighed", by=by, at=locking.clock(), story=story, note="12 grams")


def refuse_what_weighs_too_much(leaving):
    if any("unweighable" in text for text in leaving.texts):
        raise Refused("It is too heavy to leave.")


def find_the_clueless(draft, live_from):
    if "Clueless" in draft.story.headline and live_from - locking.clock() < timedelta(days=1):
        yield Finding("headline", "No clue stands in its headline.", blocks=False)


doors.ROOMS.open(
    ME,
    doors.Room(key="toy", name=both("The toy room", "غرفة اللعب"), models=("toy.Clue",), every_day=("toy.Clue",)),
    doors.Room(key="record", name="…", models=("toy.NoSuchModel",)),
)
doors.COLUMNS.open(
    ME,
    doors.Column(
        name="clues",
        permission="toy.weigh_clue",
        place=1,
        template="toy/part.html",
        content=lambda page: both("The scales are clean.", "الميزان نظيف."),
    ),
    doors.Column(
        name="none", permission="toy.weigh_clue", place=0, template="toy/part.html", content=lambda page: None
    ),
)
doors.BUTTONS.open(
    ME,
    doors.Button(
        name="weigh",
        label=both("Weigh clues…", "وزن الآثار…"),
        explanation=both("They are put on the scales.", "توضع على الميزان."),
        permission="toy.weigh_clue",
        form=Asked,
        act=weigh,
        success_message="Weighed.",
        is_offered=lambda story: story.kicker == "Clue",
    ),
)
doors.PANELS.open(
    ME,
    doors.Panel(
        permission="toy.weigh_clue",
        template="toy/panel.html",
        content=lambda request, story: story and both("Clues of this story", "آثار هذه المادة"),
    ),
)
doors.VERBS.open(
    ME,
    doors.Deed(
        verb="weighed",
        label=both("weighed", "وزن"),
        sentence=both("Weighed its clues at revision %(revision)s.", "وزن الآثار في النسخة %(revision)s."),
    ),
)
# Nobody else: the keys and clicks of a chief are counted elsewhere.
doors.PERMISSIONS.open(ME, ("editor", frozenset({"toy.weigh_clue", "toy.view_clue"})))
doors.CHECKS.open(ME, refuse_what_weighs_too_much)
doors.FINDINGS.open(ME, find_the_clueless)
doors.DUE.open(
    ME,
    doors.Due(name="dust", every="week", label="dusts the clues", work=lambda: DONE.append("dust")),
    doors.Due(name="burn", every="day", label="burns what there is not", work=lambda: Clue.objects.get(pk=0)),
    doors.Due(name="count", every="day", label="counts the clues", work=lambda: DONE.append("count")),
)
