"""What the other editions say of the same story: the statements that this one has not yet, and where the two differ."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.timezone import localdate
from django.utils.translation import get_language_info, ngettext, pgettext
from django.utils.translation import gettext as _

from articles import text
from articles.admin.forms import languages
from articles.models import Attribution, NotCarried, Source, SourceTitle, Story
from articles.rules.facts import Finding
from articles.rules.parity import Parity, parity
from articles.rules.workflow import Stage
from articles.text.speakers.shapes import Kind

LONGEST = 60


@dataclass(frozen=True)
class Beside:
    """One sibling beside the draft of a story. `theirs`: its statements, but for those that `let_go` has, each with who
    said that it is not carried over; `ours`: those of the draft, but for those that the sibling does without."""

    sibling: Story
    theirs: list[Attribution]
    ours: list[Attribution]
    let_go: list[tuple[Attribution, str]]

    @cached_property
    def parity(self) -> Parity:
        return parity([row.shared for row in self.theirs], [row.shared for row in self.ours])

    @property
    def missing(self) -> list[Attribution]:
        return [self.theirs[place] for place in self.parity.missing]

    @property
    def language(self) -> str:
        """What its language is called, by whoever reads it."""
        return get_language_info(self.sibling.edition.language)["name_translated"]


def beside(draft):
    """The siblings of a saved story, each beside its draft: those that say anything, and are not spiked."""
    story = draft.story
    siblings = {row.pk: row for row in _siblings(story)}
    rows = Attribution.objects.filter(story__in=siblings).with_owners().order_by("position", "pk") if siblings else ()
    said = {key: [] for key in siblings}
    for row in rows:
        said[row.story_id].append(row)
    gone = _not_carried([story.pk, *siblings]) if siblings else {}
    for sibling, theirs in ((siblings[key], theirs) for key, theirs in said.items() if theirs):
        staying = [row for row in theirs if (story.pk, row.pk) not in gone]
        let_go = [(row, gone[story.pk, row.pk]) for row in theirs if (story.pk, row.pk) in gone]
        ours = [row for row in draft.attributions if (sibling.pk, row.pk) not in gone]
        yield Beside(sibling, staying, ours, let_go)


def _siblings(story):
    """Without their texts, which are long and not compared."""
    working = Story.objects.filter(family=story.family, stage__in=set(Stage) - {Stage.SPIKED}).exclude(pk=story.pk)
    return working.select_related("edition").defer("body", "note").order_by("edition__language")


def _not_carried(stories):
    """{(a story, a statement that it does without): who said so}."""
    rows = NotCarried.objects.filter(story__in=stories).select_related("by")
    names = {(row.story_id, row.statement_id): row.by and (row.by.get_full_name() or str(row.by)) for row in rows}
    return {key: name or _("a command") for key, name in names.items()}


# What the ledger shows of it


def told(found, language):
    """Each sibling, as the ledger tells it to its script; sources by their names and titles in a language."""
    owners = _owners({source.pk for each in found for row in each.missing for source in row.sources}, language)
    return [_told(each, owners) for each in found]


def _told(each, owners):
    edition = each.sibling.edition
    return {
        "language": edition.language,
        "dir": edition.direction,
        "head": head(each, owners),
        "statements": [_statement(row, owners) for row in each.missing],
        "let_go": [{"key": row.pk, "words": row.words, "by": by} for row, by in each.let_go],
    }


def _statement(row, owners):
    return {
        "key": row.pk,
        "words": row.words,
        "kind": row.kind,
        "terms": row.terms,
        "obtained_on": row.obtained_on and row.obtained_on.isoformat(),
        "owners": [owners[source.pk] for source in row.sources],
    }


def head(each, owners):
    """How many of its statements this text has: “3 of 5 as in English; missing: Hesse”."""
    said = _("%(found)s of %(all)s as in %(language)s") % {
        "found": len(each.theirs) - len(each.missing),
        "all": len(each.theirs),
        "language": each.language,
    }
    if not each.missing:
        return said
    names = dict.fromkeys(owners[row.source_id]["name"] for row in each.missing)
    between = pgettext("between names", ", ")
    return _("%(said)s; missing: %(names)s") % {"said": said, "names": between.join(map(languages.isolated, names))}


def _owners(keys, language):
    """{number of a source: what the ledger tells of an owner}. One who is protected in the other story is nobody here:
    who it is in this one, a person says."""
    if not keys:
        return {}
    titles = SourceTitle.objects.filter(source__in=keys, language=language).borne_on(localdate())
    borne = {title.source_id: title.title for title in reversed(titles)}
    return {
        source.pk: {
            "id": "" if source.is_protected else source.pk,
            "name": source.name,
            "title": "" if source.is_protected else borne.get(source.pk, ""),
            "kind": Kind.UNNAMED.value if source.is_protected else source.kind,
            "is_new": False,
        }
        for source in languages.called_in(language, Source.objects.filter(pk__in=keys)).values()
    }


# What whoever publishes is told of it


def advice(found):
    """What one edition says and the other does not, as findings: it stops nothing."""
    for each in found:
        yield from _of_missing(each)
        yield from _of_added(each)
        yield from _of_moved(each)


def _of_missing(each):
    if each.missing:
        said = ngettext(
            "In %(language)s it also says: “%(words)s”.",
            "In %(language)s it says %(count)s things that this text does not, the first: “%(words)s”.",
            len(each.missing),
        )
        yield _finding(each, said, each.missing)


def _of_added(each):
    added = [each.ours[place] for place in each.parity.added]
    if added:
        said = ngettext(
            "“%(words)s”: the text in %(language)s does not say this.",
            "%(count)s statements that the text in %(language)s has not, the first: “%(words)s”.",
            len(added),
        )
        yield _finding(each, said, added)


def _of_moved(each):
    for their, our in each.parity.moved:
        said = _("“%(words)s”: in %(language)s it belongs to %(theirs)s, and here to %(ours)s.")
        owners = {"theirs": each.theirs[their].source.name, "ours": each.ours[our].source.name}
        yield _finding(each, said, [each.ours[our]], **owners)


def _finding(each, said, rows, **more):
    words = languages.isolated(text.shortened(rows[0].words, LONGEST))
    told = {"count": len(rows), "words": words, "language": each.language} | more
    return Finding("siblings", said % told, blocks=False)
