"""Whose the quotations of a text may be: proposals for each, made of the sentence and of what is around it."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.text.passages import Place
from articles.text.speakers import reading
from articles.text.speakers.casting import Cast, Figure
from articles.text.speakers.knowing import Known
from articles.text.speakers.shapes import Claim, Kind, Mention, Role, Sentence

MOST = 4
# Before these one speaks, and behind them another.
_TURNS = frozenset(("but", "while", "whereas", "although", "though", "لكن", "ولكن", "بينما", "فيما", "غير"))
# A place in the ranking is a sum: who says it beside the words, in the sentence, acts there, or is around it.
_BEFORE, _BEHIND, _ACTS, _NAMED, _AROUND, _LATELY = 94.0, 92.0, 60.0, 30.0, 55.0, 20.0


@dataclass(frozen=True)
class Owner:
    """Somebody whose words these may be: a `source` that the desk has, by its key, or a new name.

    `place` is where the name was read.
    """

    name: str
    kind: Kind
    title: str
    source: object
    place: Place


@dataclass(frozen=True)
class Proposal:
    """One answer: an owner, or several jointly."""

    owners: tuple[Owner, ...]


def proposals(
    paragraphs: Sequence[str],
    places: Sequence[Place],
    known: Iterable[Known] = (),
    owned: Mapping[int, Sequence[object]] | None = None,
    headlines: Collection[int] = (),
) -> list[list[Proposal]]:
    """For each place of a text, in the order given, whose words may stand there: at most four, the likeliest first.

    `places` are quotations, without their marks, or words that are quoted without any. `owned` has, by the number of a
    place, the keys of the known sources that own it already: who spoke before is then no guess. `headlines`: which of
    the paragraphs are headlines, where capitals make no name.
    """
    return _Text(paragraphs, places, known, owned or {}, headlines).proposals()


class _Text:
    """A text that is read once for all its quotations."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        places: Sequence[Place],
        known: Iterable[Known],
        owned: Mapping[int, Sequence[object]],
        headlines: Collection[int],
    ) -> None:
        self.places = places
        self.owned = owned
        register = reading.register_of(tuple(known))
        self.sources = {source.key: source for source in register.sources}
        self.sentences = list(reading.sentences_of(paragraphs, places, register, headlines))
        self.cast = Cast(register, self.sentences)
        self.spoke: list[tuple[int, tuple[Figure, ...]]] = []

    def proposals(self) -> list[list[Proposal]]:
        found: list[list[Proposal]] = [[] for _place in self.places]
        in_order = sorted((place.paragraph, place.start, at) for at, place in enumerate(self.places))
        waiting = deque(at for _paragraph, _start, at in in_order)
        for number, sentence in enumerate(self.sentences):
            while waiting and self._is_before(self.places[waiting[0]], number):
                at = waiting.popleft()
                ranked = self._ranked(number, self.places[at])
                found[at] = [Proposal(tuple(map(_owner, figures))) for figures in ranked[:MOST]]
                self._remember(number, self._owning(at) or (ranked[0] if ranked else ()))
            self.cast.remember(number, sentence)
        return found

    def _is_before(self, place: Place, number: int) -> bool:
        sentence = self.sentences[number]
        is_last = number + 1 == len(self.sentences)
        return is_last or (place.paragraph, place.start) < (sentence.paragraph, sentence.end)

    def _owning(self, at: int) -> tuple[Figure, ...]:
        keys = [key for key in self.owned.get(at, ()) if key in self.sources]
        return tuple(self.cast.source(self.sources[key]) for key in keys)

    def _remember(self, number: int, figures: tuple[Figure, ...]) -> None:
        if figures:
            self.cast.spoke(number, figures)
            self.spoke.append((number, figures))

    # Who comes first

    def _ranked(self, number: int, place: Place) -> list[tuple[Figure, ...]]:
        scores: dict[tuple[Figure, ...], float] = {}

        def add(figures: tuple[Figure, ...], score: float) -> None:
            scores[figures] = max(score, scores.get(figures, 0))

        sentence = self.sentences[number]
        for mentions, score in _in_sentence(sentence, _index(sentence, place)):
            for figures, less in self._meant(mentions, number, sentence):
                add(figures, score - less)
        for figures, score in [*self._around(number), *self._to_come(number)]:
            add(figures, score)
        return sorted(scores, key=lambda figures: -scores[figures])

    def _to_come(self, number: int) -> list[tuple[tuple[Figure, ...], float]]:
        """Who acts in the next sentence, where “he said”, or “the actor said”, and nobody has been named so far."""
        sentence = self.sentences[number]
        if self._is_of_nobody(number, sentence, ("he", "she")):
            return self._acting(number + 1, _BEHIND)
        return self._acting(number + 1, _ACTS + 10) if self._is_of_nobody(number, sentence, ("office",)) else []

    def _is_of_nobody(self, number: int, sentence: Sentence, standing: tuple[str, ...]) -> bool:
        """Whether “he said”, and nobody has been named whom it may mean: who it was stands in the next sentence."""
        owners = [owner for claim in sentence.claims for owner in claim.owners]
        is_meant = bool(owners) and all(each.stands_for in standing for each in owners)
        is_last = number + 1 >= len(self.sentences)
        return is_meant and not is_last and not any(self.cast.named(each, number, sentence) for each in owners)

    def _meant(
        self, mentions: tuple[Mention, ...], number: int, sentence: Sentence
    ) -> list[tuple[tuple[Figure, ...], float]]:
        if len(mentions) == 1:
            meant = self.cast.meant(mentions[0], number, sentence)
            return [(figures, 12.0 * order) for order, figures in enumerate(meant)]
        figures = [
            figure for each in mentions for some in self.cast.meant(each, number, sentence)[:1] for figure in some
        ]
        alone = [((figure,), 5.0 + order) for order, figure in enumerate(figures)]
        return [(tuple(figures), 0.0), *alone] if figures else []

    def _around(self, number: int) -> list[tuple[tuple[Figure, ...], float]]:
        """Who spoke, acted or was named in the sentences around one."""
        found: list[tuple[tuple[Figure, ...], float]] = []
        sentence = self.sentences[number]
        if number:
            before = self.sentences[number - 1]
            nearer = 0.0 if before.paragraph == sentence.paragraph else 5.0
            if self.spoke and self.spoke[-1][0] >= number - 1:
                found.append((self.spoke[-1][1], _AROUND - nearer))
            found += [(figures, score - nearer) for figures, score in self._acting(number - 1, _AROUND - 2)]
        if number + 1 < len(self.sentences) and not self.sentences[number + 1].has_quotation:
            is_alone = all(word.is_quotation or word.is_mark for word in sentence.words)
            found += self._acting(number + 1, _AROUND - 4 if is_alone else _LATELY)
        if self.spoke:
            found.append((self.spoke[-1][1], _LATELY + 5))
        found += [((figure,), _LATELY - order) for order, figure in enumerate(self.cast.last()[:MOST])]
        return found

    def _acting(self, number: int, score: float) -> list[tuple[tuple[Figure, ...], float]]:
        """Who says something, or acts, in another sentence."""
        sentence = self.sentences[number]
        groups = [claim.owners for claim in sentence.claims]
        groups += [(each,) for each in sentence.mentions if each.role is Role.ACTS]
        groups += [(each,) for each in sentence.mentions if each.role is not Role.ACTS]
        found = []
        for order, mentions in enumerate(groups[:MOST]):
            found += [(figures, score - less - 3 * order) for figures, less in self._meant(mentions, number, sentence)]
        return found


def _owner(figure: Figure) -> Owner:
    return Owner(figure.name, figure.kind, figure.title, figure.source, Place(*figure.place))


# One sentence


def _index(sentence: Sentence, place: Place) -> int:
    """The word at which a place begins."""
    for index, word in enumerate(sentence.words):
        if word.end > place.start:
            return index
    return len(sentence.words) - 1


def _in_sentence(sentence: Sentence, at: int) -> list[tuple[tuple[Mention, ...], float]]:
    """Who is mentioned in the sentence of a quotation, which is its word `at`, each with a score."""
    found = [(claim.owners, _of_claim(sentence, claim, at) - claim.weakness) for claim in sentence.claims]
    before = [each for each in sentence.mentions if each.first < at]
    acting = {id(each): order for order, each in enumerate(each for each in before if each.role is Role.ACTS)}
    colon = 10.0 if sentence.key(at - 1) == ":" else 0.0
    for mention in sentence.mentions:
        if mention.role is Role.ACTS and mention.first < at:
            others = sum(word.is_quotation for word in sentence.words[mention.last : at])
            score = _ACTS + colon - 2 * acting[id(mention)] - 6 * others
        else:
            score = _NAMED + (4.0 if mention.first < at else 0.0) + mention.role.value
        found.append(((mention,), score))
    found += [
        (joint, _ACTS + colon + 1) for joint in sentence.pairs if joint[0].role is Role.ACTS and joint[0].first < at
    ]
    return found


def _of_claim(sentence: Sentence, claim: Claim, at: int) -> float:
    """How near a claim is to a quotation, and whether it belongs to another."""
    first = min([claim.first, *(owner.first for owner in claim.owners if owner.first)])
    first = claim.first if claim.first > at else first
    if claim.last <= at:
        between = sentence.words[claim.last : at]
        others = sum(word.is_quotation for word in between)
        turned = 15 if any(word.key in _TURNS for word in between) else 0
        turned += 30 if others and _is_turned(sentence, claim.last, at) else 0
        return _BEFORE - min(len(between), 20) / 2 - 10 * others - turned - 8 * _is_anothers(sentence, first)
    if first > at:
        between = [word for word in sentence.words[at + 1 : first] if not word.is_mark]
        is_turned = any(word.key in _TURNS for word in between)
        if any(word.is_quotation for word in between):
            return _NAMED + 10
        behind = sentence.words[claim.last : claim.last + 2]
        is_of_next = any(word.is_quotation for word in behind) and sentence.key(claim.last) != ","
        return _BEHIND - min(len(between), 20) * 2 - 22 * is_of_next - 15 * is_turned
    return _BEFORE


def _is_turned(sentence: Sentence, first: int, at: int) -> bool:
    """Whether behind the last quotation before one somebody else acts: X spoke of “war”, Y preferred “…”."""
    said = next((each for each in range(at - 1, first, -1) if sentence.words[each].is_quotation), at)
    return any(
        said + 1 == each.first - 1 and each.role is Role.ACTS and not each.stands_for for each in sentence.mentions
    )


def _is_anothers(sentence: Sentence, first: int) -> bool:
    """Whether a claim stands right behind a quotation, whose it is then."""
    return any(
        0 <= index < len(sentence.words) and sentence.words[index].is_quotation for index in (first - 1, first - 2)
    )
