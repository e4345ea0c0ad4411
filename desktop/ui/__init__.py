"""The window. Widgets show snapshots and ask the services; no rule of the trade lives here.

shell, window, frame, side_bar, top_bar, reading_band, status_bar, toast, first_start,
command_search
desk, worker, changes     the database from the window's side, off the window's thread
turns                     much small work on it, a few milliseconds at a time
kit, theme, sheet, fonts, icons, layout, wording     how it looks and what it says
table, fields, page       the pieces that pages are made of
events/ schedule/ speakers/ attendees/ organisations/ translations/ publish/ history/
importing/                the pages
"""

from desktop.ui.plain_import import import_plainly
from desktop.ui.python_311 import keep_singletons

import_plainly()
keep_singletons()
