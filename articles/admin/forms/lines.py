"""The lines of a form: rows that belong to another row, each with a box that takes it away."""

from django import forms
from django.contrib import admin
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.html import format_html
from django.utils.translation import gettext as _


class LineForm(forms.ModelForm):
    """A line of a form."""


class Lines(forms.BaseInlineFormSet):
    """Lines whose boxes for deleting say which of them goes."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields and form.instance.pk:
            said = '{} <span class="visually-hidden">{}</span>'
            form.fields[DELETION_FIELD_NAME].label = format_html(said, _("Delete"), form.instance)


class ClosedOnceSeen:
    """Lines of a row that readers see as they are: who may not change those that there are, may add to them."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not self._is_closed(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not self._is_closed(request, obj)

    def _is_closed(self, request, obj):
        return self.admin_site.get_model_admin(self.parent_model).is_closed(request, obj)


class PublicLines(ClosedOnceSeen, admin.TabularInline):
    form, formset = LineForm, Lines
    extra = 0
