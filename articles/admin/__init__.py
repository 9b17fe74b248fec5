"""The desk, as editors use it: rooms. Imports point down this list, and from all of it to the actions and the models.

record   what actions wrote, to be read
reports  how the newsroom sources, counted
stories  a story's list, form, buttons and pages
shared   what stories share: sources, tags, contributors; editions, sections, pages about the paper
photos   the library, and the window in which a photo is chosen
fronts   front pages, arranged
people   accounts and roles
shell    the desk as a site: its first page, logins, languages
tables   what the pages of any table are made of: its list, filters, history
forms    what forms are made of: fields, lines, refusals in words
"""

from articles.admin import people, record
from articles.admin.fronts import admin as fronts
from articles.admin.photos import admin as photos
from articles.admin.shared import contributors, editions, recalls, sources, tags
from articles.admin.shell.site import desk
from articles.admin.stories import admin as stories

__all__ = [
    "contributors",
    "desk",
    "editions",
    "fronts",
    "people",
    "photos",
    "recalls",
    "record",
    "sources",
    "stories",
    "tags",
]
