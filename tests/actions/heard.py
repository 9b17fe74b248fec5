"""Evidence as tests enter it, and a story one of whose statements rests on it."""

from articles.actions import evidence, footings
from articles.models import Attribution, Source
from articles.rules.words import EvidenceUse

PDF = b"%PDF-1.7\nzqpdf and what follows"
# As printed, and as heard: the same words, a word more, and a “not” lost.
PRINTED = "We will not sign before Friday"
BODY = f"<p>“{PRINTED},” she said.</p>"
HEARD = "Well, we will not sign before Friday, and that is that."
DENIED = "We will sign before Friday, said nobody."


def entered(story, by=None, **said):
    return evidence.keep(story, by=by, **{"kind": "recording", "label": "On the quay", "text": HEARD} | said)


def attributed(make_story, source, **said):
    story = make_story(body=BODY, attributions=[Attribution(source=source, words=PRINTED, **said)])
    return story.attributions.get()


def rested(attribution, row, by=None, use=EvidenceUse.VERBATIM, **said):
    return footings.rest(attribution, evidence=row, use=use, by=by, **said)


def protected_in(story):
    return Source.objects.create(slug=f"protected-{story.pk}", name="An official", protected_in=story)
