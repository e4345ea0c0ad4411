"""The directory of people: names per script, offices, biographies."""
