"""Writes across tables: what is done, what is refused, and what becomes of two who do it at once.

test_clocks      a wrong clock on an application host changes nothing
test_drafts      what publishing asks, and a draft judged wherever it comes from
test_erasing     a text removed for good
test_publishing  from the desk to the record: publish, correct, withdraw, rename, import
test_races       two people at once
test_reconciling  two who save over one version
test_schedules   schedules and embargoes
test_stories     starting, revising and pairing stories
"""
