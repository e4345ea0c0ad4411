"""The same document by Typst: `peer.py KIND CONTENT.json OUT.pdf simple|optimized`.

A process of its own; the last word says how lines of a paragraph are broken.
"""

import io
import json
import sys
from pathlib import Path

import segno
import typst

from desktop import paths

HERE = Path(__file__).resolve().parent


def main(key: str, content: str, target: str, lines: str) -> None:
    """Compile the template of a kind on the content of a file."""
    source = Path(content)
    if key == "badges":
        source = _with_symbols(source)
    typst.compile(
        HERE / "typst" / f"{key}.typ",
        output=target,
        root="/",
        font_paths=[str(paths.resource("fonts"))],
        ignore_system_fonts=True,
        sys_inputs={
            "content": str(source.resolve()),
            "rosette": str(source.with_name("rosette.pdf").resolve()),
            "lines": lines,
        },
    )


def _with_symbols(source: Path) -> Path:
    """The content with each ticket's QR symbol (level M, quiet zone 4) as SVG."""
    guests = json.loads(source.read_bytes())
    for guest in guests:
        drawing = io.BytesIO()
        segno.make_qr(guest["ticket"], error="m").save(drawing, kind="svg", border=4)
        guest["symbol"] = drawing.getvalue().decode()
    drawn = source.with_name(f"symbols-{source.name}")
    drawn.write_text(json.dumps(guests), encoding="utf-8")
    return drawn


if __name__ == "__main__":
    main(*sys.argv[1:])
