"""By what people can be filtered."""

from desktop.ui.filters import Choices, country, languages, organisation
from desktop.ui.kit import Kit


def choices(kit: Kit) -> Choices:
    """The filters of the directory."""
    text = kit.text
    return Choices(
        (organisation(kit), country(kit, "Person.country"), languages(kit)),
        (
            ("Person.contact.email", text("No e-mail")),
            ("Person.contact.phone", text("No telephone")),
            ("Person.photo_id", text("No photograph")),
            ("Person.offices", text("No office")),
            ("Person.organisation_id", text("No organisation")),
            ("Person.country", text("No country")),
            ("Person.biography", text("No biography")),
        ),
    )
