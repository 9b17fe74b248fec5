"""Pictures with what cameras, agencies and programs write into them."""

import io
import struct
import zlib

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()

SIZE = (60, 40)
VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def data_set(number, value):
    """A data set of IIM's application record."""
    long = len(value) > 32_767
    size = struct.pack(">HI", 0x8004, len(value)) if long else struct.pack(">H", len(value))
    return b"\x1c\x02" + bytes([number]) + size + value


def iim(*sets, utf8=True):
    """The APP13 segment of a JPEG, with these (number, bytes)."""
    told = (b"\x1c\x01\x5a\x00\x03\x1b%G" if utf8 else b"") + b"".join(data_set(*each) for each in sets)
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(told)) + told + b"\0" * (len(told) % 2)
    content = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + struct.pack(">H", len(content) + 2) + content


def with_segment(jpeg, segment):
    """A JPEG with another segment, after its first."""
    at = 4 + struct.unpack(">H", jpeg[4:6])[0]
    return jpeg[:at] + segment + jpeg[at:]


def xmp(inner="", about=""):
    """A packet with these elements and attributes, as Adobe's programs write one."""
    names = {
        "x": "adobe:ns:meta/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/", "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "xmpRights": "http://ns.adobe.com/xap/1.0/rights/", "exif": "http://ns.adobe.com/exif/1.0/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    }  # fmt: skip
    known = " ".join(f'xmlns:{name}="{address}"' for name, address in names.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta {known}><rdf:RDF><rdf:Description rdf:about="" {about}>{inner}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def texts(name, **by_language):
    items = "".join(f'<rdf:li xml:lang="{tag.replace("_", "-")}">{text}</rdf:li>' for tag, text in by_language.items())
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def saved(form, size=SIZE, colour="navy", packet=None, exif=None, **options):
    if packet is not None:
        options["xmp"] = packet
    if exif is not None:
        options["exif"] = exif
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, form, **options)
    return file.getvalue()


def png_with(packet, size=SIZE):
    """A PNG with the packet behind its pixels, as some programs write it."""
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, "PNG")
    whole = file.getvalue()
    content = b"XML:com.adobe.xmp\0\0\0\0\0" + packet
    crc = struct.pack(">I", zlib.crc32(b"iTXt" + content))
    return whole[:-12] + struct.pack(">I", len(content)) + b"iTXt" + content + crc + whole[-12:]


def branded(data, brand, *others):
    """A file of the ISO kind under another brand, and with these others."""
    size = struct.unpack(">I", data[:4])[0]
    kept = b"".join(others)
    if others:
        # Where things lie in the file is written in it: the box stays as long as it was.
        kept = (kept + b"\0\0\0\0" * 9)[: size - 16]
    return data[:8] + brand + data[12:16] + (kept or data[16:size]) + data[size:]


def _fixed(number):
    return struct.pack(">i", round(number * 65_536))


def p3():
    """The profile of a telephone's screen: Display P3, with its primaries adapted to D50."""
    primaries = {
        b"rXYZ": (0.5151, 0.2412, -0.0011), b"gXYZ": (0.2920, 0.6922, 0.0419), b"bXYZ": (0.1571, 0.0666, 0.7841),
    }  # fmt: skip
    parts = {name: b"XYZ \0\0\0\0" + b"".join(map(_fixed, value)) for name, value in primaries.items()}
    parts[b"wtpt"] = b"XYZ \0\0\0\0" + b"".join(map(_fixed, (0.9642, 1.0, 0.8249)))
    curve = b"para\0\0\0\0\0\x03\0\0" + b"".join(map(_fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    parts |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    parts[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", 3) + b"P3\0" + b"\0" * 79
    parts[b"cprt"] = b"text\0\0\0\0None\0\0\0\0"
    table, content, at = b"", b"", 128 + 4 + 12 * len(parts)
    for name, part in parts.items():
        part += b"\0" * (-len(part) % 4)
        table += name + struct.pack(">II", at + len(content), len(part))
        content += part
    head = b"\0\0\0\0lcms\x04\x20\0\0mntrRGB XYZ " + struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += b"".join(map(_fixed, (0.9642, 1.0, 0.8249))) + b"\0" * 48
    whole = head + struct.pack(">I", len(parts)) + table + content
    return struct.pack(">I", len(whole)) + whole[4:]
