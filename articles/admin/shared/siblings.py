"""The sibling of a tag or a section, chosen by name. What siblings share is a key that nobody need see."""

from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.forms.fields import LookUp
from articles.admin.forms.languages import direction_of
from articles.admin.forms.refusable import DeskForm
from articles.admin.shell.site import desk
from articles.models.fields import new_family


class AskingLookUp(LookUp):
    """Says for which row it looks, and as what: see `MergingAdmin.get_search_results`."""

    def __init__(self, model, **asked):
        super().__init__(model._meta.get_field("merged_into"), desk)
        self.asked = {name: pk for name, pk in asked.items() if pk}

    def get_url(self):
        return f"{super().get_url()}?{urlencode(self.asked)}" if self.asked else super().get_url()


class SiblingForm(DeskForm):
    """Of rows that have a sibling in another language."""

    sibling = forms.ModelChoiceField(
        None,
        label=_("Sibling"),
        required=False,
        help_text=_("The same in the other edition: readers pass between them."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._write_in(self.language_of(self.instance) if self.instance.pk else None)
        if "sibling" in self.fields:
            self._offer_siblings(self.fields["sibling"], self._meta.model)

    def language_of(self, row):
        raise NotImplementedError

    def _write_in(self, language):
        direction = {"lang": language, "dir": direction_of(language)} if language else {"dir": "auto"}
        for name in self.fields.keys() & {"name", "about", "description"}:
            self.fields[name].widget.attrs |= direction

    def _offer_siblings(self, field, model):
        field.queryset = siblings_for(self.instance, model.objects.filter(merged_into=None))
        chosen = siblings_of(self.instance).first()
        self.initial["sibling"] = chosen and chosen.pk
        widget = AskingLookUp(model, sibling_of=self.instance.pk)
        widget.choices = field.choices
        field.widget = widget

    def clean(self):
        cleaned = super().clean()
        if "sibling" in self.changed_data and "sibling" not in self.errors:
            chosen = cleaned.get("sibling")
            # The database says whether it has another already.
            self.instance.family = chosen.family if chosen else new_family()
        return cleaned


def siblings_of(row):
    rows = type(row).objects.filter(family=row.family, merged_into=None)
    return rows.exclude(pk=row.pk) if row.pk else rows.none()


def siblings_for(row, rows):
    """Those that could be its sibling: none of its own language or edition."""
    if row.pk is None:
        return rows
    own = "edition" if hasattr(row, "edition_id") else "language"
    return rows.exclude(**{own: getattr(row, own)})


def links_to_siblings(row):
    """For whoever may not change them."""
    found = siblings_of(row).first()
    address = found and reverse(f"admin:articles_{row._meta.model_name}_change", args=[found.pk])
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address, found) if found else "–"
