"""Pictures as files: judged, drawn anew and made in the sizes that leave the house. No tables; models/photos has them.

contrast    whether two colours can be told apart
redrawing   the program that draws a picture anew, in a bounded process of its own
renditions  the sizes of a picture that leave the house
uploads     what was sent, judged before it is decoded
"""
