"""Staff who log in to the desk."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. What one may do follows from the groups, one per role (`articles.rules.roles`)."""

    desk_language = models.CharField(
        _("language of the desk"),
        max_length=10,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("As the browser has it, where none is chosen."),
    )

    class Meta(AbstractUser.Meta):
        abstract = False
