"""Invented stories as rows of the desk and of the record, copied in. COPY calls no `save()`: what it does is done here,
and whatever the record's triggers ask of a version holds for these, too."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from django.db import connection, models, transaction

from articles import canonical, folding, search
from articles.actions import ground
from articles.actions.versions import SAID, searched
from articles.archive.inventing import Invented, Version
from articles.archive.stock import Desk, Stock
from articles.models import (
    Address,
    Attribution,
    Byline,
    Correction,
    Publication,
    PublishedByline,
    PublishedTag,
    Revision,
    Source,
    Statement,
    Story,
    StoryTag,
    Withdrawal,
)
from articles.words import Change
from articles.workflow import Stage

# In the order in which they are written: each after those that it points at, and what hangs on a version after it.
TABLES = (
    Story, Byline, StoryTag, Attribution, Revision, Address, Publication, PublishedByline, PublishedTag, Statement,
    Correction, Withdrawal,
)  # fmt: skip
