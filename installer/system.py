"""The libraries and programs of the system: found missing by trying them, fetched by apt."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from installer.progress import Progress, SetUpError

# What Qt loads, by the name that it asks the system for; the packages are Debian's and Ubuntu's.
# Qt blames xcb-cursor whichever of the X11 ones is missing, so each is tried by itself.
LIBRARIES: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",  # without it Qt finds no printer
}

# What the tests use, by the program's name or the place of a file: pages as pictures; a window on
# a screen that isn't there, driven as a screen reader would; the shared database, and the shell of
# the one in a file; Unicode's own cases and an independent validator for the text path; a face for
# East Asian names.
FOR_TESTS: Mapping[str, str] = {
    "pdftoppm": "poppler-utils",
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "sqlite3": "sqlite3",
    "at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/postgresql/*/bin/initdb": "postgresql",
    "/usr/share/unicode/BidiCharacterTest.txt": "unicode-data",
    "java": "default-jre-headless",
    "/usr/share/java/preflight.jar": "libpdfbox2-java",
    "/usr/share/java/jaxb-api.jar": "libjaxb-api-java",
    "/usr/share/java/javax.activation.jar": "libactivation-java",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc": "fonts-noto-cjk",
}
_PROGRAM_FOLDERS = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/libexec"])
_APT = ("apt-get", "install", "--yes", "--no-install-recommends")


def provide(besides: Mapping[str, str], progress: Progress) -> None:
    """Make sure that this system has what Qt loads, and `besides` what this mapping names.

    Raises:
        SetUpError: Something is missing and may not, or could not, be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return  # the wheels for macOS and Windows bring all that they need
    has_apt = shutil.which("apt-get") is not None
    # Elsewhere than on Debian other things lie in other places: tests pass over what they miss.
    packages = missing_packages(besides if has_apt else {})
    if not packages:
        return
    if not has_apt:
        raise SetUpError(
            "These packages (by their Debian names) are missing; please install them with your "
            f"system's package manager and start again: {' '.join(packages)}"
        )
    if os.geteuid() != 0:
        raise SetUpError(f"Please run this line, then start again:\n\n    {apt_line(packages)}\n")
    progress.step(f"Installing {len(packages)} system packages")
    _install(packages)
    if still := missing_packages(besides):
        raise SetUpError(f"Installed, but still not found by this Python: {' '.join(still)}")


def is_there(name: str) -> bool:
    """Whether there is a program of this name or, if it begins with `/`, a file at this place."""
    if name.startswith("/"):
        return any(Path("/").glob(name[1:]))
    return shutil.which(name, path=_PROGRAM_FOLDERS) is not None


def missing_packages(
    besides: Mapping[str, str],
    *,
    load: Callable[[str], object] = ctypes.CDLL,
    find: Callable[[str], bool] = is_there,
    has_module: Callable[[str], object] = importlib.util.find_spec,
) -> list[str]:
    """The Debian packages of what can't be loaded or found here, in a steady order."""
    packages = [package for name, package in LIBRARIES.items() if not _loads(name, load)]
    packages += [package for name, package in besides.items() if not find(name)]
    if not has_module("ensurepip"):  # Debian keeps it apart from python3
        packages.append("python3-venv")
    return packages


def apt_line(packages: list[str]) -> str:
    """The one line with which an administrator installs `packages`."""
    return " ".join(["sudo apt-get update && sudo", *_APT, *packages])


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def _install(packages: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], [*_APT, *packages]):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        # A failed update is forgiven: an older list of packages may well do.
        if done.returncode and command[1] == "install":
            last_words = "\n".join(done.stdout.splitlines()[-8:])
            raise SetUpError(f"{last_words}\n\nThis failed:\n\n    {apt_line(packages)}\n")
