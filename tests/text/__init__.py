"""A story's text. What lies in `clipboard/` was copied from other programs.

copied                  the files of `clipboard/`, and what each should become
marked                  texts in which passages are marked, and what is read of them then
strict                  a reader of cleaned HTML that fails on what is not promised
test_above              what is quoted above a text, and what the text tells of it
test_addresses          addresses out of what wrapped them
test_canonical          the bytes that a version's hash is made of
test_changed            attributed words that were rewritten, and what took their place
test_cleaning           what is let through, and how it reads
test_comparing          two texts word by word
test_corpora            the corpora hold together, and only grow
test_corpora_of_names   the corpora of speakers and names are whole
test_directions         what runs from left to right in Arabic
test_finding            what is a quotation, measured by what editors would say
test_folding            one spelling for matching, tags and addresses
test_headlines          a headline in capitals: whose words, and whom it names
test_hearing            what is printed beside what was heard
test_hostile_pastes     what was made to be slow takes as many steps as it is long
test_joining            two texts made of one, joined
test_kinds_of_paste     what is seen, meant and left out, whichever program wrote it
test_lines              plain text, and lines that were broken at a width
test_markup             the one reader of HTML
test_mending            a passage put as it was heard, one difference at a time
test_moved_words        what both have moved is not there twice
test_numbers_of_lists   a list's own numbers
test_outline            what a text has beside its words
test_parity             two siblings' statements beside each other
test_owned_in_part      a quotation of which somebody owns a part
test_passages           quotations found, attributed passages marked
test_pasted             what other programs put on the clipboard
test_programs           what each program copies
test_remembering        what is remembered of a paragraph
test_repeating          what a line says again of a text: never without its “not”
test_search             from words to lexemes and queries
test_speakers           who is proposed for a quotation, measured by what editors would say
test_spelling_of_names  one person found by the usual spellings, in either script
test_subjects           two spellings of one meaning, and tags as an editor types them
test_tables             tables of data, and tables that laid out a page
test_tallies            figures that a story may rest on
test_unturned           nothing that cannot be seen turns a line round
test_written            where passages are written in the HTML: found, kept, read
"""
