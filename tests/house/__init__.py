"""The house itself: what starts it, what every answer carries, what describes it, and how it is built.

catalogue                     the Arabic catalogue, message by message
test_catalogues               the interface speaks Arabic to the last word
test_charsets                 in which letters a request is read
test_comments                 comments and docstrings begin with the thing itself
test_comparing_pictures       two sets of screenshots compared by pixels
test_content_security_policy  the policy that every answer carries
test_costs                    what work costs is measured soundly
test_docs                     what the documents say is there
test_embedded                 the PostgreSQL that comes with the requirements
test_imports                  no test file imports another
test_installing               what is installed has a hash
test_judge                    `make bench` judges fairly
test_launcher                 what the launcher keeps while the paper is served
test_no_clock_decides         no verdict hangs on the clock on the wall
test_numbers                  whether what was sent can be a row's number is asked once
test_periods                  what has begun, is ahead, is open is said once
test_plain_markup             templates and stylesheets stay plain
test_private_names            no private name of a library where it has a seam
test_rooms                    each room's table of contents
test_rooms_ask_by_name        desk and readers' pages build no subquery
test_set_up                   `make run`, as a person uses it
test_settings                 the settings, and what is wrong with an environment
test_what_rules_say           a rule of the database is told in words
test_words                    each word has its line in docs/words.md
"""
