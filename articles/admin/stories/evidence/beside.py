"""What the story's form says of evidence: how much there is, and how each statement rests on it."""

from articles.models import Evidence


def panel(request, story):
    """How much evidence a story has, and how much of it is for others alone."""
    if story is None:
        return None
    count = Evidence.objects.filter(story=story).count()
    return {"story": story, "count": count, "may_add": request.user.has_perm("articles.add_evidence")}
