"""A toy app that goes through every door of the house, so that each is known to stand open. It has clues.

It is installed for the tests, unless TOY=0: all others pass with it in and with it out.

apps        the app
desk        what it brings to the desk
migrations  its table
models      clues
paper       what it brings to readers
test_doors  each door, gone through
"""
