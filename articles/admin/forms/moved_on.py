"""Two at one row that stories share: whoever saves second is told, and shown what is saved and what they typed."""

from contextlib import suppress

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import Max, Q
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.actions.refusals import MovedOn
from articles.admin.forms.languages import isolated
from articles.models import Event, User
from articles.models.event import Table
from articles.rules.numbers import number
from articles.text import comparing

MOST = 200_000
MOST_EVENTS = 100
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
        raise MovedOn(told())


def told():
    return _("Someone else has saved this since you opened it.")


def taken_over(fields):
    """A sentence on what a save has taken over from others: fields as (label, who and when)."""
    listed = _("; ").join(f"{capfirst(label)} ({who})" for label, who in fields)
    return _("Taken over from what was saved meanwhile: %s.") % listed


def since(row, mark, me):
    """For each field of a row that was changed since, by its name in the events: who did so last, and when."""
    events = Event.objects.filter(table=row._meta.model_name, row=row.pk, pk__gt=number(mark) or 0)
    newest_last = reversed(events.select_related("by").order_by("-pk")[:MOST_EVENTS])
    return {name: said(event.by, event.at, me) for event in newest_last for name in event.fields.split()}


def said(by, at, me):
    """Who saved, and when: “copy, 20:51”, also where it was I myself."""
    local = localtime(at)
    is_today = local.date() == localtime().date()
    when = date_format(local, "H:i" if is_today else _("j M Y, H:i"))
    who = _("you, in another window") if by == me else by and isolated(by.get_full_name() or by)
    return _(", ").join([who, when]) if by else when


def both(form, formsets, asked=None, who=None):
    """What is saved now and what was typed, of each field in which they differ, or of those that are `asked`: (label,
    who saved it and when, paragraphs)."""
    yield from _of_form(form, "", asked, who or {}, None)
    for formset in formsets:
        for line in formset.forms:
            name = getattr(line, "language_name", "") or (str(line.instance) if line.instance.pk else "")
            called, model = name or capfirst(formset.model._meta.verbose_name), formset.model._meta.model_name
            yield from _of_form(line, called, asked, who or {}, model)


def _of_form(form, called, asked, who, model):
    for name in form.changed_data:
        field, typed = form.fields[name], form[name].value()
        is_told = asked is None or form.add_prefix(name) in asked
        if is_told and (not field.widget.is_hidden or name == "DELETE"):
            saved, typed = _words(field, form.get_initial_for_field(field, name)), _words(field, typed)
            label = " · ".join(str(part) for part in (called, capfirst(form[name].label)) if part)
            yield label, who.get(model or name, ""), comparing.paragraphs(saved, typed)


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
