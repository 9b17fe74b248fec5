"""Writes across tables: what is done, what is refused, and what becomes of two who do it at once.

heard                    evidence as tests enter it
test_above_the_text      what a headline, a standfirst, a caption and a correction quote
test_carrying            a statement of the other edition that is not carried over
test_clocks              a wrong clock on an application host changes nothing
test_drafts              what publishing asks, and a draft judged wherever it comes from
test_erasing             a text removed for good
test_evidence            what was heard: entered, changed, looked at, removed, and gone with its term
test_footings            on which evidence a statement rests: compared, signed, and told to the record
test_mending             a passage put as it was heard, as a save of its story
test_publishing          from the desk to the record: publish, correct, withdraw, rename, import
test_races               two people at once
test_recalls             a source recalled, and what becomes of each passage that relies on it
test_reconciling         two who save over one version
test_refreshing          proxies are told of a story that is gone
test_rules_of_sourcing   the rules of sourcing that advise, on plain facts
test_schedules           schedules and embargoes
test_sourcing_line       where statements come from, counted and kept with a story
test_speaking            whom a source speaks for, by its title of the day
test_stories             starting, revising and pairing stories
test_titles              a title added to a source, by whom and from when
test_unowned_quotations  what the gate says of quotations that nobody owns
test_verified_words      a check of exact words, and what an update drops
"""
