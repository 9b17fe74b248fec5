"""What the toy app brings to readers."""

from django.http import HttpResponse
from django.urls import path

from articles import doors
from articles.public.pages import page
from articles.wall.shown import Shown
from tests.toy.models import Clue

ME = "toy"


@page
def clues(request, edition):
    """All that readers may know of clues, whatever is asked of the table."""
    return HttpResponse(" ".join(f"{clue.pk}:{clue.words}:{clue.note}" for clue in Clue.objects.order_by("pk")))


doors.ADDRESSES.open(ME, path("clues/", clues, name="toy_clues"))
doors.BLOCKS.open(
    ME,
    doors.Block(of="story", template="toy/block.html", content=lambda context: context["story"].headline),
    doors.Block(of="front", template="toy/block.html", content=lambda context: context["edition"].name),
    doors.Block(of="front", template="toy/block.html", content=lambda context: None),
)
doors.SHOWN.open(ME, (Clue, Shown("t.is_public", ("id", "story_id", "is_public"), ("words",))))
doors.WALKS.open(
    ME,
    doors.Walk(
        addresses=lambda editions: {"toy_clues": ["clues/"]},
        plant=lambda canary: Clue.objects.create(words=canary("clue"), note=canary("cluenote")),
    ),
)
