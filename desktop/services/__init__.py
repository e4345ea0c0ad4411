"""One verb per user intention, one transaction and one Change per verb; no Qt."""
