"""The database engine of tests: the real one, which can also empty the tables that guard themselves."""
