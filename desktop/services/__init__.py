"""One verb per user intention, one transaction and one Change per verb; no Qt.

workspace, change, history          the open database; what a verb changed; undo and redo
events, templates, planning, agendas, releases, translations     an event and its programme
people, duplicates, merges, cards, privacy, retention            the directory
attendance, invitations, guest_imports, guest_exports            the guests
letters, mail_plan, messages        writing to them
protocol, seatings, speeches, flags, address_forms               who ranks, sits, speaks where
publishing, preflight, proofing, print_folder, house_styles, print_answers, certificates    paper
door, desk, desk_copy, desk_place, desk_merge, watching          the door, at several desks
lists, listing, search, overview    what pages show
importing, reference, backup        schedules of others; the example; copies
"""
