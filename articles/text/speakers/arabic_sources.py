"""What says in an Arabic sentence, without a verb of saying, whose words they are: according to, passed on from, in a
statement of, in a speech that X gave."""

from articles.text import speech
from articles.text.speakers import arabic_letters as letters
from articles.text.speakers import arabic_verbs as verbs
from articles.text.speakers import arabic_words as data
from articles.text.speakers.arabic_phrases import Phrases
from articles.text.speakers.knowing import Register
from articles.text.speakers.shapes import FURTHEST, Claim, Mention, Role, Sentence

_NO_NAMES = data.PREPOSITIONS | letters.PARTICLES
_JOINED_LETTERS = frozenset("وف")
_OF_THEM = {"عنه": "he", "عنها": "she", "عنهم": "they", "عنهما": "they"}
_FURTHEST = 8


class Sources:
    """Reads such sources in one sentence, and holds what has been read of it."""

    def __init__(self, sentence: Sentence, register: Register) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.key = sentence.key
        self.phrases = Phrases(sentence, register)
        self.register = register
        forms = [self._form_of(index) for index in range(len(self.words))]
        # Words without the “and” that is joined to them.
        self._form = [*forms, *[""] * FURTHEST].__getitem__
        self.claims: list[Claim] = []
        self.subject: tuple[Mention, ...] = ()
        self.asked: tuple[Mention, ...] = ()

    def _take(self, mentions: list[Mention], role: Role = Role.ACTS) -> tuple[Mention, ...]:
        for mention in mentions:
            mention.role = role
            if mention not in self.sentence.mentions:
                self.sentence.mentions.append(mention)
        return tuple(mentions)

    def _form_of(self, index: int) -> str:
        key = self.key(index)
        if key[:1] not in _JOINED_LETTERS or (letters.begins_so(key) and key[1:] not in _NO_NAMES):
            return key
        return key if self.register.at(self.words, index) else key[1:]

    @staticmethod
    def _behind(mentions: tuple[Mention, ...], otherwise: int) -> int:
        return mentions[-1].last if mentions else otherwise

    def _nobody(self, index: int, stands_for: str) -> Mention:
        word = self.words[index]
        return Mention(index, index + 1, "", stands_for=stands_for or "he", start=word.start, end=word.end)

    def _may_follow(self, index: int) -> bool:
        if index >= len(self.words):
            return False
        word = self.words[index]
        is_each = word.key in ("كل", "كلا") and self.key(index + 1) == "من"
        is_ali = word.text == "علي" and self.key(index + 1) not in speech.THAT
        return not (word.is_mark or word.is_quotation) and (is_each or is_ali or word.key not in _NO_NAMES)

    def _without_verb(self, index: int) -> Claim | None:
        first = self.key(index) if self.key(index) in verbs.PATTERNS else self._form(index)
        for pattern in verbs.PATTERNS.get(first, ()):
            if pattern[1:] == tuple(self.key(index + each) for each in range(1, len(pattern))):
                owners = self._source_at(index + len(pattern))
                if owners:
                    return Claim(index, self._behind(owners, index + 1), owners)
        return None

    def _source_at(self, index: int) -> tuple[Mention, ...]:
        key = self.key(index)
        if not key or self.words[index].is_mark or self.words[index].is_quotation:
            return ()
        if speech.says(key) and not letters.is_one_of(key, data.OFFICES):
            return ()
        joined = "لل" if key.startswith("لل") else "ل" if key.startswith("ل") and self._is_joined(index) else ""
        return self._take(self.phrases.at(index, joined, is_said=True))

    def _is_joined(self, index: int) -> bool:
        """Whether ل is a word of its own, joined to a name."""
        key = self.key(index)
        before = self.key(index - 1)
        return key not in data.OWN_LETTERS and (before in ("وفقا", "طبقا", "تبعا", "ووفقا") or before.endswith("ا"))

    def _passed_on(self, index: int) -> Claim | None:
        """“Passed on … from X her saying”: X, and not who passed it on."""
        if self._form(index) not in data.PASSED_ON:
            return None
        for place in range(index + 1, min(len(self.words), index + _FURTHEST)):
            if self.key(place) in _OF_THEM:
                return Claim(index, place + 1, (self._nobody(index, _OF_THEM[self.key(place)]),))
            if self.key(place) == "عن" or (self.key(place) == "الي" and self._form(index) in ("نسب", "نسبت")):
                self._take(self.phrases.at(index + 1) if place > index + 1 else [], Role.IS_ASIDE)
                owners = self._take(self.phrases.at(place + 1, is_said=True))
                return Claim(index, self._behind(owners, place + 1), owners)
        return None

    def _paper(self, index: int) -> Claim | None:
        """“Came in the report”, “and in a statement of X that”."""
        place = index + 1 if self._form(index) in data.PAPERS_SAY else index
        if self._form(place) != "في" or (place == index and index):
            return None
        is_statement = letters.is_one_of(self.key(place + 1), data.UTTERANCES)
        if is_statement and self.key(place + 2).startswith("ل"):
            joined = "لل" if self.key(place + 2).startswith("لل") else "ل"
            owners = self._take(self.phrases.at(place + 2, joined))
        elif place > index and place + 1 < len(self.words):
            owners = self._take(self.phrases.at(place + 1))
        else:
            return None
        return Claim(index, self._behind(owners, place + 1), owners)

    def _delivered(self, index: int) -> Claim | None:
        """“In a speech that X gave”."""
        first = index + 1 + (self.key(index + 1) == "بها")
        is_speech = letters.is_one_of(self.key(index - 1), data.OCCASIONS | data.UTTERANCES)
        if self.key(index) not in data.DELIVERED or not is_speech or first >= len(self.words):
            return None
        owners = self._take(self.phrases.at(first)) if self._may_follow(first) else ()
        return Claim(index, self._behind(owners, first), owners) if owners else None
