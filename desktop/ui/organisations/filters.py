"""By what organisations can be filtered."""

from desktop.domain.organisation import OrganisationKind
from desktop.language.terms import term
from desktop.ui.filters import Choices, Field, country
from desktop.ui.kit import Kit


def choices(kit: Kit) -> Choices:
    """The filters of the organisations."""
    text, language = kit.text, kit.language
    return Choices(
        (
            Field(
                "Organisation.kind",
                text("Kind"),
                lambda one: term(OrganisationKind(one), language),
            ),
            country(kit, "Organisation.country"),
        ),
        (
            ("Organisation.logo_id", text("No logo")),
            ("Organisation.website", text("No website")),
            ("Organisation.country", text("No country")),
        ),
    )
