"""Who stands in an Arabic sentence and does nothing in it: known sources, and who has an office."""

from articles.text.speakers import arabic_words as data
from articles.text.speakers.arabic_letters import is_one_of
from articles.text.speakers.arabic_phrases import Phrases
from articles.text.speakers.knowing import named
from articles.text.speakers.shapes import Mention, Role

_BEFORE_OFFICES = ("ال", "بال", "وال", "لل", "فال")
_JOINED = frozenset("ولبفك")


class Asides:
    """Finds what the reading of a sentence has left."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases

    def found(self, mentions: list[Mention]) -> list[Mention]:
        """Known sources, and who has an office, that stand in the sentence and do nothing in it."""
        others: list[Mention] = []
        taken = {place for each in mentions for place in range(each.first, each.last)}
        for index, word in enumerate(self.phrases.words):
            if index in taken:
                continue
            mention = None
            if self.phrases.register.may_begin(word.key):
                mention = self._known(index)
            elif word.key in data.COUNTERPARTS:
                mention = next(iter(self.phrases.at(index)), None)
            elif word.key.startswith(_BEFORE_OFFICES) and _is_somebodys(word.key):
                mention = next(
                    iter(self.phrases.at(index, "لل" if word.key[:2] == "لل" else word.key[0].strip("ا"))), None
                )
            if mention:
                mention.role = Role.IS_TOLD_OF
                others.append(mention)
                taken.update(range(mention.first, mention.last))
        return others

    def _known(self, index: int) -> Mention | None:
        key = self.phrases.key(index)
        for letter in ("", key[:1]) if key[:1] in _JOINED else ("",):
            found = self.phrases.register.at(self.phrases.words, index, key[len(letter) :])
            if found:
                last = index + found[0]
                name = self.phrases.sentence.text(index, last).removeprefix(letter)
                start, end = self.phrases.words[index].start + len(letter), self.phrases.words[last - 1].end
                return named(Mention(index, last, name, start=start, end=end), found[1])
        return None


def _is_somebodys(key: str) -> bool:
    """Whether a word is an office with the article, whatever is joined to it."""
    noun = key[2:] if key.startswith("لل") else key[key.index("ال") + 2 :]
    return is_one_of(noun, data.OFFICES)
