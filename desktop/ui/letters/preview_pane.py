"""A letter as one guest will read it; the guests one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTextBrowser

from desktop.domain.attendee import Attendee
from desktop.domain.errors import EstradoError
from desktop.domain.message import Purpose
from desktop.exchange.mail_message import page
from desktop.services.letters import Writer
from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.wording import person_name

_BETWEEN = "<p>\u2014 \u2014 \u2014</p>"


class PreviewPane(QFrame):
    """Shows what `Writer` writes, or what is wrong with the text."""

    moved = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._guests: Sequence[Attendee] = ()
        self._at = 0
        self.setProperty("box", "card")
        self.who = kit.elided("", 13, 600)
        self.address = kit.elided("", 12, tone="muted")
        self.count = kit.label("", 12, tone="muted")
        self.before = kit.tool("chevron-left", kit.text("Guest before"))
        self.before.clicked.connect(lambda: self._step(-1))
        self.after = kit.tool("chevron-right", kit.text("Next guest"))
        self.after.clicked.connect(lambda: self._step(1))
        self.subject = kit.label("", 13, 600, wrap=True)
        self.fault = kit.note("", px=13, tone="red")
        self.fault.hide()
        self.body = QTextBrowser()
        self.body.setAccessibleName(kit.text("Preview of the letter"))
        self.body.setOpenLinks(False)
        self.body.setFont(font(13))
        self.enclosed = kit.note("")
        head = row(
            (col(self.who, self.address, gap=0), 1), self.count, self.before, self.after, gap=4
        )
        self.setLayout(
            col(
                *(head, self.subject, self.fault, (self.body, 1), self.enclosed),
                gap=8,
                margins=(16, 10, 12, 12),
            )
        )

    def show_guests(self, guests: Sequence[Attendee]) -> None:
        """Show letters to these; the same guest as before where they are among them."""
        shown = self.guest
        self._guests = guests
        ids = [one.id for one in guests]
        self._at = ids.index(shown.id) if shown and shown.id in ids else 0

    @property
    def guest(self) -> Attendee | None:
        """Whose letter is shown."""
        return self._guests[self._at] if self._at < len(self._guests) else None

    def show_letter(self, writer: Writer | None) -> None:
        """Write the letter anew; a mistake in its text is told in its place."""
        guest, kit = self.guest, self._kit
        several = len(self._guests) > 1
        self.before.setEnabled(several)
        self.after.setEnabled(several)
        self.count.setText(
            kit.text(
                "{n} of {count}", n=kit.number(self._at + 1), count=kit.number(len(self._guests))
            )
            if guest
            else ""
        )
        self.fault.hide()
        enters = writer is not None and writer.letter.purpose is not Purpose.THANKS
        self.enclosed.setText(
            kit.text("With the ticket as a QR symbol, and the event for a calendar") * enters
        )
        if writer is None or guest is None:
            self.who.say(kit.text("Nobody gets this letter"))
            self.address.say("")
            self.subject.setText("")
            self.body.clear()
            return
        try:
            letter = writer.write(guest)
        except EstradoError as error:
            self.fault.setText(kit.error(error))
            self.fault.show()
            return
        self.who.say(person_name(kit, letter.person))
        self.address.say(letter.address or kit.text("No usable e-mail address"))
        self.subject.setText(letter.subject)
        self.body.setHtml(_BETWEEN.join(page((block,), "") for block in letter.blocks))

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % max(1, len(self._guests))
        self.moved.emit()
