"""What a front page is set from: the stories that lead it, its sections, the newest, and what was put right."""

from articles.composing import arranging, blocks, paging
from articles.models import keys
from articles.models.corrections import Correction
from articles.models.editions import Section
from articles.models.publication import Publication


def content(edition, placed, at=None):
    """The context of `stories/front.html` by `placed`: the stories that lead it, in their order.

    The desk names the moment; readers have now, and of the tables no more than has begun.
    """
    river = newest(edition, placed, at=at)
    corrections = Correction.objects.news().of_edition(edition).select_related("publication__edition")
    if at:
        corrections = corrections.filter(at__lte=at, publication__is_withheld=False)
    context = _arranged(edition, placed, river.rows, at) | {
        "edition": edition,
        "older": river.older,
        "corrections": list(corrections.defer("publication__body", "publication__vector")[:3]),
    }
    return context | {"blocks": blocks.at_the_end("front", context)}


def put_right(context):
    """The newest corrections; None where there are none."""
    return context["corrections"] or None


def newest(edition, placed, before=None, at=None):
    """A page of what the edition has, the newest first, but for what is placed."""
    rows = Publication.objects.live(at).news().in_edition(edition, before).for_list(edition.language)
    return paging.cut(rows.exclude(keys.among("story", [story.story_id for story in placed])))


def _arranged(edition, placed, newest, at):
    """Lead and seconds, the sections, and the river, of which none repeats another."""
    top = arranging.top(placed, newest)
    rest = arranging.without(newest, arranging.numbers_of(top))
    taken = arranging.numbers_of(top) | {story.story_id for story in arranging.latest(rest)}
    rows = arranging.shelves(_in_sections(edition, taken, at))
    return top | {"rows": rows, "river": arranging.without(rest, arranging.numbers_of(top, rows))}


def _in_sections(edition, taken, at):
    """The newest of each section, but for what has a place already."""
    sections = Section.objects.filter(edition=edition).order_by()
    newest = Publication.objects.live(at).news().exclude(keys.among("story", taken))
    return newest.newest_of_each(sections, arranging.OF_A_SECTION).for_list(edition.language)
