"""By what guests can be filtered."""

from desktop.domain.attendee import Reply
from desktop.language.terms import category_group, term
from desktop.ui.filters import Choices, Field, country, languages, organisation
from desktop.ui.kit import Kit


def choices(kit: Kit) -> Choices:
    """The filters of the guests."""
    text, language = kit.text, kit.language
    return Choices(
        (
            Field(
                "Attendee.category", text("Category"), lambda one: category_group(one, language)
            ),
            Field("Attendee.reply", text("Reply"), lambda one: term(Reply(one), language)),
            organisation(kit),
            country(kit, "Person.country"),
            languages(kit),
            Field("Attendee.tags", text("Tag")),
        ),
        (
            ("Person.contact.email", text("No e-mail")),
            ("Person.photo_id", text("No photograph")),
            ("Person.organisation_id", text("No organisation")),
            ("Attendee.seat", text("No seat")),
            ("Attendee.ticket", text("No ticket")),
            ("Attendee.badge_printed", text("Badge not printed")),
        ),
    )
