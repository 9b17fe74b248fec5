"""The composing room: pages of the paper, set from rows that the caller has chosen and may see.

It knows neither who reads nor what the desk is working on, so that a page is the same whoever asks for it.

arranging  what stands where on a front page
blocks     the blocks at the end of a page
clocks     whose clock a page shows
drawing    what runs from left to right, drawn so
fronts     what a front page is set from
keeping    what is made once for a generation
memory     what a source has told us, story by story
numerals   numbers in the numerals of a language
owners     who says so, each owner under one number
paging     lists by key
paper      the paper around each page
related    which stories stand beside a story
stories    what a story's page is set from
"""
