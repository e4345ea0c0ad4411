"""Taking in the rows of a guest list: whom they mean, what they add, what they fill."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from desktop.domain import ticket
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.invitation import COMING, moves
from desktop.domain.organisation import Organisation
from desktop.domain.person import Contact, Person, PersonName
from desktop.domain.seal import Seal
from desktop.exchange.guest_draft import GuestDraft, Remark
from desktop.language.translation import msgid
from desktop.services import duplicates
from desktop.services.guest_differences import differences
from desktop.services.guest_imports import Decision, GuestImport, Match
from desktop.services.guest_matching import Houses, Keys, Known, keys_of
from desktop.services.guest_texts import Texts

if TYPE_CHECKING:
    from desktop.services.change import Recording

_Told = Mapping[str, Sequence[Any]]
"""The fields of many values: of each field a column."""

_ALIKE = 0.5
"""How sure it is that an e-mail means somebody of another name."""


class Taking:
    """One list on its way through a transaction; `report` counts what becomes of its rows."""

    def __init__(
        self,
        work: "Recording",
        event: Event,
        decisions: Mapping[int, Decision],
        report: GuestImport,
    ) -> None:
        self._work, self._event = work, event
        self._decisions, self._report = decisions, report
        people = work.find(Person)
        self._houses = Houses(work.find(Organisation))
        self._known = Known(people, self._person, self._houses)
        self._people = people
        self._place_of = {person.id: place for place, person in enumerate(people)}
        self._texts = Texts(event.languages)
        self._new: list[tuple[GuestDraft, int]] = []
        self._asking: dict[int, GuestDraft] = {}

    def take(self, drafts: Sequence[GuestDraft]) -> None:
        """Take in some rows."""
        there: list[tuple[int, GuestDraft]] = []
        for draft in drafts:
            place = self._whom(draft)
            if place is not None:
                there.append((place, draft))
        self._add_new()
        if there:
            self._fill([(self._known.ids[place], draft) for place, draft in there])

    def _whom(self, draft: GuestDraft) -> int | None:
        """The place of whom a row means; None for somebody new, or where it is left out."""
        decision = self._decisions.get(draft.line)
        if decision is Decision.SKIP:
            self._report.duplicates += 1
            return None
        keys = keys_of(draft, self._houses.number(draft.organisation))
        place = self._met(draft, keys, decision)
        if place is None:
            self._known.meet(keys)
            self._new.append((draft, keys.house))
        return place

    def _met(self, draft: GuestDraft, keys: Keys, decision: Decision | None) -> int | None:
        """The place of somebody who is known and whom a row means, surely or by decision."""
        if not self._people and self._known.is_stranger(keys):
            return None
        place = self._known.same(draft, keys)
        if place is None:
            return self._doubtful(draft, keys, decision)
        return None if decision is Decision.OTHER else place

    def _doubtful(self, draft: GuestDraft, keys: Keys, decision: Decision | None) -> int | None:
        """The place of whom a row may mean, where somebody decided so; it is told either way."""
        place = self._known.doubtful(keys)
        if place is not None:
            found = self._compared(place, draft, keys)
        else:
            place, found = self._near(draft, keys)
        if place is None:
            return None
        sure = found.sure if found else _ALIKE
        taken = decision or Decision.OTHER
        self._report.matches.append(Match(draft, self._person(place), sure, taken))
        return place if taken is Decision.SAME else None

    def _near(self, draft: GuestDraft, keys: Keys) -> tuple[int | None, duplicates.Likely | None]:
        """Somebody, of an earlier row or of the directory, whose name is written otherwise."""
        place = self._known.near(keys)
        if place is not None and (found := self._compared(place, draft, keys)):
            return place, found
        if self._people and (found := self._directory.likely(self._new_person(draft, keys.house))):
            return self._place_of[found.kept.id], found
        return None, None

    def _compared(self, place: int, draft: GuestDraft, keys: Keys) -> duplicates.Likely | None:
        return duplicates.likely(self._person(place), self._new_person(draft, keys.house))

    @cached_property
    def _directory(self) -> duplicates.Directory:
        """Those who were there before, made ready only where a row is not surely one of them."""
        return duplicates.Directory(self._people)

    def _person(self, place: int) -> Person:
        if place >= len(self._known.ids):
            self._add_new()
        return self._work.load(Person, self._known.ids[place])

    def _add_new(self) -> None:
        """Store those who are new, and invite them."""
        new, self._new = self._new, []
        if not new:
            return
        drafts, houses = [draft for draft, _ in new], [house for _, house in new]
        self._store_houses(houses)
        ids = self._work.add_all(Person, self._persons(drafts, houses))
        self._known.settle(ids)
        guests = self._work.add_all(Attendee, self._invitations(ids, drafts))
        self._ask(zip(guests, drafts, strict=True))
        self._report.people += len(new)
        self._report.added += len(new)

    def _fill(self, there: Sequence[tuple[int, GuestDraft]]) -> None:
        """Fill the blanks of those who are there, and invite them where they are not yet."""
        ids = list(dict.fromkeys(id for id, _ in there))
        people = self._work.by_id(Person, ids)
        self._store_houses(
            self._houses.number(draft.organisation)
            for id, draft in there
            if _wants_house(people[id])
        )
        invited = {
            one.person_id: one
            for one in self._work.find(Attendee, event_id=self._event.id, person_id=ids)
        }
        touched: dict[int, Person] = {}
        guests: dict[int, Attendee] = {}
        answers: dict[int, GuestDraft] = {}
        for id, draft in there:
            person = touched.get(id, people[id])
            known = guests.get(id) or invited.get(id)
            fuller = self._filled(person, draft)
            guest = self._invited(known, draft) if known else self._invitation(id, draft)
            if known is None:
                self._report.added += 1
            elif (fuller, guest) != (person, known):
                self._report.updated += 1
            else:
                self._report.duplicates += 1
            if known is None or _answers(known, draft):
                answers[id] = draft
            self._report.doubts += differences(person, known, draft)
            touched[id], guests[id] = fuller, guest
        self._work.put_all(list(touched.values()))
        stored = self._work.put_all(list(guests.values()))
        self._ask((one.id, answers[one.person_id]) for one in stored if one.person_id in answers)

    def _ask(self, answers: Iterable[tuple[int, GuestDraft]]) -> None:
        """Keep in mind which invitations want a place, where these are counted."""
        if self._event.capacities:
            self._asking.update((id, draft) for id, draft in answers if draft.reply in COMING)

    def give_places(self) -> None:
        """Let those who accepted have their places at the end, as far as there are any."""
        from desktop.services import invitations

        now = datetime.now(UTC)
        asking = self._work.by_id(Attendee, list(self._asking)).values()
        replies = {id: Reply(draft.reply) for id, draft in self._asking.items()}
        invitations.keep(self._work, [replace(one, reply=replies[one.id]) for one in asking], now)
        waiting = self._work.find(Attendee, id=list(self._asking), reply=Reply.WAITING)
        self._report.doubts += [Remark(self._asking[one.id].line, _NO_PLACE) for one in waiting]

    def _new_person(self, draft: GuestDraft, house: int) -> Person:
        return Person(**_first(self._persons([draft], [house])))

    def _persons(self, drafts: Sequence[GuestDraft], houses: Sequence[int]) -> _Told:
        """The fields of new people, each for all of them."""
        said = _columns(drafts)
        name = said["tag"], said["family"], said["given"], said["patronymic"]
        addresses = [draft.address for draft in drafts]
        return {
            "names": [(one,) for one in map(PersonName, *name)],
            "honorific": [*map(self._texts.text, said["honorific"])],
            "offices": [*map(self._texts.offices, said["office"], map(self._houses.id, houses))],
            "organisation_id": [*map(self._houses.id, houses)],
            "country": said["country"],
            "languages": said["languages"],
            "contact": [*map(Contact, said["email"], said["phone"], addresses)],
        }

    def _filled(self, person: Person, draft: GuestDraft) -> Person:
        """Somebody with what they do not say and a row does."""
        name, contact = draft.name, person.contact
        house = self._houses.number(draft.organisation)
        known = {one.tag for one in person.names}
        return replace(
            person,
            names=person.names if name.tag in known else (*person.names, name),
            honorific=person.honorific or self._texts.text(draft.honorific),
            offices=person.offices or self._texts.offices(draft.office, self._houses.id(house)),
            organisation_id=person.organisation_id or self._houses.id(house),
            country=person.country or draft.country,
            languages=person.languages or draft.languages,
            contact=Contact(
                contact.email or draft.email,
                contact.phone or draft.phone,
                contact.address or draft.address,
            ),
        )

    def _invitation(self, person_id: int, draft: GuestDraft) -> Attendee:
        return Attendee(**_first(self._invitations([person_id], [draft])))

    def _invitations(self, person_ids: Sequence[int], drafts: Sequence[GuestDraft]) -> _Told:
        """The fields of new invitations, each for all of them."""
        said = _columns(drafts)
        return {
            "event_id": [self._event.id] * len(drafts),
            "person_id": person_ids,
            "category": [category or "guest" for category in said["category"]],
            "reply": [*map(self._reply, said["reply"])],
            "replied_at": [*map(_noon, said["replied"])],
            "ticket": ticket.issue_many(self._seal, len(drafts)),
            **{name: said[name] for name in ("party", "seat", "tags", "needs", "notes")},
        }

    def _reply(self, said: str) -> Reply:
        """What is noted at first; where places are counted, they are given at the end."""
        if said in COMING and self._event.capacities:
            return Reply.INVITED
        return Reply(said) if said else Reply.TO_INVITE

    @cached_property
    def _seal(self) -> Seal:
        from desktop.storage.seal import seal

        return seal(self._work)

    def _invited(self, guest: Attendee, draft: GuestDraft) -> Attendee:
        """An invitation with what it does not say and a row does."""
        answers = _answers(guest, draft)
        return replace(
            guest,
            category=draft.category or "guest" if guest.category == "guest" else guest.category,
            reply=self._reply(draft.reply) if answers else guest.reply,
            replied_at=_noon(draft.replied) if answers else guest.replied_at,
            party=guest.party or draft.party,
            seat=guest.seat or draft.seat,
            tags=guest.tags or draft.tags,
            needs=guest.needs or draft.needs,
            notes=guest.notes or draft.notes,
        )

    def _store_houses(self, numbers: Iterable[int]) -> None:
        new = self._houses.unstored(numbers)
        text = self._texts.text
        made = self._work.put_all([Organisation(name=text(name)) for name in new.values()])
        self._houses.settle({number: one.id for number, one in zip(new, made, strict=True)})


_UNANSWERED = frozenset({Reply.TO_INVITE, Reply.INVITED, Reply.REMINDED, Reply.NO_REPLY})

_NO_PLACE = msgid("No place is left: this guest is on the waiting list.")


def _columns(drafts: Sequence[GuestDraft]) -> _Told:
    return dict(zip(GuestDraft._fields, zip(*drafts, strict=True), strict=True))


def _first(told: _Told) -> dict[str, Any]:
    return {name: column[0] for name, column in told.items()}


def _answers(guest: Attendee, draft: GuestDraft) -> bool:
    """Whether a row goes on where an invitation stands without an answer."""
    if not draft.reply or guest.reply not in _UNANSWERED:
        return False
    return guest.reply is Reply.TO_INVITE or draft.reply in moves(guest)


def _wants_house(person: Person) -> bool:
    return not (person.organisation_id and person.offices)


@lru_cache(maxsize=1_000)
def _noon(day: str) -> datetime | None:
    return datetime.combine(date.fromisoformat(day), time(12), UTC) if day else None
