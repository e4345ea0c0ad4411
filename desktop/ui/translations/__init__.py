"""What an event lacks in its languages, to be filled in one go."""
