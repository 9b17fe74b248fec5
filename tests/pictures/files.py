"""Pictures as bytes: those that are taken, and those that are refused, each with the reason."""

import io
import struct
import zipfile
import zlib

import pillow_heif
from PIL import Image, PngImagePlugin

from articles.pictures import uploads

pillow_heif.register_heif_opener()

SIZE = (60, 40)
SECRET = b"zqsecret"


def drawn(form, size=SIZE, mode="RGB", colour="navy", **options):
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, form, **options)
    return file.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_that_claims(width, height, data=b"x"):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def webp_that_claims(width, height):
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    return b"RIFF" + struct.pack("<I", 30) + b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size + b"\0" * 8


def archive():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("Main.class", SECRET)
    return file.getvalue()


def moving(form):
    frames = [Image.new("RGB", SIZE, colour) for colour in ("navy", "white")]
    file = io.BytesIO()
    frames[0].save(file, form, save_all=True, append_images=frames[1:])
    return file.getvalue()


def noted(words):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", words)
    return drawn("PNG", pnginfo=notes)


def noisy(form, size):
    """As `drawn`, of a picture that cannot be written in a few bytes."""
    file = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(file, form)
    return file.getvalue()


REFUSED = {
    "nothing": ("empty", b""),
    "too many bytes": ("bytes", drawn("JPEG") + b"\0" * uploads.MOST_BYTES),
    "words": ("format", b"not a picture"),
    "SVG, whatever its name": ("format", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    "GIF": ("format", drawn("GIF")),
    "TIFF": ("format", drawn("TIFF")),
    "BMP": ("format", drawn("BMP")),
    "a page that begins as a GIF": ("format", b"GIF89a/*<script>*/"),
    "a tiny PNG of 900 megapixels": ("pixels", png_that_claims(30_000, 30_000)),
    "10 kB that unpack to 400 MB": ("pixels", png_that_claims(10_000, 10_000, bytes(10_000_000))),
    "a WebP of 268 megapixels": ("pixels", webp_that_claims(16_383, 16_383)),
    "a line of 100,000 pixels": ("long", drawn("PNG", (10, 100_000), "L", 9)),
    "an HEVC picture without its pixels": ("broken", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200),
    "a film": ("format", b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + b"\0\0\0\x08moov"),
    "half a HEIC": ("broken", noisy("HEIF", (400, 300))[:-300]),
    "APNG": ("animated", moving("PNG")),
    "moving WebP": ("animated", moving("WEBP")),
    "moving AVIF": ("animated", moving("AVIF")),
    "half a JPEG": ("broken", drawn("JPEG", (400, 300))[:900]),
    "half a PNG": ("broken", drawn("PNG", (400, 300))[:-30]),
    "half a WebP": ("broken", drawn("WEBP", (400, 300), quality=90)[:-30]),
    "half an AVIF": ("broken", drawn("AVIF", (400, 300))[:-30]),
    "the beginning of a JPEG": ("broken", b"\xff\xd8\xff"),
    "a JPEG that is a Java archive": ("two", drawn("JPEG") + archive()),
    "a JPEG that is a page": ("two", drawn("JPEG") + b"<HTML><body>"),
    "a JPEG that is a PHP script": ("two", drawn("JPEG", comment=b"<?php system($_GET[0])")),
    "a PNG with a script in a note": ("two", noted("<script>alert(1)</script>")),
    "a PNG that is a PDF": ("two", b"\x89PNG\r\n\x1a\n%PDF-1.7" + drawn("PNG")[8:]),
}
