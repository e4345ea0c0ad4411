"""The trade's own values and rules: frozen dataclasses, standard library only.

Values are immutable; `dataclasses.replace` makes the next one. `id` 0 means: not stored yet.
`version` counts the stored revisions of a value and takes no part in comparing two values.
"""
