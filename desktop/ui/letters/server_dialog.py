"""The settings of the mail server, and a test of them."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.errors import EstradoError
from desktop.domain.mail_server import MailServer, Security
from desktop.language.terms import term
from desktop.services import mail_settings, messages
from desktop.ui.desk import Desk
from desktop.ui.fields import ChoiceField, NumberField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.question import Question

_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
"""RFC 8314 and 6409; 25 for a server on the same machine."""


class ServerDialog(Question):
    """Asks for a server and in whose name it sends; `then` is called once it is kept."""

    def __init__(self, kit: Kit, desk: Desk, window: QWidget, then: Callable[[], None]) -> None:
        text = kit.text
        super().__init__(kit, window, text("Mail server"), text("Save"), icon="device-floppy")
        self.desk, self._then = desk, then
        self.resize(520, 440)
        self.host = TextField(text("Server"), "mail.embassy.example")
        self.port = NumberField(text("Port"), 1, 65_535)
        self.port.setLocale(QLocale.c())  # a port is no number to a reader
        self.security: ChoiceField[Security] = ChoiceField(
            text("Protection"), [(one, term(one, kit.language)) for one in Security]
        )
        self.security.edited.connect(self._protected)
        self.user = TextField(text("User name"), text("Empty where nobody signs in"))
        self.password = TextField(text("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.sender_name = TextField(text("Sender’s name"), text("as guests read it"))
        self.address = TextField(text("Sender’s address"), "protocol@embassy.example")
        self.reply_to = TextField(text("Answers go to"), text("the sender, if nothing is said"))
        for field in (self.host, self.port, self.user, self.password, self.address, self.reply_to):
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.state = kit.note("", px=13)
        self.test = kit.button(text("Send me a test"), "", "send")
        self.test.clicked.connect(self._test)
        self.ok.clicked.connect(self._save)
        self._lay_out()
        desk.hands.do(self, lambda _progress: mail_settings.load(), self._show, self._refuse)

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        where = kit.note(
            text("Kept in a file of your own on this computer, never in the database.")
        )
        self.lay_out(
            where,
            row(
                (kit.field(text("Server"), self.host), 3),
                (kit.field(text("Protection"), self.security), 2),
                (kit.field(text("Port"), self.port), 1),
                gap=12,
            ),
            row(
                (kit.field(text("User name"), self.user), 1),
                (kit.field(text("Password"), self.password), 1),
                gap=12,
            ),
            row(
                (kit.field(text("Sender’s name"), self.sender_name), 1),
                (kit.field(text("Sender’s address"), self.address), 1),
                gap=12,
            ),
            kit.field(text("Answers go to"), self.reply_to),
            self.state,
            beside=self.test,
        )

    def _show(self, server: MailServer) -> None:
        self.host.show_text(server.host)
        self.port.show_number(server.port)
        self.security.show_value(server.security)
        self.user.show_text(server.user)
        self.password.show_text(server.password)
        self.sender_name.show_text(server.sender_name)
        self.address.show_text(server.sender)
        self.reply_to.show_text(server.reply_to)
        self.host.setFocus()

    def server(self) -> MailServer:
        """The settings as they stand in the fields."""
        return MailServer(
            self.host.text().strip(),
            self.port.value(),
            self.security.value or Security.STARTTLS,
            self.user.text().strip(),
            self.password.text(),
            self.address.text().strip(),
            self.sender_name.text().strip(),
            self.reply_to.text().strip(),
        )

    def _protected(self) -> None:
        """The usual port of a kind of protection, unless another one was written."""
        if self.port.value() in _PORTS.values() and self.security.value is not None:
            self.port.show_number(_PORTS[self.security.value])

    def _test(self) -> None:
        server, language = self.server(), self.kit.language
        self._say(self.kit.text("Sending a test…"), "muted")
        self.test.setEnabled(False)

        def work(_progress: object) -> str:
            mail_settings.check(server)
            messages.send_test(server, language)
            return server.sender

        self.desk.hands.do(self, work, self._tested, self._refuse)

    def _tested(self, address: str) -> None:
        self.test.setEnabled(True)
        words = self.kit.text("It works. Look into the inbox of {address}.", address=address)
        self._say(words, "green")

    def _save(self) -> None:
        server = self.server()
        self.desk.hands.do(
            self, lambda _progress: mail_settings.save(server), self._saved, self._refuse
        )

    def _saved(self, _nothing: None) -> None:
        self._then()
        self.accept()

    def _refuse(self, error: EstradoError) -> None:
        self.test.setEnabled(True)
        self._say(self.kit.error(error), "red")

    def _say(self, words: str, tone: str) -> None:
        self.state.setText(words)
        self.state.setProperty("tone", tone)
        self.state.style().polish(self.state)
