"""Whether words between marks are a name: of a book, a ship, a company, a nickname; a word as a word; a label."""

import re

from articles.text import bearing, folding, kinds, speech
from articles.text.contexts import Context

_TWO_SENTENCES = re.compile(r"\w{3,}[.!?]\s")
_SIGNS = set(".,;:!?()[]-\"'…")
_NEAR = 4
_LONGEST_NAME = 4
_LONGEST_TITLE = 10
_HELD = 8


def is_name(context: Context) -> bool:
    """Whether the words are a name or a title, or stand for themselves, so that nobody is quoted by them."""
    return not is_signed(context) and (
        _is_so_called(context)
        or _is_given(context)
        or _is_by_name(context)
        or _is_answered_to(context)
        or _is_word(context)
        or _is_nickname(context)
        or _is_of_kind(context)
        or _is_apposition(context)
        or _is_title(context)
        or _is_speaker(context)
        or _is_platform(context)
        or _is_called_behind(context)
        or _is_shown(context)
    )


def is_label(context: Context) -> bool:
    """A letter or a number that stands for something: group “C”, block “7”."""
    letters = [char for char in context.words if char.isalnum()]
    if 1 < context.count <= len(letters) and all(len(word.strip(".")) == 1 for word in context.words.split()):
        return True  # initials
    return context.count == 1 and (len(letters) <= 1 or "".join(letters).isdigit())


def is_spelled_as_title(words: str) -> bool:
    """Whether each word that matters has a capital: The Long Night."""
    if _TWO_SENTENCES.search(words):
        return False
    found = [word.strip("'’.,:;!?-–&()") for word in words.split()]
    found = [word for word in found if word]
    capital = [word[0].isupper() or word[0].isdigit() for word in found]
    if not 2 <= len(found) <= _LONGEST_TITLE or not capital[0]:
        return False
    return all(
        is_capital or word.casefold() in kinds.SMALL for is_capital, word in zip(capital, found, strict=True)
    ) and (sum(capital) > 1)


def is_sentence_in_capitals(context: Context) -> bool:
    """‘We Lied To You’: what somebody says of himself or to somebody, spelled as headlines are, and no work of that
    name; but ‘I Will Always Love You’ singer dies."""
    words = [word.strip(".,;:!?") for word in folding.fold(context.words).split()]
    is_speech = any(word.partition("'")[0] in kinds.SPEAKING or word.endswith("n't") for word in words)
    if not is_speech or not is_spelled_as_title(context.words):
        return False
    is_work = context.first in kinds.ENGLISH | kinds.MAKERS or _is_of_kind(context)
    is_made = context.last in kinds.MAKING | kinds.MAKERS | {"in", "of", "from"} or context.last.endswith("'s")
    return not (is_work or is_made)


def is_capitalised(words: str) -> bool:
    bare = words.removeprefix("the ").removeprefix("The ")
    return bare[:1].isupper() or bare[:1].isdigit()


def is_adjacent(context: Context) -> bool:
    """Whether a verb of saying stands right beside the marks, or a colon before them."""
    if context.last == ":":
        return not (len(context.tokens_before) > 1 and kinds.of(context.tokens_before[-2]))
    last = next((token for token in reversed(context.tokens_before) if token not in kinds.MERELY), "")
    if speech.says(last) or speech.may_say(last) or last in speech.THAT or last == "words":
        return True
    if context.words[-1:] not in ",،.!?؟" and context.first not in {",", "-"}:
        return False
    near = [token for token in context.tokens_behind if token not in _SIGNS][:_NEAR]
    return any(speech.says(token) for token in near)


def is_signed(context: Context) -> bool:
    """She signed the visitors’ book “…”; but he signed his book “The Long Road”."""
    tokens = [token for token in context.tokens_before[-_HELD:] if token not in {",", ":"}]
    signed = [at for at, token in enumerate(tokens) if token in kinds.SIGNING]
    books = [at for at, token in enumerate(tokens) if token in kinds.SIGNED]
    is_behind = books != [] and books[-1] + _NEAR >= len(tokens)
    is_in_a_book = signed != [] and is_behind and (signed[0] < books[-1] or signed[-1] + 1 == len(tokens))
    is_of_guests = any(token in kinds.GUESTS for token in tokens)
    is_title = is_in_a_book and tokens[books[-1]] in kinds.ENGLISH and is_spelled_as_title(context.words)
    return is_in_a_book and (is_of_guests or not is_title)


def _is_so_called(context: Context) -> bool:
    tokens = [token for token in context.tokens_before if token not in kinds.LETTERS]
    phrase = " ".join(tokens[-2:])
    if phrase in kinds.LIKE_PHRASES:
        return not any(map(speech.says, (*tokens, *context.tokens_behind)))
    return tokens[-1:] != [] and (tokens[-1] in kinds.SO_CALLED or phrase in kinds.SO_CALLED_PHRASES)


def _is_given(context: Context) -> bool:
    """A name that the sentence gives: a company called, known as, الملقب بـ, بعنوان."""
    tokens = context.tokens_before[-8:]
    if context.last == ":":
        tokens = tokens[:-1]
    bare = [token for token in tokens if token not in kinds.AS and token not in kinds.ARTICLES]
    if not bare or any(token in kinds.UNNAMED for token in bare[-4:-1]):
        return False
    # Dockers call him “the Admiral”.
    is_by_name = context.words.startswith("the ") and context.count <= _LONGEST_NAME and is_capitalised(context.words)
    if is_by_name and any(token in kinds.CALLING for token in bare):
        return True
    if tokens[-1] in kinds.AS and tokens[-1].isascii():
        return any(token in kinds.KNOWN for token in bare) and not any(map(speech.says, bare[-1:]))
    if bare[-1] in kinds.UNDER or (bare[-1] == "of" and bare[-2:-1] and bare[-2] in kinds.UNDER):
        return True
    if bare[-1] in kinds.COPULAS and any(map(kinds.names, bare[-5:-1])):
        return not bare[-1].isascii()  # the name of the village was «Spring»
    if not kinds.names(bare[-1]) and not _is_described_name(context, bare):
        return False
    return not bare[-1].isascii() or is_capitalised(context.words)


def _is_answered_to(context: Context) -> bool:
    """He answers to “Skip”."""
    is_so = context.tokens_before[-2:] in kinds.ANSWERING_TO
    return is_so and context.count <= _LONGEST_NAME and is_capitalised(context.words)


def _is_described_name(context: Context, tokens: list[str]) -> bool:
    """الاسم الرمزي «فانوس»."""
    is_set_off = tokens[-1:] != context.tokens_before[-1:]
    return (
        not is_set_off
        and tokens[-1].startswith("ال")
        and len(tokens) > 1
        and kinds.names(tokens[-2].removeprefix("ال"))
    )


def _is_by_name(context: Context) -> bool:
    """لقبه الصحافيون «الثعلب», and not ما سمته الوزارة «أزمة»."""
    tokens = [token for token in context.tokens_before[-8:] if token not in kinds.AS]
    is_giving = any(token.lstrip("وف") in kinds.GIVING for token in tokens[-_NEAR:])
    is_what = any(token in kinds.WHAT for token in tokens[-_NEAR - 1 :])
    return is_giving and not is_what and context.last != ":" and context.count <= 3


def _is_word(context: Context) -> bool:
    """A word as a word: the word “fair”, «الهلم» في لهجة أهل الوادي."""
    tokens = context.tokens_before
    if context.last in kinds.WORD or context.last.removeprefix("ال") in kinds.WORD:
        earlier = tokens[-6:-1]
        if any(token in speech.NEGATIONS for token in earlier) or earlier[-1:] == ["code"] or context.first == "for":
            return True
        if any(map(speech.holds, context.tokens_behind[:_NEAR])):
            return False  # a phrase on walls
        if "what" in earlier:
            return False  # “what the police term “…””
        return not any(token in kinds.USED or speech.says(token) or speech.holds(token) for token in earlier)
    around = (*tokens, *context.tokens_behind)
    is_short = context.count <= 3 and context.last != ":"
    return is_short and any(token in kinds.MEANING for token in around) and not any(map(speech.says, around))


def _is_nickname(context: Context) -> bool:
    """Samir “the Fox” Qadri."""
    first, last = context.before.split()[-1:], context.behind.split()[:1]
    if not first or not last or context.count > _LONGEST_NAME or context.words[-1] in ".,!?":
        return False
    names = (first[0], last[0])
    is_between = context.before.endswith(" ") and context.behind.startswith(" ")
    is_name = all(name[0].isupper() and name[-1].isalnum() for name in names)
    has_capital = any(word[0].isupper() for word in context.words.split())
    return is_between and is_name and has_capital and all(map(_is_wordlike, names))


def _is_wordlike(name: str) -> bool:
    return name.casefold() not in kinds.ARTICLES | kinds.SMALL and not speech.says(name.casefold())


def _is_of_kind(context: Context) -> bool:
    """The kind of thing stands beside it: the ship “Aurora”, the “Courier” newspaper, رواية «الليل الطويل»."""
    if context.last in kinds.WORD or context.last in speech.ATTRIBUTING:
        return False
    if context.last == ":":
        tokens = context.tokens_before[:-1]
        is_all = context.ends_paragraph and context.count <= _LONGEST_NAME and context.words[-1] not in ".!?؟"
        return is_all and len(tokens) == 1 and (kinds.of(tokens[0]) is not None or tokens[0] in kinds.LABELS)
    if any("\u0621" <= char <= "\u064a" for char in context.before[-40:]):
        return bearing.is_of_kind(context)
    return is_capitalised(context.words) and (_is_behind_kind(context) or _is_before_kind(context))


def _is_behind_kind(context: Context) -> bool:
    is_set_off = context.last == ","
    tokens = context.tokens_before[:-1] if is_set_off else context.tokens_before
    if not tokens or tokens[-1] not in kinds.ENGLISH:
        return False
    if is_spelled_as_title(context.words) and not is_adjacent(context):
        return True
    if is_set_off:
        return not is_adjacent(context) and (context.first == "," or context.words.endswith(","))
    is_sentence = context.count > _LONGEST_NAME or (context.count > 2 and context.words[-1] in ".!?,")
    return not is_sentence


def _is_before_kind(context: Context) -> bool:
    is_named = context.last in kinds.ARTICLES and context.first in kinds.ENGLISH
    return is_named and context.count <= _LONGEST_TITLE and context.words[-1] not in ".!?,"


def _is_apposition(context: Context) -> bool:
    """“Paper and Salt”, an exhibition of maps; «ملح وحديد»، وهو فيلمها الأول."""
    tokens = context.tokens_behind[:6]
    if not tokens or (tokens[0] not in {",", ":"} and not context.words.endswith(",")) or is_adjacent(context):
        return False
    if speech.holds(context.last):
        return False
    rest = [token for token in tokens if token not in _SIGNS]
    if not rest:
        return False
    if rest[0] in kinds.ARTICLES and is_capitalised(context.words):
        return any(token in kinds.ENGLISH for token in rest[1:]) and not any(map(speech.says, rest))
    if rest[0] in kinds.HE_IS or tokens[0] == ":":
        return context.count <= _LONGEST_NAME and any(kinds.of(token) for token in rest[:3])
    return False


def _is_title(context: Context) -> bool:
    """The Long Night, wherever no verb of saying stands beside it; “Aurora” behind an article or a preposition."""
    if is_spelled_as_title(context.words):
        is_held = any(map(speech.holds, context.tokens_before[-_HELD:]))
        is_made = context.last in kinds.MAKING and context.words[-1] not in ".!?" and not is_held
        return is_made or not is_adjacent(context) or (context.last != ":" and context.first in kinds.COPULAS)
    is_one = context.count == 1 and context.words[:1].isupper() and context.words[-1] not in ".!?,"
    if not is_one or context.is_alone or is_adjacent(context):
        return False
    around = (*context.tokens_before, *context.tokens_behind)
    return context.last in kinds.ARTICLES or not any(map(speech.says, around))


def _is_called_behind(context: Context) -> bool:
    """“The Tax on Salt” is the title of her book; «السلام ممكن» عنوان كتابه."""
    tokens = context.tokens_behind[:3]
    is_english = tokens[:1] != [] and tokens[0] in kinds.COPULAS and bool(kinds.UNDER & set(tokens))
    return is_english or (tokens[:1] == ["عنوان"] and not context.before.strip())


def _is_shown(context: Context) -> bool:
    """«ليلة القدر» في المسرح الكبير: what is shown there, and not what is said."""
    tokens = [token.removeprefix("ال") for token in context.tokens_behind[:2]]
    is_there = len(tokens) == 2 and tokens[0] in kinds.AT and tokens[1] in kinds.VENUES
    return is_there and not context.before.strip() and context.count <= _LONGEST_NAME and not context.is_alone


def _is_platform(context: Context) -> bool:
    """Where it was written: على «تلغرام», and not what is said behind a colon."""
    words = folding.fold(context.words)
    is_station = 1 < context.count <= 3 and not kinds.MEDIA.isdisjoint(words.split()[:1])
    return context.last != ":" and (words in kinds.PLATFORMS or is_station)


def _is_speaker(context: Context) -> bool:
    """The name of who speaks or is spoken to: ذكرت «بريد الريم» أن, قال لـ«بريد الريم» إن, بحسب «بريد الريم»."""
    if context.count > 3:
        return False
    if context.last in kinds.TO and any(token in kinds.TALKS for token in context.tokens_before[-4:-1]):
        return True
    is_definite = all(word.startswith("ال") for word in folding.fold(context.words).split())
    if context.last in kinds.ASKED_BY and is_definite and context.words[-1] not in "?؟":
        return True
    if context.last in kinds.BY or " ".join(context.tokens_before[-2:]) in kinds.BY:
        return True
    is_followed = (context.first in speech.THAT and context.first[:1] not in "وف") or context.first == "عن"
    is_subject = context.last not in {":", *speech.THAT, *(kinds.LETTERS - {"ل"})}
    is_said = any(speech.says(token) or speech.may_say(token) for token in context.tokens_before)
    return is_followed and is_subject and is_said
