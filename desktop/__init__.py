"""Estrado: events with guests of honour, from the plan to the printed page.

The rooms, from the ground up; imports point down only (`pyproject.toml` holds it):

    domain      frozen values and the rules of the trade; standard library only
    language    translation, dates, names, sorting, folding for search
    paths       where data, backups and resources live
    storage     the database, behind domain values
    documents   finished PDFs out of domain values
    exchange    file formats of others
    services    one verb per user intention; every verb is one transaction and one Change
    cli, ui     the same verbs by command and by window
    app         wires everything together
"""

__version__ = "0.1.0"
