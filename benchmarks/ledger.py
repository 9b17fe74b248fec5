"""The ledger's answer for a text of 8,000 words with 200 quotations, in milliseconds of processor time: it is to cost
150 at most while somebody writes. Beside it a small answer of the desk, which says how fast the machine is."""

import statistics
import time

from django.urls import reverse

from articles.models import Story
from articles.text import remembering

WORDS, QUOTATIONS = 8_000, 200
ROUNDS = 15
SPEAKERS = {
    "en": ("Ada Korvin", "Emil Rask", "the Harbour Union", "a person close to the talks"),
    "ar": ("سامر حداد", "وسيم برود", "نقابة المرفأ", "مصدر في المرفأ"),
}
SAID = {
    "en": "On day {} {} said that the quay was “full to the last crate {}”.",
    "ar": "وقال {1} في اليوم {0} إن الرصيف «مملوء حتى الصندوق {2}».",
}
REST = {
    "en": "The board went through list {} of the ships that had been laid up since winter, and spoke of it no more.",
    "ar": "وراجع المجلس القائمة {} من السفن الراسية منذ الشتاء ولم يعد إلى الحديث عنها حتى الربيع وما بعده من فصول.",
}
NO_LINES = {f"{lines}-{count}_FORMS": 0 for lines in ("attributions", "bylines") for count in ("TOTAL", "INITIAL")}


def rows(client):
    """What is asked, its milliseconds, and how many times a small answer that is."""
    small = _milliseconds(lambda _round: client.get(reverse("admin:articles_story_source")))
    yield "a small answer", small, 1.0
    for language in SPEAKERS:
        body = text(language)
        for name, ask in (("first read", _anew), ("after a key", _asked)):
            found = _milliseconds(lambda round_, ask=ask, body=body: ask(client, body, round_))
            yield f"ledger, {language}, {name}", found, found / small


def text(language):
    """A text of so many words and quotations."""
    speakers = SPEAKERS[language]
    paragraphs = [SAID[language].format(n, speakers[n % len(speakers)], n) for n in range(QUOTATIONS)]
    while sum(len(each.split()) for each in paragraphs) < WORDS:
        n = len(paragraphs)
        paragraphs.insert(n * 7 % n, REST[language].format(n))
    return "".join(f"<p>{each}</p>" for each in paragraphs)


def _asked(client, body, round_):
    """The answer after a letter has been typed somewhere."""
    at = body.index("</p>", len(body) // ROUNDS * round_)
    asked = NO_LINES | {"of": Story.objects.first().pk, "language": "en", "body": f"{body[:at]} {round_}{body[at:]}"}
    assert client.post(reverse("admin:articles_story_ledger"), asked).status_code == 200


def _anew(client, body, round_):
    remembering.forget()
    _asked(client, body, round_)


def _milliseconds(act):
    return 1000 * statistics.median(_seconds(act, round_) for round_ in range(ROUNDS))


def _seconds(act, round_):
    began = time.process_time()
    act(round_)
    return time.process_time() - began
