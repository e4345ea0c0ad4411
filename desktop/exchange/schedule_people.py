"""The persons of a schedule: who is named in several talks is one person."""

from dataclasses import replace

from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.exchange import markup
from desktop.exchange.naming import person_name
from desktop.exchange.schedule_draft import Notices
from desktop.exchange.schedule_raw import Fields, first


class People:
    """Gathers persons by identifier, or by name where the file has no identifiers."""

    def __init__(self, scope: str, notices: Notices) -> None:
        self._scope = scope
        self._notices = notices
        self._found: dict[str, Person] = {}

    @property
    def found(self) -> tuple[Person, ...]:
        """The persons in the order in which the file first names them."""
        return tuple(self._found.values())

    def meet(self, mentions: tuple[Fields, ...], language: str, place: str) -> tuple[str, ...]:
        """The keys of the persons that a talk names, each once, in the order given."""
        keys = (self._meet(mention, language, place) for mention in mentions)
        return tuple(dict.fromkeys(key for key in keys if key))

    def tell_namesakes(self, place: str) -> None:
        """Note those who have the same name but not the same identifier."""
        by_name: dict[str, list[str]] = {}
        for person in self._found.values():
            by_name.setdefault(person.names[0].full, []).append(person.source)
        doubles = [name for name, keys in by_name.items() if len(keys) > 1]
        if doubles:
            self._notices.note(
                place,
                "Names that stand under more than one identifier came in as different persons: "
                "{names}",
                names=", ".join(doubles),
            )

    def _meet(self, mention: Fields, language: str, place: str) -> str:
        both = f"{first(mention, 'first_name')} {first(mention, 'last_name')}"
        written = first(mention, "public_name", "full_public_name", "name", "display_name") or both
        name = markup.line(written)
        if not name:
            self._notices.note(place, "A person without a name is left out.")
            return ""
        key = self._key(mention, name)
        known = self._found.get(key)
        if known is None:
            known = Person(names=(person_name(name),), source=key)
        elif known.names[0].full != name:
            self._notices.note(
                place,
                "“{name}” has the identifier of “{known}” and is taken for the same person.",
                name=name,
                known=known.names[0].full,
            )
        life = markup.paragraphs(first(mention, "biography"))
        if life and not known.biography:
            known = replace(known, biography=Localized.of({language: life}))
        self._found[key] = known
        return key

    def _key(self, mention: Fields, name: str) -> str:
        """A guid is unique everywhere, an identifier or a name only within its conference."""
        guid = markup.line(first(mention, "guid"))
        number = markup.line(first(mention, "id", "code"))
        return guid or f"{self._scope}:{number or name.casefold()}"
