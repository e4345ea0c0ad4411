"""The trade's own values and rules: frozen dataclasses, standard library only.

Values are immutable; `dataclasses.replace` makes the next one. `id` 0 means: not stored yet.
`version` counts the stored revisions of a value and takes no part in comparing two values.

    event, venue, slot, speaker, programme, release     an event and its programme
    clashes, severity, gaps            what in it cannot be so; where a slot finds room
    person, organisation, postal, joining     the directory; one person of two entries
    attendee, invitation, waiting_list     guests: what they answered, who has a place
    message, correspondence, mail_server     what is written to them
    ticket, certificate, seal, base32, scanning     codes that are printed and read
    door, arrivals                     who comes in, and how many did
    precedence, seating, places, placing, seating_moves, seating_faults
                                       who ranks before whom, and sits where
    coverage                           what remains of an event
    localized, texts, errors, change, erasure     text, its sources, errors; what was done
"""
