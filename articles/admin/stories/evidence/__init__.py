"""What was heard, at the desk: entered for a story, and set beside what is printed.

beside     what the story's form says of it
comparing  a statement as printed and as heard, and how it rests on it
forms      what these pages ask
laid       two texts laid beside each other: the same numbers at what differs
pages      the evidence of a story: its list, a row, its document
"""
