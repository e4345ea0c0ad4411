"""Documents: what there is to print, what it looks like now, what is wrong with it."""
