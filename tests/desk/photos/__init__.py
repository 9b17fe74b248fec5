"""The library of photos, and the window in which one is chosen.

pictures        pictures to be sent, and photos that lie in the library
test_chooser    the window: what is found, what a photo lacks
test_library    the list, and the page of a photo
test_offering   what a file says of its picture, offered and looked over; files of any name
test_portraits  no portrait opens a photo that nobody let out
test_uploading  what is taken in, and what it is called
"""
