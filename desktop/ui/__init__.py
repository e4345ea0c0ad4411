"""The window. Widgets show snapshots and ask the services; no rule of the trade lives here.

shell, window, frame, side_bar, top_bar, reading_band, status_bar, toast, first_start,
command_search
desk, worker, changes     the database from the window's side, off the window's thread
elsewhere                 what other programs do in the same database
turns, garbage            much small work on that thread, a few milliseconds at a time; what ends
                          there and nowhere else
kit, theme, sheet, fonts, icons, layout, wording     how it looks and what it says
page, list_page, paged_page, head, panes, table, detail, fields, lines
                          the pieces that pages are made of
dialog, question, search_panel, deeds     what is asked beside a page, and offered
help, places              the help of a page; the list of pages
events/ schedule/ speakers/ attendees/ seating/ organisations/ publish/ door/ translations/
history/                  the pages
importing/ letters/       dialogs of several steps
"""

from desktop.ui.plain_import import import_plainly
from desktop.ui.python_311 import keep_singletons

import_plainly()
keep_singletons()
