"""What this app brings to what readers see, through the doors that stand open to every app."""

from articles import doors
from articles.composing import fronts, stories
from articles.public import addresses, walking
from articles.wall.shown import SHOWN

ME = "articles"

doors.ADDRESSES.open(ME, *addresses.PAGES)
doors.BLOCKS.open(
    ME,
    doors.Block(of="story", template="partials/related.html", content=stories.beside),
    doors.Block(of="front", template="partials/put_right.html", content=fronts.put_right),
)
doors.SHOWN.open(ME, *SHOWN.items())
doors.WALKS.open(ME, doors.Walk(addresses=walking.addresses, private=walking.PRIVATE))
