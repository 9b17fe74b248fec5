"""The newsroom's fixed choices, each an enum that answers what follows from it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What a story is; readers are told wherever it is not plain news."""

    NEWS = "news", _("News")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    INTERVIEW = "interview", _("Interview")
    OBITUARY = "obituary", _("Obituary")
    SPONSORED = "sponsored", _("Sponsored")


class SourceKind(TextChoices):
    """Who or what a statement came from."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    AGENCY = "agency", _("News agency")
    PUBLICATION = "publication", _("Publication")
    DOCUMENT = "document", _("Document")
    DATASET = "dataset", _("Dataset")

    @property
    def telling(self) -> str:
        """What stands over all that we have of it: people tell, documents say, data show."""
        return str(TELLING.get(self, _("What they told us")))


TELLING = {
    SourceKind.PUBLICATION: _("What it reported"),
    SourceKind.DOCUMENT: _("What it says"),
    SourceKind.DATASET: _("What it shows"),
}


class StatementKind(TextChoices):
    """What was taken from the source."""

    QUOTATION = "quotation", _("Quotation")
    PARAPHRASE = "paraphrase", _("Paraphrase")
    DATA = "data", _("Data")
    DOCUMENT = "document", _("Document")
    PICTURE = "picture", _("Picture")
    WIRE = "wire", _("Wire copy")


class Terms(TextChoices):
    """On what terms the source spoke. Whoever may not be named is a protected source."""

    RECORD = "record", _("On the record")
    BACKGROUND = "background", _("On background")
    NOT_FOR_ATTRIBUTION = "unattributed", _("Not for attribution")

    @property
    def may_be_named(self) -> bool:
        return self is Terms.RECORD

    @property
    def meaning(self) -> str:
        """As readers are told it."""
        return str(TERMS[self])


TERMS = {
    Terms.RECORD: _("May be quoted by name."),
    Terms.BACKGROUND: _("We may quote, and describe the source in words agreed beforehand, but not name them."),
    Terms.NOT_FOR_ATTRIBUTION: _("We may use what we were told, but not say where it came from."),
}


class Check(TextChoices):
    """How the newsroom checked a statement, as readers are told."""

    NONE = "none", _("Not checked by us")
    HEARD = "heard", _("Heard by our reporter")
    SEEN = "seen", _("Seen by our reporter")
    RECORDING = "recording", _("Checked against a recording")
    CONFIRMED = "confirmed", _("Confirmed by a second source")

    @property
    def disc(self) -> str:
        """The sign before the words: full for what we heard, saw or have recorded, half for what another source
        confirms, a ring for what nobody checked."""
        return {Check.NONE: "ring", Check.CONFIRMED: "half"}.get(self, "full")


class EvidenceKind(TextChoices):
    """What the desk keeps of how a statement was made."""

    RECORDING = "recording", _("Recording")
    NOTES = "notes", _("Notes")
    DOCUMENT = "document", pgettext_lazy("evidence", "Document")


class EvidenceUse(TextChoices):
    """How the printed words rest on what was heard or read."""

    VERBATIM = "verbatim", _("Word for word")
    MENDED = "mended", _("Grammar mended")
    TRANSLATED = "translated", _("Translated")
    NOT_KEPT = "unkept", _("Evidence not kept")


class TagKind(TextChoices):
    """What a tag names."""

    TOPIC = "topic", _("Topic")
    PLACE = "place", _("Place")
    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    EVENT = "event", _("Event")

    @property
    def plural(self) -> str:
        return str(TAG_KINDS[self])


TAG_KINDS = {
    TagKind.TOPIC: _("Subjects"),
    TagKind.PLACE: _("Places"),
    TagKind.PERSON: _("People"),
    TagKind.ORGANISATION: _("Organisations"),
    TagKind.EVENT: _("Events"),
}


class Change(TextChoices):
    """What a publication is, beside the one before it."""

    FIRST = "first", _("First publication")
    MINOR = "minor", _("Minor change")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("With a correction")

    @property
    def is_announced(self) -> bool:
        """Whether readers are told that the story has changed: its `updated_at` moves."""
        return self is not Change.MINOR


class CorrectionKind(TextChoices):
    """How grave what is put right is."""

    UPDATE = "update", _("Update")
    CLARIFICATION = "clarification", _("Clarification")
    CORRECTION = "correction", _("Correction")
    APOLOGY = "apology", _("Apology")
    RETRACTION = "retraction", _("Retraction")

    @property
    def stands_first(self) -> bool:
        """Whether readers are told before they read the text, and not behind it."""
        return self in {CorrectionKind.APOLOGY, CorrectionKind.RETRACTION}

    @property
    def plural(self) -> str:
        return str(CORRECTION_KINDS[self][0])

    @property
    def meaning(self) -> str:
        """As readers are told it."""
        return str(CORRECTION_KINDS[self][1])


CORRECTION_KINDS = {
    CorrectionKind.UPDATE: (
        _("Updates"),
        _("The story was right when it appeared; what has happened since has been added."),
    ),
    CorrectionKind.CLARIFICATION: (
        _("Clarifications"),
        _("Nothing was false, but something was missing or could be misunderstood."),
    ),
    CorrectionKind.CORRECTION: (
        pgettext_lazy("corrections of that kind", "Corrections"),
        _("A fact was wrong."),
    ),
    CorrectionKind.APOLOGY: (
        _("Apologies"),
        _("We have wronged somebody. It stands before the text."),
    ),
    CorrectionKind.RETRACTION: (
        _("Retractions"),
        _("What the story rested on does not hold. Its text is kept as a record, behind a notice that says so."),
    ),
}


# What readers are told of a story that was erased: the real reason may be what must not be said.
ERASED = _("Removed for legal reasons.")


class Direction(TextChoices):
    """The way an edition's language is written."""

    LTR = "ltr", _("Left to right")
    RTL = "rtl", _("Right to left")
