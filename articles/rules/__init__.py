"""The newsroom's rules as plain data and pure functions: a person can read them, a test needs no database.

addresses  words that the site's addresses use
numbers    numbers in what a browser sends
origins    how a picture came about, and what readers are told of it
paths      addresses as people write and paste them, read
readiness  what still stands between a story and its publication
roles      who may do what
verbs      the sentences that a history says of what was done
words      the fixed choices: enums that answer
workflow   the stages of a story
"""
