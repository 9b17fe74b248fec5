"""The tests, in rooms by the same names as what they test: who looks for the test of a thing finds it by its name.

What several files share is a module of its own, named by what it holds; no test file imports another.
What `corpora/` holds was judged as an editor would before any code was measured by it, and only grows.

actions         writes across tables
archives        archives of any size, for tests that ask whether size matters
clock_readings  where a test hangs on the clock on the wall
conftest        the cast: a member of each role and one of none, two editions, stories
costs           what work costs, in processor time and in steps
database        the server that tests run on
declared        the tests' own hand, declared as a command; nothing else is
desk            the desk, room by room
e2e             in a real browser
house           what starts, keeps and describes the house
kept            the page cache, as two workers of a host serve from it
models          editions, sections and tags as rows
moments         waiting for a moment, by the database's clock
pictures        pictures as files
postgresql      its engine, which can empty tables that guard themselves
proofs          how often a proof tries, from which seed, and what came of it
racing          several at once, each on a connection of its own
raw_sql         the database, asked and told in plain SQL
readers         readers' pages
record          what has been published, and its guard
samples         the demo newspaper, and archives of any size
served          `make run`, started and asked by tests
settings        the settings of tests
source          the product's own source, as a tree
text            a story's text
toy             a toy app that goes through every door
wall            what readers may not know
yesterday       a demo of an earlier Newsroom, migrated and served
"""
