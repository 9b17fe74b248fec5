"""Whether an Arabic noun before words between marks bears them as its name: سفينة «الأمل», رواية «الليل الطويل»."""

import re

from articles.text import kinds, speech
from articles.text.contexts import OTHER, Context

_WITH_A_PRONOUN = re.compile(r"ب?ا?ن(?:ه|ها|هم|هما|هن)\Z")
_PREDICATE = re.compile(r"(?:لن|لم|لا|ما|ليس|ليست|قد|سوف|هو|هي|غير|كان|كانت)\s|س?[يتن]\S{2,}\s")
_ACCUSATIVE = ("ًا", "اً")
_SIGNS = set(".,;:!?()[]-\"'…")
_NEAR = 4
_LONGEST_NAME = 4


def is_of_kind(context: Context) -> bool:
    """Whether the words are the name of a thing whose kind stands before them."""
    if context.words.split()[0].endswith(_ACCUSATIVE):
        return False
    tokens = context.tokens_before
    for distance in range(min(_NEAR, len(tokens))):
        token = tokens[-1 - distance]
        if token == "," and distance == 0:
            continue
        if token in _SIGNS or token == OTHER or token in speech.THAT or token in kinds.LETTERS:
            return False
        kind = kinds.of(token)
        if kind is not None:
            return _is_named_by(context, kind, distance, tokens[: len(tokens) - 1 - distance])
        if speech.says(token):
            return False
    return False


def _is_named_by(context: Context, kind: kinds.Kind, distance: int, earlier: list[str]) -> bool:
    """Whether an Arabic noun before the marks has its name in them, and does not have something said of it."""
    nearest = earlier[-1] if earlier else ""
    if distance and any(token in kinds.PREPOSITIONS for token in context.tokens_before[-distance:]):
        return False  # a report of hers on «…»
    if kind is kinds.Kind.BARE:
        if distance == 0:
            is_all = context.first in _SIGNS | {""}
            is_told = is_all and nearest in speech.THAT and _PREDICATE.match(f"{context.words} ")
            return not (_WITH_A_PRONOUN.match(nearest) or is_told)
        is_said = any(token in kinds.COPULAS for token in context.tokens_before[-distance:])
        is_said = is_said or speech.says(nearest) or (distance > 1 and speech.may_say(nearest))
        return context.count <= _LONGEST_NAME and not is_said
    is_name = context.count <= 2 and all(word.startswith("ال") for word in context.words.split())
    between = context.tokens_before[len(earlier) + 1 :]
    if any(not token.startswith("ال") and token not in {",", *kinds.LETTERS} for token in between):
        return False
    is_spoken_of = any(map(speech.says, context.tokens_before)) or nearest in kinds.COPULAS
    if kind is kinds.Kind.DEFINITE and context.count > 2 and is_spoken_of:
        return False
    if context.count > _LONGEST_NAME or (_PREDICATE.match(f"{context.words} ") and context.count > 1):
        return False
    if any(token in speech.THAT for token in earlier[-2:]) or speech.says(nearest):
        return is_name and not context.ends_paragraph if context.first in _SIGNS | {""} else not speech.says(nearest)
    return True
