"""The bytes that the hash of a published version is made of. docs/record.md has them byte for byte."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any


@dataclass(frozen=True)
class Form:
    """A canonical form: the name that it bears in the bytes, and which frozen columns it covers."""

    name: str
    version: tuple[str, ...]
    statement: tuple[str, ...]
    correction: tuple[str, ...]
    photo: tuple[str, ...]
    # Whether a text without photos has no member for them, rather than an empty array.
    omits_photos_if_none: bool = False


# Forms by number. One that was released is never edited: what should be otherwise is another form, with another name.
# Shelf marks (section, tags, bylines) and what may still move are left out.
FORMS = {
    1: Form(
        name="newsroom publication 1",
        version=(
            "number", "change", "is_import", "day", "slug", "first_live_at", "live_from", "updated_at", "kind",
            "kicker", "headline", "standfirst", "body", "dateline", "photo_alt", "photo_caption", "photo_credit",
            "previous_hash",
        ),
        statement=(
            "words", "occurrence", "kind", "terms", "name", "capacity", "occasion", "obtained_on", "check_made",
            "position",
        ),
        correction=("kind", "wrong", "right"),
        photo=("alt_text", "caption", "credit", "position"),
        # Versions from before photos stood in texts keep their hashes.
        omits_photos_if_none=True,
    ),
    # A statement of several owners is a member for each of them, and says what evidence it rests on.
    2: Form(
        name="newsroom publication 2",
        version=(
            "number", "change", "is_import", "day", "slug", "first_live_at", "live_from", "updated_at", "kind",
            "kicker", "headline", "standfirst", "body", "dateline", "photo_alt", "photo_caption", "photo_credit",
            "previous_hash",
        ),
        statement=(
            "words", "occurrence", "kind", "terms", "name", "capacity", "occasion", "obtained_on", "check_made",
            "position", "owner_place", "evidence_kind", "evidence_use", "evidence_hash",
        ),
        correction=("kind", "wrong", "right"),
        photo=("alt_text", "caption", "credit", "position"),
    ),
}  # fmt: skip

# The form that new versions are written in.
NEWEST = max(FORMS)


def content(
    form: int,
    language: str,
    version: Any,
    statements: Iterable[Any],
    correction: Any | None,
    photos: Iterable[Any] = (),
) -> dict[str, Any]:
    """What a version says, in the form of that number, as plain values. Rows bear their columns as attributes."""
    covered = FORMS[form]
    said = {
        "format": covered.name,
        "language": language,
        **_plain(version, covered.version),
        "statements": _in_order(statements, covered.statement),
        "correction": correction and _plain(correction, covered.correction),
        "photos": _in_order(photos, covered.photo),
    }
    if covered.omits_photos_if_none and not said["photos"]:
        del said["photos"]
    return said


def encode(content: Mapping[str, Any]) -> bytes:
    """JSON by RFC 8259 in UTF-8: keys sorted by code point, no white space, nothing escaped that need not be."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the encoded content, as 64 small hexadecimal digits."""
    return hashlib.sha256(encode(content)).hexdigest()


def of_evidence(salt: str, words: str) -> str:
    """What the record keeps of evidence: SHA-256 of its salt, 64 small hexadecimal digits, and of its words
    in UTF-8. Who has not the salt cannot try words on it."""
    return hashlib.sha256((salt + words).encode()).hexdigest()


def _in_order(rows: Iterable[Any], names: Iterable[str]) -> list[dict[str, Any]]:
    return [_plain(row, names) for row in sorted(rows, key=_place)]


def _place(row: Any) -> tuple[int, int]:
    """Where a row stands among its like; of a statement of several owners, which of them it is of."""
    return row.position, getattr(row, "owner_place", 0)


def _plain(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: _value(getattr(row, name)) for name in names}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, str) else value
