"""What publishing a revision would show to readers: their own page, in frames as wide as a phone and as a desk."""

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles.actions.locking import clock
from articles.actions.previewing import preview as previewed
from articles.admin.forms.standing import sentences
from articles.composing.paper import open_paper
from articles.composing.stories import content
from articles.models import Correction, Revision, Story
from articles.models.standing import again
from articles.rules.numbers import number
from articles.rules.words import CorrectionKind
from articles.text import folding
from articles.wall import behind


@csp_update({"frame-src": [SELF]})
def preview(request, pk, *, site):
    """The desk's page: what it shows stands in frames, what it says of it outside them."""
    revision = revision_of(request, pk)
    story = again(revision.story)
    context = site.each_context(request) | {
        "title": _("Preview of revision %s") % revision.number,
        "subtitle": str(story),
        "heading": heading(story, revision),
        "is_nav_sidebar_enabled": False,
        "story": story,
        "revision": revision,
        "page": reverse("admin:articles_story_preview_page", args=[pk], query={"revision": revision.number}),
        "said": sentences(story),
        "opts": Story._meta,
    }
    return render(request, "admin/stories/preview.html", context)


def heading(story, revision):
    said = (
        _("Preview of revision %s: this is what readers have now.")
        if revision.number == story.live_revision
        else _("Preview of revision %s: readers do not see this.")
    )
    return said % revision.number


@csp_replace({"frame-ancestors": [SELF]})
@xframe_options_sameorigin
def page(request, pk, *, site):
    """Readers' own page of a story, of a version that is in no table. For staff, and for no search engine.

    What is posted is a correction, as it is being written: it stands on the page as it will.
    """
    revision = revision_of(request, pk)
    if revision.is_erased:
        raise Http404
    shown = previewed(revision)
    edition = shown.version.edition
    with behind():
        paper = open_paper(edition.prefix)
    with translation.override(edition.language), timezone.override(edition.zone):
        context = content(shown.version, shown.statements, [*shown.corrections, *written(request)])
        around = {"paper": paper, "edition": paper.edition, "pictures_from": "admin:articles_photo_file"}
        response = render(request, "stories/story.html", around | context)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def written(request):
    """The correction on the form, if there is one. Nothing is kept."""
    kind, right = request.POST.get("kind"), folding.unturned(request.POST.get("right", ""))
    if kind in CorrectionKind and folding.is_visible(right):
        yield Correction(kind=kind, wrong=folding.unturned(request.POST.get("wrong", "")), right=right, at=clock())


def revision_of(request, pk):
    """The revision that is asked for by number, or the newest."""
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
    asked = request.GET.get("revision", "")
    revisions = Revision.objects.filter(story=pk).select_related("story__edition", "by")
    if asked:
        revisions = revisions.filter(number=number(asked) or 0)
    revision = revisions.first()
    if revision is None:
        raise Http404
    return revision
