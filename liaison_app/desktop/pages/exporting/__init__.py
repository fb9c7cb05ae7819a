"""Export: the workbook for one audience and period, counted before it is written. Start with ``page.py``."""
