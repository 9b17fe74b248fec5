"""Who is mentioned in an English sentence: names, offices, the unnamed, papers and houses, with their titles."""

from functools import lru_cache
from itertools import pairwise

from articles.text import speech
from articles.text.speakers import english_words as data
from articles.text.speakers.english_beside import ENDS, Beside
from articles.text.speakers.english_names import DETERMINERS, OFFICES, bare, is_whose, singular
from articles.text.speakers.shapes import Kind, Mention

_LONGEST_PHRASE = 9
_SEVERAL = ("ers", "ors", "ists", "ians", "men", "women")


@lru_cache(maxsize=16384)
def _may_begin(key: str) -> bool:
    """Whether a mention may begin with a word in small letters."""
    is_noun = singular(key) in OFFICES or singular(key) in data.CROWDS or key in data.CROWDS
    return key in DETERMINERS or key in data.PRONOUNS or is_noun or key in ("both", "minutes", "documents")


class Phrases(Beside):
    """Reads the mentions of one sentence."""

    def mentions(self) -> list[Mention]:
        """All mentions, in order, each with its role and what stands beside it."""
        found: list[Mention] = []
        index = 0
        while index < len(self.words):
            mention = self._at(index)
            if mention:
                if not mention.end:
                    mention.start, mention.end = self.words[mention.first].start, self.words[mention.last - 1].end
                self._beside(mention)
                mention.role = self._role(mention, found)
                found.append(mention)
            index = max(index + 1, mention.last if mention else 0)
        self._called(found)
        return found

    def _called(self, mentions: list[Mention]) -> None:
        """“A nurse, who gave her name only as Beata”: the nurse has that name."""
        for mention, alias in reversed(list(pairwise(mentions))):
            before = tuple(self._key(each) for each in range(mention.last, alias.first))
            is_kin = any(word.key in data.RELATIONS for word in self.words[mention.first : mention.last])
            if (
                mention.kind is Kind.UNNAMED
                and is_kin
                and before == (",",)
                and alias.kind is Kind.PERSON
                and alias.title
            ):
                mention.name, mention.kind, mention.title = alias.name, Kind.PERSON, alias.title
                mention.start, mention.end = alias.start, alias.end
            if mention.kind is Kind.UNNAMED and alias.name and not alias.title and self._is_alias(before):
                if before in (("named",), ("called",)) and singular(self._key(mention.last - 1)) in OFFICES:
                    first = mention.first + (self._key(mention.first) in DETERMINERS)
                    mention.title = self.sentence.text(first, mention.last)
                mention.name, mention.kind = alias.name, Kind.PERSON
                mention.start, mention.end = alias.start, alias.end

    @staticmethod
    def _is_alias(before: tuple[str, ...]) -> bool:
        return any(before[-len(each) :] == each for each in data.ALIASES)

    def _at(self, index: int) -> Mention | None:
        word = self.words[index]
        is_somebodys = not word.is_capital and index > 0 and is_whose(self._key(index - 1))
        if is_somebodys:
            return self._common(index, index, self._key(index - 1))
        if not (word.is_capital or _may_begin(word.key)):
            return self._tradesmen(index)
        if word.key == "both" and self._key(index + 1) in data.PAIRS:
            return Mention(index, index + 2, "", stands_for="they")
        if word.key in data.PRONOUNS:
            stands_for = data.PRONOUNS[word.key]
            return Mention(index, index + 1, "", stands_for=stands_for) if stands_for else None
        if word.key in DETERMINERS:
            return self._determined(index) or self._one(index) or self._many(index)
        if index == 0 and self._is_crowd(index):
            return self._common(index, index, "")
        if self._is_name(index) or (word.is_capital and self.register.at(self.words, index)):
            return self._crowd(index) or self._named(index) or self._common(index, index, "")
        return self._common(index, index, "")

    def _is_crowd(self, index: int) -> bool:
        """“Officials”, “Police in …”, at the beginning of a sentence, where every word has a capital."""
        key = self._key(index)
        is_several = key.endswith(("s", "men")) and (singular(key) in OFFICES or singular(key) in data.CROWDS)
        return (is_several or key in data.CROWDS) and not self._is_name(index + 1)

    def _one(self, index: int) -> Mention | None:
        """“Said one, who …”: one of those who were named."""
        is_said = speech.says(self._key(index - 1)) or speech.says(self._key(index + 1))
        is_one = self._key(index) in ("one", "another") and is_said
        return Mention(index, index + 1, "", stands_for="one") if is_one else None

    def _many(self, index: int) -> Mention | None:
        """“Hundreds gathered”, “Dozens of passengers”: several, at the beginning."""
        if index or self._key(index) not in data.MANY:
            return None
        last = self._with_phrase(index + 1) if self._key(index + 1) == "of" else index + 1
        return Mention(index, last, self.sentence.text(index, last), Kind.UNNAMED)

    def _tradesmen(self, index: int) -> Mention | None:
        """“Vowed demonstrators who …”, “engineers insisted”: several, by the end of the word, beside a verb."""
        key = self._key(index)
        is_several = key.endswith(_SEVERAL) and key[:-1] not in data.NO_TRADES and len(key) > 5
        if not is_several or not (speech.says(self._key(index - 1)) or speech.says(self._key(index + 1))):
            return None
        last = self._with_phrase(index + 1)
        return Mention(index, last, self.sentence.text(index, last), Kind.UNNAMED, gender="they")

    def _crowd(self, index: int) -> Mention | None:
        """“Aid workers”, “UN officials”, “Senior diplomats”: several, with what tells of them before."""
        head = self._end_of_name(index)
        head += self._is_adjective(head) and not self._is_several(head)
        if not self._is_several(head) or is_whose(self._key(head - 1)):
            return None
        following = self._key(head + 1)
        if following in DETERMINERS or (head + 1 < len(self.words) and self.words[head + 1].is_capital):
            return None  # “Rask pilots the …” is what he does
        last = self._with_phrase(head + 1)
        return Mention(index, last, self.sentence.text(index, last), Kind.UNNAMED, gender="they")

    def _is_several(self, index: int) -> bool:
        key = self._key(index)
        is_plural = key.endswith(("s", "men")) and (singular(key) in OFFICES or singular(key) in data.CROWDS)
        return (is_plural or key in data.CROWDS) and not self.words[index].is_capital

    # Common nouns

    def _determined(self, index: int) -> Mention | None:
        """What begins with an article, a number or whose it is."""
        first = index + 1
        if self._is_name(first):
            end = self._end_of_name(first)
            if not self._is_noun(end) and not is_whose(self._key(end - 1)):
                mention = self._named(first)
                if mention and self._key(index) == "the" and not mention.title and not mention.source:
                    mention.kind = Kind.ORGANISATION if mention.kind is Kind.PERSON else mention.kind
                return mention
        return self._common(index, first, self._key(index))

    def _common(self, index: int, first: int, determiner: str) -> Mention | None:
        head = self._head(first, determiner)
        if head is None:
            return None
        noun, last = singular(bare(self._key(head))), head + 1
        if noun in data.SAID and self._key(last) == "of" and self._is_name(last + 1):
            return self._at(last + 1)
        if noun in data.UTTERANCES and self._key(last) in ("from", "by", "of", "to"):
            return self._at(last + 1) if self._key(last) != "to" and last + 1 < len(self.words) else None
        name = self._set_off(index, head, noun)
        if name:
            return self._before_name(index, first, name[0], name[1])
        if self._key(last) == "," and self._key(last + 1) in data.ARTICLES and is_whose(self._key(index - 1)):
            other = self._determined(last + 1)
            if other and other.name and other.title:
                return other
        if self._is_name(last) and not is_whose(self._key(head)):
            return self._before_name(index, first, head, last)
        return self._nameless(index, first, head, determiner)

    def _set_off(self, index: int, head: int, noun: str) -> tuple[int, int] | None:
        """The last word of a title, and where the name behind it and a comma begins: “the head of the board, X Y,”."""
        last = head + 1
        is_somebody = noun in OFFICES or noun in data.RELATIONS
        if self._key(last) == "," and self._is_name(last + 1) and (is_somebody or self._is_house(noun, last + 1)):
            return head, last + 1
        behind = self._with_phrase(last) if is_somebody and self._key(last) in ("of", "for", "at", "in") else last
        is_set_off = behind > last and self._key(behind) == "," and self._is_set_off_name(behind + 1)
        return (behind - 1, behind + 1) if is_set_off else None

    def _is_of_house(self, first: int, head: int) -> bool:
        """Whether a comma and the name of a house stand behind, and not that of somebody there."""
        nouns = {singular(bare(self._key(each))) for each in range(first, head + 1)}
        is_house = singular(self._key(head)) in data.HOUSES and self._key(head + 1) == ","
        return is_house and not nouns & OFFICES and not nouns & data.RELATIONS.keys()

    def _is_house(self, noun: str, name: int) -> bool:
        """“The label, Blue Door, …”."""
        end = self._end_of_name(name)
        return noun in data.HOUSES and self._key(end) == "," and self._key(end + 1) not in data.ARTICLES | {"and"}

    def _head(self, first: int, determiner: str) -> int | None:
        """The noun of a phrase: the last of the first words in a row that the tables have."""
        if not determiner:
            key = self._key(first)
            plural = self._is_crowd(first) or key == "documents"
            is_bare = plural or key == "minutes" or (singular(key) in OFFICES and self._is_name(first + 1))
            return first if is_bare and not speech.says(key) else None
        end = first
        while end < min(len(self.words), first + _LONGEST_PHRASE) and (
            self._is_adjective(end) or self._is_head(end, first) or is_whose(self._key(end))
        ):
            if self._is_head(end, first) and not self._is_head(end + 1, first):
                return end + 2 if self._is_longer(end) else end
            end += 1
        if first == end or self.words[end - 1].is_capital:
            begin = next((each for each in range(first, end) if self.words[each].is_capital), end)
            is_trade = first < begin < end and self._key(begin - 1).endswith(data.TRADES)
            return begin - 1 if is_trade else None
        return end - 1 if speech.says(self._key(end)) else None

    def _is_head(self, index: int, first: int) -> bool:
        """Whether a word is a noun of the tables; what is a verb as well is one behind the article alone."""
        is_verb = index > first and speech.says(self._key(index))
        return self._is_noun(index) and not is_verb and not is_whose(self._key(index))

    def _is_longer(self, head: int) -> bool:
        """“Chief financial officer”: an office, a word about it, an office, and a name."""
        behind = head + 4 if self._key(head + 3) == "," else head + 3
        is_office = singular(self._key(head + 2)) in OFFICES and self._is_adjective(head + 1)
        return is_office and self._is_noun(head + 2) and self._is_name(behind)

    def _before_name(self, index: int, first: int, head: int, name: int) -> Mention | None:
        mention = self._named(name)
        if mention is None or mention.stands_for:
            return mention
        noun = next((key for key in map(singular, map(self._key, range(first, head + 1))) if key in data.RELATIONS), "")
        if noun:
            mention.gender = data.RELATIONS[noun]
        elif self._is_of_house(first, head):
            mention.kind, mention.title = Kind.ORGANISATION, ""
        elif mention.kind is Kind.PERSON:
            title = self.sentence.text(first, head + 1)
            mention.title = max(mention.title, title, key=lambda each: len(each.split()))
        mention.first = index
        if self._key(mention.last) == "," and self._key(name - 1) == ",":
            mention.last += 1
        return mention

    def _nameless(self, index: int, first: int, head: int, determiner: str) -> Mention | None:
        noun = singular(bare(self._key(head)))
        is_open = determiner in data.COUNTS or not determiner
        if noun in data.RELATIONS or noun in data.KIN or self._key(head) in data.KIN:
            last = self._with_phrase(head + 1) if determiner in data.COUNTS else head + 1
            name, gender = self.sentence.text(index, last), data.RELATIONS.get(noun, "")
            return Mention(index, last, name, Kind.UNNAMED, gender=gender) if determiner else None
        if noun in data.PAPERS and not (noun in data.UTTERANCES and is_open):
            last = self._with_phrase(head + 1) if is_open or self._key(head + 1) == "of" else head + 1
            named = last if self._key(head + 1) == "of" else head + 1
            return Mention(index, last, self.sentence.text(first, named), Kind.DOCUMENT)
        if noun in data.HOUSES and noun not in data.OFFICES:
            last = self._with_phrase(head + 1) if self._key(head + 1) == "of" else head + 1
            return Mention(index, last, self.sentence.text(first, last), Kind.ORGANISATION)
        if noun in data.UTTERANCES:
            return None if is_open else Mention(index, head + 1, noun, stands_for="office", called=noun)
        if is_open:
            index, last = index if determiner else self._behind_what_parts(index), self._with_phrase(head + 1)
            gender = "they" if not determiner and self._key(head).endswith(("s", "men")) else ""
            return Mention(index, last, self.sentence.text(index, last), Kind.UNNAMED, gender=gender)
        last = self._with_phrase(head + 1) if self._key(head + 1) == "of" else head + 1
        called = self.sentence.text(first, last)
        if self._key(head) in data.PAIRS:
            return Mention(index, head + 1, "", stands_for="they")
        if self._key(head) != noun:
            return Mention(index, last, called, Kind.UNNAMED)
        return Mention(index, last, noun, stands_for="office", called=called)

    def _behind_what_parts(self, index: int) -> int:
        """Where “local residents” begins: what tells of several stands behind what parts clauses."""
        begin = index
        while begin > max(0, index - 2) and self._is_adjective(begin - 1):
            begin -= 1
        before = self._key(begin - 1) if begin else ""
        is_parted = not begin or self.words[begin - 1].is_mark or before in data.CONJUNCTIONS or speech.says(before)
        return begin if is_parted else index

    def _with_phrase(self, last: int) -> int:
        """Where a phrase ends that “of the board”, “close to the talks”, “briefed on the plan” may follow."""
        is_involved = self._key(last) in data.INVOLVED and self._key(last + 1) in data.PREPOSITIONS
        if self._key(last) not in data.PREPOSITIONS and self._key(last + 1) not in ("to", "with") and not is_involved:
            return last
        end = last
        while end < min(len(self.words), last + _LONGEST_PHRASE):
            key = self._key(end)
            if (
                self.words[end].is_quotation
                or key in ENDS
                or (key in data.STOPS and not (is_involved and end == last + 1))
            ):
                break
            is_past = speech.may_say(key) and key.endswith(("d", "t")) and end > last + 1
            if (
                (speech.says(key) or is_past)
                and not self.words[end].is_capital
                and self._key(end - 1) not in data.ARTICLES
            ):
                break
            end += 1
        while end > last and (self._key(end - 1) in data.PREPOSITIONS):
            end -= 1
        return end
