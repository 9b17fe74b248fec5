"""Topics: what the paper has written about."""

from articles.models.publication import Publication
from articles.models.tags import Tag
from articles.public import forwarding, paging
from articles.public.pages import page, show

INDEX_SIZE = 200


@page
def index(request, edition):
    """All topics by slug, page by page: `?after=` the last one seen."""
    after = request.GET.get("after", "").replace("\0", "")[:100]
    tags = list(Tag.objects.filter(language=edition.language, slug__gt=after).order_by("slug")[: INDEX_SIZE + 1])
    more = tags[INDEX_SIZE - 1].slug if len(tags) > INDEX_SIZE else ""
    return show(request, "tags/index.html", {"tags": tags[:INDEX_SIZE], "more": more})


@page
def topic(request, edition, slug):
    tag = Tag.objects.filter(language=edition.language, slug=slug).first()
    if tag is None:
        return forwarding.topic(edition, slug)
    rows = Publication.objects.live().tagged(tag, paging.before(request)).for_list(edition.language)
    return show(request, "tags/topic.html", {"tag": tag, "list": paging.cut(rows)})
