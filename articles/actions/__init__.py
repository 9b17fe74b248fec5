"""Writes across tables: verbs. Each is one transaction, says `by` whom, and leaves one event.

Imports point from here to the models and the pure modules, never back.

attributing     the attributions of three drafts, made one
before_readers  who may change what readers have of a row
capacities      in which capacity a source spoke, as readers of a new version have it
carrying        a statement of a sibling that need not be carried over
counting        quotations that nobody owns, in versions from before they were counted
declaring       the transaction of a command, declared
erasing         a story's text removed for good
events          the event that each action leaves
evidence        what was heard, kept for a story: entered, changed, looked at, removed
footings        on which evidence a statement rests: compared, and signed where the words differ
gate            the one gate that all that goes out must pass
indexing        what stories and names are found by at the desk
keeping         what somebody types and has not saved, kept for them
locking         the lock of a story, and the database's clock
logins          who somebody is, and no more wrong tries than a person makes
marks           what an editor had before them when they pressed a button
merging         one tag or section made of two
mending         a passage put as it was heard
no_quotations   words between quotation marks that nobody needs to own
overriding      publishing all the same, with a reason, and what an import lacks
permission      who may do what
photos          photos taken into the library
picturing       what readers get of photos
places          where the statements of versions are written in their texts
placing         a front page arranged
previewing      what publishing a revision would make
publishing      from the desk to the record: publish, correct, call off, withdraw, rename, import
recalls         a source recalled, and each passage that relies on it dealt with
reconciling     what two made of one story, made one draft
refreshing      the proxies before the paper, told what is gone
refusals        why an action was not carried out
replies         who was asked for comment, and what they answered
schedules       what is to go out later
shared          what stories share, made and changed
stories         the desk's work on a story: start, revise, restore
sweeping        files of pictures that nothing names any more
verifying       a check, which is of exact words
versions        one version written into the record
"""
