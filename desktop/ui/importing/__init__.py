"""Schedules of conferences: what a file holds, before it comes in."""
