"""A person's part in a slot."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.localized import Localized


class SpeakerRole(StrEnum):
    """What a person does in a slot."""

    LECTURER = "lecturer"
    SPEAKER = "speaker"
    PANELLIST = "panellist"
    MODERATOR = "moderator"
    CHAIR = "chair"
    DISCUSSANT = "discussant"
    HOST = "host"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person in a slot: role, subject of the contribution, the office that fits the occasion.

    `office` is an index into the person's offices, None for the first one.
    """

    person_id: int
    role: SpeakerRole = SpeakerRole.SPEAKER
    topic: Localized = Localized()
    office: int | None = None
    confirmed: bool = True
