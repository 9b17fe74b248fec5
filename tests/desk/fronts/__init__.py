"""Front pages at the desk.

test_arranging  arranged beside the page that readers would have
"""
