"""A story with all that hangs on it, in memory: as the desk's tables have it, or as one of its revisions had it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from articles.models.attribution import Attribution
from articles.models.contributors import Contributor
from articles.models.editions import Section
from articles.models.people import User
from articles.models.photos import Photo
from articles.models.sources import Source, SourceName
from articles.models.story import Story
from articles.models.tags import Tag


@dataclass
class Draft:
    """Bylines, tags and attributions in their order; of what was merged, the survivor, once.

    `gone` names what a revision had and no longer exists, as (field, primary key).
    """

    story: Story
    bylines: list[Contributor]
    tags: list[Tag]
    attributions: list[Attribution]
    gone: list[tuple[str, int]] = field(default_factory=list)

    def leave_to_its_story(self):
        """Drop what was said by a source that has come to be protected in another story: it would point at that one."""
        elsewhere = [each for each in self.attributions if each.source.protected_in_id not in (None, self.story.pk)]
        self.attributions = [each for each in self.attributions if each not in elsewhere]
        self.gone += [("attributions", each.source_id) for each in elsewhere]

    def source_names(self):
        """What its sources are called in its language, by source. A protected one has but its label."""
        sources = [attribution.source_id for attribution in self.attributions]
        language = self.story.edition.language
        names = SourceName.objects.filter(source__in=sources, source__protected_in=None, language=language)
        return dict(names.values_list("source", "name"))


def of_story(story):
    """As the tables have it now."""
    bylines = [byline.contributor for byline in story.bylines.select_related("contributor__portrait")]
    tags = [row.tag for row in story.story_tags.order_by("pk").select_related("tag__merged_into")]
    return Draft(story, bylines, _surviving(tags), list(story.attributions.select_related("source")))


def of_revision(revision):
    """As a revision had it, of rows that exist. None of it is saved, and nothing stands in the way of changing it."""
    state, gone = revision.state, []
    story = Story.objects.select_related("edition").get(pk=revision.story_id)
    story.version = revision.number
    for name in Story.WRITTEN:
        if name in state and name not in ROWS:
            setattr(story, name, state[name])
    story.embargo_until = _moment(state.get("embargo_until"))
    for name, model in ROWS.items():
        setattr(story, name, next(iter(_rows(model, [state.get(name)], name, gone)), None))
    if story.section:
        story.section = story.section.merged_into or story.section
    bylines = _rows(Contributor, state.get("bylines", ()), "bylines", gone)
    tags = _surviving(_rows(Tag, state.get("tags", ()), "tags", gone))
    return Draft(story, bylines, tags, _attributions(story, state.get("attributions", ()), gone), gone)


# The fields of a story that name another row.
ROWS = {"section": Section, "lead_photo": Photo}


def _rows(model, keys, name, gone):
    """The rows in the order of their keys; into `gone` goes what is no more."""
    found = model._default_manager.in_bulk([key for key in keys if key is not None])
    gone += [(name, key) for key in keys if key is not None and key not in found]
    return [found[key] for key in keys if key in found]


def _surviving(tags):
    return list(dict.fromkeys(tag.surviving() for tag in tags))


def _attributions(story, states, gone):
    sources = Source.objects.in_bulk([state["source_id"] for state in states])
    people = set(User.objects.filter(pk__in=[state["verified_by_id"] for state in states]).values_list("pk", flat=True))
    attributions = []
    for state in states:
        if state["source_id"] not in sources:
            gone.append(("attributions", state["source_id"]))
            continue
        values = state | {"obtained_on": state["obtained_on"] and date.fromisoformat(state["obtained_on"])}
        values["verified_by_id"] = state["verified_by_id"] if state["verified_by_id"] in people else None
        attribution = Attribution(story=story, **{name: values[name] for name in values.keys() & KEPT})
        attribution.source = sources[state["source_id"]]
        attributions.append(attribution)
    return attributions


# A column that a revision of long ago had, and the table has no more, is left out.
KEPT = {column.attname for column in Attribution._meta.concrete_fields} - {"id", "story_id"}


def _moment(text):
    return text and datetime.fromisoformat(text)
