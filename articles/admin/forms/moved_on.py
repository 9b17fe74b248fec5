"""Two at one row that stories share: whoever saves second is told, and shown what is saved and what they typed."""

from contextlib import suppress

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import Max, Q
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import text
from articles.actions.refusals import MovedOn
from articles.admin.forms import outlines
from articles.admin.forms.writing import RichWriting
from articles.models import Event, User
from articles.models.event import Table
from articles.rules.numbers import number
from articles.text import comparing

MOST = 200_000
_OF_ACCOUNTS = Q(content_type__app_label="articles", content_type__model="user")


def newest(model, key):
    """The number of the last change of a row, as a mark: that of its newest event or, for an account, of the newest
    line in Django's log. None for other tables."""
    table, row = model._meta.model_name, unquote(str(key))
    if table not in Table.values or number(row) is None:
        return None
    if model is User:
        return str(LogEntry.objects.filter(_OF_ACCOUNTS, object_id=row).aggregate(last=Max("pk"))["last"] or 0)
    events = Event.objects.filter(table=table, row=row).order_by("-at", "-pk").values_list("pk", flat=True)
    return str(events.first() or 0)


def hold(row):
    """Lock a row: whoever else is saving it waits for us, or we for them."""
    type(row)._base_manager.select_for_update(no_key=True).filter(pk=row.pk).values_list("pk").first()


def refuse(row, mark):
    """Refuse a save of a row on hold, if the row has changed since the form was shown. A form without a mark is let
    through."""
    if mark is not None and newest(type(row), row.pk) not in (mark, None):
        raise MovedOn(_("Someone else has saved this since you opened it."))


def both(form, formsets):
    """What is saved now and what was typed, of each field in which they differ: (label, paragraphs)."""
    yield from _of_form(form, "")
    for formset in formsets:
        for line in formset.forms:
            name = getattr(line, "language_name", "") or (str(line.instance) if line.instance.pk else "")
            yield from _of_form(line, name or capfirst(formset.model._meta.verbose_name))


def of_story(context, saved):
    """The same for a story: the differences that its form found, and those of the lines that hang on it."""
    if not context["typed"].has_moved_on:
        return
    yield from context["typed"].moved_on
    for each in context["inline_admin_formsets"]:
        rows = [line.instance for line in each.formset.forms if _stays(line)]
        before = [_line(row, each.formset) for row in getattr(saved, each.formset.prefix).all()]
        after = [_line(row, each.formset) for row in rows]
        if before != after:
            yield each.opts.verbose_name_plural, comparing.paragraphs(before, after)


def _stays(line):
    return (line.instance.pk or line.has_changed()) and not line.data.get(line.add_prefix("DELETE"))


def _line(row, formset):
    """A line in words: as much of it as is filled in."""
    parts = (getattr(row, "words", ""), formset.known.get(getattr(row, f"{formset.of}_id")))
    return " – ".join(str(part) for part in parts if part)


def _of_form(form, called):
    for name in form.changed_data:
        field, typed = form.fields[name], form[name].value()
        if not field.widget.is_hidden or name == "DELETE":
            saved, typed = _words(field, form.get_initial_for_field(field, name)), _words(field, typed)
            label = " · ".join(str(part) for part in (called, capfirst(form[name].label)) if part)
            yield label, comparing.paragraphs(saved, typed)
            if isinstance(field.widget, RichWriting):
                yield from _of_markup(label, form.get_initial_for_field(field, name), form[name].value())


def _of_markup(label, saved, typed):
    """What differs in a text beside its words."""
    for name, told in outlines.differing(*(text.clean(str(each or "")) for each in (saved, typed))):
        yield f"{label} · {outlines.LABELS[name]}", told


def _words(field, value):
    """A field's value in words, one paragraph each."""
    if isinstance(field, forms.BooleanField):
        return [_("Yes") if field.to_python(value) else _("No")]
    with suppress(ValidationError):
        value = field.to_python(value)
    if isinstance(field, forms.TypedChoiceField):
        value = dict(field.choices).get(value, value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return sorted(map(str, value or ()))
    plain = strip_tags(str("" if value is None else value)[:MOST].replace("</p>", "</p>\n"))
    return [line for line in plain.splitlines() if line.strip()]
