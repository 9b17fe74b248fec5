"""How often something is used, and where: counted no further than a list needs."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField
from django.urls import reverse
from django.utils.html import format_html

MOST = 100


def up_to(rows):
    """How many of `rows` there are, one more than `MOST` at the most."""
    some = ArraySubquery(rows.order_by().values("pk")[: MOST + 1])
    return Func(some, function="cardinality", output_field=IntegerField())


def used(row, filtered_by):
    """That number, as the way to the stories."""
    number = row.used_count
    if not number:
        return "0"
    address = reverse("admin:articles_story_changelist", query={filtered_by: row.pk})
    return format_html('<a href="{}">{}</a>', address, f"{MOST}+" if number > MOST else number)
