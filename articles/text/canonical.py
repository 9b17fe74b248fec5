"""The bytes that the hash of a published version is made of. docs/record.md has them byte for byte."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

FORMAT = "newsroom publication 1"

# Frozen columns. Shelf marks (section, tags, bylines) and what may still move are left out.
VERSION = (
    "number", "change", "is_import", "day", "slug", "first_live_at", "live_from", "updated_at", "kind", "kicker",
    "headline", "standfirst", "body", "dateline", "photo_alt", "photo_caption", "photo_credit", "previous_hash",
)  # fmt: skip
STATEMENT = (
    "words", "occurrence", "kind", "terms", "name", "capacity", "occasion", "obtained_on", "check_made", "position",
)  # fmt: skip
CORRECTION = ("kind", "wrong", "right")
PHOTO = ("alt_text", "caption", "credit", "position")


def content(
    language: str, version: Any, statements: Iterable[Any], correction: Any | None, photos: Iterable[Any] = ()
) -> dict[str, Any]:
    """What a version says, as plain values. Each of what is given bears its columns as attributes."""
    in_text = [_plain(row, PHOTO) for row in sorted(photos, key=lambda row: row.position)]
    return {
        "format": FORMAT,
        "language": language,
        **_plain(version, VERSION),
        "statements": [_plain(row, STATEMENT) for row in sorted(statements, key=lambda row: row.position)],
        "correction": correction and _plain(correction, CORRECTION),
        # Only where there are any: versions from before photos stood in texts keep their hashes.
        **({"photos": in_text} if in_text else {}),
    }


def encode(content: Mapping[str, Any]) -> bytes:
    """JSON by RFC 8259 in UTF-8: keys sorted by code point, no white space, nothing escaped that need not be."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the encoded content, as 64 small hexadecimal digits."""
    return hashlib.sha256(encode(content)).hexdigest()


def _plain(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: _value(getattr(row, name)) for name in names}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, str) else value
