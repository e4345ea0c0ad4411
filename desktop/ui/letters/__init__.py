"""Dialogs for writing to guests."""
