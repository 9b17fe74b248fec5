"""Each page of the desk, in Arabic: no word of another script but what people have written."""

import re
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db.models import CharField, TextField

from articles.models import User
from tests.desk import permissions

INDIC = re.compile("[٠-٩]")
LATIN = re.compile("[A-Za-z]{2,}")
NAMES = {
    "UTC",
    "English",
    "Ctrl",
    "Alt",
    "Shift",
    "Enter",
    "Escape",
    "Command",
    "Control",
    "https",
    "mailto",
    "en",
    "ar",
}
# What Django calls its icons of yes, no and neither.
ICONS = {"True", "False", "None"}
FORMATS = {"JPEG", "PNG", "WebP", "AVIF", "HEIC", "GIF", "TIFF", "SVG", "PDF", "CSV"}
SAID_BY = ("title", "aria-label", "placeholder", "alt", "label")
NOT_SAID = {"script", "style", "kbd", "code"}
HAS_NO_END = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Said(HTMLParser):
    """What a page says in the language of the desk, with what its elements are called by."""

    def __init__(self, page):
        super().__init__()
        self.inside, self.words = [("", "ar")], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        of = dict(attrs)
        language = of.get("lang") or self.inside[-1][1]
        if tag not in HAS_NO_END:
            self.inside.append((tag, language))
        buttons = [of.get("value")] if tag == "input" and of.get("type") in ("submit", "button") else []
        if language == "ar":
            self.words += filter(None, [*(of.get(name) for name in SAID_BY), *buttons])

    def handle_endtag(self, tag):
        while len(self.inside) > 1 and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, language = self.inside[-1]
        if language == "ar" and tag not in NOT_SAID:
            self.words.append(data)


def written_by_people():
    """Each Latin word in a text of any row."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField | TextField) and not field.choices:
                for text in model.objects.values_list(field.attname, flat=True):
                    yield from LATIN.findall(text or "")


@pytest.mark.django_db
def test_no_page_of_the_desk_says_a_word_in_english(client, samples):
    client.force_login(User.objects.create_superuser("boss", desk_language="ar"))
    known = NAMES | ICONS | FORMATS | set(written_by_people())
    english, indic, walked = {}, {}, 0
    for address in permissions.addresses():
        page = client.get(address.filled(lambda hole, of=address: permissions.sample(of, hole, samples)))
        if page.status_code != 200 or page.streaming or '<html lang="ar"' not in page.content.decode():
            continue
        walked += 1
        for words in Said(page.content.decode()).words:
            if "***" in words:  # of a password
                continue
            if INDIC.search(words):
                indic.setdefault(words.strip()[:200], address.name)
            if found := [word for word in LATIN.findall(words) if word not in known]:
                english.setdefault((words.strip()[:200], *found[:5]), address.name)
    assert walked > 70
    assert english == {}
    # The desk has the numerals of its fields, in both languages: docs/decisions/0019.
    assert indic == {}
