"""What the list of stories can be narrowed to: what readers see, whose it is, what it has, days."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

from articles.admin.forms import namesakes
from articles.admin.tables.filters import Days, LookedUp
from articles.models import Attribution, Byline, Event, Publication, Section, StoryTag, standing
from articles.models.standing import Standing
from articles.rules.numbers import number


class StandingFilter(SimpleListFilter):
    title = _("what readers see")
    parameter_name = "standing"
    stands_open = True

    def lookups(self, request, model_admin):
        return Standing.choices

    def queryset(self, request, queryset):
        return standing.narrowed(queryset, Standing(self.value())) if self.value() in Standing.values else queryset


class SourcingFilter(SimpleListFilter):
    title = _("sourcing")
    parameter_name = "sourcing"

    def lookups(self, request, model_admin):
        return [("not-owned", _("Readers have quotations that nobody owns"))]

    def queryset(self, request, queryset):
        return standing.not_owned(queryset) if self.value() == "not-owned" else queryset


class SectionFilter(SimpleListFilter):
    """Sections of the chosen edition; of none chosen, each with its edition's language."""

    title = _("section")
    parameter_name = "section"

    def lookups(self, request, model_admin):
        sections = Section.objects.filter(merged_into=None).select_related("edition")
        edition = number(request.GET.get("edition__id__exact"))
        if edition is not None:
            return namesakes.apart(
                (section.pk, section.name, section.slug) for section in sections.filter(edition=edition)
            )
        return namesakes.apart((each.pk, f"{each.name} ({each.edition.language})", each.slug) for each in sections)

    def queryset(self, request, queryset):
        chosen = number(self.value())
        return queryset if chosen is None else queryset.filter(section=chosen)


class Mine(SimpleListFilter):
    title = _("whose")
    parameter_name = "mine"

    def lookups(self, request, model_admin):
        return [("byline", _("With my byline")), ("work", _("What I worked on"))]

    def queryset(self, request, queryset):
        rows = {
            "byline": Byline.objects.filter(contributor__user=request.user),
            "work": Event.objects.filter(by=request.user, story__isnull=False),
        }.get(self.value())
        return queryset if rows is None else queryset.with_any(rows)


class ContributorFilter(LookedUp):
    title, parameter_name = _("contributor"), "contributor"
    through, field = Byline, "contributor"


class TagFilter(LookedUp):
    title, parameter_name = _("tag"), "tag"
    through, of, field = StoryTag, "content_object", "tag"


class SourceFilter(LookedUp):
    title, parameter_name = _("source"), "source"
    through, field = Attribution, "source"


class Changed(Days):
    title, prefix = _("last change"), "changed"

    def since(self, queryset, moment):
        return queryset.filter(changed_at__gte=moment)

    def before(self, queryset, moment):
        return queryset.filter(changed_at__lt=moment)


class FirstLive(Days):
    title, prefix = _("first publication"), "live"

    def since(self, queryset, moment):
        return queryset.with_any(self._begun().filter(first_live_at__gte=moment))

    def before(self, queryset, moment):
        return queryset.with_any(self._begun().filter(first_live_at__lt=moment))

    def _begun(self):
        return Publication.objects.filter(number=1).order_by()
