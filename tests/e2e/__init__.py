"""In a real browser, on the application as it is served.

conftest                      the browser, and what fails a test that says nothing of it
desk_walk                     a walk over the desk's pages with axe
gate                          a server at which no request is left at work
hands                         an editor's hands, counted
keeping                       what a story's form says of itself, and where its editor stands
people                        an editor and a reader
processes                     the processes of a browser, and their end
sourced                       a long story whose paragraphs have statements
test_above_the_text           a quotation of a headline owned, and marked as none
test_changed_rows             words of a passage that somebody changes, asked in their row
test_choosers                 tags, sources and bylines, chosen as they are typed
test_copying                  what a reader copies, and a wide table on a phone
test_desk_pages               the desk by axe, by keyboard, on a phone
test_drawn                    Arabic, read where it stands on the screen
test_dropping                 what is dragged onto the desk
test_every_button             the buttons that the whole way does not press
test_evidence                 a statement beside what was heard: by keyboard, without a script, by axe
test_first_story              an editor's first story, counted in clicks
test_front_pages              a front page arranged
test_leaving                  the last words before a page is left
test_ledger                   the ledger by its keys, counted
test_lists                    letters and Roman numerals before items, saved, read, printed
test_ledger_on_a_phone        the ledger as a sheet, with the passage in view above it
test_long_pictures            tall and wide pictures in a story
test_margin                   marks, numbers, and who stands beside the text
test_narrow                   words longer than a phone is wide
test_nothing_is_lost          saves in place, a browser that dies, Back, two tabs
test_offering                 what a file says of its picture, offered
test_passages                 who says so, by tap and by key
test_pasting                  what comes from the clipboard
test_photos                   photos chosen and uploaded
test_pictures                 which size of a picture a browser takes
test_preview                  a preview as wide as a phone and as a desk
test_quick_hands              two clicks, the way back, a change of mind
test_reading                  every page of the demo newspaper
test_recalls_and_report       recalls, the right of reply and the report, in both directions
test_row_keys                 what one key or button does to a row of the ledger
test_rows_by_axe              rows that ask, by axe
test_scheduling               a story goes out by itself
test_siblings_in_the_ledger   words are chosen, and Enter ties them to what the other edition says
test_speed                    how soon a page is seen on a slow line
test_story_form               attributions, bylines and tags beside the text
test_the_screen_is_the_truth  Back, a reopened tab, the last session, a copy of a tab
test_the_whole_way            from the desk to readers and back
test_two_at_a_story           two people at one story, each in a browser of their own
test_typing                   what the editor makes of keys: marks, lists, tables
test_uploads                  what is said of each wrong file
test_writing                  the editor: written, linked, pasted
validity                      HTML judged by the W3C's own checker
"""
