"""What becomes of a passage whose source was recalled: one pure rule over plain facts."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class ItemState(TextChoices):
    """Where the work on one passage stands."""

    OPEN = "open", pgettext_lazy("a passage of a recall", "Open")
    KEPT = "kept", pgettext_lazy("a passage of a recall", "Kept")
    CORRECTED = "corrected", pgettext_lazy("a passage of a recall", "Corrected")
    WITHDRAWN = "withdrawn", pgettext_lazy("a passage of a recall", "Withdrawn")


@dataclass(frozen=True)
class Reliance:
    """How a story relies on the passage. `is_told`: readers have been told of a correction since the recall;
    `is_retracted`: by a retraction, which leaves the text as it was, behind a notice."""

    is_at_desk: bool = False
    was_published: bool = False
    is_with_readers: bool = False
    is_withdrawn: bool = False
    is_told: bool = False
    is_retracted: bool = False


def state_of(passage: Reliance) -> ItemState:
    """What the record says of a passage that nobody has decided to keep.

    One that readers have had closes when its story is withdrawn, or when it is gone from the text and they were told.
    One that they never had is as good as withdrawn once it is gone from the desk.
    """
    if passage.is_withdrawn:
        return ItemState.WITHDRAWN
    if not passage.was_published:
        return ItemState.OPEN if passage.is_at_desk else ItemState.WITHDRAWN
    is_gone = not (passage.is_with_readers or passage.is_at_desk)
    if passage.is_retracted or (passage.is_told and is_gone):
        return ItemState.CORRECTED
    return ItemState.OPEN
