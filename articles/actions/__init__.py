"""Writes across tables: verbs. Each is one transaction, says `by` whom, and leaves one event.

Imports point from here to the models and the pure modules, never back.

attributing  the attributions of three drafts, made one
erasing     a story's text removed for good
events      the event that each action leaves
gate        the one gate that all that goes out must pass
indexing    what stories and names are found by at the desk
locking     the lock of a story, and the database's clock
logins      who somebody is, and no more wrong tries than a person makes
marks       what an editor had before them when they pressed a button
merging     one tag or section made of two
permission  who may do what
photos      photos taken into the library
picturing   what readers get of photos
placing     a front page arranged
previewing  what publishing a revision would make
publishing  from the desk to the record: publish, correct, call off, withdraw, rename, import
reconciling  what two made of one story, made one draft
refusals    why an action was not carried out
schedules   what is to go out later
shared      what stories share, made and changed
stories     the desk's work on a story: start, revise, restore
sweeping    files of pictures that nothing names any more
versions    one version written into the record
"""
