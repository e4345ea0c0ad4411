"""What is to be done next for an event, and how far its documents are: each with its page."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.slot import Slot
from desktop.services.overview import Overview
from desktop.ui.kit import Kit
from desktop.ui.wording import own_name


@dataclass(frozen=True, slots=True)
class Step:
    """A line with a sign: what, its state, an action that opens a page at a value's id."""

    icon: str
    tone: str
    words: str
    action: str = ""
    page: str = ""
    number: int = 0
    state: str = ""


def steps(kit: Kit, seen: Overview) -> list[Step]:
    """What to do next, the most pressing first."""
    return [*_programme(kit, seen), *_texts(kit, seen), *_guests(kit, seen), *_papers(kit, seen)]


def _programme(kit: Kit, seen: Overview) -> Iterator[Step]:
    if seen.event.first_day is None:
        words, action = kit.text("The event has no first day yet"), kit.text("Set")
        yield Step("calendar-event", "ochre_text", words, action, "events")
    if not seen.placed and not seen.unscheduled:
        words, action = kit.text("The programme is empty"), kit.text("Add slots")
        yield Step("layout-board", "ochre_text", words, action, "programme")
    for slots, icon, words, action in (
        (
            seen.without_speakers,
            "microphone-2",
            kit.plural(
                "{n} slot has no speaker", "{n} slots have no speaker", len(seen.without_speakers)
            ),
            kit.text("Choose"),
        ),
        (
            seen.without_interpreter,
            "headphones",
            kit.plural(
                "{n} slot has no interpreter",
                "{n} slots have no interpreter",
                len(seen.without_interpreter),
            ),
            kit.text("Assign"),
        ),
        (
            seen.unconfirmed,
            "mail",
            kit.plural(
                "{n} slot waits for a speaker to confirm",
                "{n} slots wait for a speaker to confirm",
                len(seen.unconfirmed),
            ),
            kit.text("Show"),
        ),
    ):
        if slots:
            yield Step(icon, "ochre_text", words, action, "programme", _first(slots))


def _texts(kit: Kit, seen: Overview) -> Iterator[Step]:
    for place, tag in enumerate(seen.event.languages):
        missing, unspelt = len(seen.sheet.missing(tag)), len(seen.sheet.unspelt(tag))
        if missing:
            words = kit.plural(
                "Translate {n} text: {language}",
                "Translate {n} texts: {language}",
                missing,
                language=own_name(tag),
            )
        elif unspelt:
            words = kit.plural(
                "Spell {n} name: {language}",
                "Spell {n} names: {language}",
                unspelt,
                language=own_name(tag),
            )
        else:
            continue
        action = kit.text("Side by side")
        yield Step("language", "ochre_text", words, action, "translations", place + 1)


def _guests(kit: Kit, seen: Overview) -> Iterator[Step]:
    replies = seen.replies
    if not replies.invited and not replies.to_invite:
        words, action = kit.text("Nobody is on the list of guests"), kit.text("Add guests")
        yield Step("users", "muted", words, action, "guests")
    if replies.to_invite:
        words = kit.plural("Invite {n} guest", "Invite {n} guests", replies.to_invite)
        yield Step("send", "muted", words, kit.text("Open"), "guests")
    if replies.open:
        words = kit.plural("Remind {n} guest", "Remind {n} guests", replies.open)
        yield Step("mail", "muted", words, kit.text("Open"), "guests")
    if replies.without_seat:
        words = kit.plural(
            "Seat {n} guest who comes", "Seat {n} guests who come", replies.without_seat
        )
        yield Step("armchair", "muted", words, kit.text("Open"), "guests")


def _papers(kit: Kit, seen: Overview) -> Iterator[Step]:
    if not seen.event.organisers:
        words, action = kit.text("Nobody organises the event yet"), kit.text("Choose")
        yield Step("building-bank", "muted", words, action, "events")
    if seen.without_logo:
        words = kit.plural(
            "{n} organiser has no logo", "{n} organisers have no logo", len(seen.without_logo)
        )
        number = seen.without_logo[0]
        yield Step("photo", "muted", words, kit.text("Add"), "organisations", number)


def papers(kit: Kit, seen: Overview) -> list[Step]:
    """How far the documents are that most events need."""
    missing = sum(len(seen.sheet.missing(tag)) for tag in seen.event.languages)
    texts = kit.plural("{n} text missing", "{n} texts missing", missing) if missing else ""
    if seen.clashes:
        texts = kit.plural("{n} clash", "{n} clashes", len(seen.clashes))
    if not seen.placed:
        texts = kit.text("no slots yet")
    coming = seen.replies.coming
    nobody = "" if coming else kit.text("nobody comes yet")
    tickets, seats = seen.replies.without_ticket, seen.replies.without_seat
    ready = kit.plural("{n} ready", "{n} ready", coming)
    no_ticket = kit.plural("{n} without a ticket", "{n} without a ticket", tickets)
    no_seat = kit.plural("{n} without a seat", "{n} without a seat", seats)
    summary = "" if seen.event.summary else kit.text("no summary yet")
    signed = "" if seen.event.signatories else kit.text("nobody signs yet")
    return [
        _paper(kit.text("Programme"), texts, kit.text("ready")),
        _paper(kit.text("Badges"), nobody or (no_ticket if tickets else ""), ready),
        _paper(kit.text("Place cards"), nobody or (no_seat if seats else ""), ready),
        _paper(kit.text("Certificates"), signed or nobody, ready),
        _paper(kit.text("Report"), summary, kit.text("ready")),
    ]


def _paper(name: str, lacks: str, ready: str) -> Step:
    icon, tone = ("alert-circle", "ochre_text") if lacks else ("circle-check", "green")
    return Step(icon, tone, name, state=lacks or ready)


def _first(slots: tuple[Slot, ...]) -> int:
    return slots[0].id
