"""How a person is addressed: in each language and for each use, as the papers will print it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.person import Person
from desktop.language.address import Use

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Form:
    """A form of address in a language (BCP 47)."""

    language: str
    use: Use
    text: str


def forms_in(dossier: "Dossier", person: Person, languages: Sequence[str]) -> list[Form]:
    """Every form of address of a person at an event, language by language."""
    from desktop.documents.addressing import formal_name, salutation
    from desktop.documents.wording import Wording

    found: list[Form] = []
    for language in languages:
        wording = Wording(dossier, language)
        for use in Use:
            said = use is Use.SALUTATION
            text = salutation(wording, person) if said else formal_name(wording, person, use).full
            found.append(Form(language, use, text))
    return found
