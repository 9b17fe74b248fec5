"""What all pages of the desk stand on: nothing is deleted, nothing is logged twice, a refusal is a form's error."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404

from articles.actions import before_readers, shared
from articles.actions.refusals import MovedOn
from articles.admin.forms import moved_on, opened
from articles.admin.forms.fields import LooksUp
from articles.admin.forms.refusable import DeskForm, Tells
from articles.admin.tables import history
from articles.admin.tables.walking import Narrowed, Short, Walk
from articles.models import searching
from articles.models.event import Table
from articles.rules.numbers import number
from articles.rules.roles import KEPT, roles_with
from articles.wall import seen

# The most lines of a form: each line has fields of its own to make and to show.
MOST_LINES = 300
# What Django's own pages run, without what writes slugs as one types, 170 kB on each form: here the server makes them.
SCRIPTS = ("jquery.init.js", "core.js", "admin/RelatedObjectLookups.js", "actions.js")


class DeskAdmin(Tells, LooksUp, admin.ModelAdmin):
    """Django's ModelAdmin, but that a refusal comes back as an error of its form, and each save leaves an event.

    `fixed` names what is chosen when a row is made, and never changed after. What readers have of a row that they see,
    or will see, only those may change who may publish: all fields that the wall shows, and `seen_through`, those of the
    form that stand for one.
    """

    form = DeskForm
    fixed = ()
    seen_through = ()
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
        """In place of Django's own."""
        jquery = "vendor/jquery/jquery.js" if settings.DEBUG else "vendor/jquery/jquery.min.js"
        return forms.Media(js=[f"admin/js/{name}" for name in (jquery, *SCRIPTS)])

    def for_list(self, rows):
        """Rows with what a line of the list shows, and nothing heavy."""
        return rows

    def changelist_view(self, request, extra_context=None):
        """Django's list, with the media that its filters need for looking up."""
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        for spec in context["cl"].filter_specs if "cl" in context else ():
            context["media"] += getattr(spec, "media", forms.Media())
        return response

    def response_action(self, request, queryset):
        """Answer a bulk action. Django's own view breaks on rows that do not exist."""
        if any(number(each) is None for each in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise Http404
        return super().response_action(request, queryset)

    def called(self, row):
        """The heading of a row's pages."""
        return str(row)

    def look_up_text(self, row, language):
        """What a look-up says of a row, to a form in a language."""
        return str(row)

    def sends_again(self, request, refusal):
        return isinstance(refusal, MovedOn) and opened.NAME in request.POST

    def reconcile(self, request, object_id):
        """Make what was typed one with what was saved since the form was opened: what one side alone has touched is
        taken, the same words are asked."""
        seen = request.POST.get("seen")
        row = self.get_object(request, unquote(object_id)) if object_id and seen and seen != request.newest else None
        if row is None or request.newest is None or not self.has_change_permission(request, row):
            return
        found = opened.joined(request.POST, *self._shown(request, row))
        who = moved_on.since(row, seen, request.user)
        request.taken_over = [(label, who[name]) for name, label in found.taken.items() if name in who]
        if found.asked:
            request.refusal = MovedOn(moved_on.told())
            request.contested = found.asked, who
        found.data["seen"] = request.newest
        request.POST = found.data

    def _shown(self, request, row):
        """The form of a row as it is now, and the formsets of its lines that this user may change."""
        fields = flatten_fieldsets(self.get_fieldsets(request, row))
        form = self.get_form(request, row, change=True, fields=fields)(instance=row)
        lines = [
            lines(instance=row, queryset=inline.get_queryset(request))
            for lines, inline in self.get_formsets_with_inlines(request, row)
            if inline.has_change_permission(request, row)
        ]
        return form, lines

    def response_change(self, request, obj):
        if taken := getattr(request, "taken_over", ()):
            self.message_user(request, moved_on.taken_over(taken))
        return super().response_change(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and request.newest is not None:
            formsets = [each.formset for each in context["inline_admin_formsets"]]
            is_new = request.method != "POST"
            context["opened"] = (
                opened.kept(context["adminform"].form, formsets) if is_new else request.POST.get(opened.NAME)
            )
        context["has_history"] = self.opts.model_name in Table.values
        if obj is not None:
            context["subtitle"] = self.called(obj)
            if self.is_closed(request, obj):
                context["who_may"] = roles_with(before_readers.right_over(self.model))
        # What is said of a save is seen, whatever part of the page the address named: see base_site.html.
        return super().render_change_form(request, context, add, change, form_url or "#said", obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "edition" and field:
            # An edition is chosen here, and kept elsewhere.
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def get_formsets_with_inlines(self, request, obj=None):
        """A form says how many lines it has: no more are made than anybody writes."""
        for lines, inline in super().get_formsets_with_inlines(request, obj):
            # None may be added where readers see them: those that there are stand there as text.
            lines.absolute_max = min(lines.max_num or MOST_LINES, MOST_LINES)
            yield lines, inline

    def get_readonly_fields(self, request, obj=None):
        closed = self.closed_fields(request) if self.is_closed(request, obj) else ()
        return tuple(dict.fromkeys([*self.readonly_fields, *(self.fixed if obj else ()), *closed]))

    def closed_fields(self, request):
        """What of a row that readers see is text to somebody who may not publish, but for what keeping the house
        takes."""
        names = [field.name for field in self.opts.fields if field.editable and field.name in seen.fields(self.model)]
        name = self.opts.model_name
        kept = KEPT.get(name, ()) if request.user.has_perm(f"{self.opts.app_label}.keep_{name}") else ()
        return [name for name in (*names, *self.seen_through) if name not in kept]

    def is_closed(self, request, obj):
        """Whether readers see this row, now or as it is scheduled, and this user may not change what they see."""
        if obj is None or before_readers.may_change_seen(self.model, request.user):
            return False
        # Each field and each kind of line asks. What is saved is judged once more, by `shared.leave_event`.
        asked = request.__dict__.setdefault("seen_rows", {})
        if (self.model, obj.pk) not in asked:
            asked[self.model, obj.pk] = seen.is_seen(obj)
        return asked[self.model, obj.pk]

    def history_view(self, request, object_id, extra_context=None):
        """The history of a row, from its events and not from Django's log."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return history.history(request, self.get_object(request, unquote(object_id)), self)

    def has_delete_permission(self, request, obj=None):
        # What was written stays: stories are spiked or withdrawn, tags and sections merged, people shut out.
        return False

    def save_model(self, request, obj, form, change):
        """A row that was only looked at is not written."""
        if change:
            moved_on.hold(obj)
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    # In the places where Django's log would keep what rows are called, an event says which fields were changed.

    def construct_change_message(self, request, form, formsets, add=False):
        """What was written, and not what a form remembers: once saved, a new line has not changed any more."""
        return [*form.changed_data, *(lines.model._meta.model_name for lines in formsets or () if _was_written(lines))]

    def log_addition(self, request, obj, message):
        shared.leave_event(obj, by=request.user, is_new=True)

    def log_change(self, request, obj, message):
        if message:
            moved_on.refuse(obj, request.POST.get("seen"))
            shared.leave_event(obj, by=request.user, fields=message)


def _was_written(lines):
    """Whether a formset has made, changed or removed a row; one whose rows an action writes, never has."""
    return any(getattr(lines, name, ()) for name in ("new_objects", "changed_objects", "deleted_objects"))


class NamedAdmin(DeskAdmin):
    """The admin of rows that are found by their names. `names`: the tables of their names, and the columns that
    lead."""

    search_fields = ("found_by",)
    names = ()
    # What a look-up says of each is asked for all at once.
    prefetched = ()

    def get_search_results(self, request, queryset, search_term):
        found = searching.offered(queryset, search_term, *self.names)
        if request.resolver_match.url_name == "autocomplete":
            found = searching.best_first(found, search_term, *self.names).prefetch_related(*self.prefetched)
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
        """No page of history: actions write these rows once."""
        return [url for url in super().get_urls() if not (url.name or "").endswith("_history")]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
