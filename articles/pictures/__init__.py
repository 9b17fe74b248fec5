"""Pictures as files: judged, drawn anew and made in the sizes that leave the house. No tables; models/photos has them.

containers  pictures in a container of ISO media files: what they are, by their brands
contrast    whether two colours can be told apart
notes       what the file of a picture says of itself
redrawing   the program that draws a picture anew, in a bounded process of its own
renditions  the sizes of a picture that leave the house
uploads     what was sent, judged before it is decoded
"""
