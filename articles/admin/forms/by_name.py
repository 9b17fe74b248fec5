"""Rows without a script: a look-up has no list then, so a name is typed; and there is one more row than is filled."""

from django.db.models import Q
from django.forms.formsets import TOTAL_FORM_COUNT
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.admin.forms.fields import LookUp
from articles.models.searching import named
from articles.rules.numbers import number


class ByName(LookUp):
    """Takes a name too: typed in full, or as much of it as only one bears. `among` is who may be meant."""

    among = None

    def render(self, name, value, attrs=None, renderer=None):
        typed = "" if number(str(value or "")) else value or ""
        # Not in <noscript>: a row in which it stands is, and these do not stand in one another.
        field = '<input type="text" class="by-name" name="{}-called" value="{}" placeholder="{}" aria-label="{}">'
        said = _("By name")
        return super().render(name, value, attrs, renderer) + format_html(field, name, typed, said, said)

    def value_from_datadict(self, data, files, name):
        typed = (data.get(f"{name}-called") or "").replace("\x00", "").strip()
        return self._called(typed) if typed else super().value_from_datadict(data, files, name)

    def _called(self, typed):
        """The number of the one that is meant, or what was typed."""
        whole = self.among.filter(Q(name__iexact=typed) | Q(names__name__iexact=typed)).distinct()
        names = self.admin_site.get_model_admin(self.among.model).names
        for found in (whole, named(self.among, typed, *names)):
            meant = found.order_by("pk").values_list("pk", flat=True)[:2]
            if len(meant) == 1:
                return str(meant[0])
        return typed


class OneMore:
    """Of a formset whose last row, empty, stands in <noscript>: it is counted there, and not where scripts add rows."""

    @cached_property
    def management_form(self):
        form = super().management_form
        if not self.is_bound:
            form.initial[TOTAL_FORM_COUNT] = self.initial_form_count()
        return form
