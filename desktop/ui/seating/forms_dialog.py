"""How a guest is addressed, as the papers will print it."""

from itertools import groupby

from PySide6.QtCore import Qt

from desktop.language.address import Use
from desktop.language.translation import msgid
from desktop.services.address_forms import forms_in
from desktop.ui.dialog import Dialog
from desktop.ui.layout import Item, col, row, scrolled
from desktop.ui.page import Page
from desktop.ui.seating.snapshot import Guest, Snapshot
from desktop.ui.wording import own_name

USES = {
    Use.ENVELOPE: msgid("On the envelope"),
    Use.SALUTATION: msgid("In a letter"),
    Use.INTRODUCTION: msgid("Introducing"),
    Use.PLACE_CARD: msgid("On the place card"),
}


class FormsDialog(Dialog):
    """Language by language, use by use; a text can be selected and copied."""

    def __init__(self, page: Page, shown: Snapshot, guest: Guest) -> None:
        super().__init__(page.window())
        kit = page.kit
        text = kit.text
        self.setWindowTitle(text("Forms of address"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = forms_in(shown.dossier, guest.person, shown.event.languages)
        items: list[Item] = []
        self.texts: list[str] = []
        for language, forms in groupby(found, key=lambda form: form.language):
            items.append(kit.label(own_name(language), 13, 600, tone="navy"))
            for form in forms:
                words = kit.label(form.text, 14, wrap=True)
                words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                use = kit.label(text(USES[form.use]), 12, tone="muted")
                use.setFixedWidth(150)
                items.append(row(use, (words, 1), gap=8))
                self.texts.append(form.text)
            items.append(8)
        close = kit.button(text("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        edit = kit.button(text("Open in the directory"), "", "user")
        edit.clicked.connect(
            lambda: (self.accept(), page.wanted.emit("speakers", guest.person.id))
        )
        title = kit.label(guest.name, 20, 600, tone="navy", serif=True)
        body = scrolled(col(*items, None, gap=6))
        foot = row(edit, None, close)
        self.setLayout(col(title, (body, 1), foot, gap=12, margins=(24, 20, 24, 16)))
        self.resize(620, 520)
