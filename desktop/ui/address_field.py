"""A postal address, its fields in the order in which its country writes them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.postal import PostalAddress
from desktop.language.postal import parts_in_order
from desktop.ui.countries import country_choices
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import holder, row
from desktop.ui.plain_text import PlainText

_SHARES = {"postal_code": 2, "city": 4, "region": 3}
"""How wide the fields of one line are beside each other."""


class AddressField(QWidget):
    """Tells by `edited(address)` what the address is now."""

    edited = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        text = kit.text
        self._address = PostalAddress()
        self._order: list[list[str]] = []
        self._country: ChoiceField[str] = ChoiceField(text("Country"), country_choices(kit))
        self._country.edited.connect(lambda: self._tell("country", self._country.value or ""))
        self._street = PlainText(text("Street and number"), 2)
        self._street.edited.connect(lambda: self._tell("street", self._street.text()))
        names = {
            "postal_code": text("Postal code"),
            "city": text("City"),
            "region": text("Region"),
        }
        self._fields = {key: TextField(name) for key, name in names.items()}
        for key, field in self._fields.items():
            field.edited.connect(
                lambda key=key, field=field: self._tell(key, field.text().strip())
            )
        self._cells = {
            "street": kit.field(text("Street and number"), self._street),
            **{key: kit.field(names[key], field) for key, field in self._fields.items()},
        }
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(kit.field(text("Country of the address"), self._country))

    def show_address(self, address: PostalAddress) -> None:
        """Show an address."""
        self._address = address
        self._country.show_value(address.country)
        self._street.show_text(address.street)
        for key, field in self._fields.items():
            field.show_text(getattr(address, key))
        if (order := parts_in_order(address)) != self._order:
            self._arrange(order)

    def _arrange(self, order: list[list[str]]) -> None:
        """Put the fields into another order; what the country does not have comes last."""
        self._order = order
        named = {key for line in order for key in line}
        others = [[key] for key in self._cells if key not in named]
        old, self._lines = self._lines, []
        for keys in (*order, *others):
            line = holder(row(*((self._cells[key], _SHARES.get(key, 1)) for key in keys), gap=12))
            self._lines.append(line)
            self._box.addWidget(line)
        for line in old:
            line.hide()
            line.deleteLater()
        for before, after in zip(self._tab_order(), self._tab_order()[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _tab_order(self) -> list[QWidget]:
        fields: dict[str, QWidget] = {"street": self._street, **self._fields}
        return [self._country, *(fields[key] for line in self._order for key in line)]

    def _tell(self, key: str, value: str) -> None:
        changed = replace(self._address, **{key: value})
        if changed != self._address:
            self.edited.emit(changed)
