"""How names of people are spelled, in Latin and in Arabic letters: pure functions, for look-ups at the desk.

They stand beside `folding.fold` and go further: by it words are matched that somebody said, and there one letter more
is another word. Here it offers a person, and an editor says whether that is who was meant.

across    which letters an Arabic name may be written with, as its Latin spelling tells
latin     a Latin name as it sounds, and the usual other spellings of that
names     by which keys a name is found, and which are asked for
sameness  whether a name that a text has may be that of somebody there
ways      all ways to choose from several places, no more than so many
words     a name's words, without articles, and where two are written as one
"""
