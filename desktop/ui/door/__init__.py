"""The door: who comes in, one large answer at a time."""
