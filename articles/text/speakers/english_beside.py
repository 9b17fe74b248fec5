"""What stands beside a name in an English sentence: its title behind it, and what it does there."""

from articles.text import speech
from articles.text.speakers import english_words as data
from articles.text.speakers.english_names import OFFICES, Names, is_whose, singular
from articles.text.speakers.shapes import Kind, Mention, Role

_NO_TITLES = data.STOPS | data.PREPOSITIONS | data.CONJUNCTIONS
ENDS = frozenset(",.;:!?()–—…")


class Beside(Names):
    """Reads what is beside the names of one sentence."""

    def _beside(self, mention: Mention) -> None:
        """A title or a kinship behind the name, between commas."""
        if mention.stands_for or mention.kind is not Kind.PERSON or self._key(mention.last) != ",":
            return
        first = mention.last + 1
        if self._key(first).isdigit():
            first += 2 if self._key(first + 1) == "," else 1
        end = self._end_of_title(first)
        noun = first + (self._key(first) in data.ARTICLES)
        keys = [singular(self._key(each)) for each in range(noun, min(end, noun + 8))]
        relation = next((key for key in keys[:3] if key in data.RELATIONS), None)
        if relation and not is_whose(self._key(noun)):
            mention.gender = data.RELATIONS[relation] or mention.gender
            mention.last = self._behind_comma(end)
        elif end > noun and self._is_title(first, keys) and not (mention.title and not OFFICES & set(keys)):
            title = self.sentence.text(noun, end)
            mention.title = max(mention.title, title, key=lambda each: len(each.split()))
            mention.last = self._behind_comma(end)

    def _behind_comma(self, index: int) -> int:
        return index + 1 if self._key(index) == "," else index

    def _is_title(self, first: int, keys: list[str]) -> bool:
        begin = self._key(first)
        if begin in _NO_TITLES or begin.endswith(("ly", "ing")):
            return False
        is_anothers = any(
            key in OFFICES and self._is_name(first + at + 1) and self._is_name(first + at + 2)
            for at, key in enumerate(keys)
        )
        if is_anothers and begin not in data.ARTICLES:
            return False
        if begin in data.ARTICLES and self._is_before_another(first):
            return False
        has_office = any(key in OFFICES for key in keys)
        return has_office or (begin in data.ARTICLES and not self.words[first].is_capital)

    def _is_before_another(self, first: int) -> bool:
        """“X, the treasurer, Y Z, said”: the treasurer is Y Z; in “X, a miller, Y Z, a baker” it is X."""
        name = self._end_of_title(first) + 1
        if self._key(name - 1) != "," or not self._is_set_off_name(name):
            return False
        end = self._end_of_name(name)
        return self._key(end) == "," and self._key(end + 1) not in data.ARTICLES | {"and"}

    def _end_of_title(self, first: int) -> int:
        end = first
        while end < len(self.words) and not self.words[end].is_quotation and self._key(end) not in ENDS:
            key, following = self._key(end), self._key(end + 1)
            if key in data.RELATIVES or (speech.says(key) and end > first and not self._is_noun(end)):
                break
            if key in ("and", "but") and (following in data.ARTICLES or following in ("former", "now")):
                break
            if key == "on" and following in data.STOPS:
                break
            end += 1
        return end

    def _role(self, mention: Mention, before: list[Mention]) -> Role:
        if is_whose(self._key(mention.last - 1)) and not mention.stands_for:
            return Role.IS_ASIDE
        previous = mention.first - 1
        while previous >= 0 and self._is_adjective(previous) and singular(self._key(previous)) in OFFICES:
            previous -= 1
        key = self._key(previous)
        if key in data.ARTICLES | data.POSSESSIVES:
            key = self._key(previous - 1)
        if key in data.PREPOSITIONS or speech.says(key) or speech.may_say(key):
            return Role.IS_TOLD_OF
        return Role.IS_ASIDE if self._is_relative(mention, before) else Role.ACTS

    def _is_relative(self, mention: Mention, before: list[Mention]) -> bool:
        """Whether it stands within “, who …” of what was mentioned before it."""
        for index in range(mention.first - 1, before[-1].last - 1 if before else mention.first, -1):
            if self._key(index) in (";", ":") or self.words[index].is_quotation:
                return False
            if self._key(index) in ("who", "whose", "which", "whom", "where"):
                return True
        starts = self._key(mention.first - 1) in ("and", "but", "while", "that")
        return bool(before) and before[-1].role is Role.IS_ASIDE and not starts and not self._key(before[-1].last - 1)
