"""Forms that can be shown again with what was refused: what an action or the database said, and all that was typed."""

from django import forms
from django.contrib import messages

from articles.actions.refusals import MovedOn
from articles.admin.forms import moved_on, putting_right
from articles.admin.forms.sentences import REFUSALS, as_form_error


class Refusable:
    """A form mixin: the form can be shown again with what the database or an action said to it, and all that was
    typed."""

    refusal = None

    def clean(self):
        cleaned = super().clean()
        if self.refusal is not None:
            self.add_error(None, as_form_error(self.refusal))
        return self.cleaned_data if cleaned is None else cleaned

    def refuse(self, refusal):
        """Take in what an action said to a form that was valid."""
        self.refusal = refusal
        self.add_error(None, as_form_error(refusal))

    @property
    def was_moved_on(self):
        return isinstance(self.refusal, MovedOn)


class DeskForm(Refusable, forms.ModelForm):
    """The form of a page of the desk."""


# How often what was saved in the very moment is made one with what was typed, before the editor is asked again.
ATTEMPTS = 3


class Tells:
    """An admin mixin: a refusal while a row is saved becomes an error of the form, with all that was typed. A save over
    a newer one is made one with it or, where both have changed the same, refused with both texts."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        response = self._answered(request, object_id, form_url, extra_context)
        waiting, request.to_say = request.to_say, None
        for message in waiting:
            self.message_user(request, **message)
        return response

    def _answered(self, request, object_id, form_url, extra_context):
        for _attempt in range(ATTEMPTS):
            request.to_say = []
            try:
                return self._marked_first(request, object_id, form_url, extra_context)
            except REFUSALS as refusal:
                refused = refusal
                if not self.sends_again(request, refusal):
                    break
        # The save is rolled back. The view runs once more, and this time the form itself refuses: nothing typed is
        # lost.
        request.refusal, request.to_say = refused, []
        self.before_refusing(request, object_id, refused)
        return self._marked_first(request, object_id, form_url, extra_context)

    def sends_again(self, request, refusal):
        """Whether what was sent may simply be sent once more, over what was saved in between."""
        return False

    def before_refusing(self, request, object_id, refusal):
        """Put what was sent into the state in which it is shown again."""

    def message_user(self, request, message, level=messages.INFO, extra_tags="", fail_silently=False):
        """Show a message. While a row is being saved, the message waits until the save has succeeded."""
        details = {"message": message, "level": level, "extra_tags": extra_tags, "fail_silently": fail_silently}
        to_say = getattr(request, "to_say", None)
        if to_say is None:
            super().message_user(request, **details)
        else:
            to_say.append(details)

    def _marked_first(self, request, object_id, form_url, extra_context):
        # The mark is made before the row is read: a save in between counts as one that the editor has not seen.
        request.newest = moved_on.newest(self.model, object_id) if object_id else None
        if request.method == "POST":
            self.reconcile(request, object_id)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def reconcile(self, request, object_id):
        """Make what was sent one with what was saved meanwhile. Nothing, where rows know no more than that they have
        moved on."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Add a mark of what the page shows. Once the row has moved on, the page shows both texts, and whoever sends it
        then has seen them."""
        form = context["adminform"].form
        formsets = [each.formset for each in context["inline_admin_formsets"]]
        has_moved_on = request.newest is not None and getattr(form, "was_moved_on", False)
        if has_moved_on:
            context["is_joined"] = hasattr(request, "contested")
            told = getattr(request, "contested", (None, {}))
            context["both"] = list(moved_on.both(form, formsets, *told))
        context["mark"] = request.newest if has_moved_on else request.POST.get("seen", request.newest)
        context["refused"] = list(putting_right.links(form, formsets))
        response = super().render_change_form(request, context, add, change, form_url, obj)
        response.status_code = 409 if getattr(form, "was_moved_on", False) else response.status_code
        return response

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form
