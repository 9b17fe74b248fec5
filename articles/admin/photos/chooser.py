"""The window in which a photo is chosen: the library as one types, an upload, and what a chosen photo lacks."""

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from articles.actions import photos
from articles.admin.forms.languages import direction_of
from articles.admin.forms.sentences import REFUSALS, as_form_error
from articles.models import Photo, PhotoText
from articles.rules.numbers import number

PAGE_SIZE = 24
ALT_TEXT_HELP = _("What the picture shows, for those who cannot see it.")


class Lacking(forms.Form):
    """Asks for what a photo lacks in a language, and for nothing that it has, or that is `closed` to whoever asks."""

    alt_text = PhotoText._meta.get_field("alt_text").formfield(
        required=True,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=ALT_TEXT_HELP,
    )
    caption = PhotoText._meta.get_field("caption").formfield(widget=forms.Textarea(attrs={"rows": 2}))
    credit = Photo._meta.get_field("credit").formfield(required=True)

    def __init__(self, photo, language, data=None, *, closed=()):
        super().__init__(data, auto_id="lacking_%s")
        text = photo.text_in(language)
        had = {"alt_text": text.alt_text, "caption": text.caption, "credit": text.credit_line}
        for name in [name for name, said in had.items() if said.strip() or name in closed]:
            del self.fields[name]
        written_in(self, language)

    @property
    def asks(self):
        return any(field.required for field in self.fields.values())


def written_in(form, language):
    """Let the fields be written in the direction of `language`."""
    for name in form.fields.keys() & {"alt_text", "caption"}:
        form.fields[name].widget.attrs |= {"lang": language, "dir": direction_of(language)}
    return form


def card(photo, language):
    """What a page that has asked for a photo gets to know of it."""
    text = photo.text_in(language)
    return {
        "pk": photo.pk,
        "slug": photo.slug,
        "thumbnail": reverse("admin:articles_photo_file", args=[photo.pk]) + "?width=320",
        "width": photo.width,
        "height": photo.height,
        "alt": text.alt_text,
        "caption": text.caption,
        "credit": text.credit_line,
        "focalX": photo.focal_x,
        "focalY": photo.focal_y,
    }


@require_GET
def choose(request, *, admin):
    """The window; or, asked for `part`, the photos alone that go on from `before`."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    language = _language(request)
    found = list(_asked_for(request)[: PAGE_SIZE + 1])
    context = {
        "photos": [{**card(photo, language), "photo": photo} for photo in found[:PAGE_SIZE]],
        "older": found[PAGE_SIZE - 1].pk if len(found) > PAGE_SIZE else "",
        "language": language,
    }
    if "part" in request.GET:
        return render(request, "admin/photos/tiles.html", context)
    if admin.has_add_permission(request):
        context["upload"] = written_in(admin.upload_form(auto_id="upload_%s"), language)
    return render(request, "admin/photos/chooser.html", context)


def _asked_for(request):
    """The photos that the window's search and its boxes leave, newest first."""
    asked = request.GET
    rows = Photo.objects.found_by(asked.get("q", "")).prefetch_related("texts").order_by("-pk")
    if not asked.get("q", "").strip():
        # Portraits of those who write here are seldom what a story shows: they are found by name.
        rows = rows.filter(portrayed=None)
    if "licensed" in asked or "part" not in asked:
        rows = rows.licensed(_language(request))
    if "unused" in asked:
        rows = rows.unused()
    if "mine" in asked:
        rows = rows.filter(added_by=request.user)
    if not asked.get("before"):
        return rows
    before = number(asked["before"])
    if before is None:
        raise Http404
    return rows.filter(pk__lt=before)


@require_http_methods(["GET", "POST"])
def lacking(request, pk, *, admin):
    """One photo, and a form for what it lacks in the language, if it lacks anything that publishing asks for."""
    photo, language = get_object_or_404(Photo, pk=pk), _language(request)
    if not admin.has_view_permission(request):
        raise PermissionDenied
    closed = admin.closed_fields(request) if admin.is_closed(request, photo) else ()
    if request.method == "GET":
        form = Lacking(photo, language, closed=closed)
        may = form.asks and admin.has_change_permission(request, photo)
        context = {"form": form, "photo": photo, "card": card(photo, language), "language": language}
        asked = render_to_string("admin/photos/lacking.html", context, request) if may else ""
        return JsonResponse({"photo": card(photo, language), "form": asked})
    if not admin.has_change_permission(request, photo):
        raise PermissionDenied
    form = Lacking(photo, language, request.POST, closed=closed)
    return _saved(form, language, lambda said: photos.describe(photo, by=request.user, language=language, **said))


def upload(request, *, admin):
    """A new photo, with its text in the language of the story that it is for."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    language = _language(request)
    form = written_in(admin.upload_form(request.POST, request.FILES), language)

    def take_in(said):
        texts = {name: said[name] for name in ("alt_text", "caption")}
        return photos.take_in(form.save(commit=False), by=request.user, language=language, **texts)

    return _saved(form, language, take_in)


def _saved(form, language, save):
    """The photo as it is after `save`, or the errors by field: what was typed still stands in the window."""
    if form.is_valid():
        try:
            with transaction.atomic():
                photo = save(form.cleaned_data)
            return JsonResponse({"photo": card(photo, language)})
        except REFUSALS as refusal:
            form.add_error(None, as_form_error(refusal))
    return JsonResponse({"errors": form.errors, "offered": getattr(form, "offered", None)}, status=400)


def _language(request):
    language = request.GET.get("language", settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    return language
