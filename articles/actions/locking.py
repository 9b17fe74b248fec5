"""The lock of a story, and the database's clock, which is read once the lock is held."""

from datetime import datetime

from django.db import connection

from articles.models import Story


def lock(story: Story) -> tuple[Story, datetime]:
    """The story as it is now, locked until the transaction ends, and then the database's clock."""
    # NO KEY: rows that point to the story may be written meanwhile. Its section is not joined: after a wait PostgreSQL
    # reads the story's row again, and would not find what a merge has moved in between.
    rows = Story.objects.select_for_update(of=("self",), no_key=True).select_related("edition")
    fresh = rows.get(pk=story.pk)
    return fresh, clock()


def clock() -> datetime:
    """The database's time, to be read once an action, after its locks are held."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]
