"""The database engine of tests: the real one, which can also empty the tables that guard themselves.

base  the real engine, with one more thing that it can do
"""
