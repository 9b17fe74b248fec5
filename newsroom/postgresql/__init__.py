"""The database engine: Django's own, whose commits other processes of the host can see coming.

base  the engine
"""
