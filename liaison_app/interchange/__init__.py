"""Other programs'' formats: spreadsheets and lists that people bring. Bytes in, frozen rows out.

Never imports store, SQLAlchemy or the clock.
"""
