"""The lists of an office: one module a kind, each with its ``Listing``, all read the same way.

``listing.py`` says how a list is asked (``page``, ``keys``, ``rows``, ``count``);
``catalogue.py`` holds all of them by kind. Imports store and domain, like every service.
"""
