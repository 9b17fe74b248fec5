"""The wall between desk and readers.

test_canaries  words planted in all that is hidden, and every public page walked
test_telling   whatever changes what readers have says who, in raw SQL and by each verb
test_wall      the readers' role in raw SQL: what it may neither see nor do
"""
