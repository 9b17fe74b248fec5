"""How often something is used, and where: counted no further than a list needs."""

from django.urls import reverse
from django.utils.html import format_html

from articles.models.shared import MOST


def used(row, filtered_by):
    """That number, as the way to the stories."""
    number = row.used_count
    if not number:
        return "0"
    address = reverse("admin:articles_story_changelist", query={filtered_by: row.pk})
    return format_html('<a href="{}">{}</a>', address, f"{MOST}+" if number > MOST else number)
