"""How to reach a person: e-mail, telephone, postal address."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.person import Contact
from desktop.domain.postal import PostalAddress
from desktop.ui.address_field import AddressField
from desktop.ui.fields import TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row


class ContactBox(QWidget):
    """Tells by `edited(contact)` what it is now."""

    edited = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        text = kit.text
        self._contact = Contact()
        self._email, self._phone = TextField(text("E-mail")), TextField(text("Telephone"))
        self.address = AddressField(kit)
        self._email.edited.connect(lambda: self._tell(email=self._email.text().strip()))
        self._phone.edited.connect(lambda: self._tell(phone=self._phone.text().strip()))
        self.address.edited.connect(self._tell_address)
        reach = row(
            (kit.field(text("E-mail"), self._email), 1),
            (kit.field(text("Telephone"), self._phone), 1),
            gap=12,
        )
        note = kit.note(text("How to reach a person is never printed unasked."))
        self.setLayout(col(reach, self.address, note, gap=8))

    def show_contact(self, contact: Contact) -> None:
        """Show how to reach somebody."""
        self._contact = contact
        self._email.show_text(contact.email)
        self._phone.show_text(contact.phone)
        self.address.show_address(contact.address)

    def _tell_address(self, address: PostalAddress) -> None:
        self._tell(address=address)

    def _tell(self, **fields: object) -> None:
        self._contact = replace(self._contact, **fields)
        self.edited.emit(self._contact)
