"""The page cache, as two workers of a host serve from it.

conftest           the host, two workers in this process, and a story
papers             a paper that is served by gunicorn, while the test is its desk
served_settings    the settings of a paper that is served on the tests' own database
serving            a worker, and what it answers
test_addresses     what makes two requests two addresses
test_answers       what is kept is what Django would set, and gone when it has changed
test_behind_nginx  what nginx keeps, for how long, and what never comes back
test_commits       who of several processes is committing, and who was killed meanwhile
test_connections   what was asked over is given back
test_hostile_keys  no request has an answer that was made for another
test_pages         what a process keeps
test_rounds        nobody sees what is not live, each what was done, round after round
test_served        the paper as it is served, by two processes
test_validity      tags and dates
"""
