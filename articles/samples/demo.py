"""The demo newspaper: fixtures, staff, and the plan by which the stories are published, relative to now."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import yaml
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db.models import F

from articles.actions import locking, picturing, placing, publishing, stories
from articles.models import Attribution, Correction, Photo, Source, Story, User, Withdrawal, drafts
from articles.rules.roles import ROLES
from articles.rules.words import Change
from articles.text import ledger
from articles.text.above import FIELDS

PASSWORD = "newsroom-demo"  # noqa: S105 - printed at every start
# After how many pictures it says how far it is.
STEP = 10
FIXTURES = Path(settings.FIXTURE_DIRS[0])
SPAN = re.compile(r"([+-]?)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?")


def load(say=lambda done: None):
    """Load the whole demo newspaper, in the caller's transaction, or none of it. `say` hears how far it is."""
    copy_photos()
    call_command("loaddata", *fixture_names(), verbosity=0)
    photos = list(Photo.objects.all())
    for start in range(0, len(photos), STEP):
        picturing.make(*photos[start : start + STEP])
        say(f"pictures: {min(start + STEP, len(photos))} of {len(photos)}")
    staff = make_staff()
    plan = yaml.safe_load((FIXTURES / "demo/plan.yaml").read_text())
    now = locking.clock()
    since = now.date() - plan["written_on"]
    bring_forward(since)
    for entry in plan["stories"]:
        Performance(find(entry["story"]), staff, now, since).play(entry)
    say(f"stories: {len(plan['stories'])}")
    for place in plan.get("placements", ()):
        placing.place(find((place["edition"], place["story"])), slot=place["slot"], by=staff["chief"])


def fixture_names():
    """What all stories share first: a row's natural key follows only what is there."""
    paths = [path for path in FIXTURES.rglob("*.yaml") if path.parent.name != "demo"]
    return [str(path) for path in sorted(paths, key=lambda path: (len(path.parts), path))]


def copy_photos():
    for path in sorted(FIXTURES.glob("*/*.webp")):
        name = str(path.relative_to(FIXTURES))
        if not default_storage.exists(name):
            with path.open("rb") as picture:
                default_storage.save(name, File(picture))


def bring_forward(since):
    """The fixtures give days as of the day they were written on; what was said then was said that much later."""
    Attribution.objects.exclude(obtained_on=None).update(obtained_on=F("obtained_on") + since)


def make_staff():
    """A member of staff for each role; none is a superuser."""
    return {role: _member(role) for role in ROLES}


def _member(role):
    user = User.objects.create_user(role, password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def find(name):
    language, family = name
    return Story.objects.get_by_natural_key(language, family)


def span(text):
    """A time span as the plan writes it: "-26h10m", "+4h", "5d", "90m"."""
    sign, *parts = SPAN.fullmatch(text).groups(default="0")
    days, hours, minutes = map(int, parts)
    length = timedelta(days=days, hours=hours, minutes=minutes)
    return -length if sign == "-" else length


class Going(NamedTuple):
    """One version to come: when, as what, with which edits before it, and with which correction."""

    at: datetime
    change: Change
    edit: dict
    correction: Correction | None = None


class Performance:
    """One story's part of the plan."""

    def __init__(self, story, staff, now, since):
        self.story, self.staff, self.now, self.since = story, staff, now, since

    def play(self, entry):
        self.revise({})
        goings = self.goings(entry) if "publish" in entry else []
        for going, following in zip(goings, [*goings[1:], self.end(entry)], strict=False):
            # What is to come ends it by itself.
            self.go(going, following if following and following.at <= self.now else None)
        if "unpublished" in entry:
            self.revise(entry["unpublished"]["edit"])

    def goings(self, entry):
        first = self.now + span(entry["publish"])
        rows = [Going(first, Change.FIRST, {})]
        for later in entry.get("then", ()):
            rows.append(Going(first + span(later["after"]), Change(later["change"]), later["edit"]))
        if "correct" in entry:
            said = entry["correct"]
            correction = Correction(kind=said["kind"], wrong=said.get("wrong", ""), right=said["right"])
            rows.append(Going(first + span(said["after"]), Change.CORRECTION, said["edit"], correction))
        return sorted(rows, key=lambda going: going.at)

    def end(self, entry):
        """When the story was withdrawn, and why; None where it was not."""
        if "withdraw" not in entry:
            return None
        said = entry["withdraw"]
        return Withdrawal(at=self.now + span(entry["publish"]) + span(said["after"]), reason=said["reason"])

    def go(self, going, following):
        """What dates back is an import, marked as one, until the next version or the withdrawal; what is to come is
        scheduled."""
        if going.edit:
            self.revise(going.edit)
        editor = self.staff["editor"]
        if going.at > self.now:
            publishing.publish(self.story, revision=self.story.version, by=editor, at=going.at)
        else:
            how = {"change": going.change, "correction": going.correction, "live_until": following and following.at}
            reason = getattr(following, "reason", "")
            publishing.import_version(self.story, live_from=going.at, by=editor, withdrawn=reason, **how)

    def revise(self, edit):
        changes = {name: self.edited(name, value) for name, value in edit.items() if name != "attributions"}
        if "attributions" in edit:
            body = changes.get("body", self.story.body)
            lines = {name: changes[name] for name in FIELDS if name in changes}
            changes["attributions"] = self.attributed(body, replace(self.story.above, **lines), edit["attributions"])
        draft = drafts.with_changes(self.story, **changes)
        self.story = stories.revise(self.story, draft, version=self.story.version, by=self.staff["reporter"])

    def attributed(self, body, above, added):
        """The attributions whose words stand in the text or above it, with those that are added, in its order."""
        rows = list(self.story.attributions.select_related("source"))
        for said in added:
            of = {
                "source": Source.objects.get_by_natural_key(said["source"]),
                "obtained_on": said["obtained_on"] + self.since,
            }
            rows.append(Attribution(**said | of))
        placed = [(ledger.find(body, above, row.words, row.occurrence), row) for row in rows]
        standing = [(place.paragraph, place.start, number, row) for number, (place, row) in enumerate(placed) if place]
        return [row for *_place, row in sorted(standing, key=lambda each: each[:3])]

    def edited(self, name, value):
        if not isinstance(value, dict):
            return value
        text = getattr(self.story, name)
        if value["replace"] not in text:
            raise ValueError(f"{self.story}: “{value['replace']}” is not in its {name}")
        return text.replace(value["replace"], value["with"])
