"""Who says what in an English sentence."""

from functools import lru_cache

from articles.text import speech
from articles.text.speakers import english_words as data
from articles.text.speakers.english_names import is_whose
from articles.text.speakers.english_phrases import Phrases
from articles.text.speakers.knowing import Register
from articles.text.speakers.shapes import Claim, Kind, Mention, Role, Sentence

_FURTHEST = 4
_PATTERNS = {
    first: [each for each in data.BEFORE_A_SOURCE + data.FIRST_BEFORE_A_SOURCE if each[0] == first]
    for first in {each[0] for each in data.BEFORE_A_SOURCE + data.FIRST_BEFORE_A_SOURCE}
}
_BEFORE_NOUNS = frozenset(("in", "of", "under", "without", "from", "by", "with", "on", "at", "for", "no", "into"))
_DETERMINERS = data.ARTICLES | data.POSSESSIVES | data.COUNTS
_BEFORE_NAMES = data.ARTICLES | data.OFFICES | data.POSSESSIVES


@lru_cache(maxsize=16384)
def _may_tell(key: str) -> bool:
    return key in _PATTERNS or key in data.WHOSE or key in data.TELLS or speech.says(key) or speech.may_say(key)


def read(sentence: Sentence, register: Register) -> None:
    """Fill in who is mentioned in a sentence and who says something in it."""
    sentence.mentions = Phrases(sentence, register).mentions()
    reader = _Claims(sentence)
    sentence.claims = reader.found()
    sentence.pairs = reader.pairs()


class _Claims:
    """Reads the claims of one sentence whose mentions are known."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.key = sentence.key
        self.starting = {mention.first: mention for mention in sentence.mentions}
        self.ending = {mention.last: mention for mention in sentence.mentions}

    def found(self) -> list[Claim]:
        claims: list[Claim] = []
        for index, word in enumerate(self.words):
            if not (_may_tell(word.key) or index in self.starting):
                continue
            claim = self._without_verb(index) or (self._of_verb(index, claims) if self._is_verb(index) else None)
            if claim and claim.owners:
                claims.append(claim)
        return claims

    # A phrase without a verb of saying

    def _without_verb(self, index: int) -> Claim | None:
        starts = index == 0 or self.words[index - 1].is_mark
        for pattern in _PATTERNS.get(self.key(index), ()):
            if not starts and pattern in data.FIRST_BEFORE_A_SOURCE:
                continue
            if pattern == tuple(self.key(index + each) for each in range(len(pattern))):
                owner = self._starting_at(index + len(pattern))
                if owner and (len(pattern) > 1 or self._is_set_off(index, owner)):
                    return Claim(index, owner.last, self._joint(owner))
        mention = self.starting.get(index)
        if said := self._whose_answer(index, mention) or self._answer_of(index):
            return said
        if mention and is_whose(self.key(mention.last - 1)) and self.key(mention.last) in data.OF_A_SOURCE:
            return Claim(index - 1, mention.last + 1, (mention,)) if self.key(index - 1) in ("in", "to") else None
        return None

    def _whose_answer(self, index: int, mention: Mention | None) -> Claim | None:
        """“Her answer to most questions was “…””, “X’s advice: “…””."""
        if self.key(index) in data.WHOSE:
            mention, noun = Mention(index, index + 1, "", stands_for=data.WHOSE[self.key(index)]), index + 1
        elif mention and is_whose(self.key(mention.last - 1)):
            noun = mention.last
        else:
            return None
        noun += self.key(noun) not in data.SAID
        if self.key(noun) not in data.SAID:
            return None
        for tells in range(noun + 1, min(noun + _FURTHEST + 2, len(self.words) - 1)):
            is_near = any(word.is_quotation for word in self.words[tells + 1 : tells + _FURTHEST])
            if (self.key(tells) in data.TELLS or self.key(tells) == ":") and is_near:
                return Claim(index, tells + 1, (mention,))
        return None

    def _answer_of(self, index: int) -> Claim | None:
        """““…” was the verdict of X”."""
        keys = [self.key(index + each) for each in range(4)]
        is_so = keys[0] in data.TELLS and keys[1] == "the" and keys[2] in data.SAID and keys[3] in ("of", "from")
        owner = self._starting_at(index + 4) or self.starting.get(index + 1) if is_so else None
        return Claim(index, owner.last, (owner,)) if owner else None

    def _is_set_off(self, index: int, owner: Mention) -> bool:
        """“For X, …”, “per X”: at the beginning, and a comma ends it; or at the end."""
        return self.key(index) == "per" or (index == 0 and self.key(owner.last) == ",")

    def _starting_at(self, index: int) -> Mention | None:
        """The mention that begins here, or behind an article or an honour."""
        for first in range(index, index + _FURTHEST):
            if first in self.starting:
                return self.starting[first]
            if self.key(first) not in _BEFORE_NAMES:
                return None
        return None

    # A verb of saying

    def _is_verb(self, index: int) -> bool:
        key = self.key(index)
        if self.words[index].is_capital and index:
            return False
        if not (speech.says(key) or speech.may_say(key)):
            return False
        before = self.key(index - 1)
        is_plain = not key.endswith(("ed", "ing", "s"))
        is_noun = before in _DETERMINERS or is_whose(before) or (is_plain and before in _BEFORE_NOUNS)
        is_inside = any(each.first < index < each.last - 1 for each in self.sentence.mentions)
        return not is_noun and not is_inside

    def _of_verb(self, index: int, claims: list[Claim]) -> Claim | None:
        if self._is_negated(index):
            return None
        if (
            self.key(index - 1) in data.PASSIVE
            or self.key(index - 2) in data.PASSIVE
            and self.key(index - 1) in data.BETWEEN
        ):
            owners = self._passive(index)
            return Claim(index, index + 1, owners)
        if self.key(index) in ("quoted", "quoting", "cited", "citing"):
            quoted = self._starting_at(index + 1)
            return Claim(index, quoted.last, self._joint(quoted)) if quoted else None
        if inverted := self._inverted(index):
            return Claim(index, inverted[-1].last, inverted)
        if not speech.says(self.key(index)) and not self._is_close(index):
            return None
        is_as = self.key(index - 1) == "as" and self.key(index).endswith("ing") and claims
        owners = claims[-1].owners if is_as else self._before(index)
        return Claim(index, index + 1, owners, 0 if speech.says(self.key(index)) else 6)

    def _is_negated(self, index: int) -> bool:
        around = range(max(0, index - 3), index)
        return any(self.key(each) in data.NEGATIONS or self.key(each).endswith("n't") for each in around)

    def _passive(self, index: int) -> tuple[Mention, ...]:
        """Was told by X: X; X was quoted as saying: X; was told: nobody."""
        for by in range(index + 1, min(index + _FURTHEST, len(self.words))):
            if self.key(by) == "by" and not self._is_quoting(index):
                owner = self._starting_at(by + 1)
                return self._joint(owner) if owner else ()
        return self._before(index) if self._is_quoting(index) else ()

    def _is_quoting(self, index: int) -> bool:
        behind = [self.key(each) for each in range(index + 1, index + 12)]
        return self.key(index) in ("quoted", "cited", "reported", "heard", "recorded") and "as" in behind

    def _inverted(self, index: int) -> tuple[Mention, ...]:
        """“…,” said X."""
        before = index - 1
        while before >= 0 and self.key(before) in ("also", "then", "later"):
            before -= 1
        follows = before >= 0 and (self.words[before].is_quotation or self.words[before].key in (",", "–", "—", "as"))
        owner = self._starting_at(index + 1)
        if not follows or owner is None or owner.first > index + 2 or self._has_subject(index):
            return ()
        if not self.words[before].is_quotation:
            is_set_off = (
                owner.last >= len(self.words) or self.words[owner.last].is_mark or self.key(owner.last - 1) == ","
            )
            if not is_set_off or not speech.says(self.key(index)):
                return ()
        return self._joint(owner)

    def _has_subject(self, index: int) -> bool:
        """Whether somebody stands between the quotation before a verb and the verb: “…,” X, now 64, told Y."""
        said = next((each for each in range(index - 1, -1, -1) if self.words[each].is_quotation), index)
        return any(said < each.first < index and each.role is Role.ACTS for each in self.sentence.mentions)

    def _is_close(self, index: int) -> bool:
        """Whether a word that is often something else has who speaks right before it."""
        return self._left(index) is not None or self.key(index - 1) == ","

    def _left(self, index: int) -> Mention | None:
        """Who stands right before a verb, but for “has also”."""
        first = index
        while first > 0 and index - first < _FURTHEST:
            if first in self.ending:
                return self.ending[first]
            key = self.key(first - 1)
            if key not in data.BETWEEN and not key.endswith("ly"):
                return None
            first -= 1
        return self.ending.get(first)

    def _before(self, index: int) -> tuple[Mention, ...]:
        left = self._left(index)
        if left and (left.role is not Role.IS_TOLD_OF or not self._acting(left.first)):
            return self._joint(left)
        acting = self._acting(index)
        return self._joint(acting[0]) if acting else (left,) if left else ()

    def _acting(self, index: int) -> list[Mention]:
        """Who acts in the clause before a place, from its beginning."""
        begin = 0
        for each in range(index - 1, 0, -1):
            is_that = self.key(each) == "that" and (
                speech.says(self.key(each - 1)) or self.key(each - 1) in data.BETWEEN
            )
            is_and = self.key(each) in ("but", "while", "whereas") and self.key(each - 1) == ","
            if self.key(each) in (";", ":") or is_that or is_and:
                begin = each
                break
        acting = [each for each in self.sentence.mentions if each.role is Role.ACTS and begin <= each.first < index]
        quoted = [each for each in range(begin, index) if self.words[each].is_quotation]
        behind = [each for each in acting if not quoted or each.first > quoted[-1]]
        return behind or acting

    # Several

    def _joint(self, mention: Mention) -> tuple[Mention, ...]:
        """A mention, with those that “and” joins to it."""
        joined = [mention]
        mentions = self.sentence.mentions
        at = mentions.index(mention)
        for other in mentions[at + 1 : at + 1 + _FURTHEST]:
            if not self._are_joined(joined[-1], other):
                break
            joined.append(other)
        for other in reversed(mentions[max(0, at - _FURTHEST) : at]):
            if not self._are_joined(other, joined[0]):
                break
            joined.insert(0, other)
        has_and = any(self.key(each.first - 1) == "and" or self.key(each.first - 2) == "and" for each in joined[1:])
        return tuple(joined) if has_and and not any(each.stands_for for each in joined) else (mention,)

    def _are_joined(self, one: Mention, other: Mention) -> bool:
        if one.title and self.key(one.last) == "and" and self.key(one.last - 1) != "," and other.kind is Kind.UNNAMED:
            return False  # “secretary of … and a former …” is one
        between = {self.key(each) for each in range(one.last, other.first)}
        return bool(between) and between <= {",", "and", "the", "both", "a"} and {",", "and"} & between != set()

    def pairs(self) -> list[tuple[Mention, ...]]:
        """Those that “and” joins in the sentence: “they” may be them."""
        joints = [self._joint(mention) for mention in self.sentence.mentions]
        papers = (Kind.DOCUMENT,)
        return [
            joint
            for mention, joint in zip(self.sentence.mentions, joints, strict=True)
            if len(joint) > 1 and joint[0] is mention and not any(each.kind in papers for each in joint)
        ]
