"""The page cache: pages of readers, answered before Django builds a request. See docs/decisions/0059.

answers   the way in: a page that is kept, or one that Django sets and that is kept from then on
commits   in a file that the processes of a host share, who of them is committing
pages     what a process keeps, least used first out
validity  ETag, Last-Modified, and what a reader has already
"""
