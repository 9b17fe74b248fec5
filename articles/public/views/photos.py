"""Pictures, served only while a version that has begun carries them."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from articles.models.photos import Photo
from articles.wall import behind


def photo(request, pk):
    with behind():
        shown = get_object_or_404(Photo, pk=pk)
    try:
        return FileResponse(shown.image.open(), headers={"Cache-Control": "public, max-age=300"})
    except FileNotFoundError as error:
        raise Http404("the file is missing") from error
