"""The kinds of document. A new one is one file beside this and one line in `KINDS`.

ReportLab and the fonts are loaded by the first document that is made, not by this list.
"""

from dataclasses import dataclass, replace
from importlib import import_module

from desktop.documents.dossier import Dossier
from desktop.documents.options import NO, YES, Choice, Option
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
        complete = self.completed(request)
        return import_module(f"desktop.documents.{self.module}").make(dossier, complete, progress)

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
        for key in request.options:
            if key not in known:
                raise CannotPrint(
                    "{document} has no option “{option}”. Its options: {options}.",
                    document=self.key,
                    option=key,
                    options=", ".join(known) or "—",
                )
        return {
            key: option.checked(request.options.get(key, option.default))
            for key, option in known.items()
        }


KINDS: tuple[DocumentKind, ...] = (
    DocumentKind(
        "programme",
        msgid("Programme"),
        "programme",
        most_languages=3,
        options=(
            Option(
                "grouping",
                msgid("Order"),
                (
                    Choice("auto", msgid("As suits the programme")),
                    Choice("time", msgid("By time")),
                    Choice("room", msgid("By room")),
                ),
            ),
            Option("abstracts", msgid("Abstracts"), (YES, NO)),
        ),
    ),
    DocumentKind("report", msgid("Report"), "report"),
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
