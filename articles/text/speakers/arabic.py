"""Who says what in an Arabic sentence."""

from articles.text import speech
from articles.text.speakers import arabic_letters as letters
from articles.text.speakers import arabic_told as told
from articles.text.speakers import arabic_verbs as verbs
from articles.text.speakers import arabic_ways as ways
from articles.text.speakers import arabic_words as data
from articles.text.speakers.arabic_asides import Asides
from articles.text.speakers.arabic_given import GIVEN
from articles.text.speakers.arabic_sources import Sources
from articles.text.speakers.knowing import Register
from articles.text.speakers.shapes import Claim, Kind, Mention, Role, Sentence, key

_BEFORE_SUBJECTS = data.INTRODUCTIONS | {"بهذه", "بهذا"}
_NO_NAMES = data.PREPOSITIONS | letters.PARTICLES
_BEGIN_PHRASES = _NO_NAMES | verbs.PATTERNS.keys()
_BEFORE_NOUNS = data.PREPOSITIONS | data.BEFORE_NOUNS
_NEGATIONS = frozenset(("لم", "لن", "لا", "ولم", "ولن", "ولا"))
_RELATIVES = {"الذي": "he", "التي": "she", "الذين": "", "اللذان": "", "اللتان": ""}
_BEFORE_WHO_ACTS = (data.WITH_PRONOUNS | data.MEANWHILE | {"الي", "جانبه"}) - {","}
_BEFORE_VERBS = frozenset(("فيما", "بينما", "كما", "حين", "عندما", "قد", "حيث", "بعدما", "قبلما"))
_BETWEEN_SUBJECTS = {*_RELATIVES, ",", "قد"}
_FURTHEST = 8
_MOST_PHRASES, _LONGEST_PHRASE = 2, 16


def read(sentence: Sentence, register: Register) -> None:
    """Fill in who is mentioned in a sentence and who says something in it."""
    _Reader(sentence, register).read()


class _Reader(Sources):
    """Reads one sentence, from its beginning."""

    def read(self) -> None:
        index = self._beginning()
        while index < len(self.words):
            index = max(index + 1, self._step(index))
        self.sentence.mentions += Asides(self.phrases).found(self.sentence.mentions)
        self.sentence.mentions.sort(key=lambda each: each.first)
        self.sentence.claims = sorted(self.claims, key=lambda each: each.first)
        acting = [each for each in self.sentence.mentions if each.role is Role.ACTS and not each.stands_for]
        following = zip(acting, acting[1:], strict=False)
        self.sentence.pairs = [(one, other) for one, other in following if one.last == other.first]

    def _step(self, index: int) -> int:
        """Read what begins at a word; the place behind it."""
        if not verbs.may_tell(self.key(index), self._form(index)):
            return index + 1
        claim = self._without_verb(index) or self._passed_on(index) or self._paper(index) or self._participle(index)
        claim = claim or self._delivered(index) or self._verb(index)
        if claim is None:
            return self._as_for(index) if self._form(index) == "اما" else self._joined_by_that(index)
        if claim.owners:
            self.claims.append(claim)
        return claim.last

    # The beginning

    def _beginning(self) -> int:
        """Read who acts at the beginning of the sentence, where no verb of saying tells; the place behind."""
        index = 0
        while index < len(self.words) and self._is_introduction(index):
            index += 2 if self._form(index) in ("بهذه", "بهذا") else 1
        for _phrase in range(_MOST_PHRASES):
            index = self._behind_phrase(index)
        if index >= len(self.words) or self.words[index].is_quotation or self._is_said(index):
            return 0
        if self._form(index) in data.PASSED_ON:
            return 0
        joined = "ل" if self.key(index).startswith("ل") and index and self._form(index - 1) == "كان" else ""
        joined = joined or ("و" if self._is_noun(index) and self._form(index) != self.key(index) else "")
        if self._form(index) in _BEGIN_PHRASES:
            return 0
        is_verb = self.key(index)[:1] in "يتنق" and self.key(index) not in GIVEN
        is_behind_was = index > 0 and self._form(index - 1) in ("كان", "كانت") and not is_verb
        if joined or is_behind_was or self._is_noun(index) or self._is_headline(index):
            self.subject = self._take(self.phrases.at(index, joined))
            return self._behind(self.subject, 0)
        gender = verbs.gender(self._form(index))
        self._subject_of_verb(index, gender)
        return self._behind(self.subject, 0)

    def _is_introduction(self, index: int) -> bool:
        """Whether who acts still comes: “as for”, “was”, “with these words”, or the words themselves."""
        word = self.words[index]
        if self._form(index) == "لا" and self.key(index + 1)[:1] in ("ي", "ت"):
            return True
        return word.is_mark or word.is_quotation or self._form(index) in _BEFORE_SUBJECTS

    def _behind_phrase(self, index: int) -> int:
        """Behind “in …,” and “though …,”, which stand before who acts."""
        form = self._form(index)
        if form not in _NO_NAMES or form in verbs.PATTERNS or form == "في" and not index:
            return index
        for end in range(index + 1, min(len(self.words), index + _LONGEST_PHRASE)):
            if self.words[end].is_quotation or self.key(end) == ":" or self._is_said(end):
                return index
            if self.key(end) == ",":
                return end + 1
        return index

    def _subject_of_verb(self, index: int, gender: str) -> None:
        """Who acts, behind a verb that says nothing: “heard the night watchman …”, “left the hall the owner …”."""
        first = index + 1
        while first < min(len(self.words), index + 4) and self.key(first) in _BEFORE_WHO_ACTS:
            first += 1
        while first + 1 < len(self.words) and self._is_object(first):
            first += 1
        if first < len(self.words) and not self.words[first].is_mark:
            self.phrases.is_meeting = self._form(index) in data.MEETS
            found = self.phrases.at(first)
            if found and gender and not found[0].gender:
                found[0].gender = gender
            self.subject = self._take(found)
            if self.phrases.is_meeting and found and self._may_follow(found[-1].last):
                self._take(self.phrases.at(found[-1].last), Role.IS_TOLD_OF)
            self.phrases.is_meeting = False

    def _is_object(self, index: int) -> bool:
        """Whether a definite noun stands before who acts: the word behind it begins another noun."""
        key, following = self.key(index), self.key(index + 1)
        is_person = letters.is_one_of(key, letters.BUSY)
        return letters.is_definite(key) and not is_person and letters.is_one_of(following, data.OFFICES)

    def _is_noun(self, index: int) -> bool:
        key = self._form(index)
        tables = letters.NOUNS
        is_known = self.register.at(self.words, index) or self.register.at(self.words, index, key)
        if key in ways.VERBS_LIKE_PAPERS and letters.is_one_of(self.key(index + 1), letters.BUSY):
            return False
        is_noun = letters.is_definite(key) or letters.is_one_of(key, tables) or key in GIVEN
        return bool(is_known) or is_noun or letters.is_crowd(key) or self._after_but(index)

    def _after_but(self, index: int) -> bool:
        return self._form(index - 1) == "اما"

    def _is_headline(self, index: int) -> bool:
        """“X: «…»”"""
        ends = next((each for each in range(index, min(len(self.words), index + 5)) if self.words[each].is_mark), 0)
        is_verb = self._form(0) != self.key(0)
        return index == 0 and not is_verb and 0 < ends <= 3 and self.key(ends) == ":" and not self._is_said(0)

    # What says something

    def _participle(self, index: int) -> Claim | None:
        """“…, saying”: whoever acts in the sentence."""
        key = self.key(index)
        if key not in verbs.PARTICIPLES or letters.is_one_of(key, data.OFFICES) or not index:
            return None
        owners = self.claims[-1].owners if self.claims else self.subject
        return Claim(index, index + 1, owners or (self._nobody(index, verbs.gender(key)),))

    def _is_said(self, index: int) -> bool:
        key = self.key(index)
        if (
            index >= len(self.words)
            or key in verbs.PARTICIPLES
            or (letters.is_one_of(self._form(index), data.OFFICES) and not self._is_followed(index))
        ):
            return False
        if key in GIVEN:
            return False
        if self._form(index) == "عقب" and letters.is_one_of(self.key(index + 1), letters.THINGS):
            return False  # after
        if self.key(index - 1) in _BEFORE_NOUNS or key in data.NO_NOUNS or self.words[index].text.endswith("رأي"):
            return False
        return speech.says(key) or (speech.may_say(key) and not letters.is_definite(key))

    def _is_followed(self, index: int) -> bool:
        """Whether somebody stands right behind a word that may be an office or a verb: “demanded the lawyer …”."""
        behind = self.key(index + 1)
        is_first = index == 0 or self.words[index - 1].is_mark or self.key(index - 1) in _BEFORE_VERBS
        return is_first and letters.is_one_of(behind, letters.BUSY)

    def _verb(self, index: int) -> Claim | None:
        if not self._is_said(index):
            return None
        gender, number = verbs.gender(self._form(index)), verbs.number(self._form(index))
        first = told.behind(self.sentence, index + 1)
        if self._form(index) in data.ASKS_TO_BE_UNNAMED and self.key(first) in data.TO_BE_UNNAMED:
            return None
        subject = self._subject_before(index, gender)
        is_object = self._form(index) in ways.DOES and self._is_somebodys(first)
        stands_before = bool(subject) or is_object or self.key(index - 1) in ways.STANDS_BEFORE
        may_follow = first < len(self.words) and self._may_follow(first) and not stands_before
        self.phrases.is_doing = self._form(index) in ways.DOES
        found = self.phrases.at(first, is_said=True) if may_follow else []
        self.phrases.is_doing = False
        if found:
            if gender and not found[0].gender:
                found[0].gender = gender
            owners = self._take(found)
            self.subject = self.subject or owners
            self._hear(index, found[-1].last)
            if self.key(index - 1) in _NEGATIONS:
                return Claim(index, self._behind(owners, first), ())
            return Claim(index, self._behind(owners, first), owners, self._weakness(index))
        if self.key(index - 1) in _NEGATIONS:
            return None
        if self.asked and self.key(index) in ways.ANSWERS:
            subject = subject or self.asked
        return Claim(index, index + 1, subject or self._before(index, gender, number), self._weakness(index))

    def _is_somebodys(self, index: int) -> bool:
        """Whether a thing of somebody’s stands there, and nobody of his: described his whistle, as …"""
        word = self.words[index].text if index < len(self.words) else ""
        ends = word.endswith(("ه", "ها", "هم")) and not word.endswith("ة")
        return ends and not any(noun in letters.OWNERS for noun in letters.without_pronoun(self.key(index)))

    def _hear(self, index: int, behind: int) -> None:
        """Whom somebody asks stands behind who does: “asked the judge the accused: “…”, and he answered”."""
        if self._form(index) in ways.ASKS and behind < len(self.words) and self._may_follow(behind):
            self.asked = self._take(self.phrases.at(behind), Role.IS_TOLD_OF)

    def _subject_before(self, index: int, gender: str) -> tuple[Mention, ...]:
        """Who stands right before a verb, with nothing between but “which” and a comma: the ambassador X, who said."""
        end = index
        while self.key(end - 1) in _BETWEEN_SUBJECTS and end > max(0, index - 3):
            end -= 1
        is_relative = self.key(index - 1) in _RELATIVES
        if end != index and not is_relative and self.key(index - 1) != "قد":
            return ()
        acting = [each for each in self.sentence.mentions if each.role is Role.ACTS]
        right_before = [each for each in acting if each.last == index and self._is_firm(each)]
        acting = [each for each in acting if not each.stands_for]
        if right_before and end == index:
            return tuple(right_before[-1:])
        if is_relative and _RELATIVES.get(self.key(index - 1)) not in (gender, ""):
            return ()
        return tuple(each for each in acting if end <= each.last <= index and each.first)[-1:]

    def _is_firm(self, mention: Mention) -> bool:
        """Whether somebody who stands right before a verb says it: behind “that”, or at the beginning, by office."""
        is_behind_that = mention.first > 0 and self.key(mention.first - 1) in speech.THAT
        is_first = not mention.first and (mention.title != "" or mention.kind is not Kind.PERSON)
        return is_behind_that or (is_first and not mention.stands_for)

    def _weakness(self, index: int) -> int:
        """How little a verb tells of these words: one that is as often another, one in a relative clause."""
        weakness = 0 if speech.says(self.key(index)) else 6
        for before in range(index - 1, max(-1, index - _FURTHEST), -1):
            if self.words[before].is_mark or self.words[before].is_quotation:
                break
            if self.key(before) in _RELATIVES:
                return weakness + 25
        return weakness

    def _before(self, index: int, gender: str, number: str) -> tuple[Mention, ...]:
        """Who acts before a verb behind which nobody stands; else whom its form allows, of those named before."""
        acting = [each for each in self.sentence.mentions if each.role is Role.ACTS and not each.stands_for]
        if number != "they" and acting:
            right_before = [each for each in acting if each.last == index]
            fitting = [each for each in acting if not (gender and each.gender and gender != each.gender)]
            firm = [each for each in fitting if not self._is_thing(each)]
            if right_before or fitting:
                return ((right_before or firm or fitting)[-1],)
        return (self._nobody(index, number or gender),)

    @staticmethod
    def _is_thing(mention: Mention) -> bool:
        """A noun with the article that is nobody’s name: prices, the law."""
        is_one = mention.kind is Kind.PERSON and not mention.title and " " not in mention.name
        return is_one and letters.is_definite(key(mention.name))

    # Others

    def _as_for(self, index: int) -> int:
        """Behind “as for X”, who acts from there on."""
        if index + 1 >= len(self.words) or not self._may_follow(index + 1):
            return index + 1
        return self._behind(self._take(self.phrases.at(index + 1)), index + 1)

    def _joined_by_that(self, index: int) -> int:
        """Behind “that” a noun may stand, of somebody who then says something."""
        is_that = self.key(index) in speech.THAT or self._form(index) == "لكن"
        if not is_that or index + 1 >= len(self.words) or not self._is_noun(index + 1):
            return index + 1
        found = self.phrases.at(index + 1)
        is_somebody = bool(found) and found[0].kind in (Kind.PERSON, Kind.UNNAMED) and not found[0].stands_for
        if found and (is_somebody or self._is_said(found[0].last)):
            return self._behind(self._take(found[:1]), index + 1)
        return index + 1
