"""What this app brings to what readers see, through the doors that stand open to every app."""

from articles import doors
from articles.public import addresses, walking
from articles.wall.shown import SHOWN

ME = "articles"

doors.ADDRESSES.open(ME, *addresses.PAGES)
doors.SHOWN.open(ME, *SHOWN.items())
doors.WALKS.open(ME, doors.Walk(addresses=walking.addresses, private=walking.PRIVATE))
