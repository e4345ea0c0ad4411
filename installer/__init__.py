"""What the two commands do before the program can: standard library only.

This file alone must be read by any Python 3, to tell the owner of an old one so.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("Estrado needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
