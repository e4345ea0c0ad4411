"""HarfBuzz as it comes with the program, apart from the system's own.

FreeType, which Qt loads, brings the system's HarfBuzz along from 2.14 on, open to all. A library
that is loaded later would call that one's functions for its own, of another version, and crash.
"""

import os
import sys

_OWN_FIRST = getattr(os, "RTLD_DEEPBIND", 0)  # 0 where a library finds its own first anyway

if _OWN_FIRST:
    sys.setdlopenflags(sys.getdlopenflags() | _OWN_FIRST)

import uharfbuzz as hb  # noqa: E402 - the flags are for it

if _OWN_FIRST:
    sys.setdlopenflags(sys.getdlopenflags() & ~_OWN_FIRST)

__all__ = ["hb"]
