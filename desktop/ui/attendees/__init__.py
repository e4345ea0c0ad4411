"""The guests of an event: a list with replies, and an inspector for one invitation."""
