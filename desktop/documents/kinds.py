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

    `module` is the one beside this whose `make(dossier, request, progress)` makes it. It is had
    in one to `most_languages` languages, on one of `papers` (the first where none is asked for).
    """

    key: str
    name: str
    module: str
    most_languages: int = 2
    papers: tuple[str, ...] = ("A4", "A5", "Letter")
    options: tuple[Option, ...] = ()

    def make(self, dossier: Dossier, request: Request, progress: Progress) -> bytes:
        """A finished PDF.

        Raises:
            CannotPrint: the request cannot be met.
            Cancelled: or whatever else `progress` raises.
        """
        from desktop.documents.typesetting import making

        complete = self.completed(request)
        with making.using(request.style.making.but(archival=request.archival)):
            module = import_module(f"desktop.documents.{self.module}")
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


KINDS: tuple[DocumentKind, ...] = (
    DocumentKind(
        "programme",
        msgid("Programme"),
        "programme",
        most_languages=3,
        papers=("A4", "A5", "Letter", "A3"),
        options=variants.PROGRAMME,
    ),
    DocumentKind(
        "booklet",
        msgid("Booklet"),
        "booklet",
        papers=("A4", "A3", "Letter"),
        options=variants.BOOKLET,
    ),
    DocumentKind("report", msgid("Report"), "report", options=variants.REPORT),
    DocumentKind(
        "badges",
        msgid("Badges"),
        "badges",
        papers=("A4", "A3", "Letter"),
        options=personal.BADGES,
    ),
    DocumentKind(
        "certificates",
        msgid("Certificates"),
        "certificates",
        most_languages=3,
        papers=("A4", "Letter"),
        options=personal.CERTIFICATES,
    ),
    DocumentKind(
        "envelopes",
        msgid("Envelopes"),
        "envelopes",
        papers=("DL", "C5", "C6"),
        options=personal.ENVELOPES,
    ),
    DocumentKind(
        "labels", msgid("Labels"), "labels", papers=("A4", "Letter"), options=personal.LABELS
    ),
    DocumentKind(
        "place-cards",
        msgid("Place cards"),
        "place_cards",
        3,
        ("A4", "A3", "Letter"),
        choices.PLACE_CARDS,
    ),
    DocumentKind(
        "door-signs",
        msgid("Door signs"),
        "door_signs",
        3,
        ("A4", "A3", "Letter"),
        choices.DOOR_SIGNS,
    ),
    DocumentKind(
        "sign-in-sheets",
        msgid("Sign-in sheets"),
        "sign_in_sheets",
        3,
        ("A4", "Letter"),
        choices.SIGN_IN_SHEETS,
    ),
    DocumentKind(
        "seating-plan",
        msgid("Seating plan"),
        "seating_plan",
        3,
        ("A4", "A3", "Letter"),
        choices.SEATING_PLAN,
    ),
    DocumentKind(
        "invitations",
        msgid("Invitations"),
        "invitations",
        3,
        ("A4", "Letter"),
        choices.INVITATIONS,
    ),
    DocumentKind(
        "table-signs",
        msgid("Podium signs"),
        "table_signs",
        3,
        ("A4", "A3", "Letter"),
        choices.TABLE_SIGNS,
    ),
    DocumentKind(
        "speaker-cards",
        msgid("Speaker cards"),
        "speaker_cards",
        3,
        ("A5", "A4", "A6"),
        choices.SPEAKER_CARDS,
    ),
    DocumentKind(
        "interpreters-sheet",
        msgid("Interpreters’ sheet"),
        "interpreters_sheet",
        3,
        ("A4", "Letter"),
    ),
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
