"""A dialog that asks something: a title, what there is to choose, what happens, the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.dialog import Dialog
from desktop.ui.kit import Kit
from desktop.ui.layout import Item, col, row


class Question(Dialog):
    """`ok` is the button that says what happens; subclasses connect it, or it accepts.

    `head` stands above instead of the title of the window.
    """

    def __init__(
        self,
        kit: Kit,
        window: QWidget,
        title: str,
        deed: str,
        *,
        head: str = "",
        look: str = "primary",
        icon: str = "",
    ) -> None:
        super().__init__(window)
        self.kit = kit
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._head = head or title
        self.ok = kit.button(deed, look, icon)
        self.ok.setDefault(look == "primary")

    def lay_out(
        self, *items: Item, beside: Item = None, width: int = 460, cancel: bool = True
    ) -> None:
        """Put the items between title and buttons; where none takes the slack, it is below them.

        `beside` stands at the start of the line of buttons. Where there is nothing to be
        cancelled, nothing else than `ok` ends it.
        """
        kit = self.kit
        back = [kit.button(kit.text("Cancel"))] if cancel else []
        for button in back:
            button.clicked.connect(self.reject)
        title = kit.label(self._head, 20, 600, tone="navy", serif=True, wrap=True)
        slack = () if any(isinstance(item, tuple) for item in items) else (None,)
        start = () if beside is None else (beside,)
        foot = row(*start, None, *back, self.ok)
        self.setLayout(col(title, *items, *slack, foot, gap=12, margins=(24, 20, 24, 16)))
        self.setMinimumWidth(width)
