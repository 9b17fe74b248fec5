"""HTML that another program wrote, read as what it means. Pure functions; `pasted` is the way in.

media      pictures and videos that are left out, with their captions, and what a small picture says
numbering  a list's own numbers
quoting    words that a tag says are quoted, between the marks of their language
reading    one pass from tokens to a tree
seen       what was not seen in the document, and so does not enter
state      what holds for an element and for all that it holds
styles     what styles mean
tables     tables of data, and tables that laid out a page
trees      elements in elements
"""
