"""File formats of others: what comes in is read leniently into plain values, no database.

    schedule          reads a conference's schedule, XML or JSON told apart by content
    sandbox, reader   the same in a child process, held to limits of memory and time
    schedule_xml, schedule_json    take the two shapes apart, into `raw` fields
    interpret         understands them, with people, talk_times, times, vocabulary, naming
    draft             what comes out: a Schedule of drafts, and notices with their places
    markup, markdown, entities     HTML and Markdown to clean paragraphs

Whatever comes from outside goes through `sandbox`; the rest can be called by itself, on bytes.
"""
