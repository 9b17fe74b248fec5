"""The desk, as editors use it: its rooms, and what holds for all of them.

stories                  a story's list, form, buttons and pages
shared                   what stories share: sources, tags, contributors; editions, sections, pages about the paper
photos                   the library, and the window in which a photo is chosen
fronts                   front pages, arranged
shell                    first page, logins, languages
before_readers           a photo and a contributor to put before readers, and words that are forged
conftest                 a desk at which a chief or a copy editor works, a row of each table, a paper that readers see
forms                    a form read, filled in and sent; what it refuses; what its look-ups find
keeping                  what a page of a story sends while one types, and what is offered of it
permissions              the table of docs/permissions.md, the desk's addresses, and what becomes of who asks for one
test_at_size             with 50,000 stories
test_attacks             what someone with a stolen login once got through
test_before_readers      nobody who may not publish changes what readers have
test_hostile_requests    each address is asked and sent what nobody types
test_in_arabic           no page says a word in English
test_moments             a day and a time as a form takes them
test_people              accounts and roles
test_permissions         who may do what, tried as everybody
test_permissions_shown   what one may not do is not shown
test_refused_saves       a save that is refused at its end has said nothing
test_report              how the newsroom sources, counted, and what is not told of it
test_report_plans        the report of a month reads that month, in an archive of any size
test_seen_rows           a row that readers see is text to whoever may not publish, and what is sent of it not done
test_unsaved_is_nowhere  what somebody has typed and not saved is on nobody else's screen
test_ways_past_the_gate  by none of them a new quotation that nobody owns comes before readers
"""
