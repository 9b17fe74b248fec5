"""A new row's question: whether it is somebody who is there already, spelled otherwise."""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.forms import languages
from articles.models import searching
from articles.text.spellings.words import words

MOST = 5
# So many that share a word with it are looked at.
LOOKED_AT = 50
# The button “No, make a new one”.
ANSWER = "is_another"


class AsksWhoIsThere:
    """A form mixin for people: the first save of a new row is refused with the question, where somebody may be meant.

    `names` are the tables of their names, each with the column that leads.
    """

    names = ()
    # What each of them is called, and the address of its page.
    who_is_there = ()

    def clean(self):
        cleaned = super().clean()
        name = self.cleaned_data.get("name")
        if name and not self.instance.pk and not self.is_answered:
            self.who_is_there = [(_called(row), _page(row)) for row in self.alike(name)]
        if self.who_is_there:
            self.add_error("name", ValidationError(_("Is it the one who is there?"), code="alike"))
        return cleaned

    @property
    def is_answered(self):
        return self.is_bound and ANSWER in self.data

    def alike(self, name):
        """The rows whose name is usually spelled so."""
        found = searching.alike(self.may_be_meant(), name, *self.names).prefetch_related("names").order_by("name", "pk")
        return [row for row in found[:LOOKED_AT] if _is_more_than_a_word_of_it(name, row)][:MOST]

    def may_be_meant(self):
        """The rows of which one may be meant."""
        return self._meta.model.objects.all()


def _is_more_than_a_word_of_it(name, row):
    """One word of several asks about nobody: Hariri may be any of a family."""
    asked = len(words(name))
    return asked > 1 or any(len(words(each)) == asked for each in languages.names_of(row))


def _called(row):
    return languages.beside(*languages.names_of(row))


def _page(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
