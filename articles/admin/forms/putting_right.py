"""What a form refuses, field by field: what each is called, what was said, and where on the page it is put right."""

from typing import NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class Refusal(NamedTuple):
    """`at` is the id on the page of what is to be put right."""

    at: str
    label: str
    said: list[str]


def links(form, formsets):
    """The refusals of a form and of its lines, in the order of the page. What concerns no field of the form is said
    above them anyway."""
    yield from _of(form, "")
    for formset in formsets:
        if not formset.is_bound:
            continue
        called = formset.model._meta.verbose_name_plural
        if said := [str(each) for each in formset.non_form_errors()]:
            yield Refusal(f"{formset.prefix}-group", str(capfirst(called)), said)
        for place, line in enumerate(formset.forms):
            yield from _of(line, _called(formset, line, place), f"{formset.prefix}-{place}")


def _of(form, called, at=""):
    for name, errors in form.errors.items() if form.is_bound else ():
        if name != NON_FIELD_ERRORS:
            bound = form[name]
            label = " · ".join(str(part) for part in (called, capfirst(bound.label)) if part)
            yield Refusal(bound.id_for_label or bound.auto_id, label, [str(each) for each in errors])
        elif at:
            yield Refusal(at, called, [str(each) for each in errors])


def _called(formset, line, place):
    """A line by its language, or by its number."""
    name = getattr(line, "language_name", "")
    numbered = {"row": capfirst(formset.model._meta.verbose_name), "number": place + 1}
    return f"{capfirst(formset.model._meta.verbose_name)} · {name}" if name else _("%(row)s %(number)s") % numbered
