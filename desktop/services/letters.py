"""The letters of an event: their texts, and each as one guest reads it."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.attendee import Attendee
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.message import Letter, Purpose
from desktop.domain.person import Person
from desktop.exchange.mail_message import Block, usable
from desktop.language import letters
from desktop.services.change import Change
from desktop.services.labels import label
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier
    from desktop.documents.merge_fields import MergeFields

MOST_LANGUAGES = 2
"""How many languages a letter has where nobody says which."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as one guest reads it: to whom, to which address (empty: none), what."""

    attendee: Attendee
    person: Person
    address: str
    subject: str
    blocks: tuple[Block, ...]


def letter(event: Event, purpose: Purpose) -> Letter:
    """An event's letter for a purpose; in languages in which it has none, the program's own."""
    own = next((one for one in event.letters if one.purpose is purpose), Letter(purpose))
    standard = letters.standard(purpose)
    return replace(
        own,
        subject=own.subject.completed(standard.subject),
        body=own.body.completed(standard.body),
    )


def own_letter(purpose: Purpose) -> Letter:
    """The program's own letter for a purpose."""
    return letters.standard(purpose)


def set_letter(ws: Workspace, event_id: int, letter: Letter) -> Change:
    """Keep the texts of an event's letter; what is the program's own is not kept.

    Raises:
        BadInput: there is an unknown `{field}`; the place says in which language.
        NotFound: there is no such event.
    """
    standard = letters.standard(letter.purpose)
    for texts in (letter.subject, letter.body):
        for language, text in texts:
            letters.check(text, language)
    own = replace(
        letter,
        subject=_other(letter.subject, standard.subject),
        body=_other(letter.body, standard.body),
    )
    with ws.change("Letters of {event}") as work:
        event = work.load(Event, event_id)
        work.fields["event"] = label(event)
        kept = [one for one in event.letters if one.purpose is not letter.purpose]
        if own != Letter(letter.purpose):
            kept.append(own)
        kept.sort(key=lambda one: list(Purpose).index(one.purpose))
        work.put(replace(event, letters=tuple(kept)))
    return work.change


def _other(own: Localized, standard: Localized) -> Localized:
    """A text in those languages in which it is not the program's."""
    kept = ((tag, words.strip()) for tag, words in own)
    return Localized(tuple(pair for pair in kept if pair not in standard.texts))


@dataclass(frozen=True)
class Writer:
    """Writes one of an event's letters for one guest after the other.

    `languages` are those of the letter, in order; without them each guest reads their own where
    it is one of the event's, else its first two.
    """

    dossier: "Dossier"
    letter: Letter
    languages: tuple[str, ...] = ()
    _fields: dict[str, "MergeFields"] = field(default_factory=dict[str, "MergeFields"], init=False)

    def write(self, attendee: Attendee) -> Written:
        """The letter to a guest; tickets and thanks go to the representative where one comes.

        Raises:
            BadInput: there is an unknown `{field}`, or no text in any of the languages.
        """
        person = self.addressee(attendee)
        subjects: list[str] = []
        blocks: list[Block] = []
        for language in self._languages(person):
            body = self.letter.body.within(language)
            if not body:
                continue
            facts = self._facts(language).of(attendee, person)
            subject = letters.filled(self.letter.subject.within(language), facts, language)
            subjects.append(subject or facts["event"])
            blocks.append(Block(language, letters.filled(body, facts, language)))
        if not blocks:
            raise BadInput(
                "The letter has no text in {languages}. Write one, or choose other languages.",
                languages=", ".join(self._languages(person)),
            )
        return Written(
            attendee,
            person,
            usable(person.contact.email),
            " / ".join(dict.fromkeys(subjects)),
            tuple(blocks),
        )

    def addressee(self, attendee: Attendee) -> Person:
        """Who reads the letter."""
        people = self.dossier.people
        guest = people.get(attendee.person_id, Person())
        if self.letter.purpose in (Purpose.INVITATION, Purpose.REMINDER):
            return guest
        return people.get(attendee.representative_id or 0, guest)

    def _languages(self, person: Person) -> tuple[str, ...]:
        if self.languages:
            return self.languages
        offered = self.dossier.event.languages
        own = (tag for tag in person.languages if tag in offered and self.letter.body.within(tag))
        first = next(own, None)
        return (first,) if first else offered[:MOST_LANGUAGES]

    def _facts(self, language: str) -> "MergeFields":
        if language not in self._fields:
            from desktop.documents.merge_fields import MergeFields
            from desktop.documents.wording import Wording

            wording = Wording(self.dossier, language)
            self._fields[language] = MergeFields(wording, self.letter.reply_until)
        return self._fields[language]
