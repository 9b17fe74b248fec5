"""A story at the desk: its list, its form, its buttons, and the pages beside it.

admin         the list, the form, and the way from a save to a revision
answers       what the editor asks of a paste
bulk          several stories at once: their section, their tags
button_forms  what each button asks
button_pages  the page of a button: it asks, acts, and says what readers see now
buttons       the buttons as a table: who may press which, and when it is offered
carrying      “not carried over”, said of a statement of the other edition and taken back
changed       rows whose words somebody changed
checklist     what stands between a story and its publication, and where on the form it is mended
comparison    what differs between two drafts, field by field
contested     others have changed the same words: what is asked, and what the form holds
drafting      the draft that the form holds
evidence      what was heard, entered for a story and set beside what is printed
filters       what the list can be narrowed to
for_scripts   what a script is told that sends the form
form          the form's fields
history       what was done with a story, when and by whom
in_place      a save answered to a script, with what has changed on the page
inlines       bylines and attributions, as rows of the form
keeping       what is typed and not saved: taken in while one types, and let go
ledger        a row for each statement, while one writes
offers        what was typed and not saved, offered back
owners        the further owners of a statement, as a field of its row
pages         the pages beside the form, as a table
panels        the panels beside the text
pasting       what came of a paste, in words
previews      what publishing a revision would show to readers
proposing     who might own a quotation that nobody owns
replies       the right of reply: who was asked, what they answered, the sentence for the text
revisions     two revisions compared, and an earlier one restored
rows          rows that name somebody, in an order: looked up, or called by name
siblings      what the other editions say of the same story, and where the two differ
titles        a capacity, added to the titles of its source
waiving       “not a quotation”, said of words of a story and taken back
"""
