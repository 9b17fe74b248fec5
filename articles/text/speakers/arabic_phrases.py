"""Whom, or what, a run of Arabic words names."""

from articles.text import speech
from articles.text.folding import fold
from articles.text.speakers import arabic_letters as letters
from articles.text.speakers import arabic_ways as ways
from articles.text.speakers import arabic_words as data
from articles.text.speakers.arabic_letters import bare, is_definite, is_one_of
from articles.text.speakers.arabic_runs import Runs
from articles.text.speakers.knowing import named
from articles.text.speakers.shapes import Kind, Mention

_PAPERS_OR_HOUSES = data.HOUSES | data.PAPERS
_PAPERS_OR_UTTERANCES = data.PAPERS | data.UTTERANCES


class Phrases(Runs):
    """Reads mentions from places of one sentence."""

    def at(self, index: int, joined: str = "", *, is_said: bool = False) -> list[Mention]:
        """Who is named from a word on, jointly; `joined` is that letter which the first word carries (ل, و, ب).

        Behind a verb of saying (`is_said`) names may be longer, and may be spelled as a verb is.
        """
        self.is_said = is_said
        while self._is_honour(index) or self._is_each_of(index):
            index += 1 + self._is_each_of(index)
        is_pair = self.key(index) in data.PAIRS and index + 2 < len(self.words) and not self._stops(index + 1, index)
        index += is_pair
        run = self._run(index, joined)
        if run.first >= run.last:
            return []
        found: list[Mention] = []
        for begin, end, letter in self._parts(run, joined, are_two=is_pair):
            mention = self._named(begin, end, letter)
            if mention is None:
                break
            self._place(mention)
            found.append(mention)
        if found and found[-1].last >= run.last:
            self._beside(found[-1])
        return found if len(found) > 1 and not any(each.stands_for for each in found) else found[:1]

    def _is_honour(self, index: int) -> bool:
        """An address of honour; “the professor at …” is an office."""
        is_office = self.key(index + 1) in data.PREPOSITIONS or self.key(index + 1) in data.ADJECTIVES
        return self.key(index) in data.HONORIFICS and not is_office

    def _is_each_of(self, index: int) -> bool:
        """“Each of X and Y”."""
        return self.key(index) in ("كل", "كلا") and self.key(index + 1) == "من"

    def _place(self, mention: Mention) -> None:
        if not mention.end:
            mention.start, mention.end = self.words[mention.first].start, self.words[mention.last - 1].end
        mention.gender = (
            mention.gender or letters.gender(fold(mention.name.split()[0])) if mention.name else mention.gender
        )

    # Whom

    def _named(self, first: int, last: int, letter: str) -> Mention | None:
        key = self._first_key(first, letter)
        for index in range(first, last):
            found = self.register.at(self.words, index, self._first_key(index, letter if index == first else ""))
            if found and not (index > first and is_one_of(key, _PAPERS_OR_HOUSES)):
                end = index + found[0]
                if other := self._behind_somebody(first, index, end, letter):
                    return other
                kind = Kind.ORGANISATION if is_one_of(self.key(index), data.HOUSES) else Kind.PERSON
                if is_one_of(self.key(index), data.PAPERS):
                    kind = Kind.DOCUMENT
                if index > first and (
                    kind is not Kind.PERSON and is_one_of(key, data.OFFICES) or self._is_other(first, index, key)
                ):
                    return self._unknown(first, last if kind is not Kind.PERSON else index, letter, key)
                return named(self._person(first, index, end, letter, kind), found[1])
        return self._unknown(first, last, letter, key)

    def _behind_somebody(self, first: int, index: int, end: int, letter: str) -> Mention | None:
        """“The lawyer of Sofia, Karl Moos,”: the name behind, though the desk knows Sofia."""
        is_of = index == first + 1 and not is_definite(self.key(first)) and self.key(end) == ","
        is_name = is_of and self.key(end + 1) not in data.MEANWHILE
        return self._behind_comma(first, end, letter) if is_name else None

    def _is_other(self, first: int, index: int, key: str) -> bool:
        """Whether somebody else is named before a known name, so that it is told to them, or of them."""
        has_title = is_definite(key) or is_one_of(key, data.OFFICES) or self._is_of_somebody(first)
        return not has_title or any(self._is_office(each) for each in range(first + 2, index))

    def _unknown(self, first: int, last: int, letter: str, key: str) -> Mention | None:
        if key in data.PAIRS:
            text = self._text(first, first + 1, letter)
            return Mention(first, first + 1, text, stands_for="they", called=text)
        of_somebody = self._is_of_somebody(first)
        if of_somebody and any(paper in data.PAPERS for paper in self._without_pronoun(key)):
            return Mention(first, first + 1, self._text(first, first + 1, letter), Kind.DOCUMENT)
        if letters.is_crowd(key):
            last = self._end_of_crowd(first, last, key)
            return Mention(first, last, self._text(first, last, letter), Kind.UNNAMED)
        if is_one_of(key, _PAPERS_OR_UTTERANCES) and not of_somebody:
            return self._paper(first, last, letter, key)
        if is_one_of(key, data.HOUSES) and not of_somebody:
            end = self._end_of_house(first, last, key)
            return Mention(first, end, self._text(first, end, letter), Kind.ORGANISATION)
        return self._related(first, last, letter, key) or self._somebody(first, last, letter, key)

    def _end_of_crowd(self, first: int, last: int, key: str) -> int:
        """Several whose plural has an end of its own are nobody's: the noun with the article behind is an object."""
        if is_definite(key) or not key.endswith(("ون", "ين")):
            return last
        places = range(first + 1, last)
        is_other = (each for each in places if is_definite(self.key(each)))
        end = next(is_other, last)
        return (
            end if end == last or not any(self.key(each) in data.PREPOSITIONS for each in range(first, end)) else last
        )

    def _end_of_house(self, first: int, last: int, key: str) -> int:
        behind = self._behind_name_between_marks(first + 1, first)
        if behind > first + 1:
            return behind + (self.key(behind)[:2] == "لل" and behind < last)
        end = self._before_object(self._before_title(first + 1, last), first)
        if is_definite(key):
            behind = self._behind_adjectives(first + 1, end)
            end = behind + (first + 1 < behind < end and self.key(behind).startswith("لل"))
        return end

    def _related(self, first: int, last: int, letter: str, key: str) -> Mention | None:
        """“The victim’s mother, X,”."""
        is_of_one = is_one_of(key, data.RELATIONS) and first + 1 < last
        is_whose = self._is_of_somebody(first + 1) or (is_definite(self.key(first + 1)) and key != "ابن")
        is_of_one = is_of_one and is_whose
        if is_of_one and first + 2 < last:
            return self._person(first, first + 2, self._end_of_name(first + 2, last), letter)
        if is_of_one and self.key(last) != "," and not is_definite(key):
            return self._person(first, first, last, letter)
        is_related = is_one_of(key, data.RELATIONS) and self.key(last) == ","
        related = self._behind_comma(first, last, letter) if is_related else None
        if related:
            related.title, related.gender = related.called, letters.gender(bare(key)) or related.gender
        return related

    def _somebody(self, first: int, last: int, letter: str, key: str) -> Mention | None:
        of_somebody = self._is_of_somebody(first)
        if of_somebody or is_one_of(key, data.OFFICES) or (is_definite(key) and last - first > 1):
            return self._with_title(first, last, letter, key)
        return self._person(first, first, self._end_of_name(first, last), letter)

    def _paper(self, first: int, last: int, letter: str, key: str) -> Mention | None:
        if is_one_of(key, data.UTTERANCES):
            if self._is_whose(first, last, key):
                whose = self.key(first + 1)
                joined = "لل" if whose.startswith("لل") else "ل" if self._is_for_house(whose) else ""
                return next(iter(self.at(first + 1, joined, is_said=True)), None)
            for index in range(first + 1, min(first + 4, len(self.words))):
                if self.key(index) in ("عن", "من") and self.key(index - 1) in data.ARE_SAID_BY | {key}:
                    return next(iter(self.at(index + 1)), None)
        if not is_definite(key) and first + 2 < last and self.key(first + 1).endswith(("ها", "ته", "تها")):
            sender = self.at(first + 2, is_said=True) if is_one_of(key, data.UTTERANCES) else []
            return (
                sender[0] if sender else Mention(first, first + 1, self._text(first, first + 1, letter), Kind.DOCUMENT)
            )
        end = self._behind_adjectives(first + 1, last) if is_definite(key) else last
        for index in range(first + 1, end):
            if self.key(index) in data.PREPOSITIONS:
                end = index
                break
        return Mention(first, end, self._text(first, end, letter), Kind.DOCUMENT)

    def _is_whose(self, first: int, last: int, key: str) -> bool:
        """Whether the one whose statement it is stands right behind: “the statement of the minister”."""
        whose = self.key(first + 1)
        if is_definite(key) or first + 1 >= len(self.words):
            return False
        if key not in ("رساله", "كلمه") and self._is_for_house(whose):
            return True
        is_carried = self.key(first - 1).lstrip("و") in ("جاء", "جاءت") and whose not in data.PREPOSITIONS
        is_office = is_one_of(whose, data.OFFICES) and is_definite(self.key(first + 2))
        is_known = first + 1 < last and (is_definite(whose) or whose in data.HOUSES or is_office)
        return whose.startswith("لل") or is_carried or is_known

    @staticmethod
    def _is_for_house(key: str) -> bool:
        return key[:1] == "ل" and key not in data.OWN_LETTERS and is_one_of(key[1:], data.HOUSES)

    def _with_title(self, first: int, last: int, letter: str, key: str) -> Mention | None:
        is_of_two = key[:-1] in data.OFFICES and key.endswith("ا") and self.key(last)[:1] != "و"
        name = last if is_of_two else self._begin_of_name(first, last, key)
        while name + 1 < last and (self.key(name) in data.HONORIFICS or self.key(name) == "."):
            name += 1
        if name < last:
            mention = self._person(first, name, self._end_of_name(name, last), letter)
            return mention
        if self.key(last) == "," and (named_behind := self._behind_comma(first, last, letter)):
            return named_behind
        if is_one_of(key, data.OFFICES):
            if is_definite(key) or (self._is_definite_at(first + 1) and not self._is_open(first, last)):
                last = self._before_object(last, first)
                if first + 1 < last and self._is_object_of_one(first + 1):
                    last = first + 1
                text = self._text(first, last, letter)
                return Mention(first, last, text, stands_for="office", called=text, gender=letters.gender(bare(key)))
            last = self._before_third(first, self._before_definite(first, last, key))
            return Mention(first, last, self._text(first, last, letter), Kind.UNNAMED)
        return self._person(first, first, self._end_of_name(first, last), letter)

    def _before_definite(self, first: int, last: int, key: str) -> int:
        """Behind “an old woman” a noun with the article is what is done to."""
        places = range(first + 2, last) if is_one_of(key, data.ANYBODY) else ()
        ends = (each for each in places if is_definite(self.key(each)) and self.key(each - 1).endswith(("ه", "ي")))
        end = next(ends, last)
        return last if any(self.key(each) in data.PREPOSITIONS for each in range(first, end)) else end

    def _before_third(self, first: int, last: int) -> int:
        """Before the third word in a row with the article: “in the old market”, and then what is done to."""
        ends = (each for each in range(first + 2, last) if all(is_definite(self.key(each - by)) for by in range(3)))
        return next(ends, last)

    def _is_definite_at(self, index: int) -> bool:
        return is_definite(self.key(index))

    def _is_open(self, first: int, last: int) -> bool:
        """“A nurse in …”, “an official, big”: nobody in particular."""
        return self.key(first + 1) in data.PREPOSITIONS or not is_definite(self.key(first + 1))

    def _behind_comma(self, first: int, last: int, letter: str) -> Mention | None:
        """The name behind a title and a comma, if a comma follows it too."""
        begin = last + 1 + (self.key(last + 1) in ways.NAMED_SO)
        end = begin
        while end < len(self.words) and not self._stops(end, begin):
            end += 1
        if not 1 <= end - begin <= 4 or self.key(end) not in (",", ":") or self._goes_on_with(begin):
            return None
        mention = self._named(begin, end, "")
        if mention is None or mention.kind is not Kind.PERSON or mention.stands_for:
            mention = self._person(begin, begin, end, "")
        mention.first, mention.last = first, end + 1
        mention.called, mention.title = mention.title, self._text(first, last, letter)
        return mention

    def _goes_on_with(self, index: int) -> bool:
        """Whether “and” is joined to a word, or it begins a sentence within the sentence."""
        key = self.key(index)
        return key[:1] in "وف" and (speech.says(key) or key[1:] in letters.PARTICLES | data.PREPOSITIONS)

    # What stands beside a name

    def _beside(self, mention: Mention) -> None:
        """A title behind the name, between commas."""
        first = mention.last + 1
        if mention.stands_for or mention.kind is not Kind.PERSON or self.key(mention.last) != ",":
            return
        first += self.key(first) in ("وهو", "وهي")
        if (
            not is_one_of(self.key(first), data.OFFICES)
            or self.key(first)[:1] in "وف"
            and self.key(first) not in data.OFFICES
        ):
            return
        end = first
        while end < len(self.words) and not self.words[end].is_mark and not self.words[end].is_quotation:
            if self.key(end) in letters.PARTICLES:
                break
            end += 1
        mention.title = self.sentence.text(first, end)
        mention.last = end + 1 if self.key(end) == "," else end
