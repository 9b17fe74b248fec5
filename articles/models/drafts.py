"""A story with all that hangs on it, in memory: as the desk's tables have it, as one of its revisions had it, or as it
is to be saved. What a form, an importer, a wire or an autosave has of a story is a Draft."""

from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from itertools import zip_longest

from django.db.models import Max, Q
from django.utils.timezone import localdate

from articles.models import already, speaking
from articles.models.attribution import Attribution, FurtherOwner
from articles.models.contributors import Contributor
from articles.models.editions import Section
from articles.models.people import User
from articles.models.photos import Photo
from articles.models.reply import Reply
from articles.models.sources import Source, SourceName, SourceTitle
from articles.models.sourcing import severities
from articles.models.story import Story
from articles.models.tags import Tag
from articles.rules.facts import Facts, PhotoFacts, quoted_by
from articles.rules.words import Kind, StatementKind
from articles.rules.workflow import Stage
from articles.text import figures

# What hangs on a story, beside its columns.
HANGING = ("bylines", "tags", "attributions")
ALL = frozenset((*Story.WRITTEN, *HANGING))


@dataclass
class Draft:
    """Bylines, tags and attributions in their order; of what was merged, the survivor, once. A tag may be a name as it
    was typed: `actions.shared.name_tags` finds or makes it when the draft is saved.

    `changed` names what of it is saved: what an editor has not touched may have been moved meanwhile, by a merge or a
    publication. `gone` names what a revision had and no longer exists, as (field, primary key).
    """

    story: Story
    bylines: list[Contributor]
    tags: list[Tag | str]
    attributions: list[Attribution]
    changed: frozenset[str] = ALL
    gone: list[tuple[str, int]] = field(default_factory=list)
    # What was wrong and what is right, where it goes out as a correction.
    correction: tuple[str, ...] = ()

    def leave_to_its_story(self):
        """Drop what was said by a source that has come to be protected in another story: it would point at that one."""
        for each in self.attributions:
            each.further = tuple(owner for owner in each.further if not self._is_elsewhere(owner.source))
        elsewhere = [each for each in self.attributions if self._is_elsewhere(each.source)]
        self.attributions = [each for each in self.attributions if each not in elsewhere]
        self.gone += [("attributions", each.source_id) for each in elsewhere]

    def _is_elsewhere(self, source):
        return source.protected_in_id not in (None, self.story.pk)

    def source_names(self):
        """What its sources are called in its language, by source. A protected one has but its label."""
        language = self.story.edition.language
        names = SourceName.objects.filter(source__in=self._sources(), source__protected_in=None, language=language)
        return dict(names.values_list("source", "name"))

    @cached_property
    def titles(self):
        """All titles that its sources ever bore, in every language."""
        sources = self._sources()
        return list(SourceTitle.objects.filter(source__in=sources)) if sources else []

    def _sources(self):
        return {source.pk for attribution in self.attributions for source in attribution.sources}

    @property
    def known_tags(self):
        """The tags that have a row: a name that has only been typed has none before the draft is saved."""
        return [tag for tag in self.tags if isinstance(tag, Tag)]

    @cached_property
    def lead_photo(self):
        return next((photo for photo in self._photos if photo.pk == self.story.lead_photo_id), None)

    @property
    def above(self):
        """What stands above the text, as readers will have it: without a caption of its own the photo has that of the
        library."""
        story, photo = self.story, self.lead_photo
        caption = story.lead_caption or photo.text_in(story.edition.language).caption if photo else ""
        return replace(story.above, lead_caption=caption)

    @cached_property
    def photos(self):
        """The photos in the text, in its order; a slug that no photo has is left out."""
        known = {photo.slug: photo for photo in self._photos}
        return [known[slug] for slug in figures.slugs(self.story.body) if slug in known]

    @cached_property
    def _photos(self):
        """The lead photo and those in the text, with what they show, asked for once."""
        lead, slugs = self.story.lead_photo_id, figures.slugs(self.story.body)
        rows = Photo.objects.filter(Q(pk=lead) | Q(slug__in=slugs)).prefetch_related("texts")
        return list(rows) if lead or slugs else []

    @cached_property
    def version_before(self):
        """The version that readers have, or had last. Whoever knows it already, sets it."""
        return already.version_of(self.story) if self.story.pk else None

    @cached_property
    def before(self):
        """What readers have already."""
        return already.of(self.version_before)

    @cached_property
    def severities(self):
        """How grave the rules of sourcing are in its section, where its chief has said so."""
        return severities(self.story.section)

    def state(self):
        """What a revision keeps: plain values; other rows by primary key, dates as ISO text."""
        written = {name: self.story.serializable_value(name) for name in Story.WRITTEN}
        embargo = self.story.embargo_until
        return written | {
            "embargo_until": embargo and embargo.isoformat(),
            "bylines": [contributor.pk for contributor in self.bylines],
            "tags": [tag.pk for tag in self.known_tags],
            "attributions": [attribution.state() for attribution in self.attributions],
        }

    def facts(self):
        """What `readiness.findings` judges, wherever the draft comes from. A draft that was judged changes no more."""
        return self._facts

    @cached_property
    def _facts(self):
        story, section = self.story, self.story.section
        return Facts(
            headline=story.headline,
            section=section and section.name,
            section_is_merged=bool(section and section.merged_into_id),
            section_is_of_edition=bool(section and section.edition_id == story.edition_id),
            body=story.body,
            slug=story.slug,
            embargo_until=story.embargo_until,
            zone=story.edition.zone,
            sibling_embargo_until=story.siblings().aggregate(latest=Max("embargo_until"))["latest"],
            photos=tuple(self._photo_facts()),
            unknown_photos=self._unknown_photos(),
            statements=tuple(self._statement_facts()),
            has_name_over_it=self._has_name_over_it(),
            is_news=story.kind == Kind.NEWS,
            is_advertisement=story.kind == Kind.SPONSORED,
            is_spiked=story.stage == Stage.SPIKED,
            is_reported=story.kind in (Kind.NEWS, Kind.ANALYSIS),
            severities=self.severities,
            before=self.before,
            no_quotations=self._no_quotations(),
            above=self.above,
            correction=self.correction,
            texts_before=already.texts(self.version_before) if quoted_by(self.correction) else (),
            is_reply_asked=self._is_reply_asked(),
        )

    def _statement_facts(self):
        """Each statement with whom its sources spoke for, on the day of the story where no other is said."""
        before = self.version_before
        day = before.day if before else localdate(timezone=self.story.edition.zone)
        for attribution in self.attributions:
            yield replace(attribution.facts(), organisations=speaking.organisations(attribution, self.titles, day))

    def _is_reply_asked(self):
        """Whether somebody was asked for a reply, for this edition or another: of a story without allegations False."""
        is_due = any(attribution.is_allegation for attribution in self.attributions)
        return is_due and Reply.objects.filter(story__family=self.story.family).exists()

    def _no_quotations(self):
        rows = self.story.no_quotations.select_related("by") if self.story.pk else ()
        return tuple(row.told for row in rows)

    def _has_name_over_it(self):
        """Whether some name stands over the story: a contributor's or, elsewhere on the page, an agency's or a
        sponsor's."""
        is_wire_copy = any(each.kind == StatementKind.WIRE for each in self.attributions)
        is_paid_for = self.story.kind == Kind.SPONSORED
        return bool(self.story.kicker) if is_paid_for else is_wire_copy or bool(self.bylines)

    def _photo_facts(self):
        photos = [("lead_photo", self.lead_photo)] if self.lead_photo else []
        for name, photo in [*photos, *(("body", photo) for photo in self.photos)]:
            shown = photo.text_in(self.story.edition.language)
            yield PhotoFacts(photo.slug, shown.alt_text, shown.credit_line, photo.licence_ends_on, name)

    def _unknown_photos(self):
        known = {photo.slug for photo in self.photos}
        return tuple(slug for slug in figures.slugs(self.story.body) if slug not in known)


def new(edition, *, bylines=(), tags=(), attributions=(), **written):
    """A story that is in no table yet, with what of `Story.WRITTEN` is given."""
    return Draft(Story(edition=edition, **written), list(bylines), list(tags), list(attributions))


def of_story(story):
    """The draft of a story as the tables have it now."""
    bylines = [byline.contributor for byline in story.bylines.select_related("contributor__portrait")]
    tags = [row.tag for row in story.story_tags.order_by("pk").select_related("tag__merged_into")]
    return Draft(story, bylines, surviving(tags), list(story.attributions.with_owners()))


def with_changes(story, **changes):
    """The draft of a story as the tables have it, but for `changes`: columns of `Story.WRITTEN`, bylines, tags,
    attributions."""
    draft = of_story(copy(story))
    draft.changed = frozenset(changes)
    for name, value in changes.items():
        setattr(*((draft, name, list(value)) if name in HANGING else (draft.story, name, value)))
    return draft


def of_revision(revision):
    """The draft of a story as a revision had it, of rows that still exist. None of it is saved, and it may be changed
    freely."""
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
    tags = surviving(_rows(Tag, state.get("tags", ()), "tags", gone))
    attributions = _attributions(story, state.get("attributions", ()), revision.rows or (), gone)
    return Draft(story, bylines, tags, attributions, gone=gone)


# The fields of a story that name another row.
ROWS = {"section": Section, "lead_photo": Photo}


def _rows(model, keys, name, gone):
    """The rows in the order of their keys; keys of rows that no longer exist go into `gone`."""
    found = model._default_manager.in_bulk([key for key in keys if key is not None])
    gone += [(name, key) for key in keys if key is not None and key not in found]
    return [found[key] for key in keys if key in found]


def surviving(tags):
    return list(dict.fromkeys(tag.surviving() for tag in tags))


def _attributions(story, states, numbers, gone):
    """The rows of a revision, each with the number that it had, where that is known."""
    further = [key for state in states for key, _capacity in state.get("further", ())]
    sources = Source.objects.in_bulk([*(state["source_id"] for state in states), *further])
    people = set(User.objects.filter(pk__in=[state["verified_by_id"] for state in states]).values_list("pk", flat=True))
    attributions = []
    for state, number in zip_longest(states, numbers if len(numbers) == len(states) else ()):
        if state["source_id"] not in sources:
            gone.append(("attributions", state["source_id"]))
            continue
        values = state | {"obtained_on": state["obtained_on"] and date.fromisoformat(state["obtained_on"])}
        values["verified_by_id"] = state["verified_by_id"] if state["verified_by_id"] in people else None
        attribution = Attribution(pk=number, story=story, **{name: values[name] for name in values.keys() & KEPT})
        attribution.source = sources[state["source_id"]]
        attribution.further = _further(state, sources, gone)
        attributions.append(attribution)
    return attributions


def _further(state, sources, gone):
    owners = state.get("further", ())
    gone += [("attributions", key) for key, _capacity in owners if key not in sources]
    return tuple(FurtherOwner(sources[key], capacity) for key, capacity in owners if key in sources)


# A column that a revision of long ago had, and the table has no more, is left out.
KEPT = {column.attname for column in Attribution._meta.concrete_fields} - {"id", "story_id"}


def _moment(text):
    return text and datetime.fromisoformat(text)
