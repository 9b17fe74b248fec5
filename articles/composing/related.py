"""Which stories stand beside a story: those that share most of its subjects and its sources."""

from collections import Counter

MOST = 4
# How many of the nearest are looked at: some are of the other edition, for a source speaks in both.
CANDIDATES = 12
# The weight of a shared source: whoever told us of both stories has more to do with both than a subject has.
FOR_A_SOURCE = 2


def nearest(by_tag, by_source):
    """The numbers of the nearest versions, from one number for each shared shelf; of equals the newest."""
    score = Counter(by_tag)
    score.update(dict.fromkeys(by_source, FOR_A_SOURCE))
    return sorted(score, key=lambda number: (score[number], number), reverse=True)[:CANDIDATES]


def in_order(stories, numbers):
    return sorted(stories, key=lambda story: numbers.index(story.pk))[:MOST]
