"""The paper of yesterday: a demo as an earlier Newsroom left it, and what it answered, for those who migrate it.

`python -m tests.yesterday` in a checkout of that Newsroom makes both files anew: paper.sql.xz, the dump, and
answers.tsv, each public address with its answer. Pictures are not among it: the tables name them, their files are left
out, and so are their addresses.

__main__                 makes both files anew
happening                what a paper of some years has and a demo has not
paper                    the dump and the answers
test_paper_of_yesterday  nothing is lost, and each address is where it was
visiting                 readers and staff of a served paper
"""
