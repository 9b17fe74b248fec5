"""What the pages of any table at the desk are made of.

admins   the admins that every other is one of
filters  what a list can be narrowed to
history  what was done with a row, when and by whom
walking  lists that go on from a key
"""
