"""The tree that screen readers read (AT-SPI), to find and use a window's parts by role and name.

Spoken to directly over D-Bus, so that the tests need no bindings of the system's own Python.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_PATIENCE = 30.0  # seconds; a busy machine starts a program slowly
_Found = TypeVar("_Found")
_ATSPI = "org.a11y.atspi."
_REGISTRY = DBusAddress("/org/a11y/atspi/registry", _ATSPI + "Registry", _ATSPI + "Registry")
_FOCUS = MatchRule(type="signal", interface=_ATSPI + "Event.Object", member="StateChanged")
_ACTIVE, _SENSITIVE, _SHOWING = 1, 24, 25  # bits of AtspiStateType


class GoneError(Exception):
    """The part, or the whole program, has left the tree."""


@dataclass(frozen=True)
class Node:
    """A part of a window: a button, a field, a row."""

    bus: DBusConnection
    owner: str
    path: str

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        return self._property("Accessible", "Name")

    @property
    def role(self) -> str:
        """What it is, e.g. `push button`."""
        return self._call("Accessible", "GetRoleName")[0]

    @property
    def text(self) -> str:
        """What is written in a field or label."""
        return self._call("Text", "GetText", "ii", (0, -1))[0]

    @property
    def is_usable(self) -> bool:
        """Whether it is on the screen and answers."""
        return self._is_in(_SHOWING, _SENSITIVE)

    @property
    def is_active(self) -> bool:
        """Whether it is the window that has the keyboard."""
        return self._is_in(_ACTIVE)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Where it is on the screen: left, top, width, height."""
        return self._call("Component", "GetExtents", "u", (0,))[0]

    def at(self, across: float = 0.5, down: float = 0.5) -> tuple[int, int]:
        """A point of it on the screen, by shares of its width and height."""
        left, top, width, height = self.box
        return round(left + width * across), round(top + height * down)

    def focus(self) -> "Node":
        """Give it the keyboard."""
        self._call("Component", "GrabFocus")
        return self

    def children(self) -> list["Node"]:
        """The parts of this part."""
        found = self._call("Accessible", "GetChildren")[0]
        return [Node(self.bus, owner, path) for owner, path in found if "/null" not in path]

    def walk(self) -> Iterator["Node"]:
        """This part and all that is on the screen below; what goes meanwhile is passed over."""
        yield self
        with suppress(GoneError):
            for child in self.children():
                if child._is_in(_SHOWING):
                    yield from child.walk()

    def find(self, name: str, role: str | None = None) -> "Node":
        """Wait for the part with this name (or a name beginning so) that can be used."""
        return until(lambda: self._first(name, role), lambda: f"{role} {name!r} in\n{self}")

    def has(self, name: str, role: str | None = None) -> bool:
        """Whether such a part is there just now."""
        return self._first(name, role) is not None

    def gone(self, name: str, role: str | None = None) -> None:
        """Wait until there is no such part."""
        until(lambda: not self.has(name, role), lambda: f"{role} {name!r} to go from\n{self}")

    def read_out(self, role: str, step: Callable[[], None]) -> Iterator["Node"]:
        """The parts of a role that get the keyboard, one with each step, until the first again."""
        first = None
        with self.bus.filter(_FOCUS) as heard:
            while True:
                step()
                part = self._focused(role, heard)
                if part == first:
                    return
                first = first or part
                yield part

    def _focused(self, role: str, heard: deque[Message]) -> "Node":
        while True:
            said = self.bus.recv_until_filtered(heard, timeout=_PATIENCE)
            fields = said.header.fields
            part = Node(self.bus, fields[HeaderFields.sender], fields[HeaderFields.path])
            if said.body[:2] == ("focused", 1) and part.role == role:
                return part

    def press(self) -> None:
        """Do what a click does; where it can be pressed and toggled, the toggle comes first."""
        names = [name for name, *_words in self._call("Action", "GetActions")[0]]
        self._call("Action", "DoAction", "i", (names.index("Press") if "Press" in names else 0,))

    def write(self, text: str) -> None:
        """Put this text into a field in place of what is there."""
        self._call("EditableText", "SetTextContents", "s", (text,))

    def __str__(self) -> str:
        """The tree below, for a message that tells why a test failed."""
        return "\n".join(self._lines(0))

    def _is_in(self, *states: int) -> bool:
        low, high = self._call("Accessible", "GetState")[0]
        return all((low | high << 32) >> state & 1 for state in states)

    def _lines(self, depth: int) -> Iterator[str]:
        try:
            yield f"{'  ' * depth}{self.role}: {self.name!r}"
            for child in self.children():
                yield from child._lines(depth + 1)
        except GoneError:
            return

    def _first(self, name: str, role: str | None) -> "Node | None":
        return next((node for node in self.walk() if node._is(name, role)), None)

    def _is(self, name: str, role: str | None) -> bool:
        try:
            return self.name.startswith(name) and role in (None, self.role) and self.is_usable
        except GoneError:
            return False

    def _property(self, interface: str, name: str) -> str:
        address = DBusAddress(self.path, self.owner, "org.freedesktop.DBus.Properties")
        return call(self.bus, address, "Get", "ss", (_ATSPI + interface, name))[0][1]

    def _call(
        self, interface: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        address = DBusAddress(self.path, self.owner, _ATSPI + interface)
        return call(self.bus, address, method, signature, body)


@contextmanager
def desktop(session: DBusConnection) -> Iterator[Node]:
    """The root of the tree, with one part for each running program."""
    launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    with open_dbus_connection(call(session, launcher, "GetAddress")[0]) as bus:
        call(bus, _REGISTRY, "RegisterEvent", "s", ("object:state-changed:focused",))
        call(bus, message_bus, "AddMatch", "s", (_FOCUS.serialise(),))
        yield Node(bus, _ATSPI + "Registry", "/org/a11y/atspi/accessible/root")


def call(
    bus: DBusConnection,
    address: DBusAddress,
    method: str,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> tuple[Any, ...]:
    """Ask over D-Bus and wait for the answer.

    Raises:
        GoneError: The one asked is no more, or doesn't know the question.
    """
    message = new_method_call(address, method, signature, body)
    answer = bus.send_and_get_reply(message, timeout=_PATIENCE)
    if answer.header.message_type is MessageType.error:
        raise GoneError(f"{address.object_path} {method}: {answer.body}")
    return answer.body


def until(look: Callable[[], _Found | None], describe: Callable[[], str]) -> _Found:
    """Look again and again until something is there."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError(f"Waited in vain for {describe()}")
