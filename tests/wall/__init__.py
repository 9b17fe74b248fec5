"""The wall between desk and readers.

test_canaries  words planted in all that is hidden, and every public page walked
test_wall      the readers' role in raw SQL: what it may neither see nor do
"""
