"""Names in an English sentence, by their capitals: persons, houses and papers, with the titles that stand before."""

from functools import lru_cache

from articles.text import speech
from articles.text.speakers import english_words as data
from articles.text.speakers.knowing import Register, named
from articles.text.speakers.shapes import Kind, Mention, Sentence

OFFICES = data.OFFICES | data.PEOPLE
HEADS = OFFICES | data.HOUSES | data.PAPERS | data.UTTERANCES | data.RELATIONS.keys() | data.KIN
DETERMINERS = data.ARTICLES | data.COUNTS | data.POSSESSIVES
_NO_ADJECTIVES = data.STOPS | data.PREPOSITIONS | DETERMINERS
_HOUSES_AND_PAPERS = data.HOUSES | data.PAPERS


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """A noun as it stands in the tables."""
    if word in HEADS:
        return word
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def bare(key: str) -> str:
    """A word without the sign of whose it is."""
    return key.removesuffix("'s").rstrip("'")


def is_whose(key: str) -> bool:
    """Whether a word says whose something is."""
    return key.endswith(("'s", "s'"))


class Names:
    """Reads the names of one sentence."""

    def __init__(self, sentence: Sentence, register: Register) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.register = register
        self._key = sentence.key

    def _is_name(self, index: int) -> bool:
        """Whether a word is part of a name by its capital letter."""
        if not 0 <= index < len(self.words) or not self.words[index].is_capital:
            return False
        if self._is_acronym(index):
            return False
        return bare(self._key(index)) not in data.NOBODY and not (index == 0 and self._is_introduction())

    def _is_acronym(self, index: int) -> bool:
        """“MP”, “CEO”: an office in capitals."""
        return self._key(index) in data.ACRONYMS and self.words[index].text[:2].isupper()

    def _is_introduction(self) -> bool:
        """“Opening the …”, “Flanked by …”, “Initially, …”: a capital because the sentence begins with it."""
        key, following = self._key(0), self._key(1)
        if key.endswith("ly"):
            return following == ","
        return key.endswith(("ing", "ed")) and (following in DETERMINERS or following in data.PREPOSITIONS)

    def _named(self, index: int) -> Mention | None:
        end = self._end_of_name(index)
        for first in range(index, end):
            found = self.register.at(self.words, first)
            if found and first + found[0] >= end:
                name = self.sentence.text(first, first + found[0])
                mention = self._titled(index, first, first + found[0], name)
                return named(mention, found[1])
        return self._split(index, end)

    def _end_of_name(self, index: int) -> int:
        end = index
        while end < len(self.words):
            if is_whose(self._key(end)) and self._is_name(end) and not self._goes_on(end):
                return end + 1
            is_within = end > index and self._key(end) in data.IN_NAMES and self.words[end].is_capital
            is_short = self._key(end) == "." and self._key(end - 1) in data.SHORT_OFFICES and self._is_name(end + 1)
            if self._is_name(end) or is_within or (end > index and (is_short or self._connects(index, end))):
                end += 1
            else:
                break
        return end

    def _goes_on(self, index: int) -> bool:
        """Whether a name goes on behind “Millers’”: the name of a house does."""
        last = index
        while self._is_name(last + 1):
            last += 1
        return last > index and bare(self._key(last)) in data.HOUSES

    def _connects(self, first: int, index: int) -> bool:
        key = self._key(index)
        if key not in data.CONNECTORS or not (self._is_name(index + 1) or self._key(index + 1) == "the"):
            return False
        has_house = any(self._key(each) in _HOUSES_AND_PAPERS for each in range(first, index))
        if key in ("of", "for", "and", "the"):
            return (
                has_house
                and (key != "and" or "of" in map(self._key, range(first, index)))
                and (self._is_name(index + 1) or (self._is_name(index + 2) and key != "and"))
            )
        return self._is_name(index + 1)

    def _split(self, index: int, end: int) -> Mention | None:
        """A name that nobody knows: its title and honour apart."""
        first, gender = index, ""
        while first < end and self._key(first).rstrip(".") in data.HONORIFICS:
            gender = data.HONORIFICS[self._key(first).rstrip(".")] or gender
            first += 1
            first += self._key(first) == "."
        # A title may end the sentence, with its full stop behind it.
        if first >= end:
            return None
        keys = [bare(self._key(each)) for each in range(first, end)]
        kind = self._kind(keys, index)
        if kind is Kind.PERSON:
            offices = [each for each, key in enumerate(keys) if key in data.OFFICES or key == "."]
            if offices and offices[-1] + 1 == len(keys):
                return Mention(index, end, keys[-1], stands_for="office", called=self._name(first, end))
            name_from = first + (offices[-1] + 1 if offices else 0)
            mention = self._titled(first, name_from, end, self._name(name_from, end))
            mention.first, mention.gender = index, gender
            return mention
        return Mention(index, end, self._name(first, end), kind)

    def _name(self, first: int, end: int) -> str:
        text = self.sentence.text(first, end)
        return text[:-2] if text.endswith(("’s", "'s")) else text.rstrip("’'")

    def _kind(self, keys: list[str], index: int) -> Kind:
        if keys[-1] in data.PAPERS and keys[-1] not in data.HOUSES:
            return Kind.DOCUMENT
        is_house = (
            keys[-1] in data.HOUSES
            or (len(keys) > 1 and keys[-1] in data.OF_HOUSES)
            or ("of" in keys and keys[0] in data.HOUSES)
        )
        is_short = self.words[index].text.isupper() and len(self.words[index].text) > 1
        return Kind.ORGANISATION if is_house or is_short else Kind.PERSON

    def _titled(self, index: int, first: int, end: int, name: str) -> Mention:
        """A name from `first` on, whose title stands before it: in capitals from `index` on, or in small letters."""
        keys = [bare(self._key(each)) for each in range(first, end)]
        kind = self._kind(keys, first)
        title = self.sentence.text(index, first) if index < first else ""
        before = index
        while before > 0 and self._key(before - 1).rstrip(".") in data.HONORIFICS:
            before -= 1
        if not title and kind is Kind.PERSON and before > 0 and self._is_trade(before - 1):
            begin, index = before - 1, before
            while begin > index - 4 and self._is_adjective(begin - 1):
                begin -= 1
            begin -= is_whose(self._key(begin - 1)) and self.words[begin - 1].is_capital
            title = self.sentence.text(begin, index)
        return Mention(index, end, name, kind, title, start=self.words[first].start, end=self.words[end - 1].end)

    def _is_set_off_name(self, index: int) -> bool:
        """Whether a name of two words or more stands here, and a mark behind it."""
        end = self._end_of_name(index) if self._is_name(index) else index
        return end > index + 1 and (end == len(self.words) or self.words[end].is_mark)

    def _is_noun(self, index: int) -> bool:
        is_head = singular(self._key(index)) in HEADS
        return is_head and (not self.words[index].is_capital or self._is_acronym(index))

    def _is_trade(self, index: int) -> bool:
        """Whether a word is an office, or ends as words for what people do, behind what parts clauses."""
        key = self._key(index)
        if singular(key) in OFFICES:
            return True
        is_word = key.isalpha() and len(key) > 4 and key not in data.NO_TRADES | _NO_ADJECTIVES and not speech.says(key)
        return is_word and key.endswith(data.TRADES) and not self.words[index].is_capital

    def _is_adjective(self, index: int) -> bool:
        key = self._key(index)
        is_word = key.replace("-", "").isalnum() and not key.isdigit() and not speech.says(key)
        return is_word and key not in _NO_ADJECTIVES
