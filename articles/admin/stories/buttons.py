"""The buttons of a story, as a table: what each asks, what it does, who may press it, and when it is offered."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import doors
from articles.actions import erasing, placing, publishing, stories
from articles.admin.fronts import outcome
from articles.admin.stories import button_forms as asks
from articles.doors import Button, Done
from articles.models.standing import Standing


def _only(asked, *names):
    return {name: asked[name] for name in names}


def _publish(story, by, asked):
    publishing.publish(story, by=by, mark=asked["seen"], **_only(asked, "revision", "change", "all_the_same"))


def _schedule(story, by, asked):
    publishing.publish(story, by=by, mark=asked["seen"], **_only(asked, "revision", "change", "at", "all_the_same"))


def _call_off(story, by, asked):
    publishing.call_off(story, by=by, mark=asked["seen"])


def _correct(story, by, asked):
    names = ("revision", "kind", "wrong", "right", "all_the_same")
    publishing.correct(story, by=by, mark=asked["seen"], **_only(asked, *names))


def _withdraw(story, by, asked):
    publishing.withdraw(story, by=by, reason=asked["reason"], mark=asked["seen"])


def _rename(story, by, asked):
    publishing.rename(story, slug=asked["slug"], by=by, mark=asked["seen"])


def _place(story, by, asked):
    is_pushing = asked["others"] != asks.MAKE_WAY
    inserted = placing.insert(story, slot=asked["slot"], by=by, is_pushing=is_pushing, mark=asked["seen"])
    return Done(sentences=tuple(outcome.sentences(story.edition, inserted)))


def _take_off(story, by, asked):
    placing.take_off(story, by=by, mark=asked["seen"])


def _start_sibling(story, by, asked):
    return Done(story=stories.start_sibling(story, edition=asked["edition"], by=by))


def _erase(story, by, asked):
    erasing.erase(story, by=by, agreed_by=asked["agreed_by"], reason=asked["reason"])


def _has_something_new(story):
    return story.standing != Standing.LIVE


def _is_shown(button, story, may_save):
    """Whether the button stands on the form. One that saves stands on a live story too, for those who may type into it:
    what was typed goes out."""
    return button.is_offered(story) or (button.saves and may_save and story.standing == Standing.LIVE)


def _is_live(story):
    return Standing(story.standing).is_live


BUTTONS = (
    Button(
        name="publish",
        label=_("Publish now"),
        explanation=_("Readers see this revision from the moment you press the button."),
        permission="articles.publish_story",
        form=asks.HowToPublish,
        act=_publish,
        success_message=_("Published."),
        is_offered=_has_something_new,
        saves=True,
    ),
    Button(
        name="schedule",
        label=_("Schedule for…"),
        explanation=_("Readers see this revision from the moment you name."),
        permission="articles.publish_story",
        form=asks.HowToSchedule,
        act=_schedule,
        success_message=_("Scheduled."),
        is_offered=_has_something_new,
        saves=True,
        verb=pgettext_lazy("to schedule", "Schedule"),
    ),
    Button(
        name="correct",
        label=_("Publish as correction…"),
        explanation=_("Readers see this revision from the moment you press the button, and are told what was wrong."),
        permission="articles.correct_story",
        form=asks.HowToCorrect,
        act=_correct,
        success_message=_("Published with a correction."),
        is_offered=lambda story: (
            bool(story.begun_at) and _has_something_new(story) and story.standing != Standing.ERASED
        ),
        saves=True,
    ),
    Button(
        name="call-off",
        label=_("Call off"),
        explanation=_("What is scheduled does not go out. Readers never learn of it."),
        permission="articles.publish_story",
        form=asks.Asked,
        act=_call_off,
        success_message=_("Called off."),
        is_offered=lambda story: bool(story.coming_from),
    ),
    Button(
        name="withdraw",
        label=_("Withdraw…"),
        explanation=_(
            "Readers no longer see the story, nor any earlier version of it. Who asks for it is told the reason."
        ),
        permission="articles.withdraw_story",
        form=asks.WhyWithdrawn,
        act=_withdraw,
        success_message=_("Withdrawn."),
        is_offered=_is_live,
    ),
    Button(
        name="rename",
        label=_("Rename…"),
        explanation=_("The story gets another address. The one it has now forwards to it for ever."),
        permission="articles.rename_story",
        form=asks.NewSlug,
        act=_rename,
        success_message=_("Renamed."),
        is_offered=lambda story: _is_live(story) and not story.coming_from,
    ),
    Button(
        name="place",
        label=_("Place on front page…"),
        explanation=_("The story leads the front page from its place, from now on."),
        permission="articles.place_story",
        form=asks.WhereToPlace,
        act=_place,
        success_message=_("Placed on the front page."),
        is_offered=_is_live,
    ),
    Button(
        name="take-off",
        label=_("Take off front page"),
        explanation=_("The story no longer has a place of its own on the front page. It stays in the lists."),
        permission="articles.place_story",
        form=asks.WhetherToTakeOff,
        act=_take_off,
        success_message=_("Taken off the front page."),
        is_offered=lambda story: story.placed_in is not None,
    ),
    Button(
        name="sibling",
        label=_("Start sibling"),
        explanation=_("The same story in another edition, with its photo, bylines and tags, and without its text."),
        permission="articles.add_story",
        form=asks.InWhichEdition,
        act=_start_sibling,
        success_message=_("Started."),
        # This button has lines of its own, one for each edition: see `offered_siblings`.
        is_offered=lambda story: False,
    ),
    Button(
        name="erase",
        label=_("Erase…"),
        explanation=_(
            "Removes the text for good, from every version and revision, for a court or a law. There is no way back."
        ),
        permission="articles.erase_story",
        form=asks.WhoAgreesToErase,
        act=_erase,
        success_message=_("Erased."),
        is_offered=lambda story: story.standing != Standing.ERASED,
    ),
)


def named():
    """Every button by its name, of whichever app."""
    return {button.name: button for button in doors.BUTTONS}


def saves(name):
    """What is typed is saved first, by those who may: an editor means what is on the screen."""
    button = named().get(name)
    return name == "preview" or (button is not None and button.saves)


def offered(request, story):
    """What may be pressed by this user, of this story as it stands: its name, label, address and whether it saves."""
    may_save = request.user.has_perm("articles.change_story")
    address = reverse("admin:articles_story_preview", args=[story.pk])
    yield {"name": "preview", "label": _("Preview"), "address": address, "saves": may_save}
    for button in doors.BUTTONS:
        if may_press(request, button) and _is_shown(button, story, may_save):
            address = reverse(f"admin:articles_story_{button.name}", args=[story.pk])
            saves_first = button.saves and may_save
            yield {"name": button.name, "label": button.label, "address": address, "saves": saves_first}


def goes_on(name, story):
    """Whether the button has anything to do, now that what was typed is saved."""
    return name == "preview" or named()[name].is_offered(story)


def offered_anew(request):
    """The buttons of a story that is not saved yet: pressing one saves it for the first time."""
    yield {"name": "preview", "label": _("Preview"), "saves": True}
    for button in BUTTONS:
        if button.name in ("publish", "schedule") and may_press(request, button):
            yield {"name": button.name, "label": button.label, "saves": True}


def offered_siblings(request, story):
    """The editions in which this user may start the story."""
    if not request.user.has_perm("articles.add_story"):
        return
    for edition in asks.without_sibling(story):
        address = reverse("admin:articles_story_sibling", args=[story.pk], query={"edition": edition.pk})
        yield {"label": _("Start sibling in %s") % edition.name, "address": address}


def may_press(request, button):
    return request.user.has_perm("articles.view_story") and request.user.has_perm(button.permission)
