"""Fields and widgets of the desk's forms: writing, moments, tags as typed."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from datetime import timezone as datetime_timezone
from itertools import groupby
from urllib.parse import urlencode

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.forms.models import ModelChoiceIterator
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from taggit.forms import TagField

from articles.admin.forms import languages, namesakes
from articles.rules.numbers import number
from articles.text import folding, subjects

MOST_TAGS = 40


class Writing(forms.Textarea):
    """A textarea's field. Its line ends are those that are stored, so that a text that was only opened is not taken for
    changed."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and value.replace("\r\n", "\n")


class Line(forms.Textarea):
    """A field for one long line: several lines that are typed become one."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and " ".join(value.split())


class MomentInput(forms.DateTimeInput):
    """An input for a day and a time, by the browser's own means."""

    input_type = "datetime-local"
    SHOWN_AS = "%Y-%m-%dT%H:%M:%S"

    class Media:
        js = [Script("admin-newsroom/forms/moment.js", type="module")]

    def __init__(self):
        super().__init__(format=self.SHOWN_AS)


class DayInput(forms.DateInput):
    """An input for a day, by the browser's own means."""

    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


# What a clock on the wall shows, before it is known where the wall is.
_ON_A_WALL = datetime_timezone(timedelta(0), "on a wall")


class MomentField(forms.DateTimeField):
    """A moment in the time zone that is current. Years that no clock can turn into UTC are refused.

    If a time comes twice, as the clocks go back, the first is meant; one that they leave out is refused. `moment.js`
    says both beside the field, by the same rule, before anything is sent.
    """

    widget = MomentInput
    default_validators = [
        MinValueValidator(datetime(1990, 1, 1, tzinfo=UTC)),
        MaxValueValidator(datetime(2100, 1, 1, tzinfo=UTC)),
    ]
    shown = None

    def get_bound_field(self, form, field_name):
        self.shown = form.get_initial_for_field(self, field_name)
        if isinstance(self.shown, datetime):
            moment = self.shown.astimezone(UTC).isoformat()
            self.widget.attrs |= {"data-shown": _as_shown(self.shown), "data-moment": moment}
        return super().get_bound_field(form, field_name)

    def to_python(self, value):
        """A text that was shown and not touched stands for the moment it was made of: in the hour that comes twice, the
        text alone does not tell which."""
        if isinstance(self.shown, datetime) and value:
            shown = _as_shown(self.shown)
            if value in (shown, shown.removesuffix(":00")):
                return self.shown
        with timezone.override(_ON_A_WALL):
            on_wall = super().to_python(value)
        return _settled(on_wall) if on_wall is not None and on_wall.tzinfo is _ON_A_WALL else on_wall

    def told_in(self, zone):
        """Have the page say, as one types, which moment it is in that zone: of none, in that of the edition that is
        being chosen."""
        self.widget.attrs |= {
            "data-zone": str(zone or ""),
            "data-words": _("That is {day}, {time} ({utc} UTC)."),
            "data-twice": _("This time comes twice, as the clocks go back: the first of the two is taken."),
            "data-never": _NEVER % {"zone": "{zone}"},
        }


def _as_shown(moment):
    return localtime(moment).strftime(MomentInput.SHOWN_AS)


_NEVER = gettext_lazy("The clocks of %(zone)s go forward then, and leave this time out. Choose another.")


def _settled(on_wall):
    """The moment at which clocks of the current zone first show so."""
    zone = timezone.get_current_timezone()
    moment = on_wall.replace(tzinfo=zone, fold=0)
    try:
        in_utc = moment.astimezone(UTC)
        shown = in_utc.astimezone(zone)
    except OverflowError:
        return moment
    if shown.replace(tzinfo=None) != on_wall.replace(tzinfo=None):
        raise ValidationError(_NEVER % {"zone": zone}, code="never")
    # Python takes a time that comes twice for no other zone's (PEP 495): it is told in UTC, and is itself again.
    return moment if moment == in_utc else in_utc


class TagNames(TagField):
    """Tags as typed, between commas of either script, in their order. Those that are new are made as typed."""

    widget = forms.TextInput
    default_validators = [MaxLengthValidator(4000)]

    def clean(self, value):
        names = subjects.tags(forms.CharField.clean(self, value))
        too_long = [name for name in names if len(name) > 100]
        if too_long:
            raise ValidationError(_("“%s…” is too long for a tag: 100 characters are the most.") % too_long[0][:40])
        if len(names) > MOST_TAGS:
            raise ValidationError(_("These are too many tags: %s are the most.") % MOST_TAGS)
        return names

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else ", ".join(map(_quoted, value))

    def has_changed(self, initial, data):
        try:
            keys = [folding.key(name) for name in self.clean(data)]
        except ValidationError:
            return True
        return keys != [folding.key(tag.name) for tag in initial or ()]


def _quoted(tag):
    """A tag's name, so that the parser takes it for one tag."""
    name = str(tag)
    spellings = (name, f'"{name}"', f"«{name}»", f"“{name}”")
    return next(
        (each for each in spellings if list(map(folding.key, subjects.tags(each))) == [folding.key(name)]), name
    )


class LookUp(AutocompleteSelect):
    """Django's select, over which `look-ups.js` lays a chooser of ours. A choice that is no number is shown as none,
    where Django's own breaks on it.

    Rows that are `known` already, to all copies of the widget, are not read once more for each line of a form.
    `asked_with` goes along with each look-up: which form asks. A name that is not found may be made (`look-ups.js`).
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.known, self.asked_with = {}, {}
        # What tells those of the known rows apart that have one name, by number.
        self.told = {}

    def get_url(self):
        return f"{super().get_url()}?{urlencode(self.asked_with)}" if self.asked_with else super().get_url()

    @property
    def media(self):
        """Our own chooser: Django's, select2, is never sent."""
        return forms.Media(js=[Script("admin-newsroom/forms/look-ups.js", type="module")])

    def build_attrs(self, base_attrs, extra_attrs=None):
        names = {field.name for field in self.field.remote_field.model._meta.concrete_fields}
        own = (
            {"data-new": _("Add “%s”…"), "data-alike": _("Is it %s?"), "data-another": _("No, add “%s”…")}
            if "name" in names
            else {}
        )
        return own | super().build_attrs(base_attrs, extra_attrs)

    def optgroups(self, name, value, attr=None):
        chosen = [each for each in value if number(str(each)) is not None]
        if not chosen or not all(int(each) in self.known for each in chosen):
            return self._told_apart(super().optgroups(name, chosen, attr), chosen)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        for each in chosen:
            label = self.choices.field.label_from_instance(self.known[int(each)])
            options.append(self.create_option(name, each, label, True, len(options)))
        return _with_notes([(None, options, 0)], self.told)

    def _told_apart(self, groups, chosen):
        model = self.field.remote_field.model
        if chosen and hasattr(model, "names"):
            rows = self.choices.queryset.filter(pk__in=chosen)
            return _with_notes(groups, namesakes.slugs(model, rows))
        return groups


def _with_notes(groups, told):
    """The options, those of one name with what tells them apart."""
    for option in (option for _name, options, _index in groups for option in options):
        key = number(str(option["value"]))
        if key in told:
            option["label"] = languages.beside(option["label"], told[key])
    return groups


class LooksUp:
    """A mixin of admins and inlines: foreign keys are looked up as one types, and days are chosen by the browser's own
    means."""

    formfield_overrides = {models.DateField: {"widget": DayInput}}

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", LookUp(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ByEdition(ModelChoiceIterator):
    """Sections under the names of their editions, or of one edition without. Two of one name have their slugs."""

    def __iter__(self):
        blank, *choices = super().__iter__()
        seen = Counter((choice[0].instance.edition_id, choice[1]) for choice in choices)
        choices = [
            (key, f"{name} ({key.instance.slug})" if seen[key.instance.edition_id, name] > 1 else name)
            for key, name in choices
        ]
        yield blank
        if self.field.is_of_one_edition:
            yield from choices
            return
        for edition, group in groupby(choices, lambda choice: choice[0].instance.edition):
            yield edition.name, list(group)


class SectionField(forms.ModelChoiceField):
    iterator = ByEdition
    is_of_one_edition = False

    def label_from_instance(self, section):
        return section.name

    def to_python(self, value):
        """A section that was merged since the form was opened is its survivor."""
        merged = self.queryset.model.objects.filter(pk=number(str(value or "")), merged_into__in=self.queryset)
        return super().to_python(merged.values_list("merged_into", flat=True).first() or value)
