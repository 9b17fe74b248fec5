"""Papers that are made up: the demo newspaper, and a synthetic archive of any size, to see that it stays quick.

demo        the demo: fixtures, staff, and the plan by which its stories are published
filing      an archive's rows copied into the tables
inventing   stories made of words: the same for the same seed
rows        an invented story as rows
stock       what invented stories hang on
vocabulary  the words they are made of
"""
