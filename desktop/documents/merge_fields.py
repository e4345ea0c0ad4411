"""What the merge fields of a letter stand for, for one guest after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.documents import inviting
from desktop.documents.addressing import salutation
from desktop.documents.wording import Wording
from desktop.domain import ticket
from desktop.domain.attendee import Attendee
from desktop.domain.person import Person
from desktop.language import dates, figures, terms


@dataclass(frozen=True)
class MergeFields:
    """The fields of `language.letters.FIELDS` in one language; `until` is when replies are due."""

    wording: Wording
    until: date | None = None

    def of(self, attendee: Attendee, person: Person) -> dict[str, str]:
        """The fields for a guest; `person` is who reads the letter."""
        wording, code = self.wording, ticket.short(attendee.ticket)
        language = wording.language
        return self._event | {
            "salutation": salutation(wording, person),
            "name": wording.name(person),
            "category": terms.category(attendee.category, language, person.gender),
            "seat": attendee.seat,
            "companions": figures.number(attendee.party, language) if attendee.party else "",
            "reply_code": code,
            "ticket": code,
        }

    @cached_property
    def _event(self) -> dict[str, str]:
        wording, until = self.wording, self.until
        event, venue = wording.dossier.event, wording.dossier.venue
        address = [wording.plain(text) for text in (venue.address, venue.city)] if venue else []
        return {
            "kind": wording.kind(),
            "event": wording.plain(event.title),
            "subtitle": wording.plain(event.subtitle),
            "date": wording.days(),
            "time": inviting.hour(wording),
            "venue": wording.place(),
            "address": wording.comma.join(filter(None, address)),
            "hosts": inviting.hosts(wording),
            "interpretation": inviting.heard(wording),
            "signature": "\n".join(self._signature()),
            "reply_until": (
                dates.long_date(until, wording.language, weekday=False) if until else ""
            ),
        }

    def _signature(self) -> Iterator[str]:
        """Who signs for the event, each with the office in which they do."""
        wording = self.wording
        for one in wording.dossier.event.signatories:
            person = wording.dossier.people.get(one.person_id)
            if person is None:
                continue
            yield wording.name(person, honorific=False)
            if one.office < len(person.offices):
                yield wording.plain(person.offices[one.office].title)
