"""What an entry of the directory says, field by field, in words to be read beside another's."""

from collections.abc import Callable, Mapping
from typing import Any

from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Accreditation, Consent, Office
from desktop.language import dates
from desktop.language.postal import address_lines
from desktop.language.terms import term
from desktop.language.tongues import territory_name
from desktop.ui.kit import Kit
from desktop.ui.names_field import script_name
from desktop.ui.wording import code, own_name


def field_name(kit: Kit, key: str) -> str:
    """What a field of `domain.joining.said` is called."""
    if key.startswith("names."):
        return script_name(kit, key.removeprefix("names."))
    return {
        "honorific": kit.text("Honorific"),
        "gender": kit.text("Gender"),
        "offices": kit.text("Offices"),
        "organisation_id": kit.text("Organisation"),
        "country": kit.text("Country"),
        "languages": kit.text("Languages"),
        "photo_id": kit.text("Photograph"),
        "biography": kit.text("Biography"),
        "pronunciation": kit.text("Pronunciation"),
        "accreditations": kit.text("Accreditations"),
        "consents": kit.text("Consents"),
        "notes": kit.text("Notes"),
        "email": kit.text("E-mail"),
        "phone": kit.text("Telephone"),
        "address": kit.text("Address"),
    }[key]


def field_words(kit: Kit, key: str, value: Any, organisations: Mapping[int, Organisation]) -> str:
    """What stands in a field, a line each where there are several."""

    def organisation(number: int) -> str:
        found = organisations.get(number)
        return kit.local(found.name) if found else ""

    ways: dict[str, Callable[[Any], str]] = {
        "gender": lambda gender: term(gender, kit.language),
        "offices": lambda offices: "\n".join(_office(kit, one) for one in offices),
        "organisation_id": organisation,
        "country": lambda country: territory_name(country, kit.language),
        "languages": lambda tags: kit.listed(map(own_name, tags)),
        "photo_id": lambda _id: kit.text("Photograph"),
        "accreditations": lambda every: "\n".join(_accreditation(kit, one) for one in every),
        "consents": lambda consents: "\n".join(_consent(kit, one) for one in consents),
        "address": lambda one: "\n".join(
            address_lines(one, (), sent_from="", language=kit.language)
        ),
    }
    if key.startswith("names."):
        return value.full
    if isinstance(value, Localized):
        return "\n".join(f"{code(tag)}  {words}" for tag, words in value)
    return ways.get(key, str)(value)


def _office(kit: Kit, office: Office) -> str:
    parts = (kit.local(office.title), kit.local(office.organisation))
    return kit.listed(parts)


def _accreditation(kit: Kit, one: Accreditation) -> str:
    day = dates.long_date(one.taken_up.date(), kit.language, weekday=False)
    return f"{territory_name(one.country, kit.language)}, {day}"


def _consent(kit: Kit, consent: Consent) -> str:
    words = f"{term(consent.purpose, kit.language)}: {term(consent.state, kit.language)}"
    if consent.at is None:
        return words
    return f"{words}, {dates.long_date(consent.at.date(), kit.language, weekday=False)}"
