"""The rich text of a story or a page: one textarea, which a browser with JavaScript lays an editor over."""

import json
import re

from django import forms
from django.forms.utils import flatatt
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.urls import reverse

from articles import text
from articles.admin.forms.fields import Writing
from articles.models import Photo
from articles.text import markup

BETWEEN_BLOCKS = re.compile(r"(</(?:p|h[1-6]|ul|ol|blockquote|figure|table)>)(?=<)")
WIDTH = 640


def spaced(html):
    """Cleaned HTML with a blank line between blocks, for whoever reads it in a textarea."""
    return BETWEEN_BLOCKS.sub(r"\1\n\n", html)


class RichWriting(Writing):
    """The widget of the rich text editor. Its toolbar stands in a template, hidden until the editor is there.
    `attributes`: whether it has a button to attribute words."""

    def __init__(self, attrs=None, *, attributes=False):
        super().__init__(attrs)
        self.attributes = attributes

    class Media:
        js = (Script("admin-newsroom/forms/writing/writing.js", type="module"),)
        css = {"all": ("admin-newsroom/forms/writing/writing.css",)}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        language = context["widget"]["attrs"].get("lang", "en")
        context["widget"]["attributes"] = flatatt(context["widget"]["attrs"])
        return context | {
            "value": context["widget"]["value"] or "",
            "photos": json.dumps(photos_in(value or "")),
            "cleans_at": reverse("admin:articles_story_pasted"),
            "speed": text.words_a_minute(language),
            "attributes": self.attributes,
        }

    def render(self, name, value, attrs=None, renderer=None):
        # Rendered here, and not by the forms' renderer, which knows the templates of apps alone.
        return render_to_string("admin/forms/writing.html", self.get_context(name, value, attrs))


class RichField(forms.CharField):
    """A field of rich text. HTML that comes to the same text is not a change: the editor writes in its own way what it
    was only shown."""

    widget = RichWriting

    def has_changed(self, initial, data):
        return text.kept(initial or "") != text.kept(data or "")


def photos_in(html):
    """What the rich text editor shows for each photo in a text."""
    slugs = [tag.photo for tag in markup.tags(html) if tag.photo]
    found = Photo.objects.filter(slug__in=slugs[:200]).only("pk", "slug", "credit")
    return {photo.slug: {"thumbnail": thumbnail(photo), "credit": photo.credit} for photo in found}


def thumbnail(photo):
    return f"{reverse('admin:articles_photo_file', args=[photo.pk])}?width={WIDTH}"
