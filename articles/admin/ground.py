"""What all pages of the desk stand on: nothing is deleted, nothing is logged twice, a refusal is a form's error."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import Http404
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.actions import shared
from articles.actions.refusals import MovedOn
from articles.admin import moved_on, row_history
from articles.admin.fields import LooksUp
from articles.admin.finding import best_first, named
from articles.admin.numbers import number
from articles.admin.sentences import REFUSALS, InWords, as_form_error
from articles.admin.walking import Narrowed, Short, Walk
from articles.models.event import Table

# Of a form: each has fields of its own to make and to show.
MOST_LINES = 300
# 170 kB on each form, 38 as they are sent: the desk's slugs are made by the server.
SLUG_WRITERS = ("/urlify.js", "/prepopulate.js", "/xregexp.js", "/xregexp.min.js")


class Refusable(InWords):
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


class LineForm(InWords, forms.ModelForm):
    """A line of a form."""


class Lines(forms.BaseInlineFormSet):
    """Lines whose boxes for deleting say which of them goes."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields and form.instance.pk:
            said = '{} <span class="visually-hidden">{}</span>'
            form.fields[DELETION_FIELD_NAME].label = format_html(said, _("Delete"), form.instance)


class Tells:
    """Of an admin: what is refused while it is saved comes back as an error of the form, with what was typed; so does
    a save over a newer one, with both."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return self._seen_first(request, object_id, form_url, extra_context)
        except REFUSALS as refusal:
            request.refusal = refusal
        # Rolled back. Once more, and this time the form refuses: nothing is saved and nothing typed is lost.
        unsay(request)
        return self._seen_first(request, object_id, form_url, extra_context)

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


class DeskAdmin(Tells, LooksUp, admin.ModelAdmin):
    """Stock, but that it tells.

    `fixed` names what is chosen when a row is made, and never changed after; `seen_at_once` what only they may change
    who may publish, once readers have seen the row.
    """

    form = DeskForm
    fixed = ()
    seen_at_once = ()
    view_on_site = False
    show_full_result_count = False
    # Counts beside each choice of a filter would be counts of the whole archive.
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    paginator = Short

    # Whether the list may be long: then its order is that of one index.
    may_be_long = True

    def get_changelist(self, request, **kwargs):
        return Walk if self.may_be_long else Narrowed

    @property
    def media(self):
        """Django's own, without what writes slugs as one types: here the server makes them."""
        return forms.Media(js=[path for path in super().media._js if not path.endswith(SLUG_WRITERS)])

    def for_list(self, rows):
        """Rows with what a line of the list shows, and nothing heavy."""
        return rows

    def changelist_view(self, request, extra_context=None):
        """With what its filters need to be looked up in."""
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        for spec in context["cl"].filter_specs if "cl" in context else ():
            context["media"] += getattr(spec, "media", forms.Media())
        return response

    def response_action(self, request, queryset):
        """Of rows that are none, Django's own breaks."""
        if any(number(each) is None for each in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise Http404
        return super().response_action(request, queryset)

    def called(self, row):
        """What its pages are headed by."""
        return str(row)

    def look_up_text(self, row, language):
        """What a look-up says of a row, to a form in a language."""
        return str(row)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["has_history"] = self.opts.model_name in Table.values
        if obj is not None:
            context["subtitle"] = self.called(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "edition" and field:
            # An edition is chosen here, and kept elsewhere.
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def get_formsets_with_inlines(self, request, obj=None):
        """A form says how many lines it has: no more are made than anybody writes."""
        for lines, inline in super().get_formsets_with_inlines(request, obj):
            lines.absolute_max = min(lines.max_num, MOST_LINES)
            yield lines, inline

    def get_readonly_fields(self, request, obj=None):
        closed = self.seen_at_once if self.is_closed(request, obj) else ()
        return (*self.readonly_fields, *(self.fixed if obj else ()), *closed)

    def is_closed(self, request, obj):
        """Whether readers see this row as it is, and this user may not change what they see."""
        if obj is None or not self.seen_at_once:
            return False
        return not request.user.has_perm(f"articles.change_public_{self.opts.model_name}") and obj.is_seen()

    def history_view(self, request, object_id, extra_context=None):
        """Of events, not of Django's log."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return row_history.history(request, self.get_object(request, unquote(object_id)), self)

    def has_delete_permission(self, request, obj=None):
        # What was written stays: stories are spiked or withdrawn, tags and sections merged, people shut out.
        return False

    def save_model(self, request, obj, form, change):
        """What was only looked at is not written."""
        if change:
            moved_on.hold(obj)
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    # In the places where Django's log would keep what rows are called, an event says which fields were changed.

    def construct_change_message(self, request, form, formsets, add=False):
        return [*form.changed_data, *(lines.model._meta.model_name for lines in formsets or () if lines.has_changed())]

    def log_addition(self, request, obj, message):
        shared.keep(obj, by=request.user, is_new=True)

    def log_change(self, request, obj, message):
        if message:
            moved_on.refuse(obj, request.POST.get("seen"))
            shared.keep(obj, by=request.user, fields=message)


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


class NamedAdmin(DeskAdmin):
    """Of rows that are found by what they are called. `names`: the tables of their names, and the columns that lead."""

    search_fields = ("found_by",)
    names = ()
    # What a look-up says of each is asked for all at once.
    told = ()

    def get_search_results(self, request, queryset, search_term):
        found = named(queryset, search_term, *self.names)
        if request.resolver_match.url_name == "autocomplete":
            found = best_first(found, search_term, *self.names).prefetch_related(*self.told)
        return found, False


class ReadOnlyAdmin(DeskAdmin):
    """A table that is written by actions alone."""

    actions = None
    # What a row is headed by: nobody knows it by its number.
    headed_by = "story"
    tells_times = True

    def called(self, row):
        return str(getattr(row, self.headed_by) or row)

    def get_urls(self):
        """Without a history: what actions write they write once."""
        return [url for url in super().get_urls() if not (url.name or "").endswith("_history")]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


def unsay(request):
    """Take back what was said of a save: one that did not come to be, or of which more is to be said."""
    messages.get_messages(request)._queued_messages.clear()
