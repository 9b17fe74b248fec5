"""The library of photos, and the window in which one is chosen.

admin     the library, and the pictures themselves for the desk
chooser   the window: the library, an upload, what a chosen photo lacks
field     the field of a form that holds a photo
filters   what the library can be narrowed to
offering  what a file says of its picture, offered to whoever uploads it
uses      where a photo is used, and what its licence says
"""
