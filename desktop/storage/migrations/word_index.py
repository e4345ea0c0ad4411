"""The SQL that indexes the words of a table's `folded` column."""


def fts(table: str) -> list[str]:
    """SQLite's index of words, and the triggers that keep it."""
    words = f"{table}_words"
    add = f"INSERT INTO {words} (rowid, folded) VALUES (new.id, new.folded);"
    drop = f"INSERT INTO {words} ({words}, rowid, folded) VALUES ('delete', old.id, old.folded);"
    return [
        f"CREATE VIRTUAL TABLE {words} USING fts5 (folded, content='{table}', content_rowid='id', "
        "tokenize='ascii', prefix='1 2 3', detail='none')",
        f"CREATE TRIGGER {words}_insert AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {words}_delete AFTER DELETE ON {table} BEGIN {drop} END",
        f"CREATE TRIGGER {words}_update AFTER UPDATE OF folded ON {table} "
        f"WHEN old.folded <> new.folded BEGIN {drop} {add} END",
    ]


def inverted(table: str) -> str:
    """PostgreSQL's index of the same words."""
    return (
        f"CREATE INDEX ix_{table}_words ON {table} "
        "USING gin (array_to_tsvector(string_to_array(folded, ' ')))"
    )
