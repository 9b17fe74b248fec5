"""Clues: what somebody noted about a story."""

from django.db import models

from articles.models import Story


class Clue(models.Model):
    """A clue. Readers may know of it once it is public."""

    story = models.ForeignKey(Story, models.CASCADE, null=True, related_name="clues")
    words = models.CharField(max_length=100)
    note = models.CharField(max_length=100, blank=True)
    is_public = models.BooleanField(default=False)

    class Meta:
        verbose_name = "clue"
        verbose_name_plural = "clues"
        permissions = [("weigh_clue", "Can weigh clues")]

    def __str__(self):
        return self.words
