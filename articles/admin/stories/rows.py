"""Rows of a story's form that name a contributor or a source, in an order: looked up, or called by name."""

from django import forms
from django.contrib import admin
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.admin.forms import languages, namesakes
from articles.admin.forms.by_name import ByName, OneMore
from articles.admin.forms.fields import LooksUp
from articles.admin.forms.lines import Lines
from articles.rules.numbers import number

# What of a row is there before anybody fills it in.
CHOSEN = {"id", "story", "position", "occurrence", "kind", "terms", "check_made", "verified_by", "carries"}


class Rows(OneMore, Lines):
    """A formset of rows in an order. Each names a contributor or a source, shown by its name in the language of the
    story. A row that someone else has removed meanwhile is a new row again, and not an error for ever.
    """

    of = ""
    # The numbers that rows had which somebody else has removed meanwhile, by their places.
    were = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._get_to_know()
        if self.is_bound:
            self._take_removed_for_new()
            self._take_emptied_for_removed()

    def _get_to_know(self):
        """Read the contributors or sources of all rows, saved and typed, in one query and not in one for each."""
        language = self.instance.edition.language if self.instance.edition_id else get_language()
        rows, named = self.get_queryset(), self.model._meta.get_field(self.of).related_model.objects
        chosen = {getattr(row, f"{self.of}_id") for row in rows} | self._typed()
        self.known = languages.called_in(language, named.filter(pk__in=chosen))
        for row in rows:
            setattr(row, self.of, self.known[getattr(row, f"{self.of}_id")])
        if self.of in self.form.base_fields:
            widget = self.form.base_fields[self.of].widget
            widget = getattr(widget, "widget", widget)
            widget.told = namesakes.slugs(named.model, self.known.values())
            widget.known, widget.asked_with = self.known, widget.asked_with | {"language": language}

    def _typed(self):
        places = range(self.total_form_count()) if self.is_bound else ()
        return {number(self.data.get(f"{self.add_prefix(place)}-{self.of}")) for place in places} - {None}

    def _take_removed_for_new(self):
        known = {str(row.pk) for row in self.get_queryset()}
        if all(self._sent(place).get("id") in known for place in range(self.initial_form_count())):
            return
        rows = [self._sent(place) for place in range(self.total_form_count())]
        here = [row for row in rows if row.get("id") in known]
        others = [row for row in rows if row.get("id") not in known]
        self.were = {place: number(row.get("id")) for place, row in enumerate(others, len(here))}
        self.data = self.data.copy()
        # A box that is not ticked sends nothing: what another row had in this place must not stay.
        for place, row in enumerate(rows):
            for name in row:
                del self.data[f"{self.add_prefix(place)}-{name}"]
        for place, row in enumerate([*here, *(row | {"id": ""} for row in others)]):
            for name, value in row.items():
                self.data[f"{self.add_prefix(place)}-{name}"] = value
        self.data[self.management_form.add_prefix(INITIAL_FORM_COUNT)] = len(here)
        del self.management_form

    def _take_emptied_for_removed(self):
        """A row in which nothing stands any more is none."""
        sent = {place: self._sent(place) for place in range(self.initial_form_count())}
        gone = [place for place, row in sent.items() if self.of in row and not any(map(row.get, row.keys() - CHOSEN))]
        if gone and self.can_delete:
            self.data = self.data.copy()
            self.data.update({f"{self.add_prefix(place)}-{DELETION_FIELD_NAME}": "on" for place in gone})

    def _sent(self, place):
        prefix = f"{self.add_prefix(place)}-"
        return {key.removeprefix(prefix): value for key, value in self.data.items() if key.startswith(prefix)}

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.instance.was = self.were.get(index)
        if "position" in form.fields:
            form.fields["position"].required = False
            if not form.instance.pk:
                form.initial["position"] = None

    def clean(self):
        """A row without a number follows the one before it; one that is shown again is still called as it was."""
        super().clean()
        place = 0
        for form in self.forms:
            if known := self.known.get(getattr(form.instance, f"{self.of}_id")):
                setattr(form.instance, self.of, known)
            if form.instance.position is None:
                form.instance.position = place
            place = form.instance.position + 1


class RowForm(forms.ModelForm):
    """The form of a row. A new one in which nothing was filled in is no row, wherever a script has put it."""

    @cached_property
    def changed_data(self):
        changed = super().changed_data
        return changed if self.instance.pk or set(changed) - {"position", "occurrence"} else []


class RowsInline(LooksUp, admin.StackedInline):
    """An inline whose rows name a contributor or a source: looked up, or called by name. `meant` gives the rows that
    may be named."""

    template = "admin/stories/rows.html"
    extra = 1

    def meant(self, request):
        return self.model._meta.get_field(self.formset.of).related_model.objects.all()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == self.formset.of:
            kwargs["widget"] = ByName(db_field, self.admin_site)
            kwargs["widget"].among = self.meant(request)
            said = _("Nobody is called so, or more than one: type the whole name, or the slug.")
            kwargs["error_messages"] = {"invalid_choice": said}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
