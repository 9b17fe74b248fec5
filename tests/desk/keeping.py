"""What a page of the desk sends while one types, what comes back, and what is offered of it."""

import json
from datetime import timedelta
from uuid import uuid4

from django.db.models import F

from articles.models import Unsaved
from tests.desk.forms import form_of
from tests.desk.stories.form import ADD, change

KEEP, LET_GO = "/admin/articles/story/keep/", "/admin/articles/story/let-go/"


class Tab:
    """A page with a story's form, as its script behaves: open until it is closed, and what it has typed."""

    def __init__(self, client, user, story=None, **typed):
        self.client, self.user, self.story, self.name, self.turn = client, user, story, uuid4().hex, 0
        self.shown = client.get(change(story) if story else ADD)
        self.fields = form_of(self.shown)
        self.seen = self.fields.pop("_seen", "")
        self.typed = typed

    def told(self, **more):
        fields = [[name, str(value)] for name, value in (self.fields | self.typed).items() if name[0] != "_"]
        return {
            "by": self.user.pk,
            "story": self.story.pk if self.story else None,
            "family": "" if self.story else self.fields["family"],
            "version": int(self.fields.get("version", 0)),
            "tab": self.name,
            "turn": self.turn,
            "seen": self.seen,
            "fields": fields,
        } | more

    def type(self, **typed):
        """Type, and let the script send it. No tenth of a second is waited for: what is kept is made older."""
        Unsaved.objects.update(kept_at=F("kept_at") - timedelta(seconds=1))
        self.typed |= typed
        self.turn += 1
        return self.send()

    def send(self, **more):
        return self.client.post(KEEP, json.dumps(self.told(**more)), content_type="application/json")

    def form(self, **typed):
        """What Save sends."""
        marks = {"_tab": self.name, "_turn": str(self.turn), "_seen": self.seen, "_continue": "1"}
        return self.fields | self.typed | typed | marks

    def save(self, **typed):
        return self.client.post(change(self.story) if self.story else ADD, self.form(**typed))


def offers(client, story=None):
    return client.get(change(story) if story else ADD).context["offers"]


def take_back(client, story=None):
    (offer,) = offers(client, story)
    return client.get(offer.address)
