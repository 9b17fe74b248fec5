"""Whether words between marks are somebody's, and not a name, a label or a word that nobody said."""

from dataclasses import replace
from itertools import pairwise

from articles.text import contexts, naming, remembering, speech
from articles.text.contexts import Context
from articles.text.spans import Span

_CONJUNCTIONS = {",", ";", "&", "and", "or", "و", "ف", "ب", "ل", "ثم", "أو", "وب", "ول", "وال"}
# So many words are no name and no word as a word, whoever says them.
_MANY = 5
_NEAR_BEFORE, _NEAR_BEHIND = 5, 2
_HELD_BEFORE, _HELD_BEHIND = 10, 4
_ENDINGS = ".!?؟…"


def among(paragraph: str, spans: list[Span]) -> list[Span]:
    """Those of a paragraph's spans that are somebody's words."""
    return list(_among(paragraph, tuple(spans)))


@remembering.of_paragraph
def _among(paragraph: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    spoken: list[bool] = []
    for number, span in enumerate(spans):
        context = contexts.of(paragraph, spans, number)
        gap = paragraph[spans[number - 1].behind : span.before] if number else "."
        spoken.append(_is_spoken(span, context, spoken[-1] if _is_one_more(gap) else None))
    return tuple(span for span, is_spoken in zip(spans, spoken, strict=True) if is_spoken)


def in_headline(line: str, spans: list[Span]) -> list[Span]:
    """The same of a headline, which has no room to say who speaks: bridge ‘a death trap’, ‘Shameful’: minister."""
    return list(_in_headline(line, tuple(spans)))


@remembering.of_paragraph
def _in_headline(line: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    found = (contexts.of(line, spans, number) for number in range(len(spans)))
    return tuple(span for span, context in zip(spans, found, strict=True) if _is_quoted(span, context))


def _is_quoted(span: Span, context: Context) -> bool:
    if not any(map(str.isalnum, context.words)) or (span.needs_speech and not _has_verb(context)):
        return False
    if naming.is_label(context):
        return _is_answer(context)
    context = _in_small_letters(context)
    if naming.is_sentence_in_capitals(context):
        return True
    # ‘We won’t go’: union. Behind the colon stands who speaks, also where that is a kind of thing.
    is_explained = not context.before.strip() and context.first == ":"
    is_name = naming.is_spelled_as_title(context.words) if is_explained else naming.is_name(context)
    return span.is_speech or not is_name


def _in_small_letters(context: Context) -> Context:
    """In a Headline That Has Capitals Throughout they are no sign of a title."""
    rest = f"{context.before} {context.behind}".split()
    is_throughout = naming.is_spelled_as_title(" ".join(word for word in rest if word.isalpha()))
    return replace(context, words=context.words.lower()) if is_throughout else context


def _is_one_more(gap: str) -> bool:
    """Whether nothing but a conjunction stands between two: “Maid of Corrin” and “Tern”."""
    tokens = gap.replace("،", ",").replace("ـ", "").split()
    return len(gap) < 12 and tokens != [] and all(token in _CONJUNCTIONS for token in tokens)


def _is_spoken(span: Span, context: Context, is_previous: bool | None) -> bool:
    if not any(map(str.isalnum, context.words)):
        return False
    if span.is_speech:
        return True
    if naming.is_label(context):
        return _is_answer(context)
    if span.needs_speech and not _has_verb(context):
        return False
    if is_previous is not None:
        return is_previous
    return not naming.is_name(context) and (_is_attributed(context) or _is_speech_by_itself(context))


def _is_answer(context: Context) -> bool:
    """“I?” said Hask."""
    near = [token for token in context.tokens_behind if token.isalnum()][:2]
    return any(map(speech.says, near)) or speech.says(context.last) or (context.last == ":" and _has_verb(context))


def _has_verb(context: Context) -> bool:
    return any(map(speech.says, (*context.tokens_before, *context.tokens_behind)))


def _is_attributed(context: Context) -> bool:
    """Whether the sentence names who said it, called something so or wrote it."""
    around = (*context.tokens_before, "", *context.tokens_behind)
    if _has_verb(context) or any(token in speech.ATTRIBUTING for token in around):
        return True
    if any(map(speech.holds, (*context.tokens_before[-_HELD_BEFORE:], *context.tokens_behind[:_HELD_BEHIND]))):
        return True
    if _says_that(context.tokens_before) or naming.is_signed(context):
        return True
    pairs = (f"{first} {second}" for first, second in pairwise(around))
    if any(pair in speech.PHRASES or pair[1:] in speech.PHRASES for pair in pairs) or around[0] in speech.FIRST:
        return True
    is_set_off = context.first == "," or context.words[-1] in f",،{_ENDINGS}"
    near = (*context.tokens_before[-_NEAR_BEFORE:], *context.tokens_behind[: _NEAR_BEHIND if is_set_off else 1])
    return any(map(speech.may_say, around if context.count > 2 else near))


def _says_that(tokens: list[str]) -> bool:
    """Whether a word that may be a verb of saying has “that” behind it: كشفت المديرة أن التمويل «نفد»."""
    said = next((at for at, token in enumerate(tokens) if speech.may_say(token)), len(tokens))
    return any(token in speech.THAT for token in tokens[said:])


def _is_speech_by_itself(context: Context) -> bool:
    """Whether it is speech though nobody is named: a sentence, behind a colon, in brackets, a paragraph of its own."""
    if context.count >= _MANY or context.last == ":" or context.is_alone:
        return True
    if context.first == ":" and not context.before.strip():
        return True
    is_in_brackets = context.last == "(" and context.first == ")"
    is_sentence = context.words[-1] in _ENDINGS or (
        context.words[-1] in ",،" and (context.count > 2 or not context.before.strip())
    )
    return context.count > 1 and (is_in_brackets or is_sentence)
