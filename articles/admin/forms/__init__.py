"""What the desk's forms are made of. This room imports no other room of the desk.

by_language    what is said of a row in each language
by_name        rows without a script
fields         fields and widgets
languages      names of several languages side by side
lines          the lines of a form, which belong to another row
moved_on       two at one row: what is asked, and of whom
namesakes      rows of one name, told apart
opened         what a form showed when it was opened, made one with what was saved since
outlines       what differs between two texts beside their words, in words
putting_right  what a form refuses, field by field
readers_view   where a story stands with readers, in a sentence or two
refusable      forms that can be shown again with what was refused
scripts        a page, or JSON for a script
sending        what a browser sends of a form that nobody touched
sentences      a refusal in words
slugs          addresses for what an editor has only named
who_is_there   a new row's question: whether it is somebody who is there
writing        the rich text editor
putting_right what a form refuses, field by field
"""
