"""How much of a file is read. Beyond it a list isn't one that people keep, or the file is hostile."""

MEGABYTE = 1024 * 1024

FILE_BYTES = 64 * MEGABYTE
"""A list of 500,000 meetings is about 60 MB of text; all of it is held in memory while it is read."""

UNPACKED_BYTES = 256 * MEGABYTE
"""All parts of a workbook unpacked; 100,000 rows of 20 columns need about 130 MB."""

PART_BYTES = 192 * MEGABYTE
"""One part of a workbook unpacked."""

PARTS = 2_000
"""Parts in a workbook, a dozen a sheet."""

PACKED_RATIO = 300
"""Unpacked to packed size of one part; sheets reach 60, deflate itself 1,030 on nothing but zeros."""

PACKED_RATIO_FROM = 4 * MEGABYTE
"""Smaller parts may be packed as tightly as they like."""

ROWS = 500_000
COLUMNS = 1_000
"""Outlook, the widest export known, has 92."""

CELLS = 4_000_000
"""Rows times columns: a reader lays out the whole rectangle, filled or not."""

CELL_CHARACTERS = 131_072
"""Four times what a spreadsheet allows in a cell."""

LINES_IN_A_CELL = 500
"""A quoted text with more lines is a lone quotation mark, not a cell."""
