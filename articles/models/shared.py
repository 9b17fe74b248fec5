"""How rows that stories share are asked for: how often they are used, and what they are called."""

from django.db.models import Subquery

from articles.models import subqueries
from articles.models.naming import NaturalQuerySet

# Counted no further: a list says “100+”.
MOST = 100


class SharedQuerySet(NaturalQuerySet):
    """Rows that stories share. `model.used_by` is the relation by which stories at the desk have them."""

    def with_used_count(self):
        """Rows with how often stories at the desk have each, one more than `MOST` at the most."""
        uses = subqueries.of_each(self.model, self.model.used_by)
        return self.annotate(used_count=subqueries.up_to(MOST, uses))


class NamedQuerySet(SharedQuerySet):
    """Rows that have names of their own in languages."""

    def called_in(self, language):
        """Rows with the name that each is `called` in a language: None where the language has none for it."""
        return self.annotate(called=Subquery(self._of_language("names", language).values("name")[:1]))

    def with_last_story(self):
        """Rows with the headline of the newest story that has each at the desk: None where none has it."""
        uses = subqueries.of_each(self.model, self.model.used_by).order_by("-story")
        return self.annotate(last_story=Subquery(uses.values("story__headline")[:1]))

    def _of_language(self, relation, language):
        return subqueries.of_each(self.model, relation).filter(language=language)
