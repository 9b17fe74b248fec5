"""“Merge into…” for tags and sections: one page that asks which survives."""

from itertools import repeat

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms.widgets import Media, Script
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.forms.sentences import REFUSALS, as_form_error
from articles.admin.shared.siblings import AskingLookUp, links_to_siblings, siblings_for
from articles.admin.shared.where_used import UsedAdmin
from articles.rules.numbers import number


class Survivor(forms.Form):
    into = forms.ModelChoiceField(None, label=_("Merge into"))

    def __init__(self, rows, row, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = rows
        widget = AskingLookUp(type(row), merged_from=row.pk)
        widget.choices, widget.is_required = self.fields["into"].choices, True
        self.fields["into"].widget = widget


class MergingAdmin(UsedAdmin):
    """Of rows that are merged into one another, and never deleted. One that was merged is only read."""

    change_form_template = "admin/shared/mergeable.html"

    def survivors(self, row):
        """The rows that `row` may be merged into."""
        raise NotImplementedError

    def merge(self, row, *, into, by):
        raise NotImplementedError

    def moving(self, row):
        """What a merge of `row` would move, in numbers: label and count."""
        raise NotImplementedError

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        return [path("<int:pk>/merge/", self.admin_site.admin_view(self.merge_page), name=name)] + super().get_urls()

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("merged_into")

    def get_search_results(self, request, queryset, search_term):
        """In a look-up: what may be its sibling, or what it may be merged into, where it says of which row."""
        rows, may_repeat = super().get_search_results(request, queryset, search_term)
        if request.resolver_match.url_name == "autocomplete":
            rows = rows.filter(merged_into=None)
            asked = {name: number(request.GET.get(name)) for name in ("sibling_of", "merged_from")}
            rows = self._for_row(rows, **asked)
        return rows, may_repeat

    def _for_row(self, rows, *, sibling_of, merged_from):
        if row := sibling_of and self.model.objects.filter(pk=sibling_of).first():
            rows = siblings_for(row, rows)
        if row := merged_from and self.model.objects.filter(pk=merged_from).first():
            rows = rows.filter(pk__in=self.survivors(row))
        return rows

    def construct_change_message(self, request, form, formsets, add=False):
        named = super().construct_change_message(request, form, formsets, add)
        return ["family" if name == "sibling" else name for name in named]

    @admin.display(description=_("Sibling"))
    def sibling(self, row):
        return links_to_siblings(row)

    def addresses(self, row):
        """Where readers would find it: (edition, address)."""
        raise NotImplementedError

    def readers_pages(self, row):
        return [] if row.merged_into_id else self.addresses(row)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    def has_merge_permission(self, request):
        return request.user.has_perm(f"{self.opts.app_label}.merge_{self.opts.model_name}")

    def render_change_form(self, request, context, *args, **kwargs):
        context["may_merge"] = self.has_merge_permission(request)
        row = context.get("original")
        context["forwarding"] = self.addresses(row) if row and row.merged_into_id else ()
        return super().render_change_form(request, context, *args, **kwargs)

    def merge_page(self, request, pk):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        row = get_object_or_404(self.get_queryset(request), pk=pk)
        data = request.POST if request.method == "POST" else request.GET if "into" in request.GET else None
        form = Survivor(self.survivors(row), row, data)
        if form.is_valid() and request.method == "POST" and self._merge(request, row, form):
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", form.cleaned_data["into"].pk)
        return self._ask(request, row, form)

    def _merge(self, request, row, form):
        try:
            into = self.merge(row, into=form.cleaned_data["into"], by=request.user)
        except REFUSALS as refusal:
            form.add_error(None, as_form_error(refusal))
            return False
        said = _("“{}” is now another name of “{}”. Its address forwards there.")
        messages.success(request, format_html(said, row, into))
        return True

    def _ask(self, request, row, form):
        """Which survives; and once one is chosen, what would move where."""
        into = form.cleaned_data.get("into") if form.is_bound else None
        there = [count for _label, count in self.moving(into)] if into else repeat("")
        context = self.admin_site.each_context(request) | {
            "title": _("Merge into…"),
            "subtitle": str(row),
            "row": row,
            "into": into,
            # Of each label a number for the row, and one for what it is merged into.
            "moving": [(*going, count) for going, count in zip(self.moving(row), there, strict=False)],
            "addresses": [self.addresses(each) for each in (row, into) if each],
            "form": form,
            "media": self.media + form.media + Media(js=[Script("admin-newsroom/tables/lists.js", type="module")]),
            "opts": self.opts,
        }
        return render(request, "admin/shared/merge.html", context)
