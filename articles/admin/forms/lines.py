"""The lines of a form: rows that belong to another row, each with a box that takes it away."""

from django import forms
from django.contrib import admin
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.wall import seen


class LineForm(forms.ModelForm):
    """The form of one line."""


class Lines(forms.BaseInlineFormSet):
    """A formset whose boxes for deleting say which line goes."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields and form.instance.pk:
            said = '{} <span class="visually-hidden">{}</span>'
            form.fields[DELETION_FIELD_NAME].label = format_html(said, _("Delete"), form.instance)


class ClosedOncePublic:
    """An inline mixin for lines that readers see as they are: a new one is a change of what they see too."""

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not self._is_closed(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not self._is_closed(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not self._is_closed(request, obj)

    def _is_closed(self, request, obj):
        return seen.is_shown(self.model) and self.admin_site.get_model_admin(self.parent_model).is_closed(request, obj)


class PublicLines(ClosedOncePublic, admin.TabularInline):
    form, formset = LineForm, Lines
    extra = 0
