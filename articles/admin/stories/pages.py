"""The pages of a story beside its form, as a table: a new one is a file and a row."""

from functools import partial

from django.urls import path

from articles.admin.stories import (
    answers,
    bulk,
    button_pages,
    buttons,
    carrying,
    keeping,
    ledger,
    previews,
    replies,
    revisions,
    titles,
    waiving,
)
from articles.admin.stories.evidence import comparing
from articles.admin.stories.evidence import pages as evidence

# Pages of one story: `view(request, pk, site=…)`. The pages of the buttons are in the table of buttons.
PAGES = {
    "preview": previews.preview,
    "preview_page": previews.readers_page,
    "compare": revisions.compare,
    "restore": revisions.restore,
    "replies": replies.page,
    "no-quotation": waiving.no_quotation,
    "quotation-again": waiving.quotation_again,
    "not-carried": carrying.not_carried,
    "to-carry": carrying.to_carry,
}
# What was heard, for one story: `view(request, pk, site=…)`, of one row by `evidence` or `statement`.
HEARD = {
    "evidence": ("evidence/", evidence.listed),
    "evidence_add": ("evidence/add/", evidence.add),
    "evidence_one": ("evidence/<int:evidence>/", evidence.one),
    "evidence_delete": ("evidence/<int:evidence>/delete/", evidence.delete),
    "evidence_file": ("evidence/<int:evidence>/file/", evidence.file),
    "heard": ("heard/<int:statement>/", comparing.heard),
}
# What the form asks while one writes: `view(request)`.
ANSWERS = {
    "pasted": answers.cleaned,
    "ledger": ledger.ledger,
    "source": ledger.source,
    "title": titles.title,
    "keep": keeping.keep,
    "let-go": keeping.let_go,
}


def urls(site):
    """The addresses of all of them, and of what is done with several stories at once."""
    views = {name: partial(button_pages.page, name=name) for name in buttons.named()} | PAGES
    for name, view in views.items():
        yield _path(site, f"<int:pk>/{name}/", partial(view, site=site), name)
    for name, (route, view) in HEARD.items():
        yield _path(site, f"<int:pk>/{route}", partial(view, site=site), name)
    for name in bulk.BULK:
        yield _path(site, f"bulk/{name}/", partial(bulk.page, site=site, name=name), f"bulk_{name}")
    for name, view in ANSWERS.items():
        yield _path(site, f"{name}/", view, name)


def _path(site, route, view, name):
    return path(route, site.admin_view(view), name=f"articles_story_{name}")
