"""File formats of others: what comes in is read leniently into plain values, no database.

    schedule          reads a conference's schedule, XML or JSON told apart by content
    sandbox, reader   the same in a child process, held to limits of memory and time
    schedule_xml, schedule_json    take the two shapes apart, into `raw` fields
    interpret         understands them, with people, talk_times, times, vocabulary, naming
    draft             what comes out: a Schedule of drafts, and notices with their places
    markup, markdown, entities     HTML and Markdown to clean paragraphs
    guest_file        reads a list of guests: table_file, workbook_file, text_file, vcard_file
    guest_columns, guest_words, guest_cells     understand it; guest_draft is what comes out
    agenda_text       reads an agenda out of a mail, line by line, with the other agenda modules
    table_writer, calendar_file, mail_message, smtp     what goes out

Whatever comes from outside goes through `sandbox`; the rest can be called by itself, on bytes.
"""
