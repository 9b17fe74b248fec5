"""What all pages of the desk stand on: nothing is deleted, nothing is logged twice, a refusal is a form's error."""

from django import forms
from django.contrib import admin, messages

from articles.actions.refusals import MovedOn
from articles.admin.fields import LooksUp
from articles.admin.sentences import REFUSALS, as_form_error


class DeskForm(forms.ModelForm):
    """A form that can be shown again with what the database or an action said to it, and all that was typed."""

    refusal = None

    def clean(self):
        cleaned = super().clean()
        if self.refusal is not None:
            self.add_error(None, as_form_error(self.refusal))
        return self.cleaned_data if cleaned is None else cleaned

    @property
    def was_moved_on(self):
        return isinstance(self.refusal, MovedOn)


class DeskAdmin(LooksUp, admin.ModelAdmin):
    """Stock, but for this: what is refused while it is saved comes back as an error of the form, with what was typed.

    `fixed` names what is chosen when a row is made, and never changed after.
    """

    form = DeskForm
    fixed = ()
    view_on_site = False
    show_full_result_count = False
    list_per_page = 50

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except REFUSALS as refusal:
            request.refusal = refusal
        # Rolled back. Once more, and this time the form refuses: nothing is saved and nothing typed is lost.
        _unsay(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "edition" and field:
            # An edition is chosen here, and kept elsewhere.
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, *(self.fixed if obj else ()))

    def has_delete_permission(self, request, obj=None):
        # What was written stays: stories are spiked or withdrawn, tags and sections merged, people shut out.
        return False

    # Django's log would keep what rows are called, and a reporter's name for a source is nobody else's business.

    def construct_change_message(self, request, form, formsets, add=False):
        return ""

    def log_addition(self, request, obj, message):
        pass

    def log_change(self, request, obj, message):
        pass


class ReadOnlyAdmin(DeskAdmin):
    """A table that is written by actions alone."""

    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


def _unsay(request):
    """Take back what was said of a save that did not come to be."""
    messages.get_messages(request)._queued_messages.clear()
