"""Page of the order of precedence and of who sits where."""
