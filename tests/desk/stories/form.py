"""The form of a story: where it stands, and a line of it."""

from django.urls import reverse

from tests.desk.forms import row

ADD = "/admin/articles/story/add/"


def change(story):
    return reverse("admin:articles_story_change", args=[story.pk])


def attribution(number, source, words, **typed):
    usual = {"kind": "quotation", "terms": "record", "check_made": "none", "occurrence": "1"}
    return row("attributions", number, source=source.pk, words=words, **(usual | typed))
