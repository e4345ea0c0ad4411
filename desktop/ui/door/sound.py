"""Two tones and a hum, so that one hears the answer without looking."""

import math
import shutil
import struct
import sys
import wave
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

_RATE = 22_050
_TONES = {"green": (659, 880), "blue": (880, 659), "ochre_text": (523, 523), "red": (220, 165)}
"""Hertz, one after the other, by the tone of the answer."""
_SECONDS, _LOUD = 0.11, 9_000
_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")


def play(tone: str) -> None:
    """Let an answer be heard; the system's own beep where nothing else plays."""
    file = str(_file(tone))
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(file, winsound.SND_FILENAME | winsound.SND_ASYNC)
    elif (player := _player()) is None or not QProcess.startDetached(player, [file])[0]:
        QApplication.beep()


@cache
def _player() -> str | None:
    return next(filter(None, map(shutil.which, _PLAYERS)), None)


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="estrado-sound-"))


@cache
def _file(tone: str) -> Path:
    """The sound of a tone as a file, 16 bits, one channel."""
    file = _folder() / f"{tone}.wav"
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(_RATE)
        out.writeframes(b"".join(map(_beep, _TONES[tone])))
    return file


def _beep(hertz: int) -> bytes:
    """A tone that rises and fades, so that it does not click."""
    count = round(_RATE * _SECONDS)
    turn = math.tau * hertz / _RATE
    swelling = (math.sin(math.pi * at / count) for at in range(count))
    wave_ = (round(_LOUD * loud * math.sin(turn * at)) for at, loud in enumerate(swelling))
    return struct.pack(f"<{count}h", *wave_)
