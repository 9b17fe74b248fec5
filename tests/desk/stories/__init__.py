"""A story at the desk: its list, its form, its buttons, and the pages beside it.

buttons                     a button pressed on its page, and what it says
conftest                    a story with two revisions, and one that somebody types in
form                        where the form stands, and a line of it
test_above                  what is quoted in headline, standfirst, caption and correction
test_allegations            what accuses somebody, and who was asked for a reply
test_as_one_types           what stands in the way is answered as one types
test_bad_input              whatever is sent to the form, it answers
test_bulk                   several stories at once
test_button_pages           the page of a button: the last question before it acts
test_buttons                publish, schedule, call off, correct; and which are offered
test_buttons_stale          a button whose page is older than a colleague's work
test_buttons_when_live      withdraw, rename, place, start a sibling, erase
test_changed_rows           words that somebody changed, told in their row
test_capacities             a capacity that its source has no title for
test_checklist              what stands between a story and its publication
test_comparison             two revisions compared
test_contested_markup       two with the same words in different markup
test_directions             Arabic, drawn so at the desk
test_evidence               what was heard: entered, read, removed; its document; protected sources
test_form                   writing: the form's fields and lines
test_further_owners         the further owners of a statement, typed a line each
test_heard                  a statement as printed over what was heard, and who signs
test_history                what was done with a story, in sentences
test_in_place               a save in place, and what its answer says
test_keeping                what is typed is kept, for whoever typed it alone
test_keeping_refused        what is sent to be kept and is not
test_keeping_while_erasing  what is kept while a story is erased
test_ledger                 a row for each statement, in the order of the text
test_list                   what the list says of each story
test_lost_updates           many writers at one story at once
test_mending                a difference put as it was heard by one press
test_pasting                what came of a paste, in words
test_previews               the readers' page of a revision, before anyone else sees it
test_proposals_spelled      a name that is spelled otherwise than its source
test_putting_right          a refusal names each field, and an empty row refuses nothing
test_replies                who was asked for comment, what they answered, and the sentence for the text
test_revisions              an earlier revision restored, and found in the history
test_saved_message          what is told after a save
test_saving                 no update is lost, and nothing typed
test_searching              stories found by words, and a list narrowed
test_siblings               the ledger begins with what the other edition says
test_titles                 what the window of each page is called
test_two_at_a_story         what each touched is kept, the same words are asked
"""
