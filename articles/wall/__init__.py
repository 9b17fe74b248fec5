"""The wall between desk and readers: what readers may know, the views made of it, and the way through.

connection  within `behind`, all that is asked goes to the readers' connection
generation  one number of all that readers see, raised when that changes
seen        what readers have of a row, asked by the desk
shown       of each table the rows and columns that readers may know: the one place that says so
telling     the triggers that ask for an event wherever readers' pages change
views       the readers' role, their schema and its views
"""

from articles.wall.connection import OverTheWall, Router, behind
from articles.wall.views import lower_wall, raise_wall, role, set_password

__all__ = ["OverTheWall", "Router", "behind", "lower_wall", "raise_wall", "role", "set_password"]
