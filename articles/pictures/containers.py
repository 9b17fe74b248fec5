"""Pictures in a container of ISO media files (AVIF, HEIC, HEIF): what such a file is, by the brands that it bears.

The box `ftyp` names a brand, and others that the file keeps to as well (ISO/IEC 14496-12). Programs write them in any
order: a telephone's AVIF may call itself `mif1`, which says no more than that it is a picture."""

from collections.abc import Iterator

AV1 = (b"avif", b"avis")
HEVC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs")
# Pictures in general, and moving ones. Which codec they are in, only their contents tell.
OF_ANY_KIND = (b"mif1", b"msf1", b"miaf")
# How the kinds of their items are written, near the beginning.
CODECS = {"AVIF": (b"av01",), "HEIF": (b"hvc1", b"hev1")}
MOST_BRANDS, MOST_HEAD = 64, 64 * 1024


def form(data: bytes) -> str | None:
    """Which decoder reads it: "AVIF" or "HEIF"; None where the file is no such picture."""
    brands = _brands(data)
    for brand in brands:
        if brand in AV1:
            return "AVIF"
        if brand in HEVC:
            return "HEIF"
    if not set(brands) & set(OF_ANY_KIND):
        return None
    head = data[:MOST_HEAD]
    return next((form for form, marks in CODECS.items() if any(mark in head for mark in marks)), None)


def as_decoders_know_it(data: bytes, form: str) -> bytes:
    """The file under brands by which its decoder takes it for a still picture, in a box as long as it was: where
    things lie in the file is written in it.

    One that moves keeps those that say so, where there is a film in it: its decoder then tells its frames.
    """
    if form == "AVIF" and data[8:12] in (b"avis", b"msf1") and b"moov" in _kinds(data):
        return data[:8] + b"avis" + data[12:]
    brand = b"avif" if form == "AVIF" else b"heic"
    others = len(_brands(data)) - 1
    known = [brand, b"mif1"] * others
    return data[:8] + brand + data[12:16] + b"".join(known[:others]) + data[16 + 4 * others :]


def _brands(data: bytes) -> list[bytes]:
    """The brands of a file, its own first."""
    if data[4:8] != b"ftyp":
        return []
    end = min(int.from_bytes(data[:4], "big"), 16 + 4 * MOST_BRANDS)
    return [data[8:12], *(data[at : at + 4] for at in range(16, end - 3, 4))]


def _kinds(data: bytes) -> Iterator[bytes]:
    """The kinds of the boxes that a file consists of."""
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        yield kind
        if size == 1:  # the size is a longer number, which follows
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:  # it reaches to the end, or is nonsense
            return
        at += size
