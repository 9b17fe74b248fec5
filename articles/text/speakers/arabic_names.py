"""Where a title ends and a name begins in a run of Arabic words, though nothing is in capitals."""

from articles.text import speech
from articles.text.folding import fold
from articles.text.speakers import arabic_letters as letters
from articles.text.speakers import arabic_ways as ways
from articles.text.speakers import arabic_words as data
from articles.text.speakers.arabic_given import GIVEN
from articles.text.speakers.arabic_letters import bare, is_definite, is_one_of
from articles.text.speakers.knowing import Register
from articles.text.speakers.shapes import Kind, Mention, Sentence

_MOST_NAMES = 3
_LONGEST_BETWEEN_MARKS = 24
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
_SET_OFF = speech.THAT | data.SAYINGS | {":", ",", "قد"}
_PAPERS_OR_HOUSES = data.HOUSES | data.PAPERS


class Names:
    """Tells names and titles apart in one sentence.

    Behind a verb of saying (`is_said`) names may be longer, and may be spelled as a verb is.
    """

    def __init__(self, sentence: Sentence, register: Register) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.register = register
        self.key = sentence.key
        self.is_said = self.is_meeting = self.is_doing = False

    def _first_key(self, first: int, letter: str) -> str:
        key = self.key(first)
        if letter == "لل" and key.startswith("لل"):
            return f"ال{key[2:]}"
        return key[len(letter) :] if letter and key.startswith(letter) else key

    def _text(self, first: int, last: int, letter: str) -> str:
        text = self.sentence.text(first, last)
        if letter == "لل":
            return f"ال{text[2:]}"
        return text.removeprefix(letter)

    def _person(self, first: int, name: int, last: int, letter: str, kind: Kind = Kind.PERSON) -> Mention:
        """A name that begins at `name`, with a title before it."""
        behind = name
        while behind > first and (self.key(behind - 1) in data.HONORIFICS or self.key(behind - 1) == "."):
            behind -= 1
        title = self._text(first, behind, letter) if behind > first else ""
        words = [fold(each) for each in title.split()]
        whose = bool(words) and (self._is_of_somebody(name - 1) or bare(words[0]) in data.RELATIONS)
        mention = Mention(first, last, self._text(name, last, letter if name == first else ""), kind)
        is_of_both = bool(words) and words[0].endswith("ان") and is_one_of(words[0][:-2], data.OFFICES)
        mention.title = "" if whose or is_of_both else title
        mention.gender = letters.gender(words[0]) if words else ""
        mention.start, mention.end = self.words[name].start, self.words[last - 1].end
        if name == first and letter:
            mention.start += len(letter) if letter != "لل" else 1
        return mention

    def _is_of_somebody(self, index: int) -> bool:
        """Whether a pronoun is joined to a noun: his sister, the owner of her house."""
        key = self.key(index)
        if index >= len(self.words) or self.words[index].text.endswith("ة"):
            return False
        noun = next((key[: -len(end)] for end in letters.PRONOUNS if key.endswith(end) and len(key) - len(end) > 1), "")
        known = letters.OWNERS
        return bool(noun) and (noun in known or noun.removesuffix("ت") in known or key.endswith(("ها", "هما", "هم")))

    def _without_pronoun(self, key: str) -> list[str]:
        nouns = [key[: -len(end)] for end in letters.PRONOUNS if key.endswith(end)]
        return [*nouns, *(f"{noun.removesuffix('ت')}ه" for noun in nouns)]

    def _before_object(self, last: int, first: int) -> int:
        """Where the name of a house ends: a noun with the article behind another is no adjective, but what is done
        to."""
        if self.is_said and not self.is_doing and self.key(last) in speech.THAT:
            return last  # said X that: nothing is done to anything
        begin = first + 2 - is_definite(self.key(first))
        if done_to := next((each for each in range(begin, last) if self._is_done_to(each)), 0):
            return done_to
        for index in range(first + 2, last):
            is_several = self.key(index).endswith("ين") and not self.key(index - 1).endswith(("ين", "ات", "ون"))
            is_ending = self.key(index).endswith(("ه", "ي", "ين", "ات")) and not is_several
            is_participle = letters.may_be_participle(self.key(index)) and not is_several
            is_adjective = is_ending or is_participle or self.key(index) in data.ADJECTIVES
            if is_definite(self.key(index)) and is_definite(self.key(index - 1)) and not is_adjective:
                return index
            is_place = self.key(index - 2) in data.PREPOSITIONS and not is_one_of(self.key(index - 1), letters.NOUNS)
            if is_definite(self.key(index)) and is_place and not is_adjective:
                return index
        return last

    def _is_done_to(self, index: int) -> bool:
        """Whether a house or a paper with the article stands behind another noun that has it."""
        key = self.key(index)
        is_thing = is_one_of(key, letters.THINGS_AND_HOUSES) and not is_one_of(key, ways.MAY_FOLLOW)
        return is_thing and is_definite(key) and is_definite(self.key(index - 1))

    def _is_ali(self, index: int) -> bool:
        """The name, which is spelled as “on” is but for its points."""
        return self.words[index].text == "علي" and self.key(index + 1) not in speech.THAT

    def _is_of_accused(self, index: int) -> bool:
        """المدعى عليه."""
        return self.key(index) in data.WITH_PRONOUNS and self.key(index - 1) in ways.ARE_ACCUSED

    def _is_closing(self, index: int) -> bool:
        return self.words[index].text in _CLOSING

    def _before_title(self, first: int, last: int) -> int:
        """Where a name ends: before another office."""
        is_title = (each for each in range(first, last) if each > first and self._is_office(each))
        return next(is_title, last)

    def _is_office(self, index: int) -> bool:
        key = self.key(index)
        return is_definite(key) and is_one_of(key, data.OFFICES)

    def _behind_adjectives(self, index: int, last: int, *, of_title: bool = False) -> int:
        while index < last and self._is_adjective(index) and (of_title or not self._is_office(index)):
            index += 1
        return index

    def _is_object_of_one(self, index: int) -> bool:
        """Whether a noun with the article stands behind “the striker”, and is no adjective of a man: the win."""
        key, before = self.key(index), self.key(index - 1)
        is_somebody = is_one_of(before, data.OFFICES) and is_definite(before)
        if is_somebody and is_definite(key) and self._is_plainly_done_to(key):
            return True
        is_office = is_definite(before) and bare(before) in data.OFFICES - data.WITH_SURNAMES
        is_man = is_office and not before.endswith("ه")
        is_known = key in data.ADJECTIVES or key.removesuffix("ه") in data.ADJECTIVES
        may_be_adjective = is_known or key.endswith(("ي", "يه", "ين")) or key.startswith("الم")
        return is_man and not may_be_adjective and not is_one_of(key, data.OFFICES) and is_definite(key)

    def _is_plainly_done_to(self, key: str) -> bool:
        """The answer, behind “avoided the minister”; the accused, behind “addressed the judge”."""
        is_whom = self.is_doing and is_one_of(key, letters.PEOPLE) and key not in data.ADJECTIVES
        return is_whom or letters.is_deed(bare(key))

    def _is_adjective(self, index: int) -> bool:
        return is_definite(self.key(index)) or self.key(index) in data.FOLLOWERS

    def _end_of_name(self, first: int, last: int) -> int:
        """Where a name that begins at `first` ends: two words, or three before what can only follow a name."""
        is_set_off = self._is_set_off(last)
        last = next((each for each in range(first + 1, last) if self._is_another(first, each)), last)
        is_end = self.key(last - 1) in data.ENDS_OF_NAMES or self.key(last - 2) in data.JOINED
        if self.is_doing and last - first > 2 and is_definite(self.key(last - 1)) and not is_end:
            last -= 1  # what is done to: described X the plan
            is_set_off = True
        is_whole = (self.is_said and is_set_off) or self.key(last) in data.OWNED or self.key(last) == "قد"
        wanted, index, count = (_MOST_NAMES if is_whole else 2), first, 0
        while index < last and count < wanted and not (count > 1 and self._is_surname(first, index - 1)):
            is_half = self.key(index) in data.JOINED or (index == first and self.key(index) in ways.DOUBLED)
            count += not is_half and self.key(index + 1) not in data.ENDS_OF_NAMES
            index += 1
        while count and index < last and self.key(index) in ways.ORDINALS:
            index += 1
        return last if last - first <= 1 else index if index - first < last - first or count else last

    def _is_another(self, first: int, index: int) -> bool:
        """Whether a word begins somebody else: an office, or whom it was said to."""
        key = self.key(index)
        is_told = key.startswith("ل") and not letters.begins_so(key) and is_one_of(key[1:], letters.NOUNS)
        is_counterpart = key[:1] == "ل" and key[1:] in data.COUNTERPARTS
        is_thing = index > first + 1 and is_definite(key) and is_one_of(key, _PAPERS_OR_HOUSES)
        is_plain = index > first and not is_definite(self.key(first))
        is_matter = is_plain and is_definite(key) and self.words[index].text.endswith("ة")
        return is_told or is_counterpart or is_thing or is_matter or (index > first + 1 and self._is_office(index))

    def _is_surname(self, first: int, index: int) -> bool:
        """Whether a word with the article ends a name; الرحمن of عبد الرحمن does not."""
        is_end = self.key(index) in data.ENDS_OF_NAMES
        return is_definite(self.key(index)) and not is_end and self.key(index - 1) not in data.JOINED

    def _is_set_off(self, index: int) -> bool:
        if index >= len(self.words) or self.words[index].is_quotation or self.words[index].text == ".":
            return True
        return self.key(index) in _SET_OFF or letters.goes_on_to_say(self.key(index))

    def _begin_of_name(self, first: int, last: int, key: str) -> int:
        """Where the name begins behind a title: `last` if there is none."""
        index = first + 1
        if self._is_of_somebody(first):
            behind = self._behind_adjectives(index, last, of_title=True)
            return behind if behind < last else index
        if self.key(index).startswith("باسم") and len(self.key(index)) > 4:
            return index + 1  # her spokesman
        if is_definite(key):
            return self._behind_title(index, last)
        ends = [(place, self._behind_name_between_marks(place, first)) for place in range(index, last)]
        behind = max((end for place, end in ends if end > place), default=index)
        if behind > index and self.words[behind - 1].text in _CLOSING:
            return self._behind_named_house(behind, last)
        closing = [each for each in range(index, last) if is_definite(self.key(each)) or self.key(each)[:2] == "لل"]
        until = closing[0] if closing else last
        is_anybody = is_one_of(key, data.ANYBODY) and not is_definite(self.key(index))
        if is_anybody or any(self.key(each) in data.PREPOSITIONS for each in range(index, until)):
            return last  # a nurse in the hospital, an official close to the talks
        if not closing or closing[0] >= last - 1 or closing[0] > first + 4:
            return self._last_two(index, last)
        return self._behind_title(closing[0] + 1, last)

    def _behind_named_house(self, behind: int, last: int) -> int:
        """Where the name begins behind “the leader of the bloc «Reform»”, and what follows that."""
        behind = self._behind_adjectives(behind, last, of_title=True)
        return behind if behind + 1 < last and self.key(behind) not in data.PREPOSITIONS else last

    def _behind_title(self, index: int, last: int) -> int:
        """Where the name begins behind a noun that has the article: adjectives, places and houses may still come."""
        index += index < last and self._is_of_accused(index)
        if index < last and self._is_object_of_one(index):
            return last
        index = self._behind_adjectives(index, last, of_title=True)
        if index >= last:
            return last
        is_office = is_one_of(self.key(index), data.OFFICES) and is_definite(self.key(index + 1))
        if is_office and index + 3 < last:
            return self._behind_title(index + 2, last)  # deputy prime minister, minister of defence
        if self.key(index) in data.PREPOSITIONS:
            return self._behind_place(index + 1, last)
        return self._behind_for(index, last) if self._is_for(index, last) else index

    def _behind_for(self, index: int, last: int) -> int:
        """Where the name begins behind what a title is for: of the bank, of the company «Light»."""
        behind = self._behind_name_between_marks(index + 1, index)
        if behind > index + 1:
            return self._behind_adjectives(behind, last, of_title=True)
        if behind < last and self.key(behind).startswith("لل"):
            return self._behind_title(behind, last)
        index = self._behind_adjectives(index + 1, last, of_title=True)
        if index < last and self.key(index).startswith("لل"):
            return self._behind_title(index, last)
        is_complete = is_definite(self.key(index - 1)) or self.key(index - 1).startswith("لل")
        return index if is_complete else self._last_two(index, last)

    def _behind_place(self, index: int, last: int) -> int:
        """Where the name begins behind “in the name of the ministry of health”, “at the institute”."""
        closing = next((each for each in range(index, last) if is_definite(self.key(each))), last)
        if closing + 2 == last and self.key(closing + 1) in GIVEN:
            return closing + 1
        if closing + 2 >= last or closing > index + 3:
            return self._last_two(index, last)
        begin = self._behind_title(closing + 1, last)
        return begin if begin + 1 < last else self._last_two(index, last)

    def _is_for(self, index: int, last: int) -> bool:
        """Whether a title goes on with a noun to which “for” is joined: of the bank, for matters of water."""
        key = self.key(index)
        if key[:1] not in ("ل", "ب") or key in data.OWN_LETTERS:
            return False
        if key[:1] == "ب":
            return is_one_of(key[1:], data.HOUSES)
        is_noun = is_one_of(key[1:], _PAPERS_OR_HOUSES) or (index + 2 < last and is_definite(self.key(index + 1)))
        return key[:2] == "لل" or is_noun

    def _behind_name_between_marks(self, index: int, first: int) -> int:
        """Behind “the party «Tomorrow»”: what a house is called, and not what it says. `index` where none stands."""
        head = self.key(index - 1)
        is_within = (
            self.words[index].text in _OPENING and self.key(index + 1) in data.HOUSES
            if index < len(self.words)
            else False
        )
        is_house = (
            is_within or is_one_of(head, data.HOUSES) or (head[:1] in ("ل", "ب") and is_one_of(head[1:], data.HOUSES))
        )
        if index <= first or not is_house or is_definite(head) or index >= len(self.words):
            return index
        if self.words[index].is_quotation:
            is_short = len(self.words[index].text) <= _LONGEST_BETWEEN_MARKS and not self.sentence.is_last(index)
            return index + 1 if is_short else index
        ends = range(index + 2, min(len(self.words), index + 6)) if self.words[index].text in _OPENING else ()
        return next((end + 1 for end in ends if self.words[end].text in _CLOSING), index)

    def _last_two(self, first: int, last: int) -> int:
        """The last two words are the name, with what is joined to them, where at least one is left for the title."""
        begin = last - 2
        while begin > first and self.key(begin - 1) in data.JOINED:
            begin -= 1
        is_name = (
            begin >= first and not is_one_of(self.key(begin), _PAPERS_OR_HOUSES) and not is_definite(self.key(begin))
        )
        return begin if is_name else last
