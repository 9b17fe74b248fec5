"""Forms that can be shown again with what was refused: what an action or the database said, and all that was typed."""

from django import forms
from django.contrib import messages

from articles.actions.refusals import MovedOn
from articles.admin.forms import moved_on
from articles.admin.forms.sentences import REFUSALS, as_form_error


class Refusable:
    """Of a form: it can be shown again with what the database or an action said to it, and all that was typed."""

    refusal = None

    def clean(self):
        cleaned = super().clean()
        if self.refusal is not None:
            self.add_error(None, as_form_error(self.refusal))
        return self.cleaned_data if cleaned is None else cleaned

    @property
    def was_moved_on(self):
        return isinstance(self.refusal, MovedOn)


class DeskForm(Refusable, forms.ModelForm):
    """The form of a page of the desk."""


class Tells:
    """Of an admin: what is refused while it is saved comes back as an error of the form, with what was typed; so does
    a save over a newer one, with both."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.to_say = []
        try:
            response = self._seen_first(request, object_id, form_url, extra_context)
        except REFUSALS as refusal:
            request.refusal, request.to_say = refusal, []
            # Rolled back. Once more, and this time the form refuses: nothing is saved and nothing typed is lost.
            response = self._seen_first(request, object_id, form_url, extra_context)
        said, request.to_say = request.to_say, None
        for message in said:
            self.message_user(request, **message)
        return response

    def message_user(self, request, message, level=messages.INFO, extra_tags="", fail_silently=False):
        """Said at once; while something is being saved, once it has been."""
        told = {"message": message, "level": level, "extra_tags": extra_tags, "fail_silently": fail_silently}
        to_say = getattr(request, "to_say", None)
        if to_say is None:
            super().message_user(request, **told)
        else:
            to_say.append(told)

    def _seen_first(self, request, object_id, form_url, extra_context):
        # Before the row is read: what is saved in between counts as not seen.
        request.newest = moved_on.newest(self.model, object_id) if object_id else None
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """With a mark of what it shows; once moved on, with both, and whoever sends it then has seen them."""
        form = context["adminform"].form
        has_moved_on = request.newest is not None and getattr(form, "was_moved_on", False)
        if has_moved_on:
            context["both"] = list(moved_on.both(form, [each.formset for each in context["inline_admin_formsets"]]))
        context["seen"] = request.newest if has_moved_on else request.POST.get("seen", request.newest)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form
