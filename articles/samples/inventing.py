"""Invented stories: pure, and for the same seed and moment always the same. What they hang on is named by its place in
a list: tag 7, source 12. `stock` knows which rows these are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from articles.rules.words import Change, Kind, SourceKind, StatementKind
from articles.samples import vocabulary
from articles.samples.vocabulary import BODIES, FIRST_NAMES, LANGUAGES, LAST_NAMES, PHRASES, PLACES, numeral, of

SPAN = timedelta(days=3652)
# Which of ten stories in a row stand in which edition, and the one that is a sibling of the story before it.
TEN = ("en", "ar", "en", "en", "ar", "en", "ar", "en", "en", "ar")
SIBLING = 9
CONTRIBUTORS, PUBLIC_FIGURES, PRIVATE_PEOPLE = 40, 50, 34


Pairs = Sequence[tuple[str, ...]]


class InventedSource(NamedTuple):
    name: tuple[str, str]
    kind: SourceKind
    is_public_figure: bool = False


def _people() -> list[tuple[str, str]]:
    turns = range(PUBLIC_FIGURES + PRIVATE_PEOPLE + CONTRIBUTORS)
    givens = [FIRST_NAMES[n % len(FIRST_NAMES)] for n in turns]
    families = [LAST_NAMES[(n + n // len(FIRST_NAMES)) % len(LAST_NAMES)] for n in turns]
    names = zip(givens, families, strict=True)
    return [(f"{given[0]} {family[0]}", f"{given[1]} {family[1]}") for given, family in names]


def _sources() -> list[InventedSource]:
    """The first is quoted most."""
    people = [
        InventedSource(name, SourceKind.PERSON, is_public_figure=place < PUBLIC_FIGURES)
        for place, name in enumerate(PEOPLE[:-CONTRIBUTORS])
    ]
    documents = [
        InventedSource((form[0].format(place[0]), form[1].format(place[1])), SourceKind.DOCUMENT)
        for form in vocabulary.DOCUMENTS
        for place in PLACES[:8]
    ]
    bodies = [InventedSource(name, SourceKind.ORGANISATION) for name in BODIES_OF_PLACES]
    return [*bodies, *people, *documents]


PEOPLE = _people()
BYLINES = PEOPLE[-CONTRIBUTORS:]
BODIES_OF_PLACES = [(f"{place[0]} {body[0]}", f"{body[1]} {place[1]}") for body in BODIES for place in PLACES]
SOURCES = _sources()
TAGS = [*vocabulary.THEMES, *PLACES, *PEOPLE[:PUBLIC_FIGURES], *BODIES_OF_PLACES][:300]


def zipf(count: int) -> list[float]:
    """Cumulative weights: the nth is drawn a nth as often as the first."""
    return list(accumulate(1 / n for n in range(1, count + 1)))


OFTEN = {count: zipf(count) for count in {len(SOURCES), len(TAGS), CONTRIBUTORS}}
HOW_MANY_VERSIONS = ((1, 2, 3, 4, 5, 6), (78, 12, 5, 2.5, 1.5, 1))
HOW_MANY_STATEMENTS = ((0, 1, 2, 3, 4, 5), (15, 25, 25, 18, 10, 7))
LATER_CHANGES = ((Change.MINOR, Change.UPDATE, Change.CORRECTION), (40, 45, 15))
KINDS = ((Kind.NEWS, Kind.ANALYSIS, Kind.OPINION, Kind.INTERVIEW), (82, 8, 7, 3))
ILLUSTRATED, WITHDRAWN = 0.4, 0.004


@dataclass(frozen=True)
class InventedStatement:
    """A statement: its words, as they stand in the text, and the source's place in `SOURCES`."""

    words: str
    source: int
    kind: StatementKind


@dataclass(frozen=True)
class Version:
    at: datetime
    change: Change
    headline: str
    standfirst: str
    body: str
    correction: tuple[str, str] | None = None


@dataclass(frozen=True)
class Invented:
    """A story. `shelf` and `picture`, from 0 to 1, say how far along the sections and the photos there are."""

    language: str
    is_sibling: bool
    kind: Kind
    shelf: float
    kicker: str
    dateline: str
    tags: list[int]
    bylines: list[int]
    statements: list[InventedStatement]
    versions: list[Version]
    picture: float | None
    withdrawn: str

    @property
    def first_live_at(self) -> datetime:
        return self.versions[0].at


def stories(seed: int, count: int, until: datetime, languages: Collection[str] = LANGUAGES) -> Iterator[Invented]:
    """`count` stories in the order of time, spread over the ten years before `until`."""
    for number in range(count):
        yield _Writer(seed, number, languages).story(until - SPAN * ((count - number) / count), SPAN / count, until)


class _Writer:
    """Writes one story. Each has its own chance, so that it is the same however many are asked for at once."""

    def __init__(self, seed: int, number: int, languages: Collection[str]) -> None:
        self.chance = Random(f"{seed}/{number}")
        self.is_sibling = number % len(TEN) == SIBLING and len(languages) > 1
        self.language = TEN[number % len(TEN)] if len(languages) > 1 else next(iter(languages))
        self.phrases = PHRASES[self.language]
        self.body, self.other = self._pick(BODIES_OF_PLACES), self._pick(BODIES_OF_PLACES)
        self.place, self.thing = self._pick(PLACES), self._pick(vocabulary.THINGS)
        self.occasion = self._pick(vocabulary.OCCASIONS)
        act = self.chance.choice(vocabulary.ACTS)
        self.act, self.acted = of(act, self.language), act[1]

    def story(self, earliest: datetime, room: timedelta, until: datetime) -> Invented:
        statements = [self._statement() for _ in range(self._weighted(HOW_MANY_STATEMENTS))]
        return Invented(
            language=self.language,
            is_sibling=self.is_sibling,
            kind=self._weighted(KINDS),
            shelf=self.chance.random() ** 2,
            kicker=self.chance.choice(self.phrases.kickers),
            dateline=self.place,
            tags=self._often(len(TAGS), self.chance.randint(1, 5)),
            bylines=self._often(CONTRIBUTORS, self.chance.choice((1, 1, 1, 2))),
            statements=statements,
            versions=self._versions(statements, earliest + room * self.chance.random(), until),
            picture=self.chance.random() if self.chance.random() < ILLUSTRATED else None,
            withdrawn=self.phrases.reason if self.chance.random() < WITHDRAWN else "",
        )

    def _versions(self, statements: list[InventedStatement], first: datetime, until: datetime) -> list[Version]:
        """The versions of a story: each carries on from the one before, with a paragraph more."""
        paragraphs = self._paragraphs(statements)
        versions = [self._version(first, Change.FIRST, paragraphs)]
        for _ in range(self._weighted(HOW_MANY_VERSIONS) - 1):
            at = versions[-1].at + timedelta(seconds=60 + round(self.chance.expovariate(1 / 20_000)))
            paragraphs = [*paragraphs, self._paragraph()]
            if at < until:
                versions.append(self._version(at, self._weighted(LATER_CHANGES), paragraphs))
        return versions

    def _version(self, at: datetime, change: Change, paragraphs: list[str]) -> Version:
        corrected = (self._fill(self.phrases.wrong), self._fill(self.phrases.right))
        return Version(
            at=at,
            change=change,
            headline=self._fill(self.phrases.headline),
            standfirst=self._fill(self.phrases.standfirst),
            # What text.clean() would make of it: a test says so.
            body="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
            correction=corrected if change == Change.CORRECTION else None,
        )

    def _paragraphs(self, statements: list[InventedStatement]) -> list[str]:
        paragraphs = [self._paragraph() for _ in range(self.chance.randint(3, 7))]
        for statement in statements:
            paragraphs.insert(self.chance.randint(1, len(paragraphs)), self._in_text(statement))
        return paragraphs

    def _paragraph(self) -> str:
        return " ".join(self._fill(sentence) for sentence in self.chance.sample(self.phrases.sentences, 3))

    def _statement(self) -> InventedStatement:
        source = self._often(len(SOURCES), 1)[0]
        is_quotation = SOURCES[source].kind != SourceKind.DOCUMENT and self.chance.random() < 0.7
        words = self._fill(self.chance.choice(self.phrases.quotations if is_quotation else self.phrases.facts))
        return InventedStatement(words, source, StatementKind.QUOTATION if is_quotation else StatementKind.DATA)

    def _in_text(self, statement: InventedStatement) -> str:
        form = self.phrases.quoted if statement.kind == StatementKind.QUOTATION else self.phrases.reported
        return form.format(words=statement.words, name=of(SOURCES[statement.source].name, self.language))

    def _fill(self, phrase: str) -> str:
        return phrase.format_map(self)

    def __getitem__(self, blank: str) -> str:
        """What fills a blank: what the story is about stays, days and numbers are drawn each time."""
        return getattr(self, blank)

    @property
    def number(self) -> str:
        return numeral(self.chance.randint(11, 40), self.language)

    @property
    def more(self) -> str:
        return numeral(self.chance.randint(41, 99), self.language)

    @property
    def year(self) -> str:
        return numeral(self.chance.randint(1950, 2015), self.language)

    @property
    def day(self) -> str:
        return self.chance.choice(self.phrases.days)

    @property
    def street(self) -> str:
        """A name that hardly any other story has: search must find the rare as well as the common."""
        return "".join(self.chance.choices(self.phrases.syllables.split(), k=3)).capitalize()

    def _pick(self, pairs: Pairs) -> str:
        return of(self.chance.choice(pairs), self.language)

    def _often(self, count: int, draws: int) -> list[int]:
        """Places in a list of `count`, each once, the first of the list far more often than the last."""
        return list(dict.fromkeys(self.chance.choices(range(count), cum_weights=OFTEN[count], k=draws)))

    def _weighted(self, choices):
        values, weights = choices
        return self.chance.choices(values, weights)[0]
