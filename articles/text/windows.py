"""Characters that Windows-1252 calls marks, and Unicode calls controls: they are those marks."""

# Five of the thirty-two mean nothing there, and stay controls.
_MARKS = {code: mark for code in range(0x80, 0xA0) if (mark := bytes([code]).decode("cp1252", "ignore"))}


def marks(text: str) -> str:
    """`text` with “, ’ and … for what a program took for controls: a quotation must not lose its marks."""
    return text.translate(_MARKS)


# Letters that are pictures in two faces of Windows, which mail and word processors still write.
_WINGDINGS = dict(zip("JKLàßáâóüûöðïðñò§", "☺😐☹→←↑↓↔✓✗→→←→↑↓▪", strict=True))
_SYMBOL = dict(zip("abcdefghiklmnopqrstuwxyzDFGLPQSWY", "αβχδεφγηικλμνοπθρστυωξψζΔΦΓΛΠΘΣΩΨ", strict=True)) | {
    "£": "≤", "³": "≥", "¹": "≠", "»": "≈", "±": "±", "´": "×", "¸": "÷", "¥": "∞", "®": "→", "°": "°", "Ö": "√",
    "·": "•",
}  # fmt: skip
_PICTURED = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
# Where these faces are meant, they are meant for a sign or two.
_MOST_SIGNS = 3


def pictured(text: str, face: str) -> str:
    """What a reader saw of `text` in a face of signs: mg of a medicine in Symbol is µ."""
    if len(text.strip()) > _MOST_SIGNS:
        return text
    signs = _PICTURED[face]
    bare = (chr(ord(char) - 0xF000) if "\uf020" <= char <= "\uf0ff" else char for char in text)
    return "".join(signs.get(char, char) for char in bare)
