"""Staff who log in to the desk."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. What one may do follows from the groups, one per role (`articles.roles`)."""

    class Meta(AbstractUser.Meta):
        abstract = False
