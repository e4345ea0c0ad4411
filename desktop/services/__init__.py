"""One verb per user intention, one transaction and one Change per verb; no Qt.

The open database, what a verb changed, undo and redo:
    workspace, change, history
An event: begun, edited, at a glance; its programme by hand, out of a mail, out of a file:
    events, templates, organisers, overview, planning, agendas, schedule_imports,
    schedule_merging, releases, translations
The directory:
    people, pictures, cards, duplicates, merges, engagements, privacy, retention
The guests: the list, what they answered, who waits; lists of others, in and out:
    attendance, invitations, guest_imports, guest_taking, guest_matching, guest_differences,
    guest_texts, guest_exports
Writing to them:
    letters, mail_plan, mail_press, mail_settings, messages
Who ranks, sits and speaks where:
    protocol, seatings, seats, seating_board, speeches, flags, address_forms
Paper, and what would be wrong on it:
    publishing, print_answers, print_folder, house_styles, certificates; preflight, findings,
    wording, proofing
The door, at several desks, without a network:
    door, door_badges, door_figures, desk, desk_copy, desk_place, desk_merge, lookout, watching
What pages show:
    lists, listing, alphabets, search
Copies, files written whole, short names of values, the example event:
    backup, files, labels, reference
"""
