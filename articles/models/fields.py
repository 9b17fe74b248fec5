"""Columns that put right what is written to them, whoever writes it: form, import, fixture or shell."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles import folding, text


class SafeHTMLField(models.TextField):
    """HTML, cleaned on its way to the database. COPY goes past it: an importer cleans for itself."""

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = text.clean(value)
        return super().get_db_prep_save(value, connection)


class KeyField(models.CharField):
    """A name in its one folded spelling. What is looked up is folded too."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return folding.key(value)[: self.max_length] if isinstance(value, str) else value


def new_family():
    return uuid4().hex


class FamilyField(models.CharField):
    """What the same story, section or tag shares with its siblings in other editions."""

    def __init__(self, *args, **kwargs):
        kwargs = {
            "max_length": 80,
            "default": new_family,
            "help_text": _("What siblings in other editions share."),
        } | kwargs
        super().__init__(*args, **kwargs)
