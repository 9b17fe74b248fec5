"""How a picture came about, in the terms of IPTC's digital source types, and what readers are told of it."""

import re

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_TERM = re.compile(r"(?i)(?:https?://(?:www\.)?cv\.iptc\.org/newscodes/digitalsourcetype/|digsrctype:)?(\w+)/?")


class Origin(TextChoices):
    """A term as IPTC writes it; with the vocabulary before it, it is the term's address."""

    PHOTOGRAPH = "digitalCapture", _("Photograph")
    SEVERAL_FRAMES = "computationalCapture", _("Photograph, made of several frames by a telephone")
    NEGATIVE = "negativeFilm", _("Photograph, scanned from a negative")
    SLIDE = "positiveFilm", _("Photograph, scanned from a slide")
    PRINT = "print", _("Photograph, scanned from a print")
    EDITED = "humanEdits", _("Photograph, retouched")
    ENHANCED = "algorithmicallyEnhanced", _("Photograph, sharpened or cleaned by a program")
    ILLUSTRATION = "digitalCreation", _("Drawing or other illustration")
    GRAPHIC = "dataDrivenMedia", _("Chart, map or other graphic")
    SCREENSHOT = "screenCapture", _("Screenshot")
    COMPOSITE = "composite", _("Composite")
    OF_PHOTOGRAPHS = "compositeCapture", _("Composite of photographs")
    PARTLY_MADE = "compositeSynthetic", _("Composite with parts made by a program")
    CHANGED = "compositeWithTrainedAlgorithmicMedia", _("Photograph, changed by a generative program")
    GENERATED = "trainedAlgorithmicMedia", _("Made by a generative program")
    COMPUTED = "algorithmicMedia", _("Made by a program from a formula")
    VIRTUAL = "virtualRecording", _("Recorded in a virtual scene")

    @property
    def address(self) -> str:
        return VOCABULARY + self.value

    @property
    def notice(self) -> str | Promise:
        """What readers are told beside the caption, lest they take it for what somebody saw; nothing, of most."""
        return _NOTICES.get(self, "")

    def credited(self, credit: str) -> str:
        """The credit, after the word for what it is, where that is no photograph."""
        word = str(_WORDS.get(self, ""))
        if not word or credit.casefold().startswith(word.casefold()):
            return credit
        return f"{word}: {credit}" if credit else word


_NOTICES = {
    Origin.COMPOSITE: _("Composite picture"),
    Origin.OF_PHOTOGRAPHS: _("Composite picture"),
    Origin.PARTLY_MADE: _("Composite picture, partly made by a program"),
    Origin.CHANGED: _("Composite picture, partly made by a program"),
    Origin.GENERATED: _("Made by a program"),
    Origin.COMPUTED: _("Made by a program"),
    Origin.VIRTUAL: _("A virtual scene"),
}
_WORDS = {
    Origin.ILLUSTRATION: _("Illustration"),
    Origin.GRAPHIC: _("Graphic"),
    Origin.SCREENSHOT: _("Screenshot"),
}
# Terms that IPTC has retired, and what schema.org calls one, by what stands in their place.
_OTHERS = {
    "digitalArt": Origin.ILLUSTRATION,
    "minorHumanEdits": Origin.EDITED,
    "softwareImage": Origin.COMPUTED,
    "multiFrameComputationalCapture": Origin.SEVERAL_FRAMES,
}
_KNOWN = {term.casefold(): origin for term, origin in [*((each.value, each) for each in Origin), *_OTHERS.items()]}


def origin_of(address: str) -> Origin | None:
    """The origin that a file names by its address, by its short name or by the term alone; None where it is no term."""
    term = _TERM.fullmatch(address.strip())
    return _KNOWN.get(term[1].casefold()) if term else None


def known(value: str) -> Origin | None:
    return Origin(value) if value in Origin.values else None
