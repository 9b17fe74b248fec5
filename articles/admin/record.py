"""The record and the events, to be read. Actions write them; nobody changes them."""

from django.contrib import admin
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.admin.reports import pages as reports
from articles.admin.shell.site import desk
from articles.admin.stories.comparison import in_words
from articles.admin.tables.admins import ReadOnlyAdmin
from articles.admin.tables.filters import ByWhom, Happened
from articles.composing.drawing import drawn, drawn_text
from articles.models import (
    Address,
    Correction,
    Erasure,
    Event,
    Publication,
    PublishedByline,
    PublishedTag,
    Revision,
    Statement,
    Withdrawal,
    drafts,
)
from articles.models.searching import versions_found


def as_written(model, field):
    """A column of what was written in whatever language: it runs its own way, and goes on in a second line."""

    @admin.display(description=model._meta.get_field(field).verbose_name)
    def column(row):
        value = getattr(row, field)
        lines = linebreaksbr(value) if isinstance(value, str) else value
        return value and format_html("<bdi>{}</bdi>", drawn(lines, "auto"))

    column.__name__ = field
    return column


class ReadOnlyInline(admin.TabularInline):
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class StatementInline(ReadOnlyInline):
    model = Statement
    fields = ("words", "name", "capacity", "kind", "terms", "occasion", "obtained_on", "check_made")


class PublishedBylineInline(ReadOnlyInline):
    model = PublishedByline
    fields = ("contributor",)


class PublishedTagInline(ReadOnlyInline):
    model = PublishedTag
    fields = ("tag",)


@admin.register(Publication, site=desk)
class PublicationAdmin(ReadOnlyAdmin):
    inlines = (StatementInline, PublishedBylineInline, PublishedTagInline)
    headed_by = "headline"
    change_list_template = "admin/reports/publications.html"
    readonly_fields = ("text",)
    fieldsets = (
        (None, {"fields": ("story", "edition", "section", ("number", "revision", "change"))}),
        (
            _("Times"),
            {"fields": (("first_live_at", "live_from", "live_until"), ("updated_at", "recorded_at"), "embargo_until")},
        ),
        (_("Address"), {"fields": (("day", "slug"),)}),
        (_("Text"), {"fields": ("kind", "kicker", "headline", "standfirst", "text", "dateline")}),
        (_("Picture"), {"fields": ("photo", "photo_alt", "photo_caption", "photo_credit")}),
        (_("Proof"), {"fields": (("is_withheld", "is_import"), "erasure", "content_hash", "previous_hash")}),
    )
    list_display = ("headline", "number", "change", "edition", "section", "live_from", "live_until", "withheld")
    list_select_related = ("edition", "section")
    list_filter = ("edition", "change", "is_withheld", "is_import")
    ordering = ("-pk",)
    sortable_by = ()
    search_fields = ("vector",)
    search_help_text = _("Words of the headline or the text")

    def get_urls(self):
        return [*reports.urls(self.admin_site), *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("vector", "content_hash", "previous_hash")

    def for_list(self, rows):
        return rows.defer("vector", "content_hash", "previous_hash", "body", "standfirst")

    def get_search_results(self, request, queryset, search_term):
        return versions_found(queryset, search_term), False

    @admin.display(description=_("text"))
    def text(self, publication):
        """The text as it is read. The record's HTML was cleaned before it was written."""
        edition = publication.edition
        body = mark_safe(publication.body)  # noqa: S308
        return format_html(
            '<div class="record-text" lang="{}" dir="{}">{}</div>',
            edition.language,
            edition.direction,
            drawn_text(body, edition.direction),
        )

    @admin.display(description=_("withheld"))
    def withheld(self, publication):
        return _("withheld") if publication.is_withheld else ""


@admin.register(Correction, site=desk)
class CorrectionAdmin(ReadOnlyAdmin):
    fields = ("story", "publication", "edition", "at", "kind", "wrong", "right")
    list_display = (as_written(Correction, "story"), "kind", as_written(Correction, "right"), "edition", "at")
    list_select_related = ("story", "edition")
    list_filter = ("edition", "kind")


@admin.register(Withdrawal, site=desk)
class WithdrawalAdmin(ReadOnlyAdmin):
    fields = ("story", "at", "reason", "lifted_at")
    list_display = (as_written(Withdrawal, "story"), as_written(Withdrawal, "reason"), "at", "lifted_at")
    list_select_related = ("story",)


@admin.register(Erasure, site=desk)
class ErasureAdmin(ReadOnlyAdmin):
    fields = ("story", "at", "reason", "asked_by", "agreed_by")
    list_display = (as_written(Erasure, "story"), "asked_by", "agreed_by", "at")
    list_select_related = ("story", "asked_by", "agreed_by")


@admin.register(Address, site=desk)
class AddressAdmin(ReadOnlyAdmin):
    headed_by, tells_times = "slug", False
    fields = ("edition", "day", "slug", "story", "tag", "section")
    list_display = ("slug", "day", "edition", "story", "tag", "section")
    list_select_related = ("edition", "story", "tag", "section")
    list_filter = ("edition",)
    search_fields = ("slug",)
    ordering = ("-pk",)


@admin.register(Event, site=desk)
class EventAdmin(ReadOnlyAdmin):
    headed_by = "about"
    fields = ("at", "what", "about", "changed", "edition", "revision", "by", "note")
    readonly_fields = ("what", "about", "changed")
    list_display = ("at", "what", "about", "changed", "by", as_written(Event, "note"))
    list_select_related = ("story", "by")
    list_filter = ("verb", ByWhom, Happened, "edition", "table")
    sortable_by = ("at",)

    def for_list(self, rows):
        return rows.defer("story__body", "story__note", "story__standfirst")

    def get_changelist_instance(self, request):
        """Read the rows that the events are about, in a query for each table."""
        page = super().get_changelist_instance(request)
        page.result_list = Event.with_rows(page.result_list)
        return page

    @admin.display(description=_("what"))
    def what(self, event):
        """Stock shows nothing for a verb that nobody brought."""
        return event.get_verb_display()

    @admin.display(description=pgettext_lazy("what it happened to", "about"))
    def about(self, event):
        row = event.about
        if row is None:
            return ""
        address = reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])
        return format_html('{} <a href="{}"><bdi>{}</bdi></a>', row._meta.verbose_name, address, drawn(row, "auto"))

    @admin.display(description=_("fields"))
    def changed(self, event):
        return _(", ").join(map(str, event.fields_in_words()))


@admin.register(Revision, site=desk)
class RevisionAdmin(ReadOnlyAdmin):
    fields = ("story", "number", "by", "saved_at", "saved")
    readonly_fields = ("saved",)
    list_display = ("story", "number", "by", "saved_at")
    list_select_related = ("story", "by")
    ordering = ("-pk",)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.defer("state") if request.resolver_match.url_name.endswith("changelist") else rows

    @admin.display(description=_("what was saved"))
    def saved(self, revision):
        told = in_words(drafts.of_revision(revision)) if revision.state else ()
        rows = format_html_join(
            "", "<dt>{}</dt><dd dir=auto>{}</dd>", ((name, linebreaksbr(what)) for name, what in told)
        )
        return format_html("<dl>{}</dl>", rows)
