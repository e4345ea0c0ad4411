"""File formats of others: what comes in is read leniently into plain values, no database.

    schedule          reads a conference's schedule, XML or JSON told apart by content
    schedule_xml, schedule_json    take the two shapes apart, into the fields of `schedule_raw`
    schedule_meaning               understands them, with schedule_people, _starts and _times
    schedule_draft                 what comes out: a Schedule of drafts, notices with their places
    sandbox, reader   any file from outside in a child process, held to limits of memory and time
    markup, markdown, entities     HTML and Markdown to clean paragraphs
    guest_file        reads a list of guests, guest_rows one that was copied
    table_file, workbook_file, text_file, cards_table (vcard_file, vcard_lines)
                      the files that hold one
    guest_columns, guest_words, guest_cells     understand it; guest_draft is what comes out
    agenda_text       reads an agenda out of a mail, line by line, with the other agenda modules
    naming, vocabulary     names of persons told apart; words for kinds, roles, languages
    table_writer, calendar_file, mail_message, qr_picture, smtp     what goes out

Whatever comes from outside goes through `sandbox`; the rest can be called by itself, on bytes.
"""
