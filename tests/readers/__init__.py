"""Readers' pages.

in_memory                  pages made in memory, and a reader of what stands on them
pages                      a page's main part, to be compared
plans                      how the database does what it is asked
test_advertisements        what is paid for is no news
test_archive               the calendars of the archive
test_errors                what a reader is told when something is not there
test_front_page            what stands where, and its faces
test_hostile_requests      paths and parameters that nobody types
test_measured_pages        what `make bench` measures is there
test_memory                what a source has told us, story by story
test_language              days, numerals and names in each language
test_lines_of_corrections  what was typed in lines is read in lines
test_origins_of_pictures   what readers are told of how a picture came about
test_pages                 what readers find, and what they are told when they do not
test_prepared_plans        what a page asks has one plan, as good as that for its values
test_query_counts          how often each page asks the database
test_query_plans           each list is one walk of one index
test_related               what to read on
test_sharing               a story where it is shared, with its picture
test_signature             how a story counts its sources
test_spelling              addresses written otherwise
test_taken_back            retractions, apologies, and what was not checked
test_templates             what templates and styles may hold
test_titles                titles and the organisations that they name
test_who_says_so           statements, their owners, and what stands beside the text
test_whose_clock           whose clock a page shows, and which day it is
"""
