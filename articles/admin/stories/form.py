"""The form in which a story is written."""

from contextlib import suppress

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, RegexValidator
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import text
from articles.actions import reconciling
from articles.actions.refusals import MovedOn
from articles.admin.forms import writing
from articles.admin.forms.fields import Line, MomentField, SectionField, TagNames, Writing
from articles.admin.forms.refusable import DeskForm
from articles.admin.forms.writing import RichField, RichWriting
from articles.models import Edition, Section, Story
from articles.models.fields import new_family
from articles.rules.numbers import number

# How long a headline may be before a front page breaks it into four lines, and before feeds and search engines cut it.
FRONT, FEED = 70, 110
LONGEST = {"body": 200_000, "note": 10_000}
# What is written in the edition's language and direction.
WRITTEN = ("kicker", "headline", "standfirst", "body", "dateline", "slug", "lead_photo", "lead_caption", "note", "tags")


def refuse_grown(html):
    """The same of a text as it would be stored: there the rows of a table are filled up to one length."""
    if "<t" in html.lower():
        MaxLengthValidator(LONGEST["body"])(text.kept(html))


# What is laid over it, in this order: a save in place comes before all that is asked of a save which leaves the page.
SCRIPTS = (
    "stories/save", "forms/typed", "stories/form", "stories/ledger/ledger", "stories/bylines", "stories/tag-chips",
    "stories/keep",
)  # fmt: skip


def in_parts(context):
    """The page's parts: fieldsets, each with its place among all, and the rows that hang on a story between them."""
    fieldsets, inlines = list(enumerate(context["adminform"])), context["inline_admin_formsets"]
    beside = [(place, fieldset) for place, fieldset in fieldsets if "is-text" not in fieldset.classes]
    last = next(place for place, fieldset in fieldsets if "is-before-bylines" in fieldset.classes)
    parts = {
        "text": [(place, fieldset) for place, fieldset in fieldsets if "is-text" in fieldset.classes],
        "attributions": [each for each in inlines if each.formset.prefix == "attributions"],
        "before_bylines": [(place, fieldset) for place, fieldset in beside if place <= last],
        "bylines": [each for each in inlines if each.formset.prefix != "attributions"],
        "after_bylines": [(place, fieldset) for place, fieldset in beside if place > last],
    }
    return {"parts": parts}


def zone_of(request, object_id):
    """The time zone of the story's edition, or of the one that was chosen for a new story."""
    chosen = {"stories": object_id} if object_id else {"pk": request.POST.get("edition") or request.GET.get("edition")}
    try:
        edition = Edition.objects.filter(**chosen).first()
    except (ValueError, OverflowError):
        edition = None
    return edition.zone if edition else timezone.get_default_timezone()


class StoryForm(DeskForm):
    """Told in `version` which save the editor has seen: what was typed is what differs from that, and not from what
    others have saved since (`actions.stories.revise` makes one of both)."""

    version = forms.IntegerField(label=gettext_lazy("version"), widget=forms.HiddenInput, required=False)
    # The family is made with the empty form, so that a form sent twice starts one story.
    family = forms.CharField(
        label=gettext_lazy("family"),
        widget=forms.HiddenInput,
        initial=new_family,
        required=False,
        validators=[RegexValidator(r"^[0-9a-f]{32}\Z")],
    )
    section = SectionField(
        Section.objects.none(),
        label=gettext_lazy("Section"),
        required=False,
        empty_label=gettext_lazy("Choose a section"),
    )
    embargo_until = MomentField(label=gettext_lazy("Embargo until"), required=False)
    tags = TagNames(
        label=gettext_lazy("Tags"),
        required=False,
        help_text=gettext_lazy("Between commas of either script. New ones are made as you type them."),
    )

    class Meta:
        field_classes = {"body": RichField}
        widgets = {
            "headline": Line(attrs={"rows": 2, "data-bears": f"{FRONT} {FEED}"}),
            "standfirst": Line(attrs={"rows": 3}),
            "body": RichWriting(attrs={"rows": 24}, attributes=True),
            "lead_caption": Line(attrs={"rows": 2}),
            "note": Writing(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.edition = self.instance.edition if self.instance.edition_id else None
        if self.edition:
            self.initial["version"] = self.instance.version
            self._begin_as_opened()
            self.initial["body"] = writing.spaced(self.initial.get("body", ""))
        if "tags" in self.fields:
            self.fields["tags"].widget.attrs["data-chips"] = reverse("admin:autocomplete")
        self._offer_sections()
        self._write_in_edition()
        for name, most in LONGEST.items():
            if name in self.fields:
                self.fields[name].validators.append(MaxLengthValidator(most))
        if "body" in self.fields:
            self.fields["body"].validators.append(refuse_grown)

    def _begin_as_opened(self):
        """Begin with what the form showed when it was opened, though others have saved since."""
        seen = number(self.data.get(self.add_prefix("version"))) if self.is_bound else None
        opened = None
        if seen not in (None, self.instance.version):
            with suppress(MovedOn):
                opened = reconciling.base_of(self.instance, seen)
        if opened:
            self.instance.opened = opened
            told = {name: opened.story.serializable_value(name) for name in Story.WRITTEN}
            self.initial |= told | {"tags": opened.tags}

    def _offer_sections(self):
        if "section" not in self.fields:
            return
        sections = Section.objects.filter(merged_into=None).select_related("edition")
        field = self.fields["section"]
        field.is_of_one_edition = self.edition is not None
        field.queryset = sections.filter(edition=self.edition) if self.edition else sections

    def _write_in_edition(self):
        edition = self.edition
        attributes = {"dir": edition.direction, "lang": edition.language} if edition else {"dir": "auto"}
        for name in self.fields.keys() & set(WRITTEN):
            # A copy of Django's wrapper around a chooser no longer shares the chooser's attributes.
            widget = self.fields[name].widget
            getattr(widget, "widget", widget).attrs.update(attributes)
        if "embargo_until" in self.fields:
            zone = edition.time_zone if edition else _("the edition")
            self.fields["embargo_until"].told_in(edition and edition.time_zone)
            self.fields["embargo_until"].help_text = _("In the time of %s. It cannot go out before this moment.") % zone

    def clean_body(self):
        """Paragraphs typed without a tag become paragraphs."""
        body = self.cleaned_data["body"]
        return body if "<" in body or not body.strip() else linebreaks(body, autoescape=True)

    def clean_family(self):
        return self.cleaned_data["family"] or new_family()

    def clean(self):
        cleaned = super().clean()
        if self.edition is None:
            self._refuse_section_of_another_edition(cleaned)
            self._refuse_second_start(cleaned)
        return cleaned

    def _refuse_section_of_another_edition(self, cleaned):
        section, edition = cleaned.get("section"), cleaned.get("edition")
        if section and edition and section.edition_id != edition.pk:
            self.add_error("section", _("This section belongs to another edition."))

    def _refuse_second_start(self, cleaned):
        started = Story.objects.filter(edition=cleaned.get("edition"), family=cleaned.get("family")).first()
        if started:
            address = reverse("admin:articles_story_change", args=[started.pk])
            said = format_html(_('This story has been saved already: <a href="{}">go on with it there</a>.'), address)
            self.add_error(None, ValidationError(said, code="started"))
