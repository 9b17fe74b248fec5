"""The readers' pages, one file per area: fetch, decide, render.

about         pages about the paper
archive       by year, month and day
contributors  a contributor
corrections   all corrections
errors        what went wrong
fronts        front pages and sections
health        is it up
manifests     what a phone is told
photos        pictures
sources       a source
stories       a story
styles        an edition's colours
topics        topics
"""
