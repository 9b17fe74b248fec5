"""What is printed beside what was heard: a quotation compared with a passage of evidence, word by word. Pure functions.

Nothing is guessed: what is not the same word is a difference, and a person signs it. Modules import downwards only.

comparing   a quotation beside its evidence: the same or not, what differs, what was allowed, and where it was heard
placing     where in the evidence the parts of a quotation stand
aligning    which word of a part became which
differing   what kind of difference it is, and which are none
searching   the places in a long text that fit words best
printed     a quotation's parts: halves, ellipses, brackets
reading     a text as words that can be compared
counting    numbers in words and in digits
vocabulary  negations, contractions, days, given names: data of both languages
"""
