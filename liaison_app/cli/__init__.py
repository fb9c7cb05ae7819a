"""The command line: one module a command; words in, services called, tables or JSON out.
"""
