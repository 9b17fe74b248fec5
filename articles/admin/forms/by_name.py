"""Rows without a script: a look-up has no list then, so a name is typed; and there is one more row than is filled."""

from django.db.models import Q
from django.forms.formsets import TOTAL_FORM_COUNT
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.admin.forms.fields import LookUp
from articles.models import searching
from articles.rules.numbers import number


class ByName(LookUp):
    """A look-up that takes a typed name too: in full, or as much of it as fits one row alone. `among` are the rows that
    may be meant."""

    among = None

    def render(self, name, value, attrs=None, renderer=None):
        typed = "" if number(str(value or "")) else value or ""
        # This field is not in <noscript>: its row is, and one <noscript> does not stand in another.
        field = '<input type="text" class="by-name" name="{}-called" value="{}" placeholder="{}" aria-label="{}">'
        said = _("By name")
        return super().render(name, value, attrs, renderer) + format_html(field, name, typed, said, said)

    def value_from_datadict(self, data, files, name):
        typed = (data.get(f"{name}-called") or "").replace("\x00", "").strip()
        return self.called(typed) if typed else super().value_from_datadict(data, files, name)

    def called(self, typed):
        """The number of the row that is meant, or the text as it was typed."""
        whole = self.among.filter(Q(name__iexact=typed) | Q(names__name__iexact=typed) | Q(slug=typed)).distinct()
        names = self.admin_site.get_model_admin(self.among.model).names
        for found in (whole, searching.named(self.among, typed, *names)):
            meant = found.order_by("pk").values_list("pk", flat=True)[:2]
            if len(meant) == 1:
                return str(meant[0])
        return typed


class OneMore:
    """A formset mixin for pages without a script: its last, empty row stands in <noscript>. There it is counted, and
    not where scripts add rows."""

    @cached_property
    def management_form(self):
        form = super().management_form
        if not self.is_bound:
            form.initial[TOTAL_FORM_COUNT] = self.initial_form_count()
        return form
