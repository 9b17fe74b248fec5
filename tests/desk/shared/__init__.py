"""What stories share, at the desk.

test_contributors  those who have a byline
test_editions      editions, sections, and the pages about the paper
test_events        whoever changes what stories share leaves an event
test_look_ups      who and what is found by what is typed
test_moved_on      two editors at one row
test_namesakes     two of one name are told apart
test_recalls       a source recalled, and what relies on it as a list of work
test_sources       who or what a statement came from
test_tags          one tag for each name, renamed and merged
test_where_used    which stories a row has, and how many
test_who_is_there  a new source that somebody alike is asked about
"""
