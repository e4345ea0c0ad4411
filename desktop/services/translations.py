"""The texts of an event in all of its languages: what is missing, and filling it in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import BadInput, Conflict
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.language import tags
from desktop.language.tongues import language_name
from desktop.services import publishing, wording
from desktop.services.change import Change
from desktop.services.findings import Place
from desktop.services.labels import label
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier

_KINDS: tuple[type[Any], ...] = (
    *(Event, Venue, Room, Track, Slot, Person, Organisation),
    *(Quotation, PressItem, PhotoCredit, InstitutionalContact),
)
KINDS: dict[str, type[Any]] = {kind.__name__.lower(): kind for kind in _KINDS}
"""The classes whose texts are translated, as a `Place` names them."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of an event: whose it is, the way to it, what its field and its owner are called.

    `field` is an English msgid.
    """

    place: Place
    path: wording.Path
    field: str
    owner: str
    words: Localized


@dataclass(frozen=True, slots=True)
class Sheet:
    """All texts of an event, and the people whose names it prints."""

    languages: tuple[str, ...]
    texts: tuple[Text, ...]
    people: tuple[Person, ...]

    def missing(self, language: str) -> list[Text]:
        """The texts that a language lacks."""
        return [text for text in self.texts if text.words.missing([language])]

    def unspelt(self, language: str) -> list[Person]:
        """Those whose names are not written in a language's script."""
        return [person for person in self.people if not wording.is_spelt(person, language)]

    def progress(self, language: str) -> tuple[int, int]:
        """How many texts and names are there in a language, and of how many."""
        every = len(self.texts) + len(self.people)
        return every - len(self.missing(language)) - len(self.unspelt(language)), every


def sheet(ws: Workspace, event_id: int) -> Sheet:
    """The texts of an event as they are now.

    Raises:
        NotFound: there is no such event.
    """
    return sheet_of(publishing.dossier(ws, event_id, with_pictures=False))


def sheet_of(dossier: "Dossier") -> Sheet:
    """The same from what was read already."""
    texts = tuple(
        Text(
            Place(type(value).__name__.lower(), value.id),
            path,
            wording.FIELDS[wording.name_of(path)],
            label(value),
            text,
        )
        for value in wording.printed(dossier)
        for path, text in wording.texts_of(value)
        if text
    )
    people = tuple(person for person in wording.speakers(dossier) if person.names)
    return Sheet(dossier.event.languages, texts, people)


def translate(ws: Workspace, text: Text, language: str, words: str) -> Change:
    """Write a text in one more language.

    Raises:
        Conflict: the text was changed in the meantime, or is no longer there.
        NotFound: what it belonged to was deleted.
    """
    with ws.change("Translate “{what}” ({language})") as work:
        work.fields |= {"what": text.owner, "language": language_name(language, language)}
        value = work.load(KINDS[text.place.kind], text.place.id)

        def written(current: Localized) -> Localized:
            if not set(text.words.texts) <= set(current.texts):
                raise _changed(text)
            return current.put(language, words.strip())

        try:
            work.put(_within(value, text.path, written))
        except (AttributeError, IndexError, TypeError):
            raise _changed(text) from None
    return work.change


def spell(ws: Workspace, person_id: int, name: PersonName) -> Change:
    """Write a person's name in one more script or language.

    Raises:
        BadInput: it is blank.
        NotFound: the person was deleted.
    """
    if not name.full.strip():
        raise BadInput("A person needs a name.")
    with ws.change("Spell the name of {person} ({language})") as work:
        person = work.load(Person, person_id)
        work.fields |= {"person": label(person), "language": _script(name.tag)}
        others = tuple(one for one in person.names if one.tag != name.tag)
        work.put(replace(person, names=(*others, name)))
    return work.change


def _script(tag: str) -> str:
    return tag if len(tag) == 4 else language_name(tag, tags.base(tag))


def _changed(text: Text) -> Conflict:
    return Conflict(
        "“{text}” was changed in the meantime; read it again before you translate it.",
        text=text.owner,
    )


def _within(value: Any, path: wording.Path, change: Callable[[Localized], Localized]) -> Any:
    """A value with the text at the end of a way changed."""
    if not path:
        return change(value)
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], _within(value[step], tuple(rest), change), *value[step + 1 :])
    return replace(value, **{step: _within(getattr(value, step), tuple(rest), change)})
