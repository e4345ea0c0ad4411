"""Organisations and the pictures that stand for them."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.localized import Localized
from desktop.domain.postal import PostalAddress


class OrganisationKind(StrEnum):
    """What an organisation is."""

    EMBASSY = "embassy"
    MINISTRY = "ministry"
    UNIVERSITY = "university"
    RESEARCH = "research"
    INTERNATIONAL = "international"
    COMPANY = "company"
    PRESS = "press"
    ASSOCIATION = "association"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An embassy, university, ministry, company, press house; `country` is ISO 3166-1 alpha-2."""

    id: int = 0
    name: Localized = Localized()
    short_name: Localized = Localized()
    kind: OrganisationKind = OrganisationKind.OTHER
    country: str = ""
    city: Localized = Localized()
    address: PostalAddress = PostalAddress()
    website: str = ""
    logo_id: int | None = None
    source: str = ""
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph or logo: the file's bytes, what it shows, and whose it is.

    `media_type` is `image/jpeg` or `image/png`; `width` and `height` are pixels.
    """

    id: int = 0
    content: bytes = b""
    media_type: str = "image/jpeg"
    width: int = 0
    height: int = 0
    alt: Localized = Localized()
    credit: Localized = Localized()
    version: int = field(default=0, compare=False)
