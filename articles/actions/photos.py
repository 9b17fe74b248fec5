"""Photos taken into the library, and what they show said in a language."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions import picturing, shared
from articles.actions.before_readers import may_change_seen
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import Photo, PhotoText, User
from articles.wall import seen

log = logging.getLogger("newsroom.pictures")


@contextmanager
def on_disk() -> Iterator[None]:
    """What the disk refuses, in words, for whoever writes or reads files of pictures in here."""
    try:
        yield
    except FileNotFoundError:
        raise Refused(_("The file of this picture is missing: its focal point cannot be moved.")) from None
    except OSError as error:
        log.error("A picture could not be kept: %s", error.strerror)
        said = _("The server could not keep the picture: its disk is full, or takes none. Tell whoever keeps it.")
        raise Refused(said) from None


@transaction.atomic
def take_in(photo: Photo, *, by: User | None, language: str, alt_text: str = "", caption: str = "") -> Photo:
    """A new photo of the library, with all that is made of it, and its text in one language."""
    allow(by, "add_photo")
    photo.added_by = by
    with on_disk():
        photo.save()
        picturing.make(photo)
    if alt_text or caption:
        PhotoText.objects.create(photo=photo, language=language, alt_text=alt_text, caption=caption)
    shared.leave_event(photo, by=by, is_new=True)
    return photo


@transaction.atomic
def describe(photo: Photo, *, by: User | None, language: str, credit: str = "", **texts: str) -> Photo:
    """Say what a photo lacked: its credit, or its `alt_text` and `caption` in a language. What is said stays."""
    allow(by, "change_photo")
    fresh = Photo.objects.select_for_update(no_key=True).get(pk=photo.pk)
    if credit and not fresh.credit:
        fresh.credit = credit
        fresh.save(update_fields=["credit", "folded"])
    text, _is_new = PhotoText.objects.get_or_create(photo=fresh, language=language)
    for name in ("alt_text", "caption"):
        setattr(text, name, getattr(text, name) or texts.get(name, ""))
    text.save()
    shared.leave_event(fresh, by=by, fields=["phototext", *(["credit"] if credit else [])])
    return fresh


@transaction.atomic
def choose_as_portrait(photo: Photo, *, by: User | None) -> None:
    """Let readers see a photo as a portrait: whoever may publish lets it out by choosing it. Others choose among those
    that readers see already, or that were let out."""
    fresh = Photo.objects.select_for_update(no_key=True).get(pk=photo.pk)
    if fresh.is_let_out:
        return
    if not may_change_seen(Photo, by):
        if seen.is_public(fresh):
            return
        raise Refused(_("Readers do not see this photo: it becomes a portrait when an editor or the chief chooses it."))
    Photo.objects.filter(pk=fresh.pk).update(is_let_out=True)
    shared.leave_event(fresh, by=by, fields=["is_let_out"])
