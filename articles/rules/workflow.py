"""The stages of the desk's work, as plain data. Whether readers see a story is not a stage."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    PITCH = "pitch", _("Pitch")
    REPORTING = "reporting", _("Reporting")
    EDITING = "editing", _("Editing")
    COPY = "copy", _("Copy desk")
    READY = "ready", _("Ready")
    SPIKED = "spiked", _("Spiked")
