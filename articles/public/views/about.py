"""Pages about the paper itself."""

from django.shortcuts import get_object_or_404

from articles.models.editions import Page
from articles.public.pages import page as readers_page
from articles.public.pages import show


@readers_page
def page(request, edition, slug):
    return show(request, "about/page.html", {"page": get_object_or_404(Page, edition=edition, slug=slug)})
