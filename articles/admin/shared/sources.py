"""Sources: who or what a statement came from. The desk knows no more of a protected source than readers do."""

from uuid import uuid4

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from articles.admin.forms import languages
from articles.admin.forms.by_language import ByLanguage
from articles.admin.forms.fields import DayInput, LooksUp
from articles.admin.forms.languages import direction_of
from articles.admin.forms.lines import LineForm, Lines, PublicLines
from articles.admin.forms.slugs import SluggedForm
from articles.admin.forms.who_is_there import AsksWhoIsThere
from articles.admin.shared import recalls, usage
from articles.admin.shared.where_used import UsedAdmin, in_each_edition
from articles.admin.shell.site import desk
from articles.admin.tables.admins import NamedAdmin
from articles.composing.drawing import drawn
from articles.models import Attribution, Source, SourceName, SourceTitle, Statement, Story
from articles.models.shelves import ShelfOfSource
from articles.rules.numbers import number


class SourceForm(AsksWhoIsThere, SluggedForm):
    names = ((SourceName, "source_id"),)

    def may_be_meant(self):
        """Nothing is told of a source who may not be named, and for one nobody is looked for."""
        is_named = self.cleaned_data.get("protected_in") is None
        return Source.objects.filter(protected_in=None) if is_named else Source.objects.none()

    def clean(self):
        cleaned = super().clean()
        protected_in = cleaned.get("protected_in")
        if protected_in and cleaned.get("is_public_figure"):
            self.add_error("is_public_figure", _("A protected source is not shown to readers as a public figure."))
        if protected_in and self.instance.pk:
            self._refuse_if_known_elsewhere(protected_in)
        if protected_in and not self.instance.is_protected:
            # A protected source's slug is never made from a name, which might be the real one.
            self.instance.slug = cleaned["slug"] = f"protected-{uuid4().hex[:12]}"
        return cleaned

    def _refuse_if_known_elsewhere(self, story):
        """What other stories say of this source would point at the one where it is protected."""
        source = self.instance
        used = source.attributions.exclude(story=story).exists() or source.statements.exists()
        used = used or source.further_attributions.exclude(attribution__story=story).exists()
        if used or source.names.exists():
            said = _("This source has been named already: make a new one, protected in this story.")
            self.add_error("protected_in", ValidationError(said, code="named"))


class NameInline(ByLanguage):
    model = SourceName
    fk_name = "source"
    verbose_name_plural = gettext_lazy("Names by language")
    help_text = gettext_lazy("Only where a language has a name of its own for it. Left empty, the name above stands.")
    fields = ("language", "name")


class TitleForm(LineForm):
    class Meta:
        widgets = {name: DayInput() for name in ("from_on", "until_on")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = self.instance.language
        direction = {"lang": language, "dir": direction_of(language)} if language else {"dir": "auto"}
        if "title" in self.fields:
            self.fields["title"].widget.attrs |= direction


class TitleLines(Lines):
    """Titles whose organisations are read with them, and not one by one for each line."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "organisation" in self.form.base_fields:
            widget = self.form.base_fields["organisation"].widget
            named = [row.organisation for row in self.get_queryset() if row.organisation]
            getattr(widget, "widget", widget).known = {organisation.pk: organisation for organisation in named}


class TitleInline(LooksUp, PublicLines):
    """The titles of a source, in the order of their days: a title without a first day was borne before all others."""

    model = SourceTitle
    form, formset = TitleForm, TitleLines
    fk_name = "source"
    fields = ("language", "title", "organisation", "from_on", "until_on")
    autocomplete_fields = ("organisation",)
    verbose_name_plural = gettext_lazy("titles over time")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """An organisation is made on a page of its own: a line has no room for what leads there."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "organisation" and field:
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def get_queryset(self, request):
        first, last = F("from_on").asc(nulls_first=True), F("until_on").asc(nulls_last=True)
        return super().get_queryset(request).select_related("organisation").order_by(first, last, "pk")


def _statements(at_desk, with_readers, _word):
    """How many a story has of it."""
    said = []
    if at_desk:
        said.append(ngettext("%d statement at the desk", "%d statements at the desk", at_desk) % at_desk)
    if with_readers:
        said.append(ngettext("%d with readers", "%d with readers", with_readers) % with_readers)
    return " · ".join(said)


@admin.register(Source, site=desk)
class SourceAdmin(UsedAdmin, NamedAdmin):
    change_form_template = "admin/shared/source.html"
    form = SourceForm
    fixed = ("slug",)
    autocomplete_fields = ("protected_in",)
    list_display = ("title", "elsewhere", "kind", "public_figure", "used", "protection")
    list_select_related = ("protected_in",)
    list_filter = ("kind", "is_public_figure", ("protected_in", admin.EmptyFieldListFilter))
    sortable_by = ("title",)
    search_help_text = gettext_lazy("The beginning of a word of any of its names, in any spelling")
    names = SourceForm.names
    prefetched = ("names", "titles", "recalls")
    shelf, filtered_by = ShelfOfSource(Attribution, Statement, "source"), "source"
    note_of_use = staticmethod(_statements)

    def get_urls(self):
        return [*recalls.urls(self.admin_site), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= {"recall": recalls.of_source(obj), "may_recall": request.user.has_perm(recalls.MAY)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_inlines(self, request, obj):
        """A protected source has a label and nothing else: nobody should write here who it is."""
        return () if obj and obj.is_protected else (NameInline, TitleInline)

    def get_fieldsets(self, request, obj=None):
        who = (None, {"fields": ("name", ("kind", "is_public_figure"), "slug")})
        if not obj or not obj.is_protected:
            return (who, (_("Protection"), {"fields": ("protected_in",)}))
        said = _(
            "A source who may not be named. Readers see the label alone, in the one story in which it is protected."
        )
        return ((_("Protected"), {"fields": ("name", "kind", "protected_in", "slug"), "description": said}),)

    def readers_pages(self, row):
        return in_each_edition("source", row) if row.may_have_page and row.is_known_to_readers() else []

    def get_readonly_fields(self, request, obj=None):
        """Protection, once given, is not taken back here."""
        protected = ("protected_in", "is_public_figure") if obj and obj.is_protected else ()
        return (*super().get_readonly_fields(request, obj), *protected)

    def get_search_results(self, request, queryset, search_term):
        """Narrow the look-up of a story's form: of all protected sources, only those of that story are offered."""
        rows, may_repeat = super().get_search_results(request, queryset, search_term)
        if request.resolver_match.url_name != "autocomplete":
            return rows, may_repeat
        return rows.filter(Q(protected_in=_story_of(request)) | Q(protected_in=None)), may_repeat

    def for_list(self, rows):
        return rows.with_used_count().prefetch_related("names").defer("protected_in__body")

    @admin.display(description=gettext_lazy("in other languages"))
    def elsewhere(self, source):
        return format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in languages.other_names(source)))

    @admin.display(description=gettext_lazy("public figure"))
    def public_figure(self, source):
        return _("public figure") if source.is_public_figure else ""

    @admin.display(description=gettext_lazy("statements"))
    def used(self, source):
        return usage.link_to_stories(source, "source")

    def look_up_text(self, source, language):
        """A source's name, its title of today, and its names in other languages. A protected source has its label
        alone."""
        warned = _recalled(source)
        if source.is_protected:
            return languages.beside(source.name, *warned)
        name, *others = languages.names_of(source, language)
        borne = [title for title in source.titles.all() if title.until_on is None]
        borne.sort(key=lambda title: title.language != language)
        return languages.beside(name, *warned, borne[0].title if borne else source.get_kind_display(), *others)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name != "protected_in":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        story = _story_of(request)
        if not story:
            field = super().formfield_for_dbfield(db_field, request, **kwargs)
            field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False
            return field
        # In a window that a story's form has opened, a source is protected in this story or in none.
        return forms.ModelChoiceField(
            Story.objects.filter(pk=story),
            label=db_field.verbose_name,
            empty_label=_("none: this source may be named"),
            help_text=db_field.help_text,
            required=False,
        )

    @admin.display(description=gettext_lazy("name"), ordering="name")
    def title(self, source):
        return format_html("<bdi>{}</bdi>", drawn(source.name, "auto"))

    @admin.display(description=gettext_lazy("protected in"))
    def protection(self, source):
        return source.protected_in or ""


def _recalled(source):
    """The warning that a source is recalled, if it is."""
    standing = [recall for recall in source.recalls.all() if recall.ended_at is None]
    return [_("recalled on %s") % date_format(standing[0].opened_at, pgettext("a day", "j F Y"))] if standing else []


def _story_of(request):
    """The story whose form is asking, if one is."""
    return number(request.GET.get("story"))
