"""Databases for the tests of this room."""

from tests.storage.databases import location, new_location, new_workspace, server, template, ws

__all__ = ["location", "new_location", "new_workspace", "server", "template", "ws"]
