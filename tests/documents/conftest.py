from collections.abc import Callable, Iterator

import pytest

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from tests.documents import sample
from tests.documents.reading import Paper

Print = Callable[..., Paper]


@pytest.fixture
def printed() -> Iterator[Print]:
    """Print a document of the sample conference and read it."""
    papers: list[Paper] = []

    def read(
        key: str,
        *languages: str,
        dossier: Dossier | None = None,
        paper: str = "A4",
        **options: str,
    ) -> Paper:
        request = Request(languages, paper, options)
        pdf = kind(key).make(dossier or sample.dossier(), request, silent)
        papers.append(Paper(pdf))
        return papers[-1]

    yield read
    for paper in papers:
        paper.close()
