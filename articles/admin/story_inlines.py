"""What stands with a story on its form: who wrote it, and who says what in it."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.validators import MaxLengthValidator, MinValueValidator
from django.db.models import Q
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _

from articles.admin.fields import Line, Writing
from articles.models import Attribution, Byline, Source, User


class Rows(BaseInlineFormSet):
    """Rows in an order, in the direction of the story's edition. What someone else has removed is a new row again."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._take_removed_for_new()

    def _take_removed_for_new(self):
        """Django would say of their hidden key that it is wrong, and never let the editor save again."""
        known = {str(pk) for pk in self.get_queryset().values_list("pk", flat=True)}
        sent = [self._sent(number) for number in range(self.total_form_count())]
        here = [row for row in sent if row.get("id") in known]
        if len(here) == self.initial_form_count():
            return
        self.data = self.data.copy()
        for number, row in enumerate(here + [row | {"id": ""} for row in sent if row.get("id") not in known]):
            self.data.update({})
            for name, value in row.items():
                self.data[f"{self.add_prefix(number)}-{name}"] = value
        self.data[self.management_form.add_prefix("INITIAL_FORMS")] = len(here)
        self.__dict__.pop("management_form", None)
