"""How the newsroom sources, told to editors: counted in the record, with no name that may not be named.

charts  bars, drawn here
pages   the report, and the same for other programs
tables  what is counted, as tables
"""
