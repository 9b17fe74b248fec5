"""Arabic words brought to a common stem: a light stemmer, on folded words."""

# The affixes of light10 (Larkey, Ballesteros, Connell: Light Stemming for Arabic Information Retrieval, 2007), folded:
# ة has become ه, and ية with it يه. Three things differ, because with light10 a newspaper's reader does not find all:
# - suffixes are taken off until none is left: فلسطيني → فلسطين → فلسط, as فلسطين;
# - و at the front goes last, when the stem is known, article or not: الوزير and وزير → زير, وطني and الوطنية → وطن;
# - a suffix leaves three letters, not two: غزة stays whole, and عمان with it.
_ARTICLES = ("وبال", "ولل", "وال", "فال", "بال", "كال", "ال", "لل")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST_AFTER_ARTICLE = 2
_SHORTEST_STEM = 3
# Not an article and «له».
_WHOLE = {"الله": "الله", "والله": "الله", "بالله": "الله", "لله": "الله"}


def stem(word: str) -> str:
    """The stem of a folded Arabic word: معلم for المعلم, معلمون, معلمات, والمعلمين. Never empty for a word."""
    return _WHOLE.get(word) or _without_and(_without_suffixes(without_article(word)))


def without_article(word: str) -> str:
    """A folded word without «ال» and what is written together with it."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST_AFTER_ARTICLE:
            return word[len(article) :]
    return word


def _without_suffixes(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return _without_suffixes(word[: -len(suffix)])
    return word


def _without_and(word: str) -> str:
    while word.startswith("و") and len(word) > _SHORTEST_STEM:
        word = word[1:]
    return word
