"""The desk, as editors use it: one file per area. Imports point from here to the actions and the models, never back.

site        the desk itself; first_page: what is on its wall; language: in which it speaks
ground      what all its pages stand on; sentences: what it says when something is refused
stories     the list and the form (story_form, story_inlines), other pages (story_pages)
            the buttons: their table (story_buttons), what they ask (story_action_forms), their pages (story_actions)
walking     long lists; filters: what they are narrowed to; finding: by words and by names
standing    where a story stands with readers
"""

from articles.admin import contributors, editions, people, photos, record, sources, stories, tags
from articles.admin.site import desk

__all__ = ["contributors", "desk", "editions", "people", "photos", "record", "sources", "stories", "tags"]
