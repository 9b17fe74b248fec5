"""What stands with a story on its form: who wrote it, and who says what in it."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Q
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.admin.forms import languages, namesakes
from articles.admin.forms.by_name import ByName, OneMore
from articles.admin.forms.fields import Line, LooksUp, Writing
from articles.admin.forms.lines import Lines
from articles.models import Attribution, Byline, User
from articles.rules.numbers import number
from articles.text.ledger import ledger

LONGEST = {"words": 5_000, "note": 10_000}
WRITTEN = ("words", "capacity", "occasion", "note")
# What of a row is there before anybody fills it in.
CHOSEN = {"id", "story", "position", "occurrence", "kind", "terms", "check_made", "verified_by"}


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


class Bylines(Rows):
    of = "contributor"


class Attributions(Rows):
    """The form of an attribution, in the direction of the story's edition. An editor may name nobody else as the one
    who verified a statement."""

    of = "source"
    editor = None

    def add_fields(self, form, index):
        super().add_fields(form, index)
        edition = self.instance.edition if self.instance.edition_id else None
        form.in_edition = {"dir": edition.direction, "lang": edition.language} if edition else {"dir": "auto"}
        form.rows = self
        for name in form.fields.keys() & set(WRITTEN):
            form.fields[name].widget.attrs.update(form.in_edition)
        for name in form.fields.keys() & LONGEST.keys():
            form.fields[name].validators.append(MaxLengthValidator(LONGEST[name]))
        if "verified_by" in form.fields:
            self._offer_verifiers(form)

    def stands(self, form):
        """Whether the words of a row stand in the story's text; None where there are none yet."""
        return self._places.get(form.prefix)

    @cached_property
    def _places(self):
        said = {form.prefix: form.instance for form in self.forms if form.instance.words}
        found = ledger(self.instance.body, [(row.words, row.occurrence or 1) for row in said.values()])
        return {prefix: place is not None for prefix, place in zip(said, found.places, strict=True)}

    @cached_property
    def _verified_as_opened(self):
        """Who had verified each row when the form was opened, though others have saved since."""
        opened = getattr(self.instance, "opened", None)
        return {row.pk: row.verified_by for row in opened.attributions} if opened else {}

    def _offer_verifiers(self, form):
        field, was = form.fields["verified_by"], form.instance.verified_by if form.instance.pk else None
        known = [was, self._verified_as_opened.get(form.instance.pk or form.instance.was), self.editor]
        people = {person.pk: person for person in known if person}
        field.queryset = User.objects.filter(pk__in=people)
        named = ((pk, person.get_full_name() or str(person), person.username) for pk, person in people.items())
        field.choices = [("", _("nobody yet")), *namesakes.apart(named)]


class AttributionForm(RowForm):
    occurrence = forms.IntegerField(label=gettext_lazy("Occurrence"), min_value=1, max_value=9999, initial=1)

    class Meta:
        widgets = {"words": Writing(attrs={"rows": 3}), "note": Line(attrs={"rows": 2})}
        help_texts = {
            "check_made": gettext_lazy("Readers are told how. Where nothing is chosen, they read “Not checked by us”.")
        }

    def stands(self):
        return self.rows.stands(self)

    def clean_source(self):
        source = self.cleaned_data["source"]
        if source.protected_in_id not in (None, self.instance.story_id):
            raise ValidationError(_("This source is protected in another story: make one for this story."))
        return source


class SourceChooser(RelatedFieldWidgetWrapper):
    """The look-up of sources. Its “+” opens a form that knows for which story a source may be protected."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if story := self.widget.asked_with.get("story"):
            context["url_params"] += f"&story={story}"
        return context


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


class BylineInline(RowsInline):
    model = Byline
    form = RowForm
    formset = Bylines
    row_template = "admin/stories/byline.html"
    fieldsets = ((None, {"fields": (("contributor", "position"),)}),)


class AttributionInline(RowsInline):
    model = Attribution
    form = AttributionForm
    formset = Attributions
    row_template = "admin/stories/attribution.html"
    fieldsets = (
        (
            None,
            {
                "fields": ("words", "source", ("kind", "terms"), ("capacity", "occasion")),
            },
        ),
        (
            gettext_lazy("How it was obtained and checked"),
            {
                "classes": ("collapse",),
                "fields": (("check_made", "verified_by"), "obtained_on", ("occurrence", "position"), "note"),
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("verified_by")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.editor = request.user
        return formset

    def meant(self, request):
        """The sources of the paper, and of the protected ones those of this story."""
        return super().meant(request).filter(Q(protected_in=None) | Q(protected_in=_story_of(request)))

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "source" and field:
            wrapper, story = field.widget, _story_of(request)
            wrapper.widget.asked_with = {"story": story} if story else {}
            add, change, view = wrapper.can_add_related, wrapper.can_change_related, wrapper.can_view_related
            chosen, rel, site = wrapper.widget, wrapper.rel, self.admin_site
            field.widget = SourceChooser(chosen, rel, site, add, change, can_view_related=view)
        return field


def _story_of(request):
    return number(request.resolver_match.kwargs.get("object_id"))
