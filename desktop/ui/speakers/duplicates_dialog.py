"""Two entries that are likely one person, side by side: what is kept of each, and what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain import joining
from desktop.domain.attendee import Attendee
from desktop.domain.errors import EstradoError
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.services import duplicates, people
from desktop.services.duplicates import Likely, Sign
from desktop.services.merges import Mention, mentions
from desktop.services.workspace import Workspace
from desktop.ui.dialog import Dialog
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row, rule, scrolled
from desktop.ui.page import Page
from desktop.ui.picture_field import thumbnail
from desktop.ui.speakers.merge_rows import CAPTION, MergeRows
from desktop.ui.wording import office_line, person_name

FACE = 56
"""Pixels of a portrait."""
MOST = 8
"""Mentions that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries as they are now: the one that stays, the one that goes, what names that one."""

    kept: Person
    gone: Person
    mentions: list[Mention]
    organisations: Mapping[int, Organisation]
    faces: Mapping[int, QImage]


def read_pair(ws: Workspace, keep_id: int, gone_id: int) -> Pair:
    """Read two entries and everything that names the second."""
    kept, gone = people.person(ws, keep_id), people.person(ws, gone_id)
    photos = {one.photo_id for one in (kept, gone)} - {None}
    return Pair(
        kept,
        gone,
        mentions(ws, keep_id, gone_id),
        {one.id: one for one in people.organisations(ws)},
        {id: thumbnail(ws, id, FACE) for id in photos if id is not None},
    )


class DuplicatesDialog(Dialog):
    """Goes through the proposals one by one; nothing is merged before "Merge"."""

    def __init__(self, page: Page, found: Sequence[Likely]) -> None:
        super().__init__(page.window())
        self._page, self.kit = page, page.kit
        self._found, self._place = list(found), 0
        self.pair: Pair | None = None
        text = self.kit.text
        self.setWindowTitle(text("Likely duplicates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 640)
        self._count = self.kit.label("", 13, tone="muted")
        self._why = self.kit.note("", px=13)
        self._heads = (_Head(self.kit), _Head(self.kit))
        self.rows = MergeRows(self.kit)
        self._follows = QVBoxLayout()
        self._follows.setSpacing(2)
        self.back = self.kit.tool("chevron-left", text("Pair before"), "Alt+←")
        self.on = self.kit.tool("chevron-right", text("Next pair"), "Alt+→")
        self.exchange = self.kit.button(text("Exchange the two"), "quiet", "refresh")
        self.apart = self.kit.button(text("They are different people"), "", "users")
        self.merge = self.kit.button(text("Merge"), "primary", "link")
        self._wire()
        self._lay_out()
        self._show()

    def _wire(self) -> None:
        self.back.clicked.connect(partial(self._go, -1))
        self.on.clicked.connect(partial(self._go, 1))
        self.back.setShortcut("Alt+Left")
        self.on.setShortcut("Alt+Right")
        self.exchange.clicked.connect(self._exchange)
        self.apart.clicked.connect(self._tell_apart)
        self.merge.clicked.connect(self._merge)

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        close = kit.button(text("Close"))
        close.clicked.connect(self.accept)
        title = kit.label(self.windowTitle(), 20, 600, tone="navy", serif=True)
        head = row(title, None, self._count, self.back, self.on)
        reasons = row((self._why, 1), self.exchange)
        faces = row(
            *((head, 1) for head in self._heads), gap=12, margins=_mirrored(kit, CAPTION + 12, 24)
        )
        body = scrolled(
            col(
                self.rows,
                rule(),
                kit.section(text("What names the entry that goes")),
                self._follows,
                None,
                gap=12,
                margins=_mirrored(kit, 0, 14, 4),
            )
        )
        foot = row(self.apart, None, close, self.merge)
        self.setLayout(
            col(head, reasons, faces, (body, 1), rule(), foot, gap=12, margins=(24, 20, 24, 16))
        )
        close.setFocus()

    # the proposals ----------------------------------------------------------------------------

    def _go(self, steps: int, _on: bool = False) -> None:
        self._place += steps
        self._show()

    def _show(self) -> None:
        """Read the pair that is looked at; close after the last."""
        if not self._found:
            self.accept()
            return
        self._place = min(max(self._place, 0), len(self._found) - 1)
        likely = self._found[self._place]
        self._read(likely.kept.id, likely.gone.id)

    def _read(self, keep_id: int, gone_id: int) -> None:
        self.merge.setEnabled(False)
        self._page.desk.read(
            self, lambda ws: read_pair(ws, keep_id, gone_id), self._fill, self._skip
        )

    def _skip(self, _error: EstradoError) -> None:
        """Leave out a pair of whom somebody was deleted in the meantime."""
        del self._found[self._place]
        self._show()

    def _fill(self, pair: Pair) -> None:
        kit, likely = self.kit, self._found[self._place]
        self.pair = pair
        number = kit.text("{n} of {count}", n=self._place + 1, count=len(self._found))
        self._count.setText(kit.lead + number)
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place + 1 < len(self._found))
        self._why.setText(" · ".join(_sign_words(kit)[sign] for sign in likely.signs))
        for head, person, role in zip(
            self._heads, (pair.kept, pair.gone), (kit.text("Stays"), kit.text("Goes")), strict=True
        ):
            head.show_person(person, role, pair.faces.get(person.photo_id or 0))
        self.rows.show_pair(pair.kept, pair.gone, pair.organisations)
        self._list_mentions(pair.mentions)
        self.merge.setEnabled(True)

    def _list_mentions(self, found: Sequence[Mention]) -> None:
        while (item := self._follows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        lines = [mention_words(self.kit, one) for one in found[:MOST]]
        if len(found) > MOST:
            lines.append(self.kit.plural("and {n} more", "and {n} more", len(found) - MOST))
        for line in lines or [self.kit.text("Nothing names it.")]:
            self._follows.addWidget(self.kit.note(line, px=13))

    # deeds ------------------------------------------------------------------------------------

    def _exchange(self) -> None:
        if self.pair is not None:
            self._read(self.pair.gone.id, self.pair.kept.id)

    def _merge(self) -> None:
        if (pair := self.pair) is None:
            return
        one = joining.joined(pair.kept, pair.gone, self.rows.theirs)
        self.merge.setEnabled(False)
        self._page.desk.act(
            self,
            lambda ws: people.merge(ws, pair.kept.id, pair.gone.id, one),
            lambda _change: self._done(pair.gone.id),
        )

    def _done(self, gone_id: int) -> None:
        self._found = [one for one in self._found if gone_id not in (one.kept.id, one.gone.id)]
        self._show()

    def _tell_apart(self) -> None:
        if (pair := self.pair) is None:
            return
        self._page.desk.act(
            self,
            lambda ws: duplicates.tell_apart(ws, pair.kept.id, pair.gone.id),
            lambda _change: self._drop(),
        )

    def _drop(self) -> None:
        del self._found[self._place]
        self._show()


class _Head(QWidget):
    """Who it is: a portrait, the name, the office, and whether the entry stays."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._face = kit.label("")
        self._face.setProperty("look", "well")
        self._face.setFixedSize(FACE, FACE)
        self._face.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._role = kit.label("", 12, 600, tone="muted")
        self._name = kit.elided("", 15, 600)
        self._office = kit.elided("", 12, tone="muted")
        words = col(self._role, self._name, self._office, gap=0)
        inside = row(self._face, (words, 1), gap=12, margins=(12, 10, 12, 10))
        self.setLayout(col(frame("card", inside)))

    def show_person(self, person: Person, role: str, face: QImage | None) -> None:
        self._role.setText(role)
        self._name.say(person_name(self._kit, person))
        self._office.say(office_line(self._kit, person, ()))
        if face is None:
            self._face.setPixmap(self._kit.pixmap("user", "muted", 24))
            return
        pixmap = QPixmap.fromImage(face)
        pixmap.setDevicePixelRatio(2)
        self._face.setPixmap(pixmap)


def _mirrored(kit: Kit, start: int, end: int, height: int = 0) -> tuple[int, int, int, int]:
    """Margins at the start and the end, which Qt does not mirror by itself."""
    return (end, height, start, height) if kit.rtl else (start, height, end, height)


def mention_words(kit: Kit, mention: Mention) -> str:
    """What becomes of something that names the entry that goes."""
    value, event = mention.value, mention.event
    title = kit.local(event.title, event.languages) or event.slug
    if isinstance(value, Slot):
        slot = kit.local(value.title, event.languages) or kit.text("Untitled")
        return kit.text("Speaks in “{slot}” ({event})", slot=slot, event=title)
    if isinstance(value, Attendee):
        if mention.joined:
            return kit.text(
                "Both are invited to “{event}”: one invitation stays, both tickets open the door",
                event=title,
            )
        return kit.text("An invitation to “{event}”", event=title)
    if isinstance(value, Event):
        return kit.text("Signs or presides at “{event}”", event=title)
    return kit.text("Is named in the report of “{event}”", event=title)


def _sign_words(kit: Kit) -> Mapping[Sign, str]:
    return {
        Sign.NAME: kit.text("The same name"),
        Sign.SPELLING: kit.text("Nearly the same name"),
        Sign.EMAIL: kit.text("The same e-mail"),
        Sign.PHONE: kit.text("The same telephone"),
        Sign.ORGANISATION: kit.text("The same organisation"),
        Sign.OFFICE: kit.text("The same office"),
    }
