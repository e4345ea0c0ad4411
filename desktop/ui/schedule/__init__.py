"""The programme of an event: as a list by day, with an inspector for one slot."""
