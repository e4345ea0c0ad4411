"""An event at a glance: what is ready, what is missing; each figure leads to its place."""

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QWidget

from desktop.domain.event import ChecklistItem
from desktop.language import dates, figures, tags
from desktop.services.overview import Overview
from desktop.ui.events.glance import Bar, DayTile, Ring
from desktop.ui.events.steps import Step, papers, steps
from desktop.ui.flow import CardPage, card
from desktop.ui.kit import Kit, square
from desktop.ui.layout import Item, col, holder, row
from desktop.ui.wording import event_days, own_name

SHOWN = 4
"""Deadlines, and tasks to do next."""

ROOMY = 3
"""Languages with a line and a bar below it; more of them have both side by side."""


class OverviewBoard(CardPage):
    """Six cards. `wanted(page, id)` leads on; `ticked(place, done)` is the checklist's."""

    wanted = Signal(str, int)
    ticked = Signal(int, bool)
    checklist_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def show_overview(self, seen: Overview) -> None:
        """Show how far an event is."""
        today = datetime.now(ZoneInfo(seen.event.time_zone)).date()
        cards: list[QWidget] = [
            self._translations(seen),
            self._replies(seen),
            self._programme(seen),
            self._deadlines(seen, today),
            self._documents(seen),
            self._next(seen),
        ]
        self.show_cards(self._hero(seen, today), cards)

    # the head ---------------------------------------------------------------------------------

    def _hero(self, seen: Overview, today: date) -> QWidget:
        kit, event = self._kit, seen.event
        titles: list[Item] = []
        for tag, px, weight in zip(event.languages[:2], (28, 20), (600, 400), strict=False):
            if text := event.title.get(tag):
                line = kit.label(text, px, weight, tone="navy", serif=True, wrap=True)
                titles.append(line)
        if not titles:
            titles = [
                kit.label(kit.local(event.title) or event.slug, 28, 600, tone="navy", serif=True)
            ]
        spoken = kit.listed(own_name(tag) for tag in event.languages)
        place = seen.venue and kit.local(seen.venue.name, event.languages)
        facts = (event_days(kit, event) or kit.text("No days yet"), place, spoken)
        line = kit.note(" · ".join(self._isolated(fact) for fact in facts if fact), px=13)
        left = holder(col(*titles, line, gap=2))
        count = kit.label(
            *(days_to_go(kit, event.first_day, event.last_day, today), 22, 600),
            tone="ochre_text",
            serif=True,
            end=True,
        )
        state = kit.label(self._release(seen), 12, tone="muted", end=True)
        return holder(
            row((left, 1), col(6, count, state, None, gap=2), gap=24, margins=(0, 0, 8, 16))
        )

    def _release(self, seen: Overview) -> str:
        kit = self._kit
        if seen.release is None:
            return kit.text("Not published yet")
        release, changes = seen.release
        since = kit.plural("{n} change since", "{n} changes since", changes)
        return kit.text("Release {number}", number=release.number) + " · " + since

    def _isolated(self, text: str) -> str:
        return tags.isolate(text) if self._kit.rtl else text

    # the cards --------------------------------------------------------------------------------

    def _translations(self, seen: Overview) -> QFrame:
        kit, sheet = self._kit, seen.sheet
        lines = [self._language(seen, place) for place in range(len(seen.event.languages))]
        missing = sum(total - done for done, total in map(sheet.progress, sheet.languages))
        words = kit.plural("Show the missing one", "Show the {n} missing", missing)
        link = self._link(words if missing else kit.text("Show all"), "translations")
        return card(kit, kit.text("Translations"), *lines, end=link, gap=6)

    def _language(self, seen: Overview, place: int) -> QWidget:
        kit, tag = self._kit, seen.event.languages[place]
        done, total = seen.sheet.progress(tag)
        name = self._link(own_name(tag), "translations", place + 1)
        note = kit.label(kit.text("original") if place == 0 else "", 12, tone="muted")
        count = kit.text("{done} of {total}", done=done, total=total)
        # rounded down: 100 % is said only where nothing is missing
        share = done / total if total else 1.0
        full = figures.percent(int(share * 100) / 100, kit.language)
        tone = "green" if share >= 1 else "ochre_text"
        percent = kit.label(full, 13, 600, tone=tone, end=True)
        counted = kit.label(count, 12, tone="muted")
        if len(seen.event.languages) > ROOMY:
            name.setMinimumWidth(84)
            percent.setMinimumWidth(44)  # so that the bars are equally long
            return holder(row(name, (Bar(kit, share), 1), counted, percent, gap=10), height=26)
        line = row(name, note, None, counted, 8, percent, gap=6)
        return holder(col(line, Bar(kit, share), gap=2))

    def _replies(self, seen: Overview) -> QFrame:
        kit, replies = self._kit, seen.replies
        link = self._link(kit.text("Open guests"), "guests")
        title = kit.text("Replies")
        if not replies.invited:
            words = kit.plural(
                "{n} guest is on the list, none is invited yet.",
                "{n} guests are on the list, none is invited yet.",
                replies.to_invite,
            )
            if not replies.to_invite:
                words = kit.text("Nobody is on the list of guests")
            return card(kit, title, kit.note(words, px=13), end=link)
        shares = ((replies.coming, "green"), (replies.declined, "red"), (replies.open, "strong"))
        names = (kit.text("Coming"), kit.text("Declined"), kit.text("No reply"))
        ring = Ring(kit, shares, names[0])
        legend: list[Item] = []
        for (count, tone), name in zip(shares, names, strict=True):
            dot = kit.picture("check")
            dot.setPixmap(square(kit.color(tone)))
            dot.setFixedSize(8, 8)
            number = kit.label(kit.lead + figures.number(count, kit.language), 13, 600)
            legend.append(row(dot, kit.label(name, 12, 500), None, number, gap=8))
        invited = kit.plural("{n} invited", "{n} invited", replies.invited)
        legend += [4, kit.label(invited, 12, tone="muted")]
        return card(
            kit, title, row(ring, (holder(col(None, *legend, None, gap=6)), 1), gap=24), end=link
        )

    def _programme(self, seen: Overview) -> QFrame:
        kit = self._kit
        counts = kit.plural("{n} clash", "{n} clashes", len(seen.clashes))
        first = seen.clashes[0].slots[0] if seen.clashes and seen.clashes[0].slots else 0
        if seen.clashes:
            pill = kit.pill(counts, "red", "alert-triangle")
        else:
            pill = kit.pill(kit.text("No clashes"), "green", "circle-check")
        pill.clicked.connect(lambda: self.wanted.emit("programme", first))
        body: list[Item] = []
        for clash in seen.clashes[:2]:
            body.append(kit.note(clash.text(kit.language), px=13, tone="red"))
        show = kit.button(kit.text("Show in programme"), "", "layout-board")
        show.clicked.connect(lambda: self.wanted.emit("programme", first))
        figures_line = (
            kit.plural("{n} slot placed", "{n} slots placed", seen.placed),
            kit.plural("{n} unscheduled", "{n} unscheduled", seen.unscheduled),
            kit.plural("{n} room", "{n} rooms", seen.rooms),
        )
        note = kit.note(" · ".join(figures_line))
        return card(kit, kit.text("Programme"), *body, note, 4, row(show, None), end=pill)

    def _deadlines(self, seen: Overview, today: date) -> QFrame:
        kit, due = self._kit, seen.due()
        link = kit.button(kit.text("Checklist"), "link")
        link.clicked.connect(self.checklist_wanted)
        lines = [self._deadline(place, item, today) for place, item in due[:SHOWN]]
        if not lines:
            said = (
                kit.text("Nothing is due.")
                if seen.event.checklist
                else kit.text("No checklist yet.")
            )
            lines = [kit.note(said, px=13)]
        return card(kit, kit.text("Next deadlines"), *lines, end=link)

    def _deadline(self, place: int, item: ChecklistItem, today: date) -> QWidget:
        kit = self._kit
        late = item.due is not None and item.due < today
        title = kit.local(item.title)
        words = kit.elided(title, 13, 600)
        when = kit.label(due_words(kit, item.due, today), 12, tone="red" if late else "muted")
        tick = QCheckBox()
        tick.setAccessibleName(kit.text("Done: {task}", task=title))
        tick.setToolTip(tick.accessibleName())
        tick.clicked.connect(partial(self._tick, place))
        tile = DayTile(kit, item.due, late=late)
        return holder(row(tile, (holder(col(None, words, when, None, gap=0)), 1), tick, gap=12))

    def _tick(self, place: int, _on: bool = True) -> None:
        self.ticked.emit(place, True)

    def _documents(self, seen: Overview) -> QFrame:
        kit = self._kit
        lines = [self._step(step) for step in papers(kit, seen)]
        link = self._link(kit.text("Open documents"), "documents")
        return card(kit, kit.text("Documents"), *lines, end=link, gap=10)

    def _next(self, seen: Overview) -> QFrame:
        kit = self._kit
        lines = [self._step(step) for step in steps(kit, seen)[: SHOWN + 1]]
        if not lines:
            lines = [
                kit.note(kit.text("Nothing is missing. Have a look at the documents."), px=13)
            ]
        return card(kit, kit.text("Do next"), *lines, gap=10)

    def _step(self, step: Step) -> QWidget:
        kit = self._kit
        words = kit.elided(step.words, 13, 500 if step.tone == "ochre_text" else 400)
        items: list[Item] = [kit.picture(step.icon, step.tone, 18), (words, 1)]
        if step.state:
            weight = 600 if step.tone == "ochre_text" else 400
            tone = "muted" if step.tone == "green" else step.tone
            items.append(kit.label(step.state, 12, weight, tone=tone))
        if step.action:
            link = self._link(step.action, step.page, step.number)
            link.setAccessibleName(f"{step.words}: {step.action}")
            items.append(link)
        return holder(row(*items, gap=12), height=28)

    def _link(self, words: str, page: str, number: int = 0) -> QPushButton:
        made = self._kit.button(words, "link")
        made.clicked.connect(partial(self._lead, page, number))
        return made

    def _lead(self, page: str, number: int, _on: bool = False) -> None:
        if page == "events":
            self.edit_wanted.emit()
        else:
            self.wanted.emit(page, number)


def days_to_go(kit: Kit, first: date | None, last: date | None, today: date) -> str:
    """How far away the event is."""
    if first is None:
        return ""
    if today < first:
        return kit.plural("{n} day to go", "{n} days to go", (first - today).days)
    if today <= (last or first):
        return kit.text("Today")
    return kit.plural("{n} day ago", "{n} days ago", (today - (last or first)).days)


def due_words(kit: Kit, due: date | None, today: date) -> str:
    """When something is due, seen from today."""
    if due is None:
        return kit.text("No day set")
    if due == today:
        return kit.text("Today")
    away = (due - today).days
    if away < 0:
        return kit.plural("{n} day late", "{n} days late", -away)
    weekday = dates.weekday(due, kit.language)
    return kit.plural("In {n} day", "In {n} days", away) + f" · {weekday}"
