"""What came of a paste, in the words of whoever pasted it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles.text.foreign.seen import Left

# As much as one paste may bring of pictures that are files: the editor uploads these itself.
MOST_PICTURES = 20


def said_of(taken):
    """What the editor needs of a paste that was taken: what it puts into the text, and the line that it shows after."""
    return {
        "html": taken.html,
        "left_out": left_out(taken.left),
        "joined": joined(taken.joined),
        "lines_html": taken.lines_html,
        "bounded": bounded() if taken.is_bounded else "",
        "pictures": taken.left[Left.PICTURE] + taken.left[Left.CAPTIONED],
        "most_pictures": MOST_PICTURES,
    }


def left_out(left):
    """“left out: 2 remarks, 1 deletion”; nothing where nothing was."""
    said = [in_words(left[kind]) % {"count": left[kind]} for kind, in_words in IN_WORDS.items() if left[kind]]
    parts = [_("left out: %(what)s") % {"what": pgettext("between names", ", ").join(said)}] if said else []
    parts += [too_large(left[Left.TABLE])] if left[Left.TABLE] else []
    return pgettext("between what was left out and what was changed", "; ").join(parts)


def joined(count):
    said = ngettext("joined %(count)s line: keep the lines", "joined %(count)s lines: keep the lines", count)
    return said % {"count": count} if count else ""


def bounded():
    return _("too much for one paste: the words came in without their marks")


def too_large(count):
    said = ngettext(
        "%(count)s table was too large: its rows are paragraphs",
        "%(count)s tables were too large: their rows are paragraphs",
        count,
    )
    return said % {"count": count}


# In this order. Each is asked for the words of a number.
IN_WORDS = {
    Left.REMARK: lambda count: ngettext("%(count)s remark", "%(count)s remarks", count),
    Left.DELETION: lambda count: ngettext("%(count)s deletion", "%(count)s deletions", count),
    Left.HIDDEN: lambda count: ngettext("%(count)s hidden passage", "%(count)s hidden passages", count),
    Left.CAPTIONED: lambda count: ngettext(
        "%(count)s picture with its caption", "%(count)s pictures with their captions", count
    ),
    Left.PICTURE: lambda count: ngettext("%(count)s picture", "%(count)s pictures", count),
    Left.CAPTION: lambda count: ngettext("%(count)s caption", "%(count)s captions", count),
    Left.VIDEO: lambda count: ngettext("%(count)s video", "%(count)s videos", count),
    Left.RECORDING: lambda count: ngettext("%(count)s recording", "%(count)s recordings", count),
    Left.FRAME: lambda count: ngettext("%(count)s embedded page", "%(count)s embedded pages", count),
    Left.FORMULA: lambda count: ngettext("%(count)s formula", "%(count)s formulas", count),
    Left.FORM: lambda count: ngettext("%(count)s form", "%(count)s forms", count),
    Left.MENU: lambda count: ngettext("%(count)s menu", "%(count)s menus", count),
    Left.BUTTON: lambda count: ngettext("%(count)s button", "%(count)s buttons", count),
}
