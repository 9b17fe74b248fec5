"""What the file of a picture says of itself, offered to whoever uploads it: seen, changed or left before it is kept."""

import unicodedata

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.utils.translation import gettext as _

from articles.admin.forms.languages import direction_of
from articles.models import Photo, PhotoText
from articles.pictures import uploads
from articles.rules.origins import origin_of

FIELDS = {"credit": Photo, "licence": Photo, "origin": Photo, "caption": PhotoText}


def offered(notes):
    """What is offered, by field, and in `captions` by language; without what there is nothing to say of."""
    origin = origin_of(notes["origin"])
    said = {"credit": notes["credit"], "licence": notes["licence"], "origin": origin.value if origin else ""}
    return {name: text for name, text in said.items() if text} | {"captions": captions(notes["captions"])}


def captions(said):
    """The captions by language of the paper: those that the file names so, then others by the way that they run."""
    known, names = {}, dict(settings.LANGUAGES)
    for language, text in said.items():
        if (language := language.partition("-")[0]) in names:
            known.setdefault(language, text)
    for text in said.values():
        for language in names:
            if text not in known.values() and direction_of(language) == direction(text):
                known.setdefault(language, text)
    return known


def direction(text):
    """The way in which the first letter runs that runs in any."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next(("ltr" if kind == "L" else "rtl" for kind in kinds if kind in ("L", "R", "AL")), "ltr")


def in_words(said):
    """Which fields are offered something, as their labels say it."""
    names = [name for name in FIELDS if said.get(name) or (name == "caption" and said["captions"])]
    return _(", ").join(str(FIELDS[name]._meta.get_field(name).verbose_name) for name in names)


def offer(request, *, admin):
    """What a file that somebody has chosen says of itself. Nothing of it is kept."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if "image" not in request.FILES:
        return JsonResponse({}, status=400)
    try:
        said = offered(uploads.notes_of(request.FILES["image"]))
    except uploads.NotTaken as refusal:
        return JsonResponse({"refused": refusal.sentence}, status=400)
    names = in_words(said)
    sentence = _("Taken from the file: %(names)s. Look them over before you save.") % {"names": names} if names else ""
    return JsonResponse({"offered": said, "sentence": sentence})


class Offered:
    """A form mixin: what the file says for fields that were left empty is shown before anything is kept.

    Where a script runs, it has been: `looked_over` says so. Where none does, the form comes back with it, once.
    """

    def offer(self, cleaned, notes):
        self.offered = offered(notes)
        lacking = {} if cleaned.get("looked_over") else dict(self._lacking())
        if not lacking:
            return
        self.data = self.data.copy()
        for name, text in (lacking | {"looked_over": "1"}).items():
            self.data[self.add_prefix(name)] = text
        told = {"said": "; ".join(lacking.values())}
        sentence = _("The file says: %(said)s. Look it over in the form, and choose the file again.") % told
        self.add_error("image", sentence)

    def _lacking(self):
        """What is offered for fields of the page that nobody has filled."""
        typed = {name.rpartition("-")[2] for name, text in self.data.items() if str(text).strip()}
        captions = list(self.offered["captions"].values())[:1]
        said = self.offered | dict(zip(["caption"], captions, strict=False))
        return ((name, said[name]) for name in FIELDS if name in said and name not in typed)
