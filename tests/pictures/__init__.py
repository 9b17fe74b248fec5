"""Pictures as files, from the upload to what leaves the house.

files            pictures as bytes: taken, and refused with a reason
library          photos with a file, and without
test_contrast    whether two colours can be told apart
test_files       files on the disk: whole or not there, and swept
test_renditions  the sizes that leave the house
test_uploads     what is refused, and that nothing but pixels is kept
"""
