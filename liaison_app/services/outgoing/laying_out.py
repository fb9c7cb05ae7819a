"""Laying a workbook out, as a job for the worker."""

from liaison_app.documents.workbook.sheet import Book
from liaison_app.documents.workbook.write import write
from liaison_app.system.worker.job import Tell


def lay_out(tell: Tell, book: Book) -> bytes:
    """The file of a workbook; ``tell`` counts its rows."""
    return write(book, tell)
