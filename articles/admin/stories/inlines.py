"""What stands with a story on its form: who wrote it, and who says what in it."""

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import footings
from articles.admin.forms import namesakes
from articles.admin.forms.fields import Line, Writing
from articles.admin.stories.owners import MOST, NUMBERED, FurtherOwners, Numbers
from articles.admin.stories.rows import RowForm, Rows, RowsInline
from articles.models import Attribution, Byline, Source, User
from articles.rules.numbers import number
from articles.text.ledger import find

LONGEST = {"words": 5_000, "note": 10_000}
WRITTEN = ("words", "capacity", "occasion", "note", "further")


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
        if "further" in form.fields:
            form.fields["further"].known, form.fields["further"].find = self._source, self._called
        form.in_edition = {"dir": edition.direction, "lang": edition.language} if edition else {"dir": "auto"}
        form.rows = self
        for name in form.fields.keys() & set(WRITTEN):
            form.fields[name].widget.attrs.update(form.in_edition)
        for name in form.fields.keys() & LONGEST.keys():
            form.fields[name].validators.append(MaxLengthValidator(LONGEST[name]))
        if "verified_by" in form.fields:
            self._offer_verifiers(form)

    def _typed(self):
        """The further owners too, saved and typed."""
        prefixes = map(self.add_prefix, range(self.total_form_count())) if self.is_bound else ()
        typed = [
            number(key) for prefix in prefixes for key in NUMBERED.findall(self.data.get(f"{prefix}-further") or "")
        ]
        saved = [owner.source.pk for row in self.get_queryset() for owner in row.further]
        return super()._typed() | {*saved, *typed} - {None}

    def _source(self, key):
        """The source of that number, if it may own a statement of this story."""
        source = self.known.get(key)
        return source if source and source.protected_in_id in (None, self.instance.pk) else None

    def _called(self, name):
        """The source that a typed name means; None where it means none, or several."""
        widget = self.form.base_fields["source"].widget
        key = number(getattr(widget, "widget", widget).called(name))
        return Source.objects.filter(pk=key).first() if key else None

    def stands(self, form):
        """Whether the words of a row stand in the story's text; None where there are none yet."""
        return self._places.get(form.prefix)

    @cached_property
    def _places(self):
        said = {form.prefix: form.instance for form in self.forms if form.instance.words}
        story = self.instance
        nth = {prefix: 1 if row.occurrence is None else row.occurrence for prefix, row in said.items()}
        return {
            prefix: find(story.body, story.above, row.words, nth[prefix]) is not None for prefix, row in said.items()
        }

    @cached_property
    def held(self):
        """How each saved row rests on evidence, for whoever may hear it."""
        may_hear = self.editor is not None and self.editor.has_perm("articles.view_evidence")
        return footings.held(form.instance for form in self.forms) if may_hear else {}

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
    occurrence = forms.IntegerField(label=gettext_lazy("Occurrence"), min_value=0, max_value=9999, initial=1)
    further = FurtherOwners()
    carries = Numbers(most=MOST)
    # What somebody verifies anew: see `Attribution.affirmed`.
    affirmed = forms.CharField(required=False, max_length=LONGEST["words"], widget=forms.HiddenInput)

    class Meta:
        widgets = {"words": Writing(attrs={"rows": 3}), "note": Line(attrs={"rows": 2})}
        help_texts = {
            "check_made": gettext_lazy("Readers are told how. Where nothing is chosen, they read “Not checked by us”.")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("further", self.instance.further)
        self.initial.setdefault("carries", self.instance.carries)

    def stands(self):
        return self.rows.stands(self)

    def held(self):
        """How the words rest on evidence, if they do."""
        return self.rows.held.get(self.instance.pk, (None, None))[1]

    def clean(self):
        cleaned = super().clean()
        # Nobody says in somebody else's name that these are the words that were verified.
        is_mine = cleaned.get("verified_by") == self.rows.editor
        self.instance.affirmed = (cleaned.get("affirmed") or "") if is_mine else ""
        further = cleaned.get("further", ())
        if any(owner.source == cleaned.get("source") for owner in further):
            self.add_error("further", _("A source owns a statement once."))
        elif "further" in self.fields:
            self.instance.further = further
        if "carries" in self.fields:
            self.instance.carries = cleaned.get("carries", [])
        return cleaned

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
                "fields": ("words", "source", "further", ("kind", "terms"), ("capacity", "occasion")),
            },
        ),
        (
            gettext_lazy("How it was obtained and checked"),
            {
                "classes": ("collapse",),
                "fields": (
                    ("check_made", "verified_by"),
                    "obtained_on",
                    "is_allegation",
                    ("occurrence", "position"),
                    "note",
                ),
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_owners().select_related("verified_by")

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
