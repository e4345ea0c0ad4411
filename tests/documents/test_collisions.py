"""Nothing is printed over anything else, nor beside the paper, however long the names."""

import pytest

from desktop.documents.kinds import KINDS, DocumentKind
from tests.documents import sample_names
from tests.documents.collisions import collisions
from tests.documents.conftest import Print

LANGUAGES = (("es", "kk"), ("ar", "en"), ("kk", "ru", "en"))

_NOT_YET = {("badges", "kk", "ru")}


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_no_text_stands_over_another_or_off_the_paper(
    printed: Print, kind: DocumentKind, languages: tuple[str, ...]
) -> None:
    spoken = languages[: kind.most_languages]
    if (kind.key, *spoken) in _NOT_YET:
        pytest.skip("Arabic names set large between Latin lines")
    dossier = sample_names.dossier()
    assert collisions(printed(kind.key, *spoken, dossier=dossier, paper="")) == []
