"""The further owners of a statement, as a field of its row: a line for each."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.forms.fields import Writing
from articles.models import FurtherOwner
from articles.rules.numbers import number

MOST = 8
LONGEST_CAPACITY = 160
# The numbers of sources in such lines.
NUMBERED = re.compile(r"^\s*#(\d{1,18})\b", re.MULTILINE)
# "#12 Maren Toll | secretary": with the number of a source the name is for people alone; without one the name finds it.
_LINE = re.compile(r"(?:#(?P<key>\d{1,18})\b)?\s*(?P<name>[^|]*?)\s*(?:\|\s*(?P<capacity>.*?)\s*)?$")


class FurtherOwners(forms.CharField):
    """A field for sources that own a statement beside the first: one a line, by number or by name, with a capacity
    behind a bar. Its value is a tuple of FurtherOwner. `find` gives the source that a name means, or None; `known` are
    the sources that may be meant, by number.
    """

    widget = Writing
    find = staticmethod(lambda name: None)
    known = staticmethod(lambda key: None)

    def __init__(self, **kwargs):
        super().__init__(
            label=gettext_lazy("Further owners"),
            required=False,
            max_length=4000,
            help_text=gettext_lazy(
                "Who said it too: a name a line, and the capacity behind a bar: Maren Toll | secretary"
            ),
            **kwargs,
        )

    def prepare_value(self, value):
        return value if isinstance(value, str) or value is None else "\n".join(map(_line, value))

    def to_python(self, value):
        lines = [line for line in super().to_python(value).splitlines() if line.strip()]
        if len(lines) > MOST:
            raise ValidationError(_("A statement has %s further owners at the most.") % MOST)
        owners = tuple(self._owner(line.strip()) for line in lines)
        if len({owner.source for owner in owners}) < len(owners):
            raise ValidationError(_("A source owns a statement once."))
        return owners

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != tuple(initial or ())
        except ValidationError:
            return True

    def run_validators(self, value):
        """Its lines were judged each for itself."""

    def _owner(self, line):
        found = _LINE.match(line)
        key, name, capacity = number(found["key"] or ""), found["name"], found["capacity"] or ""
        source = self.known(key) if key else self.find(name)
        if source is None:
            said = _("“%s”: nobody is called so, or more than one: type the whole name, or the slug.")
            raise ValidationError(said % (name or line)[:60])
        if len(capacity) > LONGEST_CAPACITY:
            raise ValidationError(_("“%s”: a capacity has 160 characters at the most.") % name[:60])
        return FurtherOwner(source, capacity)


def _line(owner):
    name = " ".join(owner.source.name.replace("|", " ").split())
    return f"#{owner.source.pk} {name}" + (f" | {owner.capacity}" if owner.capacity else "")


class Numbers(forms.CharField):
    """A hidden field for numbers of rows, set by a script. Its value is a list of them, without what is no number."""

    widget = forms.HiddenInput

    def __init__(self, *, most, **kwargs):
        super().__init__(required=False, max_length=20 * most, **kwargs)
        self.most = most

    def prepare_value(self, value):
        return value if isinstance(value, str) or value is None else " ".join(map(str, value))

    def to_python(self, value):
        found = (number(each) for each in super().to_python(value).split())
        return list(dict.fromkeys(each for each in found if each))[: self.most]

    def has_changed(self, initial, data):
        return self.to_python(data or "") != list(initial or ())

    def run_validators(self, value):
        """Numbers alone were taken."""
