"""The style sheet: shape and states of buttons, fields, bars and chips, from a theme's colours.

Widgets take part by dynamic properties: `box` (QFrame), `kind` (QPushButton), `look` (fields) and
`tone` (QLabel). Colours of labels come by `tone`, because a style sheet of its own would switch
off a widget's palette.
"""

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor

from desktop.ui.theme import Theme, mix

TONES = ("muted", "navy", "ochre_text", "red", "green", "on_navy", "strong")

_SHEET = Template("""
QFrame[box="card"] { background: $surface; border: 1px solid $hair; border-radius: 8px }
QFrame[box="sunken"] { background: $sunken; border: none; border-radius: 8px }
QFrame[box="rule"] { background: $hair; border: none }
QFrame[box="bar"] { background: $surface; border: none; border-bottom: 1px solid $hair }
QFrame[box="plain"] { background: $surface; border: none }
QFrame[box="foot"] { background: $surface; border: none; border-top: 1px solid $hair }
QFrame[box="drawer"] { background: $canvas; border: none }
QFrame[box="drawer"][over="true"] { border-$end: 1px solid $line }
QFrame[box="side"] { background: $surface; border: none; border-$start: 1px solid $hair }
QFrame[box="missing"] { background: $ochre_tint; border: 1px dashed $ochre; border-radius: 6px }
QFrame[box="error"] { background: $red_tint; border: none; border-radius: 8px }
QFrame[box="panel"] { background: $surface; border: 1px solid $line; border-radius: 10px }
QFrame[box="toast"] { background: $toast; border: none; border-radius: 8px }
QFrame[box="toast"] QLabel { color: $toast_text }
QFrame[box="pill"] { background: $green_tint; border: none; border-radius: 12px }
QFrame[box="pill"][tone="red"] { background: $red_tint }
QFrame[box="pill"][tone="ochre_text"] { background: $ochre_tint }
QFrame[box="rail"] { background: $rail; border: none }
QLabel[look="mark"] { background: $rail; color: $mark_ink; border-radius: 14px }
QLabel[look="well"] { background: $sunken; border-radius: 6px }
QLabel[look="tile"] { background: $navy_tint; border-radius: 10px }
QLabel[look="key"] { background: $surface; border: 1px solid $line; border-radius: 4px;
  padding: 0 5px }
QLabel[look="tag"] { background: $sunken; color: $muted; border-radius: 4px; padding: 0 5px }
QLabel[look="missing"] { background: $ochre_tint; color: $ochre_text; border: 1px dashed $ochre;
  border-radius: 4px; padding: 0 4px }
QLabel[look="initials"] { background: $navy_tint; color: $navy; border-radius: 16px }

QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
  padding: 0 12px; min-height: 30px }
QPushButton:hover { border-color: $strong }
QPushButton:focus { border: 2px solid $navy; padding: 0 11px; min-height: 28px }
QPushButton:pressed { background: $sunken }
QPushButton:disabled { color: $strong; border-color: $hair }
QPushButton::menu-indicator { image: none; width: 0 }
QPushButton[kind="primary"] { background: $navy; color: $on_navy; border: 1px solid $navy;
  padding: 0 14px }
QPushButton[kind="primary"]:hover { background: $navy_hover }
QPushButton[kind="primary"]:focus { border: 2px solid $focus_on_navy; padding: 0 13px }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $strong; border-color: $sunken }
QPushButton[kind="danger"] { color: $red }
QPushButton[kind="danger"]:disabled { color: $strong }
QPushButton, QCheckBox, QRadioButton, QComboBox { outline: 0 }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: $navy;
  padding: 0 8px }
QPushButton[kind="quiet"]:hover { background: $navy_tint }
QPushButton[kind="quiet"]:focus { border: 2px solid $navy; padding: 0 7px }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $navy;
  padding: 0 3px; min-height: 20px; text-align: left; border-radius: 4px }
QPushButton[kind="link"]:hover { text-decoration: underline }
QPushButton[kind="link"]:focus { border: 2px solid $navy; padding: 0 2px; min-height: 18px }
QPushButton[kind="link"]:disabled { color: $strong }
QPushButton[kind="chip"] { border-radius: 12px; padding: 0 10px; min-height: 22px }
QPushButton[kind="chip"]:checked { background: $navy; color: $on_navy; border-color: $navy }
QPushButton[kind="chip"]:focus { border: 2px solid $navy; padding: 0 9px; min-height: 20px }
QPushButton[kind="chip"]:checked:focus { border: 2px solid $focus_on_navy }
QPushButton[kind="pill"] { border: 1px solid transparent; border-radius: 12px; padding: 0 10px;
  min-height: 22px; background: $sunken; color: $text }
QPushButton[kind="pill"][tone="red"] { background: $red_tint; color: $red }
QPushButton[kind="pill"][tone="ochre_text"] { background: $ochre_tint; color: $ochre_text }
QPushButton[kind="pill"][tone="green"] { background: $green_tint; color: $green }
QPushButton[kind="pill"]:hover { border-color: $strong }
QPushButton[kind="pill"]:checked { border-color: $text }
QPushButton[kind="pill"]:focus { border: 2px solid $navy; padding: 0 9px; min-height: 20px }
QPushButton[kind="search"] { background: $canvas; color: $muted; border-color: $field;
  text-align: left; padding: 0 10px }
QPushButton[kind="chooser"] { background: transparent; border: 2px solid transparent;
  text-align: left; padding: 0 6px; min-height: 46px }
QPushButton[kind="chooser"][low="true"] { min-height: 32px }
QPushButton[kind="chooser"]:hover { background: $canvas }
QPushButton[kind="chooser"]:focus { border-color: $navy }
QPushButton[kind="card"] { background: $surface; border: 1px solid $hair; border-radius: 8px;
  padding: 0; min-height: 176px }
QPushButton[kind="card"]:hover { border-color: $strong }
QPushButton[kind="card"]:checked, QPushButton[kind="card"]:focus { border: 2px solid $navy }
QPushButton[kind="card"]:checked:focus { border: 2px solid $focus_on_navy }
QPushButton[kind="tray"] { background: $surface; border: 1px solid $hair; border-radius: 6px;
  padding: 0; min-height: 82px }
QPushButton[kind="tray"]:hover { border-color: $strong }
QPushButton[kind="tray"]:focus { border: 2px solid $navy }
QPushButton[kind="choice"] { background: $surface; border: 1px solid $line; border-radius: 10px;
  margin: 4px; min-height: 88px }
QPushButton[kind="choice"]:hover { border-color: $strong }
QPushButton[kind="choice"]:checked { border: 2px solid $navy; background: $navy_tint; margin: 3px }
QPushButton[kind="choice"]:focus { border: 2px solid $navy; margin: 3px }
QPushButton[kind="toast"] { background: transparent; color: $toast_action;
  border: 1px solid transparent; padding: 0 6px; min-height: 24px }
QPushButton[kind="toast"]:hover { text-decoration: underline }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 4px; color: $text }
QToolButton:hover { background: $sunken }
QToolButton:focus { border-color: $navy }
QToolButton::menu-indicator { image: none; width: 0 }
QToolButton:checked { background: $navy_tint }
QFrame[box="reading"] { background: $ochre_tint; border: none;
  border-bottom: 1px solid $ochre }
QPushButton[look="rail"] { background: transparent; border-radius: 8px; padding: 0;
  border: 2px solid transparent }
QPushButton[look="rail"]:hover { background: $rail_hover }
QPushButton[look="rail"]:checked { background: $rail_on }
QPushButton[look="rail"]:focus { border-color: $rail_text }
QToolButton[look="mark"] { background: $mark; color: $ochre; border-radius: 8px; padding: 0 }
QToolButton[look="mark"]:focus { border-color: $ochre }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: $surface;
  color: $text; border: 1px solid $field; border-radius: 6px; padding: 0 8px;
  selection-background-color: $navy; selection-color: $on_navy }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 30px }
QTextEdit, QPlainTextEdit { padding: 4px 4px }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $navy;
  padding: 0 7px; min-height: 28px }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $navy; padding: 3px 3px }
QLineEdit[look="search"] { background: $canvas }
QLineEdit[look="command"] { border: none; font-size: 16px; background: transparent }
QLineEdit[look="command"]:focus { border: none; padding: 0 8px }
QLineEdit[look="missing"], QTextEdit[look="missing"] { background: $ochre_tint;
  border: 1px dashed $ochre }
QLineEdit[look="missing"]:focus, QTextEdit[look="missing"]:focus { border: 2px solid $navy }
QLineEdit[look="wrong"] { border: 2px solid $red; padding: 0 7px; min-height: 28px }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { color: $muted; background: $sunken }
QComboBox::drop-down { border: none; width: 24px }
QComboBox::down-arrow { image: url($chevron); width: 14px; height: 14px }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $line;
  padding: 4px; outline: 0; selection-background-color: $navy_tint; selection-color: $text }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0;
  background: transparent }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
  border: none; width: 0 }
QCheckBox { spacing: 8px }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $field; border-radius: 4px;
  background: $surface }
QCheckBox::indicator:hover { border-color: $strong }
QCheckBox::indicator:focus { border: 2px solid $navy; width: 14px; height: 14px }
QCheckBox::indicator:checked { background: $navy_tint; border-color: $navy; image: url($check) }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $field;
  border-radius: 9px; background: $surface }
QRadioButton::indicator:hover { border-color: $strong }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $navy }
QRadioButton:focus { border: 2px solid $navy; border-radius: 6px }

QTableView, QListView[look="list"] { background: $surface; border: 1px solid $hair;
  border-radius: 8px; outline: 0 }
QListWidget { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
  outline: 0; padding: 1px }
QListWidget:focus { border: 2px solid $navy; padding: 0 }
QListWidget::item { padding: 0 7px; border: none }
QListWidget::item:hover { background: $sunken }
QListWidget::item:selected { background: $navy_tint; color: $text }
QListView::indicator { width: 16px; height: 16px; border: 1px solid $field; border-radius: 4px;
  background: $surface }
QListView::indicator:checked { background: $navy_tint; border-color: $navy; image: url($check) }
QListWidget[look="found"], QListWidget[look="hits"] { font-size: 14px }
QListWidget[look="found"]::item, QListWidget[look="hits"]::item { padding: 8px 16px }
QListWidget[look="hits"], QListWidget[look="hits"]:focus { border: none; padding: 0 }
QCalendarWidget QTableView { border: none; border-radius: 0;
  selection-background-color: $navy; selection-color: $on_navy }
QCalendarWidget QToolButton { font-size: 13px; font-weight: 600; min-height: 24px }
QHeaderView { background: transparent; border: none }
QHeaderView::section { background: $surface; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 0 12px }
QHeaderView::up-arrow { image: url($chevron_up); width: 12px; height: 12px;
  subcontrol-position: center right; right: 8px }
QHeaderView::down-arrow { image: url($chevron); width: 12px; height: 12px;
  subcontrol-position: center right; right: 8px }
QHeaderView::section:hover { color: $text }
QScrollArea, QScrollArea > QWidget > QWidget[box="scrolled"] { background: transparent;
  border: none }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px }
QScrollBar::handle:vertical { background: $line; border-radius: 3px; min-height: 32px }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px }
QScrollBar::handle:horizontal { background: $line; border-radius: 3px; min-width: 32px }
QScrollBar::handle:hover { background: $strong }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: none }
QAbstractScrollArea::corner { background: transparent; border: none }
QProgressBar { background: $sunken; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px }
QProgressBar::chunk { background: $navy; border-radius: 3px }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 4px }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px }
QMenu::item:selected { background: $navy_tint }
QMenu::item:disabled { color: $strong }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px }
QMenu::indicator, QMenu::icon { left: 8px }
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px }
""")


def sheet(theme: Theme, *, rtl: bool, chevron: str, chevron_up: str, check: str) -> str:
    """The style sheet of a theme; chevrons and check mark are files, for it takes no other."""
    colors = {f.name: getattr(theme, f.name) for f in fields(theme)}
    names = {name: c.name() for name, c in colors.items() if isinstance(c, QColor)}
    dark = theme.dark
    names |= {
        "navy_hover": mix(theme.navy, theme.on_navy, 0.88).name(),
        "focus_on_navy": theme.ochre.name(),
        "rail_hover": mix(theme.rail_on, theme.rail, 0.5).name(),
        "mark": (theme.rail_on if dark else theme.rail_ink).name(),
        "mark_ink": mix(theme.ochre, theme.rail_ink, 0.8).name(),
        "toast": (theme.sunken if dark else mix(theme.text, theme.surface, 0.96)).name(),
        "toast_text": (theme.text if dark else theme.surface).name(),
        "toast_action": (theme.ochre if dark else mix(theme.ochre, theme.surface, 0.45)).name(),
        "start": "right" if rtl else "left",
        "end": "left" if rtl else "right",
        "chevron": chevron,
        "chevron_up": chevron_up,
        "check": check,
    }
    tones = "".join(f'QLabel[tone="{tone}"] {{ color: {names[tone]} }}\n' for tone in TONES)
    return tones + _SHEET.substitute(names)
