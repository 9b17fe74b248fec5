"""Pictures as files, from the upload to what leaves the house.

files            pictures as bytes: taken, and refused with a reason
library          photos with a file, and without
written          pictures with what cameras, agencies and programs write into them
test_contrast    whether two colours can be told apart
test_files       files on the disk: whole or not there, and swept
test_kinds       each way in which a good picture comes, taken
test_notes       what a file says of its picture: read, cleaned, dropped
test_renditions  the sizes that leave the house
test_shapes      tall and wide pictures
test_uploads     what is refused, and that nothing but pixels is kept
"""
