"""What makes two spellings of a subject one tag, and how tags are read as an editor types them: pure functions.

The key is the tags' own. It goes further than `folding.fold`, by which words are matched that somebody said: there a
dot or a hyphen more is another spelling, and here it is the same name.
"""

import re
import unicodedata

from articles.text import folding

# The seat of a hamza is a matter of country: what is written with one is written with the others. Where a hamza on a
# seat may be left out too (أ and ا, ؤ and و, ئ and ي), `fold` says so; each rule leads to a spelling that it has.
_ARABIC = "\u0621-\u063a\u0641-\u064a"
_SEATS = [
    (re.compile(rf"(?<=[{_ARABIC}])[ءئؤ](?=و)"), "ؤ"),  # شؤون، شئون، رءوس
    (re.compile(rf"(?<=[{_ARABIC}]ي)[أءئ](?=[{_ARABIC}])"), "ئ"),  # هيئة، هيأة
    (re.compile(rf"(?<=[{_ARABIC}]ي)آ"), "ئا"),  # هيئات، هيآت
    (re.compile(rf"(?<=ا)[ءئؤ](?=[{_ARABIC}])(?!و)"), "ئ"),  # قراءة، تفاؤل
    (re.compile("ءا"), "آ"),  # القرآن، القرءان
    (re.compile(r"(?<=م)ائ(?=[ةهت])"), "ئ"),  # مئة، مائة
    (re.compile(rf"(?<=ا[{_ARABIC}])[يى]ء(?![{_ARABIC}])"), "ئ"),  # طوارئ، طوارىء
]
# Marks of vowels and the tatweel stand between the letters of a word that are looked at here.
_BETWEEN_LETTERS = re.compile("[\u0640\u064b-\u0652\u0656-\u065f\u0670]")
# The ʻokina of Hawaiʻi, the ʿayn and the hamza of scholars, the geresh, and all that keyboards have in their place.
_APOSTROPHES = re.compile(
    "['\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u055a\u05f3\u07f4\u07f5\u2018-\u201b\u2032\ua78b\ua78c\uff07]"
)
_MARKS_OF_LETTERS = re.compile(r"(?<=[^\W\d_])['\"]++|(?<!['\"])['\"]++(?=[^\W\d_])")
_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.[ ]?(?=[^\W\d_](?:\.|$|(?![^\W_])))")
_LAST_DOT = re.compile(r"(?<=[^\W_])\.(?=[ ]|$)")
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_SPELLED_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){2,}(?![^\W_])")
_AND = re.compile(r"(?<= )&(?= )")
_MOST_ROUNDS = 5


def key(name: str) -> str:
    """What makes a tag's name unique in its language and kind: the one spelling of its meaning. Idempotent.

    What `folding.key` makes one, and beside that the seats of a hamza (مسؤول، مسئول), the ʻokina and every apostrophe
    (Hawaiʻi, Hawai'i, Hawaii), dots of initials and shortened words (U.S., U. S., US), hyphens between words, and “&”.
    "C", "C++" and "C#" stay three. Empty only for a name of which nothing can be seen.
    """
    spelled = folding.key(name)
    for _round in range(_MOST_ROUNDS):
        again = _respelled(name)
        if again in (name, ""):
            break
        name = spelled = again
    return spelled


def _respelled(name: str) -> str:
    composed = unicodedata.normalize("NFKC", _BETWEEN_LETTERS.sub("", unicodedata.normalize("NFC", name)))
    for seat, one in _SEATS:
        composed = seat.sub(one, composed)
    return folding.key(_plain(folding.fold(_APOSTROPHES.sub("'", composed))))


def _plain(folded: str) -> str:
    """A folded name without the marks that one paper writes and another does not."""
    dotless = _LAST_DOT.sub("", _INITIAL.sub(r"\1", _MARKS_OF_LETTERS.sub("", folded)))
    joined = _SPELLED_OUT.sub(lambda letters: letters[0].replace(" ", ""), _HYPHEN.sub(" ", dotless))
    return _AND.sub("and", joined)


# The parser of tags

# What stands in quotation marks is bounded, so that a page of unclosed marks costs one pass and not its square.
_END = r"[,،;؛\n\r\u2028\u2029]"
_SPACE = r"[^\S\n\r\u2028\u2029]*"
_QUOTED = r'(?:"([^"]{0,200})"|[“„]([^“”]{0,200})[“”]|«([^«»]{0,200})»)'
_TAG = re.compile(rf"{_SPACE}{_QUOTED}{_SPACE}(?={_END}|$)|((?:(?!{_END}).)+)")
_DOUBLE_MARKS = '"“”„«»'


def tags(text: str | None) -> list[str]:
    """The names in what an editor typed, in order, each spelling once; for TAGGIT_TAGS_FROM_STRING.

    Commas and semicolons of both scripts and new lines separate; spaces do not (West Bank). A name in quotation marks
    may contain a separator.
    """
    names = (_tidy("".join(group or "" for group in match.groups())) for match in _TAG.finditer(text or ""))
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(folding.key(name), name)
    first.pop("", None)
    return list(first.values())


def _tidy(name: str) -> str:
    # Joiners stay: Persian names and emoji need them.
    drawn = (c for c in name if c.isspace() or c in "\u200c\u200d" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    spaced = " ".join("".join(drawn).split())
    is_half_quoted = sum(map(spaced.count, _DOUBLE_MARKS)) == 1
    return spaced.strip(_DOUBLE_MARKS + " ") if is_half_quoted else spaced
