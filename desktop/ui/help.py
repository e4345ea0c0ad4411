"""Help in place (F1): what the open page is for, how it is worked with, its keys."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.language.translation import msgid
from desktop.ui.files import FileMenu
from desktop.ui.kit import Kit
from desktop.ui.layout import Item, col, row, rule, scrolled

WIDTH, EDGE = 380, 16


@dataclass(frozen=True, slots=True)
class Topic:
    """What a page is for, what one does there, and pairs of keys and what they do (msgids)."""

    purpose: str
    ways: tuple[str, ...]
    keys: tuple[tuple[str, str], ...] = ()


_LIST_KEYS = (
    ("Enter", msgid("open")),
    ("Ctrl+N", msgid("add")),
    ("Del", msgid("delete; undo brings it back")),
    ("Esc", msgid("close what is open beside the list")),
)

START = "start"
"""The page without a database."""

TOPICS: Mapping[str, Topic] = {
    START: Topic(
        msgid("Three ways to begin; each can be followed by the others."),
        (
            msgid("“Look around first” makes a finished event. Try anything: nothing is sent."),
            msgid("“Start an event” asks what it begins with: a lecture, a ceremony, a copy."),
            msgid("“Import” shows what a file holds before anything is taken in."),
            msgid("Events are kept in one file on this computer; an earlier one is opened below."),
        ),
        (
            ("1  2  3", msgid("choose a way to begin")),
            ("Ctrl+O", msgid("open a file")),
            ("F1", msgid("this help")),
        ),
    ),
    "events": Topic(
        msgid("How far your event is: what is ready, what is missing, what is due."),
        (
            msgid("Each figure leads to the place where it can be changed."),
            msgid("Tick a deadline off when it is done; “Checklist” shows all of them."),
            msgid("“Edit event” has its days, languages, rooms, organisers and venue."),
            msgid("So it has places by category, lists at the doors, and who signs certificates."),
            msgid("After a day of your choice the guests’ personal data is reduced to numbers."),
            msgid("“All events” lists the events of this database; choose one to work on."),
        ),
        _LIST_KEYS,
    ),
    "programme": Topic(
        msgid("What takes place when and where, and what cannot be so."),
        (
            msgid("Drag a slot to another time or room; drag its edge to change its length."),
            msgid("Slots without a time wait beside the grid until you place them."),
            msgid("A clash is shown with its reason; it is never forbidden."),
            msgid(
                "“Actions” pastes an agenda from a mail, shifts what comes after, keeps versions."
            ),
        ),
        (
            ("Alt+↑ ↓", msgid("move by five minutes")),
            ("Alt+← →", msgid("move to another room")),
            ("Alt+Shift+↑ ↓", msgid("change the length")),
        ),
    ),
    "speakers": Topic(
        msgid("One directory of people for all events."),
        (
            msgid("Write a name once per script; a spelling is offered and never taken unasked."),
            msgid("Offices and forms of address stand in every language beside each other."),
            msgid("“Everybody” shows the whole directory, not only who speaks here."),
            msgid("Drop a visiting card on the list or paste one; a photograph on its field."),
            msgid("Likely duplicates are counted above the list, to be merged or told apart."),
            msgid("“Personal data” hands out all that is stored on a person, or erases it."),
        ),
        _LIST_KEYS,
    ),
    "guests": Topic(
        msgid("Who is invited to the event, and what they answered."),
        (
            msgid("Chips above the list show one category or one reply."),
            msgid("Choose several guests to note the same reply for all of them."),
            msgid("Invite from a spreadsheet or visiting cards; you see first what would change."),
            msgid("Write to guests: invitation, reminder, ticket, thanks; nobody gets one twice."),
            msgid("Where places are counted, guests wait and move up by the rule of the event."),
            msgid("A lost ticket is revoked in the menu, where a new one is given too."),
        ),
        _LIST_KEYS,
    ),
    "seating": Topic(
        msgid("Who ranks before whom, and who sits where because of it."),
        (
            msgid("Drag a guest from the list to a seat, from seat to seat, or back to the list."),
            msgid("Two guests change places when one is put down on the other’s seat."),
            msgid("Drag a guest within the list to give a place by hand; its reason is kept."),
            msgid("“Suggest” seats by precedence; whoever is held stays."),
            msgid("The menu of a guest has interpreters, hosts, “not beside”, forms of address."),
        ),
        (
            ("Space", msgid("pick a guest up, put them down")),
            ("← ↑ ↓ →", msgid("go from seat to seat")),
            ("Del", msgid("free the seat")),
            ("Alt+↑ ↓", msgid("give another place in the order")),
            ("Enter", msgid("open the menu of a guest")),
        ),
    ),
    "organisations": Topic(
        msgid("Embassies, universities, ministries, companies and the press, with their logos."),
        (
            msgid("Drop a picture on the logo, JPEG or PNG; it is printed on every document."),
            msgid("Which organisation organises an event is said on the page of the event."),
        ),
        _LIST_KEYS,
    ),
    "documents": Topic(
        msgid("Everything on paper, as it would be printed now."),
        (
            msgid("Choose a document, its languages and its paper; the preview follows."),
            msgid("A published version is printed as it was, with its name at the foot."),
            msgid("The list of house styles begins one of your own: a file that explains itself."),
            msgid("“Save all as a folder” is for a printer: PDFs and a list of their sheets."),
            msgid(
                "What would be wrong on paper is listed beside it; each line leads to its place."
            ),
        ),
    ),
    "door": Topic(
        msgid("Let the guests in: a scan or a few letters, and one large answer."),
        (
            msgid("Scan a badge, or type part of a name; the answer fills the page."),
            msgid("Somebody who is in already is let in again only when you press its key."),
            msgid("Above stand the list that is counted, and whether people come or go."),
            msgid(
                "When the server is away the desk goes on by itself and hands its scans in later."
            ),
            msgid(
                "On another day, practise: it answers as on the event’s day, and keeps nothing."
            ),
        ),
        (
            ("Enter", msgid("the next guest")),
            ("F9", msgid("take up a walk-in")),
            ("F11", msgid("the whole screen for the door")),
            ("Esc", msgid("back; out of the whole screen")),
        ),
    ),
    "translations": Topic(
        msgid("Every text and name that a language of the event lacks."),
        (
            msgid("Choose a language above; write beside the original."),
            msgid("Names have a field a part; a spelling is offered where the rules give one."),
        ),
        (
            ("Enter", msgid("store and go on to the next")),
            ("Shift+Enter", msgid("begin a new line")),
            ("Ctrl+Enter", msgid("open the place of the text")),
        ),
    ),
    "history": Topic(
        msgid("Who changed what and when; all of it can be taken back."),
        (msgid("Undo goes back step by step, also after the program was closed."),),
    ),
}

EVERYWHERE = (
    ("Ctrl+K", msgid("search everything, go anywhere")),
    ("Ctrl+F", msgid("filter the list")),
    ("Ctrl+Z", msgid("undo")),
    ("Ctrl+Shift+Z", msgid("redo")),
    ("Ctrl+1 … 9", msgid("go to a page")),
    ("F1", msgid("this help")),
)


class HelpPanel(QFrame):
    """Floats at the end of the window; the page stays usable beside it."""

    about_wanted = Signal()
    log_wanted = Signal()

    def __init__(self, kit: Kit, key: str, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("box", "panel")
        self._kit = kit
        text = kit.text
        self.setAccessibleName(text("Help: {page}", page=name))
        self._close = kit.tool("x", text("Close"), "Esc")
        self._close.clicked.connect(self.leave)
        about = kit.button(text("About Estrado"), "link")
        about.clicked.connect(self.about_wanted)
        log = kit.button(text("Open the log folder"), "link")
        log.clicked.connect(self.log_wanted)
        head = row((kit.title(name), 1), self._close, gap=4, margins=(20, 12, 12, 4))
        items = self._topic(TOPICS.get(key))
        if key != START:
            items += self._keys(text("Keys everywhere"), EVERYWHERE)
        body = scrolled(col(*items, None, gap=8, margins=(20, 0, 14, 12)))
        foot = row(about, None, log, gap=8, margins=(16, 6, 16, 10))
        self.setLayout(col(head, (body, 1), rule(), foot, gap=0, margins=(1, 1, 1, 1)))
        window.installEventFilter(self)
        self._place()

    def _topic(self, topic: Topic | None) -> list[Item]:
        kit = self._kit
        items: list[Item] = []
        if topic is not None:
            items.append(kit.note(kit.text(topic.purpose), px=14, tone=""))
            for way in topic.ways:
                sign = kit.picture("chevron-right", "ochre_text", 14)
                items.append(row(col(3, sign, None), (kit.note(kit.text(way), px=13), 1), gap=8))
            items += self._keys(kit.text("Keys of this page"), topic.keys) if topic.keys else []
        return items

    def _keys(self, heading: str, keys: tuple[tuple[str, str], ...]) -> list[Item]:
        kit = self._kit
        lines: list[Item] = [6, kit.label(heading, 12, 600, tone="muted")]
        for pressed, deed in keys:
            words = kit.note(kit.text(deed), px=13, tone="")
            tile = kit.key(pressed)
            tile.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            lines.append(row(tile, (words, 1), gap=10))
        return lines

    def open(self) -> None:
        """Show it and take the focus, so that Esc closes it and a screen reader reads it."""
        self.show()
        self.raise_()
        self._close.setFocus()

    def leave(self) -> None:
        """Close it."""
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            high = window.height() - 2 * EDGE
            x = EDGE if self._kit.rtl else window.width() - WIDTH - EDGE
            self.setGeometry(x, EDGE, WIDTH, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def turn(kit: Kit, key: str, name: str, over: QWidget, files: FileMenu) -> None:
    """Show the help for a page over it, or put it away."""
    if put_away(over):
        return
    panel = HelpPanel(kit, key, name, over)
    panel.about_wanted.connect(files.about)
    panel.log_wanted.connect(files.show_log)
    panel.open()


def put_away(over: QWidget) -> bool:
    """Close the help that is shown; whether there was any."""
    shown = [panel for panel in over.findChildren(HelpPanel) if panel.isVisible()]
    for panel in shown:
        panel.leave()
    return bool(shown)
