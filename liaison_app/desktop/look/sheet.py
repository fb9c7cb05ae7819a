"""The little style sheet that a palette can't replace: buttons, fields, menus, scroll bars, words in a label.

Lists, tables, chips, badges and cards are painted instead: a style sheet doubles the time a cell takes.
Focus widens a border by 1 px and takes it from padding and height, or layouts would jump.
"""

from dataclasses import asdict

from liaison_app.desktop.look.fonts import SIZES
from liaison_app.desktop.look.tokens import Colours

_SHEET = """
QMenuBar {{ background: {chrome}; color: {text2}; border-bottom: 1px solid {line}; padding: 2px 8px;
 font-size: {small}px }}
QMenuBar::item {{ padding: 3px 9px; border-radius: 4px }}
QMenuBar::item:selected {{ background: {soft}; color: {text} }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line2}; padding: 4px }}
QMenu::item {{ padding: 5px 28px 5px 26px; border-radius: 4px }}
QMenu::item:selected {{ background: {soft} }} QMenu::item:disabled {{ color: {text3} }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px }}
QMenu::icon {{ padding-left: 6px }}
QPushButton {{ background: {surface}; color: {text}; border: 1px solid {line2}; border-radius: 5px;
 padding: 0 11px;
 min-height: {inner}px; max-height: {inner}px }}
QPushButton:hover {{ border-color: {accent}; background: {hover} }}
QPushButton:pressed, QPushButton:checked {{ background: {soft}; border-color: {accent} }}
QPushButton:focus {{ border: 2px solid {ring}; padding: 0 10px; min-height: {focused}px;
 max-height: {focused}px }}
QPushButton:disabled {{ color: {text3}; background: {sunken}; border-color: {line} }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent};
 font-weight: 700 }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover} }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {soft_line} }}
QPushButton[kind="primary"]:disabled {{ background: {sunken}; color: {text3}; border-color: {line2} }}
QPushButton[kind="quiet"], QPushButton[kind="icon"] {{ background: transparent; border-color: transparent;
 color: {accent}; padding: 0 7px }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="icon"]:hover {{ background: {soft} }}
QPushButton[kind="quiet"]:focus {{ border-color: {ring}; padding: 0 6px }}
QPushButton[kind="quiet"]:disabled {{ color: {text3} }}
QPushButton[kind="icon"] {{ padding: 0; min-width: {square}px; max-width: {square}px }}
QPushButton[kind="icon"]:focus {{ border-color: {ring}; padding: 0; min-width: {square_focused}px;
 max-width: {square_focused}px }}
QPushButton[small="true"] {{ min-height: {inner_small}px; max-height: {inner_small}px; padding: 0 8px;
 font-size: {small}px }}
QPushButton[small="true"]:focus {{ min-height: {focused_small}px; max-height: {focused_small}px;
 padding: 0 7px }}
QLineEdit, QComboBox, QPlainTextEdit {{ background: {surface}; color: {text}; border: 1px solid {control};
 border-radius: 5px; padding: 0 8px;
 min-height: {inner}px; selection-background-color: {soft}; selection-color: {text};
 placeholder-text-color: {text3} }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {ring}; padding: 0 7px;
 min-height: {focused}px }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {sunken}; color: {text3};
 border-color: {line2} }}
QLineEdit:read-only {{ background: {sunken} }}
QPlainTextEdit {{ padding: 3px 4px }} QPlainTextEdit:focus {{ padding: 2px 3px }}
QLineEdit[bare="true"] {{ border: 0; background: transparent; padding: 0 }}
QComboBox:on {{ border-color: {ring} }}
QComboBox::drop-down {{ border: 0; width: {arrow}px }} QComboBox::down-arrow {{ image: none; width: 0 }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {line2};
 selection-background-color: {soft};
 selection-color: {text}; padding: 2px }}
QAbstractItemView {{ background: {surface}; border: 0; outline: 0 }}
QTableView {{ selection-background-color: transparent; selection-color: {text} }}
QAbstractItemView[onpage="true"] {{ background: transparent }}
QHeaderView, QTableCornerButton::section {{ background: {surface}; border: 0 }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px 1px }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 1px 2px }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 0 1px }}
QScrollBar::handle:hover {{ background: {control} }}
QScrollBar::handle:vertical {{ min-height: 40px }} QScrollBar::handle:horizontal {{ min-width: 40px;
 margin: 1px 0 }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0 }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent }}
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] {{ background: transparent; border: 0 }}
QProgressBar {{ background: {sunken}; border: 1px solid {line2}; border-radius: 4px; min-height: 6px;
 max-height: 6px }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line2}; padding: 4px 6px }}
"""


def sheet(colours: Colours, scale: float, control: int) -> str:
    """The style sheet for these colours; ``control`` is the height of a button in pixels,
    ``scale`` that of text."""
    sizes = {name: max(round(pixels * scale), 9) for name, pixels in SIZES.items()}
    inner, small = control - 2, round(control * 0.8) - 2
    heights = {
        "inner": inner,
        "focused": inner - 2,
        "inner_small": small,
        "focused_small": small - 2,
        "square": inner,
        "square_focused": inner - 2,
        "arrow": round(20 * scale),
    }
    rules = _SHEET.format(**asdict(colours), **sizes, **heights)
    tones = ("text", "text2", "text3", "accent", "late", "soon", "good")
    rules += "\n".join(f'QLabel[tone="{t}"] {{ color: {getattr(colours, t)} }}' for t in tones)
    rules += "\n".join(f'QLabel[words="{n}"] {{ font-size: {px}px }}' for n, px in sizes.items())
    return rules + '\nQLabel[strong="true"] { font-weight: 700 }\n'
