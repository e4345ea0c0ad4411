"""What the two commands do before the program can: standard library only.

This file, `run` and `test` must be read by Python 3.6 too, to tell its owner that it is too old.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("Estrado needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
