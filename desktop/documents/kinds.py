"""The kinds of document. A new one is one file beside this and one line in `KINDS`.

ReportLab and the fonts are loaded by the first document that is made, not by this list.
"""

from dataclasses import dataclass, replace
from importlib import import_module

from desktop.documents import choices, personal, variants
from desktop.documents.dossier import Dossier
from desktop.documents.options import Option
from desktop.documents.request import Progress, Request
from desktop.domain.errors import CannotPrint
from desktop.language.translation import msgid


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: `key` for commands, `name` an English msgid.

    It is had in one to `most_languages` languages, on one of `papers` (the first where none is
    asked for). `module` is the one beside this whose `make(dossier, request, progress)` makes it;
    it is called as the key where it has no other name.
    """

    key: str
    name: str
    most_languages: int = 2
    papers: tuple[str, ...] = ("A4", "A5", "Letter")
    options: tuple[Option, ...] = ()
    module: str = ""

    def make(self, dossier: Dossier, request: Request, progress: Progress) -> bytes:
        """A finished PDF.

        Raises:
            CannotPrint: the request cannot be met.
            Cancelled: or whatever else `progress` raises.
        """
        from desktop.documents.typesetting import making

        complete = self.completed(request)
        with making.using(request.style.making.but(archival=request.archival)):
            name = self.module or self.key.replace("-", "_")
            module = import_module(f"desktop.documents.{name}")
            return module.make(dossier, complete, progress)

    def completed(self, request: Request) -> Request:
        """The request with its paper and every option; CannotPrint for what there is not."""
        request.checked(self.most_languages)
        return replace(request, paper=self._paper(request.paper), options=self._options(request))

    def _paper(self, paper: str) -> str:
        if not paper:
            return self.papers[0]
        if paper not in self.papers:
            raise CannotPrint(
                "{document} is not printed on “{paper}”. Choose one of {papers}.",
                document=self.key,
                paper=paper,
                papers=", ".join(self.papers),
            )
        return paper

    def _options(self, request: Request) -> dict[str, str]:
        known = {option.key: option for option in self.options}
        asked = {**request.style.parts.get(self.key, {}), **request.options}
        for key in asked:
            if key not in known:
                raise CannotPrint(
                    "{document} has no option “{option}”. Its options: {options}.",
                    document=self.key,
                    option=key,
                    options=", ".join(known) or "—",
                )
        return {
            key: option.checked(asked.get(key, option.default)) for key, option in known.items()
        }


_PAGES = ("A4", "Letter")
_SHEETS = ("A4", "A3", "Letter")

KINDS: tuple[DocumentKind, ...] = (
    DocumentKind(
        "programme", msgid("Programme"), 3, ("A4", "A5", "Letter", "A3"), variants.PROGRAMME
    ),
    DocumentKind("booklet", msgid("Booklet"), 2, _SHEETS, variants.BOOKLET),
    DocumentKind("report", msgid("Report"), 2, ("A4", "A5", "Letter"), variants.REPORT),
    DocumentKind("badges", msgid("Badges"), 2, _SHEETS, personal.BADGES),
    DocumentKind("certificates", msgid("Certificates"), 3, _PAGES, personal.CERTIFICATES),
    DocumentKind("envelopes", msgid("Envelopes"), 2, ("DL", "C5", "C6"), personal.ENVELOPES),
    DocumentKind("labels", msgid("Labels"), 2, _PAGES, personal.LABELS),
    DocumentKind("place-cards", msgid("Place cards"), 3, _SHEETS, choices.PLACE_CARDS),
    DocumentKind("door-signs", msgid("Door signs"), 3, _SHEETS, choices.DOOR_SIGNS),
    DocumentKind("sign-in-sheets", msgid("Sign-in sheets"), 3, _PAGES, choices.SIGN_IN_SHEETS),
    DocumentKind("seating-plan", msgid("Seating plan"), 3, _SHEETS, choices.SEATING_PLAN),
    DocumentKind("invitations", msgid("Invitations"), 3, _PAGES, choices.INVITATIONS),
    DocumentKind("table-signs", msgid("Podium signs"), 3, _SHEETS, choices.TABLE_SIGNS),
    DocumentKind(
        "speaker-cards", msgid("Speaker cards"), 3, ("A5", "A4", "A6"), choices.SPEAKER_CARDS
    ),
    DocumentKind("interpreters-sheet", msgid("Interpreters’ sheet"), 3, _PAGES),
)


def kind(key: str) -> DocumentKind:
    """The kind with this key; CannotPrint names those that there are."""
    for known in KINDS:
        if known.key == key:
            return known
    raise CannotPrint(
        "There is no document called “{document}”. Choose one of {documents}.",
        document=key,
        documents=", ".join(known.key for known in KINDS),
    )
