"""The only room that knows SQLAlchemy and Alembic. Rows never leave it: domain values do.

database, engines, driver, lock     opening a database; its two kinds of transaction
tables, layout, schema, migrations/ what is kept, and bringing older files up to date
mapper, codec                       between rows and frozen values
reading, queries, listing, search   asking
writing, statements, growing        storing, and never over somebody else's change
change_log                          what changed: the audit trail, undo and redo
references, erasing                 what refers to a value; forgetting a person
backup, restoring                   copies that can be trusted, and the way back
listening                           what others write to the same server
"""
