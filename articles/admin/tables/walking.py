"""Lists that go on from a key: page 1,000 costs what page 1 costs, and nothing is counted further than `MOST`."""

from datetime import datetime
from functools import cached_property

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR, ChangeList
from django.core.paginator import Paginator
from django.db.models import OrderBy, Q
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.rules.numbers import number

MOST = 1_000
KEY = "before"


class Short(Paginator):
    """Counts no further than a thousand: nobody scrolls on in a look-up."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[:MOST].count()


class Narrowed(ChangeList):
    """By its filters alone: Django's own asks the database whatever an address says of a column, in any expression."""

    pages_template = "admin/tables/pages_numbered.html"

    def get_filters(self, request):
        found = super().get_filters(request)
        asked_beside_them = found[2]
        if asked_beside_them:
            raise IncorrectLookupParameters
        return found

    @property
    def unsearched(self):
        """What the address asks beside the search, which a new search keeps."""
        return {name: value for name, value in self.params.items() if name != SEARCH_VAR}


class Walk(Narrowed):
    """In the order of one column that has an index, and of the number of the row; from the key that the address names.

    A key is a row's number, and of a list in the order of time that time before it: the row may move meanwhile.
    """

    pages_template = "admin/tables/pages_walked.html"
    key = None

    def get_filters(self, request):
        self.key = self.params.pop(KEY, None)
        self.filter_params.pop(KEY, None)
        return super().get_filters(request)

    def get_ordering(self, request, queryset):
        first = super().get_ordering(request, queryset)[0]
        if isinstance(first, OrderBy):
            first = "-" * first.descending + first.expression.name
        if first.lstrip("-") in ("pk", "id"):
            return [first]
        return [first, "-pk" if first.startswith("-") else "pk"]

    def get_ordering_field_columns(self):
        """The column that the list is in the order of, and no other: there is one index."""
        columns = super().get_ordering_field_columns()
        return dict(list(columns.items())[:1]) if self.params.get(ORDER_VAR) else columns

    def get_results(self, request):
        rows = self.queryset.filter(self._beyond()) if self.key else self.queryset
        # Numbers first: what a line shows is then asked of a page's rows, whatever PostgreSQL has to sort. On the first
        # page they are counted at once; of one further back nobody asks.
        most = self.list_per_page if self.key else max(MOST, self.list_per_page)
        found = list(rows.values_list("pk", flat=True)[: most + 1])
        self.total = None if self.key else len(found)
        self.is_more = not self.key and len(found) > MOST
        self.result_list = list(self._shown(found[: self.list_per_page]))
        self.older = self._key_of(self.result_list[-1]) if len(found) > self.list_per_page else None
        # What stock Django calls the count is what its “select all” would select: the rows that are seen, no more.
        self.result_count = len(self.result_list)
        self.multi_page = self.can_show_all = False
        self.show_full_result_count, self.full_result_count = False, None
        self.show_admin_actions = True
        self.paginator = None

    def _shown(self, numbers):
        rows = self.root_queryset.filter(pk__in=numbers)
        if not rows.query.select_related:
            rows = self.apply_select_related(rows)
        return self.model_admin.for_list(rows.order_by(*self.queryset.query.order_by))

    @property
    def counted(self):
        """How many rows there are, in words; nothing further back, where nobody counts them."""
        if self.total is None:
            return ""
        if self.is_more:
            return _("more than %(count)s") % {"count": MOST}
        return _("%(count)s in all") % {"count": self.total}

    @property
    def older_link(self):
        return self.get_query_string({KEY: self.older})

    @property
    def all_link(self):
        """The list without the search."""
        return self.get_query_string(remove=[SEARCH_VAR])

    @property
    def first_link(self):
        return self.get_query_string()

    @property
    def _ordering(self):
        return [(name.lstrip("-"), name.startswith("-")) for name in self.queryset.query.order_by]

    def _key_of(self, row):
        value = getattr(row, self._ordering[0][0])
        return f"{value:%Y-%m-%dT%H:%M:%S.%f}_{row.pk}" if isinstance(value, datetime) else str(row.pk)

    def _beyond(self):
        """Of rows, those that come after the key."""
        beyond, equal = Q(), Q()
        for (name, is_falling), value in zip(self._ordering, self._values(), strict=True):
            way = "lt" if is_falling else "gt"
            beyond |= equal & Q(**{f"{name}__{way}": value})
            equal &= Q(**{name: value})
        name, is_falling = self._ordering[0]
        # The bound of the walk, without which it would begin at the first row.
        return Q(**{f"{name}__{'lte' if is_falling else 'gte'}": self._values()[0]}) & beyond

    @cached_property
    def _start(self):
        at, _line, key = self.key.rpartition("_")
        pk = number(key)
        if pk is None:
            raise IncorrectLookupParameters
        return at, pk

    def _values(self):
        at, pk = self._start
        if len(self._ordering) == 1:
            return [pk]
        return [self._moment(at) if at else self._first_of(pk), pk]

    def _moment(self, at):
        try:
            return datetime.fromisoformat(f"{parse_datetime(at).isoformat()}+00:00")
        except (AttributeError, ValueError):
            raise IncorrectLookupParameters from None

    def _first_of(self, pk):
        values = self.model._default_manager.filter(pk=pk).values_list(self._ordering[0][0], flat=True)
        if not values:
            raise IncorrectLookupParameters
        return values[0]
