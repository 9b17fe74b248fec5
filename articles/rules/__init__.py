"""The newsroom's rules as plain data and pure functions: a person can read them, a test needs no database.

addresses      words that the site's addresses use
documents      what is kept beside evidence: a PDF, as bytes
evidence       how a statement stands to what was heard
facts          what is judged of a story, and what a judgement says
numbers        numbers in what a browser sends
origins        how a picture came about, and what readers are told of it
parity         how the statements of two siblings stand to one another
paths          addresses as people write and paste them, read
readiness      what still stands between a story and its publication
recalls        what becomes of a passage whose source was recalled
reporting      which counts of a report may be shown
roles          who may do what
severities     the rules of sourcing, and how grave each is
sourcing       how a story is sourced, judged by these rules
sourcing_line  where the statements of a story come from, in one line
titles         whether a title is still borne, and how one that has ended reads
verbs          the sentences that a history says of what was done
words          the fixed choices: enums that answer
workflow       the stages of a story
"""
