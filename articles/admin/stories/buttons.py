"""The buttons of a story, as a table: what each asks, what it does, who may press it, and when it is offered."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.actions import erasing, placing, publishing, stories
from articles.admin.stories import button_forms as asks
from articles.models.standing import Standing


@dataclass(frozen=True)
class Button:
    """`act(story, by, asked)` may return another story to go on with. `saves`: what is typed is saved first."""

    label: str
    explanation: str
    permission: str
    form: type[forms.Form]
    act: Callable
    said: str
    is_offered: Callable
    saves: bool = False
    verb: str = ""

    @property
    def deed(self):
        """What it is called on its own page, where nothing more is asked after it."""
        return str(self.verb or self.label).rstrip("…")


def _publish(story, by, asked):
    said = {name: asked[name] for name in ("revision", "change", "seen")}
    publishing.publish(story, by=by, **said)


def _schedule(story, by, asked):
    said = {name: asked[name] for name in ("revision", "change", "seen", "at")}
    publishing.publish(story, by=by, **said)


def _call_off(story, by, asked):
    publishing.call_off(story, by=by, seen=asked["seen"])


def _correct(story, by, asked):
    said = {name: asked[name] for name in ("revision", "kind", "wrong", "right", "seen")}
    publishing.correct(story, by=by, **said)


def _withdraw(story, by, asked):
    publishing.withdraw(story, by=by, reason=asked["reason"], seen=asked["seen"])


def _rename(story, by, asked):
    publishing.rename(story, slug=asked["slug"], by=by, seen=asked["seen"])


def _place(story, by, asked):
    placing.place(story, slot=asked["slot"], by=by, seen=asked["seen"])


def _take_off(story, by, asked):
    placing.take_off(story, by=by, seen=asked["seen"])


def _start_sibling(story, by, asked):
    return stories.start_sibling(story, edition=asked["edition"], by=by)


def _erase(story, by, asked):
    erasing.erase(story, by=by, agreed_by=asked["agreed_by"], reason=asked["reason"])


def _has_something_new(story):
    return story.standing != Standing.LIVE


def _is_shown(button, story, may_save):
    """Of a live story too, to whoever may type into it first: what was typed is what goes out."""
    return button.is_offered(story) or (button.saves and may_save and story.standing == Standing.LIVE)


def _is_live(story):
    return Standing(story.standing).is_live


BUTTONS = {
    "publish": Button(
        _("Publish now"),
        _("Readers see this revision from the moment you press the button."),
        "publish_story",
        asks.HowToPublish,
        _publish,
        _("Published."),
        _has_something_new,
        saves=True,
    ),
    "schedule": Button(
        _("Schedule for…"),
        _("Readers see this revision from the moment you name."),
        "publish_story",
        asks.HowToSchedule,
        _schedule,
        _("Scheduled."),
        _has_something_new,
        saves=True,
        verb=pgettext_lazy("to schedule", "Schedule"),
    ),
    "correct": Button(
        _("Publish as correction…"),
        _("Readers see this revision from the moment you press the button, and are told what was wrong."),
        "correct_story",
        asks.HowToCorrect,
        _correct,
        _("Published with a correction."),
        lambda story: bool(story.begun_at) and _has_something_new(story) and story.standing != Standing.ERASED,
        saves=True,
    ),
    "call-off": Button(
        _("Call off"),
        _("What is scheduled does not go out. Readers never learn of it."),
        "publish_story",
        asks.Asked,
        _call_off,
        _("Called off."),
        lambda story: bool(story.coming_from),
    ),
    "withdraw": Button(
        _("Withdraw…"),
        _("Readers no longer see the story, nor any earlier version of it. Who asks for it is told the reason."),
        "withdraw_story",
        asks.WhyWithdrawn,
        _withdraw,
        _("Withdrawn."),
        _is_live,
    ),
    "rename": Button(
        _("Rename…"),
        _("The story gets another address. The one it has now forwards to it for ever."),
        "rename_story",
        asks.NewSlug,
        _rename,
        _("Renamed."),
        lambda story: _is_live(story) and not story.coming_from,
    ),
    "place": Button(
        _("Place on front page…"),
        _("The story leads the front page from its place, from now on. What stands there makes way."),
        "place_story",
        asks.WhereToPlace,
        _place,
        _("Placed on the front page."),
        _is_live,
    ),
    "take-off": Button(
        _("Take off front page"),
        _("The story no longer has a place of its own on the front page. It stays in the lists."),
        "place_story",
        asks.WhetherToTakeOff,
        _take_off,
        _("Taken off the front page."),
        lambda story: story.placed_in is not None,
    ),
    "sibling": Button(
        _("Start sibling"),
        _("The same story in another edition, with its photo, bylines and tags, and without its text."),
        "add_story",
        asks.InWhichEdition,
        _start_sibling,
        _("Started."),
        lambda story: False,  # Its own line, once for each edition: `offered_siblings`.
    ),
    "erase": Button(
        _("Erase…"),
        _("Removes the text for good, from every version and revision, for a court or a law. There is no way back."),
        "erase_story",
        asks.WhoAgreesToErase,
        _erase,
        _("Erased."),
        lambda story: story.standing != Standing.ERASED,
    ),
}


# What is typed is saved first, by those who may: an editor means what is on the screen.
SAVING = {"preview", *(name for name, button in BUTTONS.items() if button.saves)}


def offered(request, story):
    """What may be pressed by this user, of this story as it stands: its name, label, address and whether it saves."""
    may_save = request.user.has_perm("articles.change_story")
    address = reverse("admin:articles_story_preview", args=[story.pk])
    yield {"name": "preview", "label": _("Preview"), "address": address, "saves": may_save}
    for name, button in BUTTONS.items():
        if may_press(request, button) and _is_shown(button, story, may_save):
            address = reverse(f"admin:articles_story_{name}", args=[story.pk])
            yield {"name": name, "label": button.label, "address": address, "saves": button.saves and may_save}


def goes_on(name, story):
    """Whether the button has anything to do, now that what was typed is saved."""
    return name == "preview" or BUTTONS[name].is_offered(story)


def offered_anew(request):
    """What may be pressed of a story that is saved for the first time by it."""
    yield {"name": "preview", "label": _("Preview"), "saves": True}
    for name in ("publish", "schedule"):
        if may_press(request, BUTTONS[name]):
            yield {"name": name, "label": BUTTONS[name].label, "saves": True}


def offered_siblings(request, story):
    """The editions in which this user may start the story."""
    if not request.user.has_perm("articles.add_story"):
        return
    for edition in asks.without_sibling(story):
        address = reverse("admin:articles_story_sibling", args=[story.pk], query={"edition": edition.pk})
        yield {"label": _("Start sibling in %s") % edition.name, "address": address}


def may_press(request, button):
    return request.user.has_perm("articles.view_story") and request.user.has_perm(f"articles.{button.permission}")
