"""The house's rules that import contracts (`[tool.importlinter]`) can't say."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    path.relative_to(ROOT)
    for folder in ("desktop", "installer", "tests")
    for path in (ROOT / folder).rglob("*.py")
)
INSTALLER = [path for path in SOURCES if path.parts[0] == "installer"]


def test_no_file_is_longer_than_400_lines() -> None:
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in SOURCES}
    assert not [path for path, text in texts.items() if len(text.splitlines()) > 400]


def test_only_paths_knows_where_resources_lie() -> None:
    knowing = [
        path for path in SOURCES if path.parts[0] == "desktop" and "resources" in _strings(path)
    ]
    assert knowing == [Path("desktop/paths.py")]


def test_no_room_is_a_lumber_room() -> None:
    lumber = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert not [path for path in SOURCES if lumber & {*path.parts[:-1], path.stem}]


@pytest.mark.parametrize("path", INSTALLER, ids=str)
def test_installer_needs_nothing_but_python(path: Path) -> None:
    assert set(_imported(path)) <= sys.stdlib_module_names | {"installer"}


@pytest.mark.parametrize("lock", sorted((ROOT / "installer/requirements").iterdir()), ids=str)
def test_locks_pin_by_hash_and_name_no_registry(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    pins = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert pins
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)


def _tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def _strings(path: Path) -> set[object]:
    return {node.value for node in ast.walk(_tree(path)) if isinstance(node, ast.Constant)}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]
