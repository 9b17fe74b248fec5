"""Front pages: arranged beside the page that readers would have.

admin        the way in, and the list of all that ever stood there
arrangement  a front page as it is, and as an editor would have it
outcome      what a story that came to a place did to the others
pages        the page on which it is arranged
"""
