"""The sources that the desk has, looked up by the words of a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.text.speakers.shapes import Kind, Mention, Word, words


@dataclass(frozen=True)
class Known:
    """A source that the desk has: its `key` there, all that it is called (the first is its name), and its titles."""

    key: object
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()
    kind: Kind | None = None


class Register:
    """Known sources by the words of their names."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.sources = list(known)
        self._lengths: dict[str, set[int]] = {}  # by the first word of a name, of how many words names are
        self._by_name: dict[tuple[str, ...], Known] = {}
        self._by_last: dict[str, list[Known]] = {}
        for source in self.sources:
            for name in source.names:
                self._enter(source, tuple(word.key for word in words(name) if not word.is_mark))

    def _enter(self, source: Known, keys: tuple[str, ...]) -> None:
        if not keys:
            return
        self._lengths.setdefault(keys[0], set()).add(len(keys))
        self._by_name.setdefault(keys, source)
        of_one = self._by_last.setdefault(keys[-1], [])
        if not of_one or of_one[-1] is not source:
            of_one.append(source)

    def may_begin(self, key: str) -> bool:
        """Whether a known name may begin with a word, or with what is left of it without its first letter."""
        return key in self._lengths or key[1:] in self._lengths

    def at(self, sentence: Sequence[Word], index: int, first: str | None = None) -> tuple[int, Known] | None:
        """The known source whose name stands from a word on, and of how many words: the longest. `first` may be that
        word without what is joined to it."""
        begin = sentence[index].key if first is None else first
        for length in sorted(self._lengths.get(begin, ()), reverse=True):
            keys = (begin, *(word.key for word in sentence[index + 1 : index + length]))
            if keys in self._by_name:
                return length, self._by_name[keys]
        return None

    def called(self, keys: tuple[str, ...]) -> Known | None:
        """The one source that is called exactly so, or the only one whose name ends so."""
        if keys in self._by_name:
            return self._by_name[keys]
        return self.ending(keys[-1]) if len(keys) == 1 else None

    def ending(self, last: str) -> Known | None:
        """The only source whose name ends with a word."""
        found = self._by_last.get(last, ())
        return found[0] if len(found) == 1 else None


def named(mention: Mention, source: Known) -> Mention:
    """A mention that is a known source."""
    mention.source = source.key
    mention.kind = source.kind or mention.kind
    return mention
