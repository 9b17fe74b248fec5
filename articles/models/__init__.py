"""The tables, one file per idea. Desk: story, attribution, revision, drafts, event. Record: publication and what hangs
on it, corrections, address, placement. Shared: editions, contributors, tags, sources, photos. People: people, tries.

Imports point from desk and record to shared, never from record to desk."""

from articles.models import drafts
from articles.models.address import Address
from articles.models.attribution import Attribution
from articles.models.contributors import Contributor, ContributorName
from articles.models.corrections import Correction, Erasure, Withdrawal
from articles.models.editions import Edition, Page, Section
from articles.models.event import Event, Verb
from articles.models.people import User
from articles.models.photos import Photo, PhotoText
from articles.models.placement import Placement
from articles.models.publication import Publication
from articles.models.published import PublishedByline, PublishedPhoto, PublishedTag, Statement
from articles.models.revision import Revision
from articles.models.sources import Source, SourceName, SourceTitle
from articles.models.story import Byline, Story, StoryTag, StoryWords
from articles.models.tags import Tag
from articles.models.tries import Tries

__all__ = [
    "Address",
    "Attribution",
    "Byline",
    "Contributor",
    "ContributorName",
    "Correction",
    "Edition",
    "Erasure",
    "Event",
    "Page",
    "Photo",
    "PhotoText",
    "Placement",
    "Publication",
    "PublishedByline",
    "PublishedPhoto",
    "PublishedTag",
    "Revision",
    "Section",
    "Source",
    "SourceName",
    "SourceTitle",
    "Statement",
    "Story",
    "StoryTag",
    "StoryWords",
    "Tag",
    "Tries",
    "User",
    "Verb",
    "Withdrawal",
    "drafts",
]
