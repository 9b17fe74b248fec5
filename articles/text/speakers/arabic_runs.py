"""How far a run of Arabic words goes that name somebody, and where “and” joins another to them."""

from dataclasses import dataclass

from articles.text import speech
from articles.text.speakers import arabic_letters as letters
from articles.text.speakers import arabic_ways as ways
from articles.text.speakers import arabic_words as data
from articles.text.speakers.arabic_given import GIVEN
from articles.text.speakers.arabic_letters import bare, is_definite, is_one_of
from articles.text.speakers.arabic_names import Names

_LONGEST_RUN = 14
_WITH_PREPOSITIONS = data.OFFICES | data.PAPERS
_IN_TITLES = frozenset(("في", "باسم", "لدي", "من", "عن"))
_SAID = speech.THAT | {":"}


@dataclass
class Run:
    """Words one after the other that nothing parts, and what stands behind them."""

    first: int
    last: int


class Runs(Names):
    """Reads runs of words of one sentence."""

    def _stops(self, index: int, first: int) -> bool:
        word = self.words[index]
        if word.is_quotation or word.is_mark or word.text.endswith(letters.TANWIN) or word.text.endswith("ًا"):
            return True
        key = word.key
        if index > first and self.key(index - 1) in data.JOINED and key not in _SAID:
            return False  # أبو ليل
        if self._is_ali(index):
            return False
        if letters.parts(key):
            return not self._is_of_accused(index)
        if key[:3] == "وال" and index == first + 1 and is_definite(self.key(first)) and letters.is_nobody(key[1:]):
            return True  # the champion, and tears
        if self.is_said:
            if key[:1] == "و" and key.endswith("ه") and key in speech.PARTICIPLES:
                return True  # واصفة إياه
            is_clause = index > first and self._is_clause(index, first)
            return is_clause or key in data.ASKS_TO_BE_UNNAMED or letters.goes_on_to_say(key)
        return self._is_verb(index)

    def _is_clause(self, index: int, first: int) -> bool:
        """“A man (who) shouts”: behind nobody in particular a verb in the present begins what is told of him."""
        key, head = self.key(index), self.key(first)
        is_anybody = (is_one_of(head, data.ANYBODY) or letters.is_crowd(head)) and not is_definite(head)
        return is_anybody and (key[:1] == "ي" or (key[:1] == "ت" and speech.says(key))) and len(key) > 3

    def _is_verb(self, index: int) -> bool:
        key = self.key(index)
        if key in GIVEN or (key[:1] == "ن" and self.key(index - 1) in GIVEN):
            return False  # نجيب; and نصر behind حسن
        if is_one_of(key, data.OFFICES) or is_one_of(key, data.RELATIONS) or key in data.NO_NOUNS:
            return False
        return speech.says(key) and key not in speech.PARTICIPLES or key[:2] in ("سي", "ست") and speech.says(key[1:])

    def _run(self, first: int, joined: str) -> Run:
        end = first + 1 if joined else first
        while end < min(len(self.words), first + _LONGEST_RUN):
            behind = self._behind_name_between_marks(end, first)
            if self._is_another_matter(end, first):
                break
            is_within = self._is_accusative(end) if end == first else self._goes_on(first, end)
            if behind == end and self._stops(end, first) and not is_within:
                break
            end = max(behind, end + 1)
        if self.key(end) in data.WITH_PRONOUNS and end - first > 2 and not is_definite(self.key(end - 1)):
            end -= 1  # a verb of a relative clause stands before it
        while end > first and self.key(end - 1) in data.PREPOSITIONS:
            end -= 1
        is_title = is_definite(self.key(first)) and is_one_of(self.key(first), data.OFFICES)
        is_bare = is_title and not self.key(end - 1).startswith("باسم")
        while (
            end > first + 2 - is_bare
            and self.key(end - 1).endswith(("ها", "هم", "هما", "ته"))
            and self._is_of_somebody(end - 1)
        ):
            end -= 1  # what somebody does something to: his evening, her testimony
        while end > first + 1 and self.key(end - 1) in data.PREPOSITIONS:
            end -= 1
        return Run(first, end)

    def _is_another_matter(self, index: int, first: int) -> bool:
        """Whether a word begins whom it was said to, whom somebody met, or what was done."""
        if index == first:
            return False
        key, is_complete = self.key(index), is_definite(self.key(index - 1))
        is_met = self.is_meeting and is_complete and not is_definite(key) and is_one_of(key, data.OFFICES)
        is_head = is_one_of(self.key(index - 1), letters.NOUNS) or self.key(index - 1) in data.DEEDS
        is_done = is_complete or (index > first + 1 and not is_head)
        is_deed = key in data.DEEDS and is_done and not self._is_of_crowd(index, first)
        if is_deed or ((key in data.OWNED or is_complete) and self._is_owned(index)):
            return True
        if index > first + 1 and is_definite(key) and bare(key) in data.CROWDS and not is_head:
            return True
        return is_met or (index > first + 1 and (key in data.COUNTERPARTS or self._is_told(index, first)))

    def _is_of_crowd(self, index: int, first: int) -> bool:
        """Whether a word says what sources are, and not what they do: مصادر سياسية متابعة."""
        is_adjective = self.key(index - 1).endswith("ه") and self.key(index).endswith("ه")
        return is_adjective and letters.is_crowd(self.key(first))

    def _is_owned(self, index: int) -> bool:
        """Whether a pronoun is joined to a thing: his fans, and no name that ends so (نزيه)."""
        word = self.words[index]
        key, text = word.key, word.text
        if key in data.OWNED:
            return not text.endswith("ة")
        if not text.endswith(("ه", "ها")) or len(key) < 5 or key.endswith("يه") or key in GIVEN:
            return False
        if is_definite(key) or key[:2] in ("لل", "با"):
            return False
        is_somebody = any(noun in letters.OWNERS for noun in letters.without_pronoun(key.removeprefix("و")))
        is_last = index + 1 >= len(self.words) or self._stops(index + 1, index)
        return not is_somebody and (is_last or is_definite(self.key(index + 1)))

    def _goes_on(self, first: int, index: int) -> bool:
        """Whether a word that stops others belongs to a title: فريق أول, د. خالد."""
        if self._is_in_accusative(index) and self._is_in_accusative(index - 1) and self._is_accusative(first):
            return True  # ضابطاً كبيراً
        if self.key(index) in data.FOLLOWERS:
            return is_one_of(self.key(index - 1), data.OFFICES)
        is_short = self.key(index) == "." and self.key(index - 1) in data.HONORIFICS
        return is_short or self._is_within_title(first, index)

    def _is_accusative(self, index: int) -> bool:
        """Whether a noun of the tables stands in the accusative, as behind “that”."""
        return self._is_in_accusative(index) and self.key(index)[:-1] in letters.SOMEBODY

    def _is_in_accusative(self, index: int) -> bool:
        return self.words[index].text.endswith(("ًا", "اً"))

    def _is_told(self, index: int, first: int) -> bool:
        """Whether a house is whom it was said to: “to the agency X that …”; not what somebody is the head of."""
        key = self.key(index)
        is_joined = key[:1] == "ل" and key not in data.OWN_LETTERS
        is_several = self.key(first) in data.CROWDS or self.key(first).endswith("ان")
        is_behind_several = is_several and self.key(index - 1) not in data.PREPOSITIONS
        if not is_one_of(key[is_joined:], data.HOUSES) or not (is_joined or is_behind_several):
            return False
        behind = self._behind_name_between_marks(index + 1, index)
        return any(
            self.key(each) in _SAID or (each < len(self.words) and self.words[each].is_quotation)
            for each in (behind, behind + 1)
        )

    def _is_within_title(self, first: int, index: int) -> bool:
        """Whether a preposition belongs to a title: “head of the committee in Y”, “spokesman for”, and not to what
        happens."""
        key = self.key(index)
        head = self.key(first)
        is_crowd = letters.is_crowd(head)
        if key == "امام" and is_crowd and index == first + 1:
            return index + 1 < len(self.words) and is_definite(self.key(index + 1))
        is_house = is_one_of(head, data.HOUSES)
        if key.startswith("لل") and is_house and (is_definite(self.key(index - 1)) or self._is_closing(index - 1)):
            return index > first + 1 and not self._is_whom(index)
        is_somebody = bare(head) in data.CROWDS or (is_one_of(head, data.ANYBODY) and not is_definite(head))
        if is_somebody and key in ("علي", "الي"):
            return index + 1 < len(self.words) and not self._stops(index + 1, first)
        is_sent = key == "الي" and self._is_sent(first, index)
        if not self._has_title(first, index) or not (is_sent or key in _IN_TITLES or key.startswith(("لل", "بال"))):
            return False
        is_of_one = is_definite(head) or (is_definite(self.key(first + 1)) and index > first + 1)
        is_about = key == "عن" and (is_crowd or (is_definite(head) and not is_one_of(head, ways.ARE_ABOUT)))
        if is_about or (key == "من" and is_of_one and not is_crowd):
            return False
        joins = self._is_joined_to_title if key.startswith(("لل", "بال")) else self._goes_on_in_title
        return joins(first, index)

    def _has_title(self, first: int, index: int) -> bool:
        head = self.key(first)
        return (
            is_one_of(head, _WITH_PREPOSITIONS)
            or letters.is_crowd(head)
            or is_one_of(self.key(first + 1), data.OFFICES)
            or (index == first + 1 and is_one_of(head, data.RELATIONS) and self._is_of_somebody(first))
        )

    def _is_joined_to_title(self, first: int, index: int) -> bool:
        """A preposition written in one with its noun: “acting”, “for the house of X”."""
        key, head = self.key(index), self.key(first)
        is_adjective = index > first + 1 and is_definite(self.key(index - 1))
        is_of_paper = index == first + 1 and is_one_of(head, data.PAPERS - data.UTTERANCES)
        is_for = key.startswith("لل") and (is_adjective or is_of_paper) and key[2:] not in ways.LISTENERS
        return key in data.ACTING or is_one_of(key[2:], data.HOUSES) or is_for

    def _goes_on_in_title(self, first: int, index: int) -> bool:
        """A preposition of its own, with what a title names behind it, and no name between the two."""
        head, following = self.key(first), index + 1
        if (
            following >= len(self.words)
            or self._stops(following, first)
            or is_one_of(self.key(following), data.OCCASIONS)
            and bare(head) not in ways.PARTICIPANTS
        ):
            return False
        is_anybody = is_one_of(head, data.ANYBODY) and not is_definite(head)
        is_long = index - first >= 2 + (not is_definite(head)) and not is_anybody
        is_named = is_long and (not is_definite(self.key(index - 1)) or self.key(index - 2) in data.JOINED)
        return not is_named or is_one_of(head, data.UTTERANCES)

    def _is_sent(self, first: int, index: int) -> bool:
        """“The envoy to …”, where the verb before it has no “to” of its own."""
        is_envoy = any(is_one_of(self.key(each), ways.ENVOYS) for each in range(first, min(index, first + 2)))
        return is_envoy and self.key(first - 1).lstrip("وف") not in ways.TAKES_TO

    def _is_whom(self, index: int) -> bool:
        """Whether something is said to them, and no house is theirs, as a national council’s for refugees is."""
        noun, before = self.key(index)[2:], self.key(index - 1)
        is_somebody = noun in data.CROWDS or is_one_of(noun, data.OFFICES)
        is_several = noun.endswith(("ين", "ات")) or noun in data.CROWDS
        is_adjective = before.endswith(("ي", "يه")) or before in data.ADJECTIVES
        return noun in ways.LISTENERS or (is_somebody and not (is_several and is_adjective))

    def _parts(self, run: Run, joined: str, *, are_two: bool = False) -> list[tuple[int, int, str]]:
        """The run, parted where “and” is joined to another name."""
        parts, begin, letter, behind = [], run.first, joined, 0
        for index in range(run.first + 1, run.last):
            key = self.key(index)
            behind = max(behind, self._behind_name_between_marks(index, run.first))
            if index < behind:
                continue
            is_place = self.key(index - 2) == "في" and self.key(run.first)[:-1] in data.OFFICES
            is_complete = not is_place and not letters.begins_so(key) and (are_two or self._is_complete(begin, index))
            if self._is_surname_in_w(index):
                continue
            if key.startswith("و") and (is_complete or self.register.at(self.words, index, key[1:])):
                parts.append((begin, index, letter))
                begin, letter = index, "و"
        return [*parts, (begin, run.last, letter)]

    def _is_surname_in_w(self, index: int) -> bool:
        """Whether a first name stands before, so that و is the first letter of its surname: كريم وهبي."""
        rest = self.key(index)[1:]
        is_other = rest in GIVEN or is_definite(rest) or is_one_of(rest, letters.OWNERS) or letters.is_crowd(rest)
        return self.key(index - 1) in GIVEN and self.key(index)[:1] == "و" and not is_other

    def _is_complete(self, begin: int, index: int) -> bool:
        return index - begin >= 2 or is_one_of(self.key(begin), data.HOUSES)
