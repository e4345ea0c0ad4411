"""How the window puts domain values into a few words: days, times, names, Changes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from desktop.domain.change import Change
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Office, Person
from desktop.language import dates, tags
from desktop.ui.kit import Kit


def event_line(kit: Kit, event: Event) -> str:
    """An event's days and languages in one line."""
    parts = [event_days(kit, event), kit.listed(own_name(tag) for tag in event.languages)]
    return " · ".join(part for part in parts if part)


def event_days(kit: Kit, event: Event) -> str:
    """From which day to which day; empty while nobody has said."""
    if event.first_day is None:
        return ""
    return dates.date_interval(event.first_day, event.last_day or event.first_day, kit.language)


def day_name(kit: Kit, day: date) -> str:
    """A day for a heading: `Thursday 12 March`."""
    name = kit.listed((dates.weekday(day, kit.language), dates.day_and_month(day, kit.language)))
    return name[:1].upper() + name[1:]


def clock(moment: datetime, event: Event) -> datetime:
    """A moment on the event's own clocks."""
    return moment.astimezone(ZoneInfo(event.time_zone))


def own_name(language: str) -> str:
    """A language by its own name: `Қазақша`."""
    known = tags.LANGUAGES.get(tags.base(language))
    if known is not None:
        return known
    from desktop.language.tongues import language_name

    name = language_name(language, language)
    return name[:1].upper() + name[1:]


def code(language: str) -> str:
    """A language as a code on chips: `KK`."""
    return tags.base(language).upper()


def person_name(kit: Kit, person: Person) -> str:
    """A person's name for the user of the window."""
    return person.name(kit.language, tags.script_of(kit.language)).full


def change_name(kit: Kit, change: Change) -> str:
    """What a Change did, in the window's language: `Edit slot “Opening”`."""
    fields = dict(change.fields)
    if kit.rtl:
        fields = {name: tags.isolate(value) for name, value in fields.items()}
    name = kit.text(change.name, **fields)
    if change.undoes is not None:
        return kit.text("Undone: {change}", change=name)
    return kit.text("Done again: {change}", change=name) if change.redoes is not None else name


def initials(name: str) -> str:
    """Two letters for a person without a photograph."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def office_line(
    kit: Kit, person: Person, languages: tuple[str, ...], house: Organisation | None = None
) -> str:
    """A person's first office in one line; where that does not say where, `house` does."""
    office = person.offices[0] if person.offices else Office(Localized())
    place = kit.local(office.organisation, languages)
    if house is not None:
        place = place or kit.local(house.name, languages)
    return kit.listed((kit.local(office.title, languages), place))
