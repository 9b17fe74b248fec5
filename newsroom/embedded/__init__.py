"""The PostgreSQL in var/, for those who bring none: started, kept and stopped.

cluster       the data folder and its server
locks         one at a time, between processes
unprivileged  PostgreSQL refuses to run as root: as whom it runs then
"""
