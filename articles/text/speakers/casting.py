"""The figures of a text: every mention of one brought together, and who is meant by “she”, “the minister”, “Toll”."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from articles.text.speakers import arabic_words, english_words
from articles.text.speakers.arabic_letters import bare, is_definite
from articles.text.speakers.knowing import Known, Register
from articles.text.speakers.shapes import Kind, Mention, Role, Sentence, words

# How many appearances one looks back for whom a pronoun means, and how many are offered.
_MEMORY = 24
_OFFERED = 3
_SPOKE = 1.5
_ANY_HOUSE = english_words.ANY_HOUSE | arabic_words.ANY_HOUSE


@dataclass(eq=False)
class Figure:
    """Somebody in a text: the fullest name there, and where it was read first and last."""

    name: str
    kind: Kind
    title: str = ""
    source: object = None
    gender: str = ""
    titles: tuple[str, ...] = ()
    place: tuple[int, int, int] = (0, 0, 0)


class Appearance(NamedTuple):
    """A figure in a sentence, by the sentence's number, with how much it did there."""

    sentence: int
    figure: Figure
    weight: float


@lru_cache(maxsize=4096)
def _keys(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(name) if not word.is_mark)


def _is_named_house(figure: Figure) -> bool:
    is_name = figure.name[:1].isupper() or len(_keys(figure.name)) > 1
    return figure.kind is Kind.ORGANISATION and is_name


def _is_shaky(figure: Figure) -> bool:
    """A noun with the article, in Arabic, that nobody has in his name: “described the situation”."""
    keys = _keys(figure.name)
    is_one = figure.kind is Kind.PERSON and figure.source is None and not figure.title
    return is_one and len(keys) == 1 and is_definite(keys[0])


class Cast:
    """All figures of a text, and who appeared last."""

    def __init__(self, register: Register, sentences: Sequence[Sentence]) -> None:
        self._register = register
        self._by_keys: dict[tuple[str, ...], Figure] = {}
        self._by_source: dict[object, Figure] = {}
        self._by_word: dict[str, list[Figure]] = {}
        self._titles: dict[Figure, frozenset[str]] = {}
        self._by_first: dict[str, list[Figure]] = {}
        self._by_office: dict[str, list[Figure]] = {}
        self._of: dict[int, Figure | None] = {}
        self._last_house: Figure | None = None
        self._past: deque[Appearance] = deque(maxlen=_MEMORY)
        self._pairs: deque[tuple[int, tuple[Figure, ...]]] = deque(maxlen=4)
        named = [(each, sentence) for sentence in sentences for each in self._named(sentence)]
        long = [(each, sentence) for each, sentence in named if each.source is not None or len(_keys(each.name)) > 1]
        for mention, sentence in long:
            self._enter(mention, sentence)
        self._last_house = None
        for mention, sentence in named:
            known = self._of.get(id(mention))
            if known and _is_named_house(known):
                self._last_house = known
            if id(mention) not in self._of:
                self._enter(mention, sentence)
        for figure in dict.fromkeys(self._by_keys.values()):
            for word in {bare(word) for title in (figure.title, *figure.titles) for word in _keys(title)}:
                self._by_office.setdefault(word, []).append(figure)

    @staticmethod
    def _named(sentence: Sentence) -> Iterable[Mention]:
        owners = [owner for claim in sentence.claims for owner in claim.owners]
        seen = {id(each): each for each in [*sentence.mentions, *owners]}
        return [each for each in seen.values() if not each.stands_for and each.name]

    # Who is who

    def _enter(self, mention: Mention, sentence: Sentence) -> None:
        figure = self._find(mention)
        if figure is None and self._is_doubtful(mention, sentence):
            self._of[id(mention)] = None
            return
        place = (sentence.paragraph, mention.start, mention.end)
        if figure is None:
            figure = self._new(mention, place)
        self._of[id(mention)] = figure
        self._last_house = figure if _is_named_house(figure) else self._last_house
        figure.title = max(figure.title, mention.title, key=lambda title: len(title.split()))
        figure.gender = figure.gender or mention.gender
        if len(_keys(mention.name)) > len(_keys(figure.name)) and mention.source is None:
            figure.name = mention.name

    def _new(self, mention: Mention, place: tuple[int, int, int]) -> Figure:
        keys = _keys(mention.name)
        figure = Figure(mention.name, mention.kind, source=mention.source, place=place)
        if figure.source is None and (source := self._register.called(keys)) and mention.kind is not Kind.UNNAMED:
            figure.source, figure.titles, figure.kind = source.key, source.titles, source.kind or mention.kind
        self._by_keys[keys] = figure
        if figure.source is not None:
            self._by_source[figure.source] = figure
        if figure.kind is not Kind.UNNAMED:
            if figure.kind is Kind.PERSON and len(keys) > 1:
                self._by_first.setdefault(keys[0], []).append(figure)
            meant = keys[-1:] if figure.kind is Kind.PERSON else keys
            for word in {bare(each) for each in meant}:
                self._by_word.setdefault(word, []).append(figure)
        return figure

    def _find(self, mention: Mention) -> Figure | None:
        keys = _keys(mention.name)
        if mention.source is not None:
            return self._by_source.get(mention.source)
        if keys in self._by_keys:
            return self._by_keys[keys]
        if keys[-1:] and keys[-1] in _ANY_HOUSE and len(keys) == 1:
            return self._last_house
        if len(keys) == 1 and mention.kind is not Kind.UNNAMED:
            called = self._by_word.get(bare(keys[0]), ()) or self._by_first.get(keys[0], ())
            return next((each for each in called if self._may_be(mention, each)), None)
        return None

    @staticmethod
    def _may_be(mention: Mention, figure: Figure) -> bool:
        return mention.kind is figure.kind or mention.kind is Kind.PERSON

    @staticmethod
    def _is_doubtful(mention: Mention, sentence: Sentence) -> bool:
        """A word alone at the beginning of a sentence, in a capital as every first word is."""
        """…; and a noun that has the article, in Arabic, where nobody has it in his name."""
        is_one = len(_keys(mention.name)) == 1 and mention.kind is Kind.PERSON and mention.source is None
        is_first = is_one and (mention.first == 0 or is_definite(_keys(mention.name)[0]))
        is_owner = any(mention is owner for claim in sentence.claims for owner in claim.owners)
        # “Renner, 58, has …” is somebody.
        is_aged = sentence.key(mention.last) == "," and sentence.key(mention.last + 1).isdigit()
        return is_first and not is_owner and not is_aged and sentence.key(mention.last) != ":"

    def source(self, known: Known) -> Figure:
        """The figure of a known source, which need not be named in the text."""
        if known.key not in self._by_source:
            figure = Figure(known.names[0], known.kind or Kind.PERSON, source=known.key, titles=known.titles)
            self._by_source[known.key] = figure
        return self._by_source[known.key]

    # What went on

    def remember(self, number: int, sentence: Sentence) -> None:
        """A sentence has been gone through."""
        spoke = {id(owner) for claim in sentence.claims for owner in claim.owners}
        for mention in sentence.mentions:
            figure = self._of.get(id(mention)) or self._acting(mention, number, sentence)
            if figure and not _is_shaky(figure):
                weight = mention.role.value + (_SPOKE if id(mention) in spoke else 0)
                self._past.append(Appearance(number, figure, weight))
        for joined in sentence.pairs:
            figures = self._figures(joined)
            if len(figures) > 1:
                self._pairs.append((number, figures))

    def _acting(self, mention: Mention, number: int, sentence: Sentence) -> Figure | None:
        """Whom “she” means, where she acts; and that it is a woman, where nobody else can be meant."""
        if mention.stands_for not in ("he", "she") or mention.role is not Role.ACTS:
            return None
        meant = self._likely(mention, number, sentence)
        figure = meant[0][0] if meant else None
        here = {self._of.get(id(each)) for each in sentence.mentions if each.first < mention.first} - {None}
        people = {each for each in here if each and each.kind is Kind.PERSON}
        if figure and people == {figure} and not any(word.is_quotation for word in sentence.words):
            figure.gender = figure.gender or mention.stands_for
        return figure

    def _figures(self, mentions: Iterable[Mention]) -> tuple[Figure, ...]:
        return tuple(figure for each in mentions if (figure := self._of.get(id(each))))

    def spoke(self, number: int, figures: Iterable[Figure]) -> None:
        """Somebody has been proposed as who spoke."""
        for figure in figures:
            self._past.append(Appearance(number, figure, Role.ACTS.value + _SPOKE))

    # Who is meant

    def named(self, mention: Mention, number: int, sentence: Sentence) -> bool:
        """Whether anybody is named whom a mention may mean."""
        meant = [figure for figures in self.meant(mention, number, sentence) for figure in figures]
        return any(figure.kind is not Kind.UNNAMED or mention.stands_for != "office" for figure in meant)

    def meant(self, mention: Mention, number: int, sentence: Sentence) -> list[tuple[Figure, ...]]:
        """Whom a mention in a sentence may mean, the likeliest first."""
        if not mention.stands_for:
            figure = self._of.get(id(mention))
            if figure and _is_shaky(figure):
                as_pronoun = replace(mention, stands_for=mention.gender or "he", role=Role.IS_ASIDE)
                return [*(each for each in self._likely(as_pronoun, number, sentence) if each != (figure,)), (figure,)]
            return [(figure,)] if figure else []
        likely = self._likely(mention, number, sentence)
        if mention.stands_for == "office" and mention.name:
            likely = self._in_office(mention, likely)
            # Who has another office comes behind one whom nobody names.
            before = {self._of.get(id(each)) for each in sentence.mentions if each.first < mention.first}
            others = [each for each in likely if self._is_another(mention, each[0], is_here=each[0] in before)]
            likely = [figures for figures in likely if figures not in others]
            likely += [(self._nameless(mention, sentence),), *others]
        if mention.stands_for == "they":
            here = [self._figures(joint) for joint in sentence.pairs if joint[-1].last <= mention.first]
            pairs = here[-1:] or [figures for _number, figures in reversed(self._pairs)][:1]
            return pairs + likely + ([(self._nameless(mention, sentence),)] if mention.name else [])
        return likely

    def _in_office(self, mention: Mention, likely: list[tuple[Figure, ...]]) -> list[tuple[Figure, ...]]:
        """Those of whom the text says anywhere that they have an office come first."""
        office = bare(_keys(mention.name)[0])
        having = [figures for figures in likely if self._bonus(mention, figures[0])]
        named = [(figure,) for figure in self._by_word.get(office, ())[:1]]  # whose surname is an office
        having = named + [figures for figures in having if figures not in named]
        anywhere = [] if having else [(figure,) for figure in self._by_office.get(office, ())[:_OFFERED]]
        return having + anywhere + [figures for figures in likely if figures not in having + anywhere]

    def _is_another(self, mention: Mention, figure: Figure, *, is_here: bool) -> bool:
        """Whether somebody has another office, or is named before an office in its own sentence."""
        is_known = self._bonus(mention, figure) > 0 or bare(_keys(mention.name)[0]) in map(bare, _keys(figure.name))
        return not is_known and (figure.title != "" or is_here)

    def _nameless(self, mention: Mention, sentence: Sentence) -> Figure:
        """An office that nobody in the text has."""
        keys = _keys(mention.called or mention.name)
        if keys not in self._by_keys:
            place = (sentence.paragraph, mention.start, mention.end)
            self._by_keys[keys] = Figure(mention.called or mention.name, Kind.UNNAMED, place=place)
        return self._by_keys[keys]

    def _likely(self, mention: Mention, number: int, sentence: Sentence) -> list[tuple[Figure, ...]]:
        here = [
            Appearance(number, figure, each.role.value)
            for each in sentence.mentions
            if each.last <= mention.first and (figure := self._of.get(id(each)))
        ]
        scores: dict[Figure, float] = {}
        for order, past in enumerate([*self._past, *here]):
            if self._fits(mention, past.figure):
                score = past.weight - 1.2 * (number - past.sentence) + order / 100
                score += self._bonus(mention, past.figure)
                scores[past.figure] = max(scores.get(past.figure, -1000), score)
        ranked = sorted(scores, key=lambda figure: -scores[figure])
        return [(figure,) for figure in ranked[:_OFFERED]]

    @staticmethod
    def _fits(mention: Mention, figure: Figure) -> bool:
        if mention.stands_for in ("he", "she"):
            is_other = figure.gender and figure.gender != mention.stands_for
            return figure.kind in (Kind.PERSON, Kind.UNNAMED) and not is_other
        if mention.stands_for == "office":
            is_other = {figure.gender, mention.gender} == {"he", "she"}
            return (figure.kind is Kind.PERSON and not is_other) or not mention.name
        return mention.stands_for != "one" or figure.kind is Kind.UNNAMED

    def _bonus(self, mention: Mention, figure: Figure) -> float:
        """How much an office, or what is known of a figure, speaks for it."""
        if mention.stands_for == "office":
            office = _keys(mention.name)[:1]
            return 6.0 if office and bare(office[0]) in self._words_of_titles(figure) else 0.0
        if mention.stands_for == "it":
            return 2.0 if figure.kind is not Kind.PERSON else 0.0
        return 0.7 if figure.gender == mention.stands_for else 0.0

    def _words_of_titles(self, figure: Figure) -> frozenset[str]:
        if figure not in self._titles:
            titles = (figure.title, *figure.titles)
            self._titles[figure] = frozenset(bare(word) for title in titles for word in _keys(title))
        return self._titles[figure]

    def last(self) -> list[Figure]:
        """Who appeared, the latest first."""
        return list(dict.fromkeys(each.figure for each in reversed(self._past)))
