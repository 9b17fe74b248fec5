"""The paper of yesterday: a demo as an earlier Newsroom left it, and what it answered, for those who migrate it.

`python -m tests.yesterday` in a checkout of that Newsroom makes both files anew: paper.sql.xz, the dump, and
answers.tsv, each public address with its answer. Pictures are not among it: the tables name them, their files are left
out, and so are their addresses."""
