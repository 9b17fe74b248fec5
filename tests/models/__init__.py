"""Tables that stories share, as rows.

test_editions  editions and sections, and what their addresses may be
test_prepared  a query that is compiled once yields what its queryset would
test_tags      one key, one address, and merging
"""
