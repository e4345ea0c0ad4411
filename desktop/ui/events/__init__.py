"""The events of the database, and an inspector for one with its rooms and tracks."""
