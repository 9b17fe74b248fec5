"""What the desk's forms are made of. This room imports no other room of the desk.

by_language   what is said of a row in each language
by_name       rows without a script
fields        fields and widgets
languages     names of several languages side by side
lines         the lines of a form, which belong to another row
moved_on      two at one row: both texts are shown
namesakes     rows of one name, told apart
outlines      what differs between two texts beside their words, in words
readers_view  where a story stands with readers, in a sentence or two
refusable     forms that can be shown again with what was refused
sentences     a refusal in words
slugs         addresses for what an editor has only named
writing       the rich text editor
"""
