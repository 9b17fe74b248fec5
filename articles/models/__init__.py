"""The tables, one file per idea, and how their rows are asked for.

Imports point from desk and record to shared, never from record to desk.

address       record: the addresses that stories, tags and sections have had
already       what readers have of a story, by which a gate tells what a version adds
attribution   desk: who says what in a story
contributors  shared: those who have a byline
corrections   record: what was put right, taken back, removed for good
drafts        desk: a story with all that hangs on it, in memory
editions      shared: editions, sections, pages about the paper
event         desk: what was done, by whom and when
evidence      desk: what was heard or read, and how statements rest on it
fields        columns that put right what is written to them
guard         record: the guard's SQL, and how a migration applies it
keys          rows by their numbers, and after a key
naming        managers that find a row by what a person calls it
periods       the conditions of what has begun, is ahead, is open
people        people: staff who log in
photos        shared: the photo library
placement     record: what editors chose to lead a front page
prepared      queries of fixed pages, compiled once
publication   record: versions of stories
published     record: what hangs on a version
reading       how published stories are asked for: the rule of what is public
recall        desk: a source that does not hold any more, and the work that follows
relying       desk and record: where passages rely on a source
reply         desk: who was asked for comment on a story, and what they answered
reporting     record: how the newsroom sources, counted
revision      desk: saved states of stories
searching     how rows are found by words and by name
shared        rows that stories share: how often they are used, what they are called
shelves       which stories stand under a row that they share
sources       shared: who or what statements come from
sourcing      desk: how sourcing is judged in a section; what is no quotation, and what is not carried over
speaking      whom a source speaks for
standing      where a story stands with readers, as one word
story         desk: the working copy
subqueries    queries within queries
tags          shared: subjects
tries         people: how often somebody has tried to log in
unsaved       desk: what somebody has typed and not saved
wording      what an attribution and its statement have in common
"""

from articles.models import already, drafts, relying
from articles.models.address import Address
from articles.models.attribution import Attribution, AttributionOwner, FurtherOwner
from articles.models.contributors import Contributor, ContributorName
from articles.models.corrections import Correction, Erasure, Withdrawal
from articles.models.editions import Edition, Page, Section
from articles.models.event import Event, Verb
from articles.models.evidence import Evidence, Footing
from articles.models.people import User
from articles.models.photos import Photo, PhotoText
from articles.models.placement import Placement
from articles.models.publication import Publication
from articles.models.published import PublishedByline, PublishedPhoto, PublishedTag, Statement
from articles.models.recall import Recall, RecallItem
from articles.models.reply import Reply
from articles.models.revision import Revision
from articles.models.sources import Source, SourceName, SourceTitle
from articles.models.sourcing import NoQuotation, NotCarried, SectionRule
from articles.models.story import Byline, Story, StoryTag, StoryWords
from articles.models.tags import Tag
from articles.models.tries import Tries
from articles.models.unsaved import Unsaved

__all__ = [
    "Address",
    "Attribution",
    "AttributionOwner",
    "Byline",
    "Contributor",
    "ContributorName",
    "Correction",
    "Edition",
    "Erasure",
    "Event",
    "Evidence",
    "Footing",
    "FurtherOwner",
    "NoQuotation",
    "NotCarried",
    "Page",
    "Photo",
    "PhotoText",
    "Placement",
    "Publication",
    "PublishedByline",
    "PublishedPhoto",
    "PublishedTag",
    "Recall",
    "RecallItem",
    "Reply",
    "Revision",
    "Section",
    "SectionRule",
    "Source",
    "SourceName",
    "SourceTitle",
    "Statement",
    "Story",
    "StoryTag",
    "StoryWords",
    "Tag",
    "Tries",
    "Unsaved",
    "User",
    "Verb",
    "Withdrawal",
    "already",
    "drafts",
    "relying",
]
