"""The only room that knows SQLAlchemy and Alembic. Rows never leave it: domain values do."""
