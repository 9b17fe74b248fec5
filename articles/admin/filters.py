"""What a list of stories can be narrowed to."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

from articles.admin.standing import Standing
from articles.models import Section


class StandingFilter(SimpleListFilter):
    title = _("what readers see")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return Standing.choices

    def queryset(self, request, queryset):
        return queryset.filter(standing=self.value()) if self.value() in Standing.values else queryset


class SectionFilter(SimpleListFilter):
    """Sections of the chosen edition; of none chosen, each with its edition's language."""

    title = _("section")
    parameter_name = "section"

    def lookups(self, request, model_admin):
        sections = Section.objects.filter(merged_into=None).select_related("edition")
        edition = request.GET.get("edition__id__exact", "")
        if edition.isdecimal():
            return [(section.pk, section.name) for section in sections.filter(edition=edition)]
        return [(section.pk, f"{section.name} ({section.edition.language})") for section in sections]

    def queryset(self, request, queryset):
        chosen = self.value() or ""
        return queryset.filter(section=chosen) if chosen.isdecimal() else queryset
