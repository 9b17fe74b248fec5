"""Papers that are made: the demo newspaper, and archives of any size.

test_demo_in_time  the demo, from nothing within a minute
test_fixtures      the invented newspaper holds together
test_load_demo     the demo is loaded once, through the gate
test_make_archive  an archive as true to the rules as what is published
"""
