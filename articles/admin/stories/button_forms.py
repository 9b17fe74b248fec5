"""What the desk asks before it acts on a story. Each form carries what the editor has seen: the revision, and how the
story stands with readers."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.actions import marks, overriding, recalls
from articles.actions.placing import SLOTS
from articles.admin.forms.fields import MomentField
from articles.admin.forms.readers_view import moment
from articles.admin.shell import logins
from articles.admin.stories import history
from articles.admin.stories.history import TO_READERS
from articles.models import Edition, Verb
from articles.rules.words import Change, CorrectionKind
from articles.text import folding


class Asked(forms.Form):
    """The form of a button that asks nothing but whether the editor means it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    # What this button acts on, as a mark.
    stands = staticmethod(marks.standing)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    asked_from = ""
    error_css_class = "errors"

    def __init__(self, story, by, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.story, self.by = story, by
        self.initial["seen"] = self.stands(story)
        for name in self.fields.keys() & {"reason", "wrong", "right", "slug"}:
            edition = story.edition
            self.fields[name].widget.attrs.update({"dir": edition.direction, "lang": edition.language})

    @property
    def asked(self):
        """What its button asks."""
        return self.visible_fields()

    def show_change(self, story):
        """Say what has changed since the page was shown, and take the next press as made by somebody who sees it."""
        self.add_error(None, self.what_changed())
        self.data = self.data.copy()
        self.data.update({"revision": story.version, "seen": self.stands(story)})

    def what_changed(self):
        """The error for a mark that is out of date: what happened and by whom, and what the editor had before them."""
        mark = self.cleaned_data["seen"]
        live, coming = (
            each and {"revision": each[0], "at": moment(each[1], self.story.edition)}
            for each in marks.versions_of(mark)
        )
        said = [
            live and _("live, revision %(revision)s since %(at)s") % live,
            coming and _("to go out, revision %(revision)s on %(at)s") % coming,
        ]
        was = _("; ").join(each for each in said if each) or _("neither live nor scheduled")
        then = _("You saw: %s. What it is now stands above; pressed again, the button takes it as it is.") % was
        return f"{_what_happened(self.story, mark)} {then}"


def _what_happened(story, mark):
    was, now = marks.versions_of(mark), marks.versions_of(marks.standing(story))
    if was[1] and now == [was[1], None]:
        return _("What was scheduled has gone out.")
    return history.latest(story, TO_READERS)


class OfRevision(Asked):
    """The form of a button that acts on the text of the revision on the page. A chief may press a second one, with a
    reason, where a rule of sourcing stops the first."""

    all_the_same = forms.CharField(
        label=gettext_lazy("Why it goes out all the same"),
        max_length=overriding.LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stands in the story’s history, with your name. Readers do not see it."),
    )

    def __init__(self, story, by, *args, **kwargs):
        super().__init__(story, by, *args, **kwargs)
        if not by.has_perm("articles.override_gate"):
            del self.fields["all_the_same"]

    @property
    def asked(self):
        """What its first button asks."""
        return [field for field in super().asked if field.name != "all_the_same"]

    def clean(self):
        cleaned = super().clean()
        is_pressed = "all_the_same" in self.fields and "is_all_the_same" in self.data
        reason = cleaned.get("all_the_same", "") if is_pressed else ""
        if is_pressed and not folding.is_visible(reason):
            self.add_error("all_the_same", _("Publishing all the same takes a reason."))
        cleaned["all_the_same"] = reason
        return cleaned

    def what_changed(self):
        if self.cleaned_data["revision"] == self.story.version:
            return super().what_changed()
        then = _("Look at its preview. Pressed again, the button takes revision %s.") % self.story.version
        return f"{history.latest(self.story, Q(revision=self.story.version) | Q(verb=Verb.ERASED))} {then}"


class HowToPublish(OfRevision):
    change = forms.ChoiceField(
        label=gettext_lazy("Readers are told"),
        choices=[
            (Change.UPDATE, gettext_lazy("An update: the time of the change is shown")),
            (Change.MINOR, gettext_lazy("Nothing: a slip of the pen was mended")),
        ],
        initial=Change.UPDATE,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, story, *args, **kwargs):
        super().__init__(story, *args, **kwargs)
        if not story.begun_at:
            del self.fields["change"]

    def clean(self):
        cleaned = super().clean()
        cleaned["change"] = Change(cleaned.get("change") or Change.UPDATE)
        return cleaned


class HowToSchedule(HowToPublish):
    at = MomentField(label=gettext_lazy("Goes out at"))

    def __init__(self, story, *args, **kwargs):
        super().__init__(story, *args, **kwargs)
        zone = story.edition.time_zone
        self.fields["at"].help_text = _("In the time of %s.") % zone
        self.fields["at"].told_in(zone)


class HowToCorrect(OfRevision):
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=CorrectionKind, initial=CorrectionKind.CORRECTION, widget=forms.RadioSelect
    )
    wrong = forms.CharField(
        label=gettext_lazy("What was wrong"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Readers see it with the story, an apology or a retraction above the text and all else below it, and on the"
            " page of corrections."
        ),
    )
    right = forms.CharField(
        label=gettext_lazy("What is right"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, story, *args, **kwargs):
        super().__init__(story, *args, **kwargs)
        # What the desk has taken out because its source was recalled.
        self.fields["wrong"].initial = recalls.wrong_by_now(story)[:2000]

    def clean_kind(self):
        return CorrectionKind(self.cleaned_data["kind"])


class WhyWithdrawn(Asked):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Readers see it."),
    )


class NewSlug(Asked):
    slug = forms.CharField(label=gettext_lazy("New slug"), max_length=200)

    def __init__(self, story, *args, **kwargs):
        super().__init__(story, *args, **kwargs)
        self.fields["slug"].initial = story.slug


class OfFront(Asked):
    """The form of a button that acts on the front page as it was shown."""

    def what_changed(self):
        return _("Pressed again, the button takes the front page as it is now.")


class WhetherToTakeOff(OfFront):
    stands = staticmethod(marks.place)


MOVE_DOWN, MAKE_WAY = "down", "instead"


class WhereToPlace(OfFront):
    stands = staticmethod(marks.front_of)
    slot = forms.TypedChoiceField(label=pgettext_lazy("on a front page", "Place"), coerce=int)
    others = forms.ChoiceField(
        label=gettext_lazy("What stands there"),
        choices={
            MOVE_DOWN: gettext_lazy("moves down, with what stands below it, as far as the next empty place"),
            MAKE_WAY: gettext_lazy("makes way: it no longer has a place of its own"),
        },
        initial=MOVE_DOWN,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, story, *args, **kwargs):
        super().__init__(story, *args, **kwargs)
        standing = story.edition.placements.current().values_list("slot", "story__headline")
        taken = dict(standing)
        # Nothing is chosen at first: the lead of a front page is nobody's default.
        self.fields["slot"].choices = [
            ("", _("Choose a place")),
            *((slot, _place(slot, taken.get(slot))) for slot in SLOTS),
        ]
        self.fields["others"].help_text = _what_falls_off(taken)


def _place(slot, headline):
    place = _("1, the lead") if slot == 1 else str(slot)
    return _("%(place)s – now “%(story)s”") % {"place": place, "story": headline} if headline else place


def _what_falls_off(headlines):
    """From which place on nothing is empty, so that the last story falls off the end; empty where one is."""
    full_from = next((slot + 1 for slot in reversed(SLOTS) if slot not in headlines), SLOTS[0])
    if full_from > SLOTS[-1]:
        return ""
    asked = {"place": full_from, "story": headlines[SLOTS[-1]]}
    if full_from == SLOTS[0]:
        return _("No place is empty: “%(story)s”, which stands last, falls off the end.") % asked
    return _("From place %(place)s on none is empty: “%(story)s”, which stands last, falls off the end.") % asked


class InWhichEdition(Asked):
    edition = forms.ModelChoiceField(Edition.objects.none(), label=gettext_lazy("Edition"), empty_label=None)

    def __init__(self, story, *args, **kwargs):
        super().__init__(story, *args, **kwargs)
        self.fields["edition"].queryset = Edition.objects.exclude(pk=story.edition_id)


def without_sibling(story):
    """The editions in which this story does not stand yet."""
    return Edition.objects.exclude(stories__family=story.family)


class WhoAgreesToErase(Asked):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stays at the desk. Do not repeat what must not be said."),
    )
    username = forms.CharField(
        label=gettext_lazy("User name of the second person"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Their password"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self):
        cleaned = super().clean()
        if "username" in cleaned and "password" in cleaned:
            cleaned["agreed_by"] = self._second_person(cleaned)
        return cleaned

    def _second_person(self, cleaned):
        person = logins.recognised(cleaned["username"], cleaned["password"], self.asked_from)
        if person is None:
            raise ValidationError(_("This user name and password do not go together."))
        if person.pk == self.by.pk:
            raise ValidationError(_("Erasing takes two people: this is your own name."))
        if not person.has_perm("articles.agree_to_erase_story"):
            raise ValidationError(_("The second person’s role does not allow them to agree to this."))
        return person
