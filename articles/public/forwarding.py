"""What is not found where it is sought: old addresses forward for ever, withdrawn stories say so."""

from django.http import Http404
from django.shortcuts import redirect

from articles.models.address import Address
from articles.models.corrections import Withdrawal
from articles.models.publication import Publication
from articles.public.pages import show


def section(edition, slug):
    """To the section that this one was merged into."""
    address = _addresses(edition, slug).filter(section__isnull=False).select_related("section__edition").first()
    return _to(address and address.section)


def topic(edition, slug):
    """To the tag that this one was merged into."""
    address = _addresses(edition, slug).filter(tag__isnull=False).first()
    if address is None:
        raise Http404("no such topic")
    return redirect("topic", language=edition.prefix, slug=address.tag.slug, permanent=True)


def story(request, edition, day, slug):
    """To where the story is now; 410 and the reason where it was withdrawn."""
    address = _addresses(edition, slug).filter(day=day, story__isnull=False).first()
    if address is None:
        raise Http404("no such story")
    live = Publication.objects.live().filter(story_id=address.story_id).select_related("edition").first()
    if live is not None:
        return _to(live)
    withdrawal = Withdrawal.objects.open().filter(story_id=address.story_id)
    if not withdrawal:
        raise Http404("no such story")
    return show(request, "errors/410.html", {"withdrawal": withdrawal[0]}, status=410)


def _addresses(edition, slug):
    return Address.objects.filter(edition=edition, slug=slug)


def _to(row):
    if row is None:
        raise Http404("nothing forwards from here")
    return redirect(row, permanent=True)
