"""The paper itself: its editions, their sections, and the pages about it."""

from zoneinfo import available_timezones

from django import forms
from django.contrib import admin
from django.forms.widgets import Script
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.actions import merging
from articles.admin.forms import languages, writing
from articles.admin.forms.fields import Line
from articles.admin.forms.languages import direction_of
from articles.admin.forms.lines import LineForm, Lines
from articles.admin.forms.refusable import DeskForm
from articles.admin.forms.slugs import SluggedForm
from articles.admin.forms.writing import RichField, RichWriting
from articles.admin.shared.merging import MergingAdmin
from articles.admin.shared.siblings import SiblingForm
from articles.admin.shell.site import desk
from articles.admin.tables.admins import DeskAdmin
from articles.models import Edition, Evidence, Page, Publication, Section, SectionRule, Story
from articles.models.editions import hex_colour
from articles.models.shelves import Shelf
from articles.pictures import contrast
from articles.rules.severities import DEFAULTS

ZONES = [zone for zone in sorted(available_timezones()) if "/" in zone and not zone.startswith("Etc/")]


class EditionForm(DeskForm):
    """The form of an edition. Its colours are for text, and must be readable on light paper and on dark."""

    class Meta:
        help_texts = {
            "time_zone": _(
                "Begin to type a city. The times of the edition, at the desk and with readers, are of this zone."
            )
        }
        colour = forms.TextInput(attrs={"type": "color"})
        widgets = {
            "accent": colour,
            "accent_dark": colour,
            "time_zone": forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "dir": "ltr"}),
            "copyright_line": Line(attrs={"rows": 2, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = self.instance.language
        written = {"lang": language, "dir": direction_of(language)} if language else {"dir": "auto"}
        for name in self.fields.keys() & {"name", "tagline", "copyright_line"}:
            self.fields[name].widget.attrs |= written

    def clean_language(self):
        """Which way it is written follows from it."""
        language = self.cleaned_data["language"]
        self.instance.direction = direction_of(language)
        return language

    def clean_is_default(self):
        """The box is shown when an edition is made: the first edition is the default."""
        return self.cleaned_data["is_default"] or not Edition.objects.filter(is_default=True).exists()

    def clean_accent(self):
        return self._readable("accent", contrast.PAPER)

    def clean_accent_dark(self):
        return self._readable("accent_dark", contrast.DARK_PAPER)

    def _readable(self, name, paper):
        colour = self.cleaned_data[name]
        hex_colour(colour)
        found = contrast.ratio(colour, paper)
        if found < contrast.LEAST:
            said = gettext("Text in %(colour)s is hard to read on %(paper)s: its contrast is %(found)s, 4.5 the least.")
            # Rounded down: what is refused is not said to be enough.
            shown = {"colour": colour, "paper": paper, "found": number_format(int(found * 10) / 10, 1)}
            raise forms.ValidationError(said % shown, code="contrast")
        return colour


@admin.register(Edition, site=desk)
class EditionAdmin(DeskAdmin):
    may_be_long = False
    form = EditionForm
    change_form_template = "admin/shared/edition.html"
    fieldsets = (
        (None, {"fields": ("name", "tagline", "copyright_line")}),
        (_("Language and time"), {"fields": ("language", "time_zone", "is_default", "position")}),
        (_("Colours"), {"fields": (("accent", "accent_dark"),)}),
        (Evidence._meta.verbose_name_plural, {"fields": ("evidence_days",)}),
    )
    # Each address of the edition hangs on these.
    fixed = ("language", "is_default")
    list_display = ("name", "tagline", "language", "time_zone", "default")

    class Media:
        css = {"all": ("admin-newsroom/shared/edition.css",)}
        js = (Script("admin-newsroom/shared/edition.js", type="module"),)

    def has_change_permission(self, request, obj=None):
        """Whoever keeps the house changes a part of it."""
        return super().has_change_permission(request, obj) or request.user.has_perm("articles.keep_edition")

    @admin.display(description=_("default"))
    def default(self, edition):
        return _("default") if edition.is_default else ""

    def get_changeform_initial_data(self, request):
        return {"is_default": not Edition.objects.exists()} | super().get_changeform_initial_data(request)

    def render_change_form(self, request, context, *args, **kwargs):
        context |= {"zones": ZONES, "least": str(contrast.LEAST), "papers": (contrast.PAPER, contrast.DARK_PAPER)}
        return super().render_change_form(request, context, *args, **kwargs)


class SectionForm(SiblingForm, SluggedForm):
    class Meta:
        widgets = {"description": Line(attrs={"rows": 3, "class": "vLargeTextField"})}

    def language_of(self, row):
        return row.edition.language

    def slugs_in_the_way(self, cleaned):
        return Section.objects.filter(edition=cleaned.get("edition"))


class RuleInline(admin.TabularInline):
    """The rules of sourcing that this section has otherwise than the paper."""

    model = SectionRule
    form, formset = LineForm, Lines
    fields = ("rule", "severity")
    extra = 0
    # A chief reads what holds where nothing is set.
    template = "admin/shared/sourcing_rules.html"

    @property
    def defaults(self):
        return [(rule.label, severity.label) for rule, severity in DEFAULTS.items()]


@admin.register(Section, site=desk)
class SectionAdmin(MergingAdmin):
    may_be_long = False
    form = SectionForm
    fields = ("edition", "name", "description", "position", "sibling", "slug")
    fixed = ("edition", "slug")
    seen_through = ("sibling",)
    inlines = (RuleInline,)
    list_display = ("name", "edition", "slug", "position", "merged_into")
    list_select_related = ("edition", "merged_into")
    list_filter = ("edition", ("merged_into", admin.EmptyFieldListFilter))
    search_fields = ("name", "slug")
    shelf, filtered_by = Shelf(Story, Publication, "section", story="pk", version="pk"), "section"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("edition")

    def look_up_text(self, section, language):
        return languages.beside(section.name, section.edition.name, section.slug)

    def addresses(self, row):
        return [(row.edition, row.get_absolute_url())]

    def survivors(self, row):
        return Section.objects.filter(edition=row.edition_id, merged_into=None).exclude(pk=row.pk)

    def merge(self, row, *, into, by):
        return merging.merge_sections(row, into=into, by=by)

    def moving(self, row):
        published = row.publications.values("story").distinct().count()
        return [(_("stories at the desk"), row.stories.count()), (_("published stories"), published)]


class PageForm(SluggedForm):
    named_by = "title"

    class Meta:
        field_classes = {"body": RichField}
        widgets = {"body": RichWriting(attrs={"rows": 24})}

    def slugs_in_the_way(self, cleaned):
        return Page.objects.filter(edition=cleaned.get("edition"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        edition = self.instance.edition if self.instance.pk else None
        attributes = {"dir": edition.direction, "lang": edition.language} if edition else {"dir": "auto"}
        for name in self.fields.keys() & {"title", "body"}:
            self.fields[name].widget.attrs.update(attributes)
        if edition:
            self.initial["body"] = writing.spaced(self.instance.body)


@admin.register(Page, site=desk)
class PageAdmin(DeskAdmin):
    may_be_long = False
    form = PageForm
    fields = ("edition", "title", "slug", "body", "position")
    fixed = ("edition", "slug")
    list_display = ("title", "edition", "slug", "position")
    list_select_related = ("edition",)
    list_filter = ("edition",)
    search_fields = ("title",)
