"""What a printed letter says: the organiser's own text, else the program's."""

from collections.abc import Iterator
from functools import cached_property

from desktop.documents import inviting
from desktop.documents.addressing import salutation
from desktop.documents.guests import Guest
from desktop.documents.merge_fields import MergeFields
from desktop.documents.request import Request
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized
from desktop.domain.message import Letter, Purpose
from desktop.language import letters

PURPOSES = {
    "letter": Purpose.INVITATION,
    "reminder": Purpose.REMINDER,
    "thanks": Purpose.THANKS,
}
"""What a letter is for, by the choice of the option `form`."""


class LetterText:
    """A letter's subject and paragraphs in one language."""

    def __init__(self, wording: Wording, request: Request) -> None:
        self.wording, self.request = wording, request
        self.purpose = PURPOSES[request.options["form"]]

    def subject(self, guest: Guest) -> str:
        """What the letter is about."""
        if self._letter is None:
            title = self.wording.plain(self.wording.dossier.event.title)
            return self.wording.words.text("Invitation: {title}", title=title)
        return self._filled(self._letter.subject, guest)

    def paragraphs(self, guest: Guest) -> list[str]:
        """The text, paragraph by paragraph."""
        if self._letter is None:
            return list(self._invitation(guest))
        return [text for text in self._filled(self._letter.body, guest).split("\n\n") if text]

    @cached_property
    def _letter(self) -> Letter | None:
        """The letter whose text is taken; None for the invitation as it is set here."""
        event, language = self.wording.dossier.event, self.wording.language
        own = next((one for one in event.letters if one.purpose is self.purpose), None)
        if own is not None and own.body.within(language):
            return own
        return None if self.purpose is Purpose.INVITATION else letters.standard(self.purpose)

    @cached_property
    def _fields(self) -> MergeFields:
        until = self._letter.reply_until if self._letter else None
        return MergeFields(self.wording, inviting.until(self.request) or until)

    def _filled(self, text: Localized, guest: Guest) -> str:
        """A text for a guest; whoever signs does so below it."""
        facts = self._fields.of(guest.attendee, guest.person) | {"signature": ""}
        if self.wording.dossier.event.signatories:
            facts["hosts"] = ""
        language = self.wording.language
        return letters.filled(text.within(language) or self.wording.plain(text), facts, language)

    def _invitation(self, guest: Guest) -> Iterator[str]:
        wording = self.wording
        words = wording.words
        yield salutation(wording, guest.person)
        yield words.text("It is an honour for us to invite you to the event named here:")
        interpreted = inviting.interpreted(wording)
        yield "\n".join(filter(None, (*inviting.occasion(wording), interpreted)))
        ask = words.text(
            "We should be grateful for your reply, or for the name of your representative."
        )
        by = inviting.reply_by(wording, inviting.until(self.request))
        yield "\n".join(filter(None, (ask, by, inviting.reply_to(wording, self.request))))
        yield words.text("Please accept the assurances of our highest consideration.")
        if not wording.dossier.event.signatories:
            yield inviting.hosts(wording)
