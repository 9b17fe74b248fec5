"""Pictures: what was made of a photo, and only while a version that has begun carries it. Never what was uploaded."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from articles.models.photos import Photo
from articles.pictures.renditions import FORMS
from articles.wall import behind

# An hour: as long as a cache may go on showing what has been withdrawn. See docs/decisions/0016.
HEADERS = {"Cache-Control": "public, max-age=3600", "Content-Security-Policy": "default-src 'none'; sandbox"}
TYPES = {"avif": "image/avif", "jpg": "image/jpeg"}


def picture(request, pk, made_as, width, form):
    """A photo at one of its widths. An older mark leads to what there is now."""
    photo = _shown(pk)
    if width not in photo.widths or form not in FORMS:
        raise Http404("not made in this size")
    return _file(request, photo.file(width, form), TYPES[form])


def card(request, pk, made_as, x, y):
    """What stands for a story where it is shared."""
    return _file(request, _shown(pk).card_file, TYPES["jpg"])


def _shown(pk):
    with behind():
        return get_object_or_404(Photo.objects.exclude(made_as=""), pk=pk)


def _file(request, name, content_type):
    tag = quote_etag(name)
    try:
        made_at = int(default_storage.get_modified_time(name).timestamp())
        answer = get_conditional_response(request, tag, made_at)
        answer = answer or FileResponse(default_storage.open(name), content_type=content_type)
    except FileNotFoundError as error:
        raise Http404("the file is missing") from error
    for header, value in (HEADERS | {"ETag": tag, "Last-Modified": http_date(made_at)}).items():
        answer[header] = value
    return answer
