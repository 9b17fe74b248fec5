"""What a list can be narrowed to: something looked up, days, one of the staff."""

from datetime import datetime, time, timedelta

from django.contrib.admin import ListFilter
from django.forms.widgets import Media, Script
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from articles.admin.forms import namesakes
from articles.admin.forms.fields import LookUp
from articles.models import Edition, User
from articles.rules.numbers import number


class Asking(ListFilter):
    """A filter with a form of its own, where links would be too many."""

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.site, self.request = model_admin.admin_site, request
        for name in self.expected_parameters():
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]

    def has_output(self):
        return True

    def choices(self, changelist):
        """The form: what else the list is narrowed to goes with it."""
        own = self.expected_parameters()
        others = [
            (name, value)
            for name, values in changelist.filter_params.items()
            for value in (values if isinstance(values, list) else [values])
            if name not in own
        ]
        yield {
            "others": others,
            "all": changelist.get_query_string(remove=own),
            "selected": any(self.used_parameters.values()),
            **self.shown(),
        }


class LookedUp(Asking):
    """A filter by one row of thousands, looked up as one types. `through` and `field` lead from a story to it."""

    template = "admin/tables/filters/looked_up.html"
    through, of, field, parameter_name = None, "story", None, None

    def expected_parameters(self):
        return [self.parameter_name]

    @property
    def value(self):
        value = self.used_parameters.get(self.parameter_name, "")
        return "" if number(value) is None else value

    def queryset(self, request, queryset):
        if not self.value:
            return queryset
        return queryset.with_any(self.through.objects.filter(**{self.field: self.value}), self.of)

    @property
    def widget(self):
        field = self.through._meta.get_field(self.field)
        widget = LookUp(field, self.site, attrs={"aria-label": self.title})
        widget.choices = field.formfield().choices
        return widget

    @property
    def media(self):
        return self.widget.media + Media(js=[Script("admin-newsroom/tables/lists.js", type="module")])

    def shown(self):
        return {"widget": self.widget.render(self.parameter_name, self.value, {"id": f"filter_{self.parameter_name}"})}


class Days(Asking):
    """A filter from a day to a day, in the time of the edition that is chosen."""

    template = "admin/tables/filters/days.html"
    prefix = None

    def expected_parameters(self):
        return [f"{self.prefix}_from", f"{self.prefix}_until"]

    def queryset(self, request, queryset):
        first, last = map(self._day, self.expected_parameters())
        zone = self._zone()
        if first:
            queryset = self.since(queryset, datetime.combine(first, time(), zone))
        if last:
            queryset = self.before(queryset, datetime.combine(last + timedelta(days=1), time(), zone))
        return queryset

    def shown(self):
        names = self.expected_parameters()
        labels = (_("from"), _("until"))
        return {"fields": [(name, label, self._day(name)) for name, label in zip(names, labels, strict=True)]}

    def _day(self, name):
        try:
            day = parse_date(self.used_parameters.get(name, ""))
        except ValueError:
            return None
        return day if day and 1990 <= day.year < 2100 else None

    def _zone(self):
        edition = number(self.request.GET.get("edition__id__exact"))
        chosen = None if edition is None else Edition.objects.filter(pk=edition).first()
        return chosen.zone if chosen else timezone.get_default_timezone()


class Happened(Days):
    title, prefix = _("day"), "at"

    def since(self, queryset, moment):
        return queryset.filter(at__gte=moment)

    def before(self, queryset, moment):
        return queryset.filter(at__lt=moment)


class ByWhom(Asking):
    """A filter by a member of staff: too few to be looked up, too many for links."""

    title, template = _("who"), "admin/tables/filters/chosen.html"

    def expected_parameters(self):
        return ["by"]

    @property
    def value(self):
        value = self.used_parameters.get("by", "")
        return "" if number(value) is None else value

    def queryset(self, request, queryset):
        return queryset.filter(by=self.value) if self.value else queryset

    def shown(self):
        people = User.objects.order_by("username").only("username", "first_name", "last_name")
        named = ((str(person.pk), person.get_full_name() or person.username, person.username) for person in people)
        return {"name": "by", "value": self.value, "options": namesakes.apart(named)}
