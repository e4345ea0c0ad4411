"""Where the post delivers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address in the script and language of the country it is in.

    `street` may have several lines (house, street and number, post box); `country` is ISO 3166-1
    alpha-2. In which order the parts are printed is that country's affair (`language.postal`).
    """

    street: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country: str = ""

    def __bool__(self) -> bool:
        return bool(self.street or self.postal_code or self.city or self.region)
