"""The icons, drawn for this project: 16 unit grid, one 1.5 unit stroke, round ends, no fill but dots.

Each is the inside of an SVG. Fixed meanings: ``out`` we owe, ``in`` they owe, ``clock`` time or in progress,
``late`` late, ``warn`` stale or to settle, ``block`` refused or avoid, ``verified`` verified, ``shield`` private.
"""


def _dot(x: float, y: float, radius: float = 0.55) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="currentColor"/>'


def _ring(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}"/>'


def _line(path: str) -> str:
    return f'<path d="{path}"/>'


def _frame(x: float, y: float, width: float, height: float, round_: float = 1) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{round_}"/>'


_CLOCK_FACE = _ring(8, 8, 6.2)
_SHEET = "M4 1.9h5.2L12.4 5v9.1H4zM9 2v3.2h3.2"
_LENS = _ring(6.8, 6.8, 4.4) + _line("M10.1 10.1l4 4")
_BAG = _frame(1.9, 5, 12.2, 8.6, 1.3) + _line("M5.6 4.8V3.4q0-1 1-1h2.8q1 0 1 1v1.4")
_HEAD = _ring(8, 5, 2.8) + _line("M2.8 14q.4-4.6 5.2-4.6T13.2 14")

SHAPES: dict[str, str] = {
    # pages
    "today": _ring(8, 8, 2.9)
    + _line(
        "M8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M12.7 3.3l-1 1M4.3 11.7l-1 1"
    ),
    "jurisdiction": _line("M1.9 6.2L8 2.2l6.1 4zM3.9 8.3v3.6M8 8.3v3.6M12.1 8.3v3.6M1.9 14h12.2"),
    "people": _ring(5.9, 5.3, 2.4)
    + _line(
        "M1.4 13.7q.2-4.2 4.5-4.2t4.5 4.2M10.4 3.1q1.9.5 1.9 2.3t-1.9 2.2M12 9.8q2.5.8 2.6 3.9"
    ),
    "person": _HEAD,
    "engagement": _line("M1.9 2.9h8.2v5.8H6.2l-2.3 2v-2h-2zM12.1 5.9h2v5.7h-1.4v2l-2.3-2H8"),
    "commitment": _line(
        "M1.9 4.3l1.3 1.3 2.4-2.7M1.9 11.1l1.3 1.3 2.4-2.7M8.2 4.4h5.9M8.2 11.2h5.9"
    ),
    "trip": _BAG + _line("M2 9h12"),
    "agreement": _line("M3.6 2h5.7l3.2 3.2v3.4M3.6 2v12h3.5M9.2 2.1v3.1h3.2M6.1 7.4h4M6.1 9.9h2")
    + _ring(11.4, 12.2, 2.1),
    "gift": _frame(1.9, 5.4, 12.2, 3, 0.6)
    + _line(
        "M3.1 8.5V14h9.8V8.5M8 5.4V14M8 5.3Q4.5 5.3 4.7 3.2 5.6 1.2 8 5.3 10.4 1.2 11.3 3.2 11.5 5.3 8 5.3z"
    ),
    "map": _CLOCK_FACE + _line("M1.9 8h12.2M8 1.9q2.8 2.7 2.8 6.1T8 14.1Q5.2 11.4 5.2 8T8 1.9z"),
    "report": _line("M1.9 14h12.2M3.6 11.4V8.1M6.9 11.4V3.1M10.2 11.4V6.2M13.2 11.4V9.6"),
    "exchange": _line("M2 5.3h11.4M10.6 2.4l2.9 2.9-2.9 2.9M14 10.9H2.6M5.4 8l-2.9 2.9 2.9 2.9"),
    # marks
    "plus": _line("M8 2.9v10.2M2.9 8h10.2"),
    "minus": _line("M3.4 8h9.2"),
    "check": _line("M2.8 8.6l3.4 3.4 7-7.4"),
    "cross": _line("M3.9 3.9l8.2 8.2M12.1 3.9l-8.2 8.2"),
    "left": _line("M10.1 3.3L5.4 8l4.7 4.7"),
    "right": _line("M5.9 3.3L10.6 8l-4.7 4.7"),
    "up": _line("M3.3 10.1L8 5.4l4.7 4.7"),
    "down": _line("M3.3 5.9L8 10.6l4.7-4.7"),
    "out": _line("M3.9 12.1l8-8M5.7 3.9h6.4v6.4"),
    "in": _line("M12.1 3.9l-8 8M10.3 12.1H3.9V5.7"),
    "raise": _line("M8 13.6V2.9M3.4 7.4L8 2.8l4.6 4.6"),
    "enter": _line("M13.1 2.9v5.8H3.3M6.4 5.6L3.2 8.7l3.2 3.1"),
    "sort": _line("M4.4 13.2V3M1.8 5.6L4.4 3 7 5.6M9.6 4h4.6M9.6 8h3.4M9.6 12h2"),
    "more": _dot(3.4, 8, 0.8) + _dot(8, 8, 0.8) + _dot(12.6, 8, 0.8),
    "grip": "".join(_dot(x, y, 0.6) for y in (4, 8, 12) for x in (6, 10)),
    "circle": _CLOCK_FACE,
    "dot": _dot(8, 8, 2.6),
    # states
    "clock": _CLOCK_FACE + _line("M8 4.4V8l2.6 1.7"),
    "late": _CLOCK_FACE + _line("M8 4.6v4.2") + _dot(8, 11.2),
    "info": _CLOCK_FACE + _line("M8 7.4v4") + _dot(8, 4.9),
    "if": _CLOCK_FACE + _line("M6.2 6.5q.1-2 1.9-2t1.8 1.7Q9.8 7.7 8 8.8v.4") + _dot(8, 11.4, 0.5),
    "warn": _line("M8 2.2l6.4 11.4H1.6zM8 6.4v3.5") + _dot(8, 11.7),
    "block": _CLOCK_FACE + _line("M3.7 3.7l8.6 8.6"),
    "verified": _CLOCK_FACE + _line("M5.1 8.3l2.1 2.1 3.8-4.3"),
    "seal": _ring(8, 6.3, 4.4) + _line("M5.4 9.9l-1.1 4.6L8 12.7l3.7 1.8-1.1-4.6"),
    "shield": _line("M8 1.7l5.6 2.1v4Q13.4 12.4 8 14.4 2.6 12.4 2.4 7.8v-4z"),
    "lock": _frame(2.9, 7, 10.2, 7.1, 1.3) + _line("M5.1 6.9V5Q5.2 2.1 8 2.1T10.9 5v1.9"),
    "unlock": _frame(2.9, 7, 10.2, 7.1, 1.3) + _line("M5.1 6.9V5Q5.2 2.1 8 2.1q2 0 2.6 1.6"),
    "flag": _line("M3.4 14.4V1.9M3.4 2.7h9.4l-2.2 3.3 2.2 3.3H3.4"),
    "star": _line("M8 1.9l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.6l-3.9 2.1.9-4.3-3.2-3 4.3-.5z"),
    # acts
    "search": _LENS,
    "zoomin": _LENS + _line("M4.8 6.8h4M6.8 4.8v4"),
    "zoomout": _LENS + _line("M4.8 6.8h4"),
    "undo": _line("M5.5 2.8L2.3 6l3.2 3.2M2.4 6H10q3.6.2 3.6 3.6T10 13.2H6.4"),
    "redo": _line("M10.5 2.8L13.7 6l-3.2 3.2M13.6 6H6Q2.4 6.2 2.4 9.6T6 13.2h3.6"),
    "edit": _line("M10.7 2.6l2.7 2.7-7.9 7.9-3.3.6.6-3.3zM8.9 4.4l2.7 2.7"),
    "filter": _line("M1.9 2.9h12.2L9.5 8.5v4.9l-3-1.6V8.5z"),
    "columns": _frame(1.9, 2.9, 12.2, 10.2) + _line("M6 3v10M10 3v10"),
    "list": _line("M5.6 3.9h8.5M5.6 8h8.5M5.6 12.1h8.5")
    + _dot(2.6, 3.9)
    + _dot(2.6, 8)
    + _dot(2.6, 12.1),
    "board": _frame(1.9, 2.5, 3.3, 11, 0.8)
    + _frame(6.4, 2.5, 3.3, 7, 0.8)
    + _frame(10.9, 2.5, 3.3, 9, 0.8),
    "tree": _frame(2, 2, 4.6, 3.2, 0.8)
    + _frame(9.4, 6.4, 4.6, 3.2, 0.8)
    + _frame(9.4, 11, 4.6, 3.2, 0.8)
    + _line("M4.3 5.4v7.2h5M4.3 8h5"),
    "save": _line("M2.4 2.4h8.7l2.5 2.5v8.7H2.4zM5 2.6v3.5h5V2.6M5 13.5V9.4h6v4.1"),
    "import": _line("M8 1.9v7.8M4.9 6.7L8 9.8l3.1-3.1M2.4 9.9v3.7h11.2V9.9"),
    "export": _line("M8 9.8V2M4.9 5L8 1.9 11.1 5M2.4 9.9v3.7h11.2V9.9"),
    "print": _line("M4.4 5.4V1.8h7.2v3.6M4.4 11.6H1.9V5.5h12.2v6.1h-2.5")
    + _frame(4.4, 9, 7.2, 5.1, 0.4),
    "copy": _frame(5.6, 5.6, 8.4, 8.4, 1.2) + _line("M3.9 10.4H2V2h8.4v1.9"),
    "link": _line(
        "M6.3 9.7l3.4-3.4M7.4 4.6L9 3q2-1.6 4 .2t.1 4l-1.6 1.5M8.6 11.4L7 13q-2 1.6-4-.2t-.1-4l1.6-1.5"
    ),
    "merge": _line("M3 2.4q0 5 5 6v5.2M13 2.4q0 5-5 6M5.6 11.4L8 13.8l2.4-2.4"),
    "bin": _line("M2.4 4.4h11.2M6 4.2V2.3h4v1.9M3.7 4.6l.8 9.2h7l.8-9.2M6.6 7.2v3.9M9.4 7.2v3.9"),
    "eye": _line("M1.4 8Q4 3.7 8 3.7T14.6 8Q12 12.3 8 12.3T1.4 8z") + _ring(8, 8, 2),
    "eyeoff": _line(
        "M2.5 2.5l11 11M6.2 3.9q5.2-1 8.4 4.1-.9 1.7-2.2 2.7M3.9 5.1Q2.4 6.2 1.4 8q3 5 8.7 4.1"
    ),
    "settings": _line("M1.9 4.5h6.9M12.6 4.5h1.5M1.9 11.5h1.5M7.2 11.5h6.9")
    + _ring(10.7, 4.5, 1.9)
    + _ring(5.3, 11.5, 1.9),
    "history": _line(
        "M2.4 2.9v3.7h3.7M2.6 6.4Q4 2.3 8 2.3q5.6.3 5.7 5.7-.3 5.5-5.7 5.7-4.4-.2-5.5-4.3M8 5v3.3l2.4 1.4"
    ),
    "help": _CLOCK_FACE
    + _line("M6.2 6.5q.1-2 1.9-2t1.8 1.7Q9.8 7.7 8 8.8v.4")
    + _dot(8, 11.4, 0.5),
    # things
    "place": _line("M8 14.4Q3.4 9.4 3.4 6.3 3.6 1.8 8 1.7t4.6 4.6Q12.6 9.4 8 14.4z")
    + _ring(8, 6.3, 1.6),
    "pin": _line("M5.9 1.9h4.2l-.5 4.5L12.1 9H3.9l2.5-2.6zM8 9v5.1"),
    "organization": _line(
        "M2.9 14V3.3L9 1.9V14M9 6.3l4.1 1.4V14M1.6 14h12.8M5.2 5.4h1.4M5.2 8.2h1.4M5.2 11h1.4"
    ),
    "office": _frame(2.4, 2.4, 11.2, 11.2, 1)
    + _ring(8, 6.6, 1.8)
    + _line("M4.9 11.6q.3-2.2 3.1-2.2t3.1 2.2"),
    "file": _line(_SHEET),
    "packet": _line(_SHEET) + _line("M6.2 7.4h4.2M6.2 9.6h4.2M6.2 11.8h2.4"),
    "sheet": _frame(1.9, 2.4, 12.2, 11.2) + _line("M2 6.1h12M2 9.8h12M6.3 2.5v11"),
    "note": _frame(2.9, 2.4, 10.2, 11.2) + _line("M5.5 5.4h5M5.5 8h5M5.5 10.6h3"),
    "clip": _line(
        "M12.7 7.4l-5.3 5.3q-2.2 1.9-4.1 0t0-4.1l5.7-5.8q1.5-1.2 2.8 0t0 2.8L6.3 11q-.7.6-1.4 0t0-1.4l5-5"
    ),
    "calendar": _frame(1.9, 3.2, 12.2, 11, 1.3) + _line("M2 6.8h12M5.2 1.5v3M10.8 1.5v3"),
    "video": _frame(1.7, 4, 8.7, 8, 1.3) + _line("M10.5 7l3.9-2.3v6.6L10.5 9"),
    "phone": _line("M2.9 2.4H6l1.3 3.4-1.8 1.3q1.1 2.3 3.4 3.4l1.3-1.8 3.4 1.3v3.1Q4 14 2.9 2.4z"),
    "mail": _frame(1.9, 3.5, 12.2, 9) + _line("M2.2 4.4L8 9.1l5.8-4.7"),
    "meal": _line("M5 2v12M2.9 2v3.3q.2 2.3 2.1 2.3t2.1-2.3V2M11.6 14V2Q9 3 9 6.5V9h2.6"),
    "sign": _line(
        "M1.9 13.7h12.2M3.4 10.7Q6 2.8 8 2.4q1.9.4-1.6 8.2Q9 6.8 9.9 7.5q.5.6.4 1.9t2.6.1"
    ),
    "plane": _line("M14.1 1.9L1.9 6.7l4.7 2.7 2.7 4.7zM14 2L6.6 9.4"),
    "speech": _line("M2.4 3.4h11.2v7.8H8.1l-3 2.6v-2.6H2.4z"),
    "drive": _frame(5, 6, 6, 8.2, 1) + _line("M6 5.8V2h4v3.8"),
    "topic": _line("M6.4 2.4L5 13.6M11 2.4L9.6 13.6M2.6 5.8h11M2.2 10.2h11"),
    "network": _ring(8, 3.4, 1.6)
    + _ring(3.4, 12, 1.6)
    + _ring(12.6, 12, 1.6)
    + _line("M7.2 4.9l-3 5.6M8.8 4.9l3 5.6M5.1 12h5.8"),
    "nation": _ring(8, 8, 6.2) + _line("M8 1.9v12.2M1.9 8h12.2") + _ring(8, 8, 2.4),
}
