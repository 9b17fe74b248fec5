"""Clues: what somebody noted about a story."""

from django.db import models

from articles.models import Story
from tests.toy.words import both


class Clue(models.Model):
    """A clue. Readers may know of it once it is public."""

    story = models.ForeignKey(
        Story, models.CASCADE, null=True, related_name="clues", verbose_name=both("story", "مادة")
    )
    words = models.CharField(both("words", "كلمات"), max_length=100, default="1")
    note = models.CharField(both("note", "ملاحظة"), max_length=100, blank=True)
    is_public = models.BooleanField(both("public", "علني"), default=False)

    class Meta:
        verbose_name = both("clue", "أثر")
        verbose_name_plural = both("clues", "آثار")
        permissions = [("weigh_clue", "Can weigh clues")]

    def __str__(self):
        return self.words
