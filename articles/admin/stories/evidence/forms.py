"""What the pages of evidence ask."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.actions import evidence
from articles.admin.forms.fields import DayInput, Line, Writing
from articles.admin.forms.refusable import Refusable
from articles.models import Evidence, Footing, Source
from articles.rules import documents
from articles.rules.words import EvidenceUse

LONGEST_REASON = 2_000


class DocumentField(forms.FileField):
    """Takes a PDF of any name, since none is kept: its bytes."""

    def __init__(self, **kwargs):
        said = _("A PDF of at most 20 MB. It is never opened here: it is handed out as it came.")
        widget = forms.FileInput(attrs={"accept": "application/pdf,.pdf"})
        super().__init__(**{"max_length": None, "required": False, "help_text": said, "widget": widget} | kwargs)

    def clean(self, data, initial=None):
        if not data:
            return b""
        try:
            return documents.accepted(data)
        except documents.NotTaken as refusal:
            raise ValidationError(refusal.sentence, code=refusal.code) from None


class EvidenceForm(Refusable, forms.ModelForm):
    """A passage, entered or changed. `seen` is the mark of what it showed, `version` the save of the story."""

    document = DocumentField(label=_("Document"))
    drops_document = forms.BooleanField(label=_("Remove the document"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Evidence
        fields = ("kind", "label", "source", "place", "text", "expires_on")
        widgets = {"label": Line(attrs={"rows": 1}), "text": Writing(attrs={"rows": 18}), "expires_on": DayInput()}

    def __init__(self, story, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        row, written = self.instance, {"lang": story.edition.language, "dir": "auto"}
        self.fields["source"].queryset = _heard_in(story, row)
        self.fields["text"].widget.attrs |= written
        self.fields["text"].validators.append(MaxLengthValidator(evidence.MOST))
        self.initial |= {"version": story.version, "seen": evidence.mark(row) if row.pk else ""}
        if not user.has_perm("articles.set_evidence_term"):
            del self.fields["expires_on"]
        if not row.file:
            del self.fields["drops_document"]

    @property
    def said(self):
        """What the action is told."""
        told = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}
        return told | {"file": self.cleaned_data["document"]}


def _heard_in(story, row):
    """Who may be heard in it: the sources of the story, and the one it has."""
    of_story = Q(attributions__story=story) | Q(further_attributions__attribution__story=story)
    return Source.objects.filter(of_story | Q(protected_in=story) | Q(pk=row.source_id)).distinct()


class RestForm(Refusable, forms.ModelForm):
    """How a statement rests on evidence, if any is kept."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Footing
        fields = ("use", "place", "reason")
        widgets = {"use": forms.RadioSelect, "reason": Line(attrs={"rows": 2})}
        labels = {"use": _("How it stands to what was heard"), "reason": _("Why the words differ, or why none is kept")}

    def __init__(self, has_evidence, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["use"].choices = EvidenceUse.choices if has_evidence else [NOT_KEPT]
        if not self.instance.pk:
            self.initial["use"] = EvidenceUse.VERBATIM if has_evidence else EvidenceUse.NOT_KEPT
        self.fields["reason"].validators.append(MaxLengthValidator(LONGEST_REASON))
        if not has_evidence:
            del self.fields["place"]


NOT_KEPT = (EvidenceUse.NOT_KEPT.value, EvidenceUse.NOT_KEPT.label)
