"""“Merge into…” for tags and sections: one page that asks which survives."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.fields import LookUp
from articles.admin.sentences import REFUSALS, as_form_error
from articles.admin.where_used import UsedAdmin


class Survivor(forms.Form):
    into = forms.ModelChoiceField(None, label=_("Merge into"))

    def __init__(self, rows, field, site, *args):
        super().__init__(*args)
        self.fields["into"].queryset = rows
        widget = LookUp(field, site)
        widget.choices, widget.is_required = self.fields["into"].choices, True
        self.fields["into"].widget = widget


class MergingAdmin(UsedAdmin):
    """Of rows that are merged into one another, and never deleted. One that was merged is only read."""

    change_form_template = "admin/articles/mergeable/change_form.html"

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
        rows, may_repeat = super().get_search_results(request, queryset, search_term)
        is_lookup = request.resolver_match.url_name == "autocomplete"
        return rows.filter(merged_into=None) if is_lookup else rows, may_repeat

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    def has_merge_permission(self, request):
        return request.user.has_perm(f"{self.opts.app_label}.merge_{self.opts.model_name}")

    def render_change_form(self, request, context, *args, **kwargs):
        context["may_merge"] = self.has_merge_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def merge_page(self, request, pk):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        row = get_object_or_404(self.get_queryset(request), pk=pk)
        data = request.POST if request.method == "POST" else None
        form = Survivor(self.survivors(row), self.opts.get_field("merged_into"), self.admin_site, data)
        if form.is_valid() and self._merge(request, row, form):
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
        context = self.admin_site.each_context(request) | {
            "title": _("Merge into…"),
            "subtitle": str(row),
            "row": row,
            "moving": self.moving(row),
            "form": form,
            "media": self.media + form.media,
            "opts": self.opts,
        }
        return render(request, "admin/articles/mergeable/merge.html", context)
