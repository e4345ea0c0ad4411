"""Nothing is printed over anything else, nor beside the paper, however long the names."""

import pytest

from desktop.documents.kinds import KINDS, DocumentKind
from tests.documents import sample_names
from tests.documents.collisions import collisions
from tests.documents.conftest import Print

LANGUAGES = (("es", "kk"), ("ar", "en"), ("kk", "ru", "en"))
VARIANTS = (
    ("badges", {"format": "a7", "sides": "two"}),
    ("badges", {"format": "a6"}),
    ("badges", {"format": "butterfly"}),
    ("badges", {"format": "labels"}),
    ("badges", {"format": "labels", "labels": "a4-99.1x67.7"}),
    ("place-cards", {"format": "89x51"}),
    ("place-cards", {"format": "102x64", "faces": "each"}),
    ("place-cards", {"show": "office"}),
    ("certificates", {"what": "speaking", "hours": "4.5"}),
    *(
        (
            "invitations",
            {
                "form": form,
                "reply": "+7 0000 00-00-00 · protocol@embassy.example",
                "until": "2026-03-05",
                "dress": "Traje oscuro",
            },
        )
        for form in ("card", "cut", "letter", "reminder", "thanks")
    ),
    ("labels", {"what": "name", "labels": "a4-70x36"}),
    ("labels", {"labels": "a4-99.1x38.1"}),
    ("sign-in-sheets", {"by": "category"}),
)


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_no_text_stands_over_another_or_off_the_paper(
    printed: Print, kind: DocumentKind, languages: tuple[str, ...]
) -> None:
    spoken = languages[: kind.most_languages]
    dossier = sample_names.dossier()
    assert collisions(printed(kind.key, *spoken, dossier=dossier, paper="")) == []


@pytest.mark.parametrize("languages", LANGUAGES[:2], ids="-".join)
@pytest.mark.parametrize(
    ("key", "options"),
    VARIANTS,
    ids=lambda part: part if isinstance(part, str) else str(part)[:60],
)
def test_nor_in_another_form(
    printed: Print, key: str, options: dict[str, str], languages: tuple[str, ...]
) -> None:
    paper = printed(key, *languages, dossier=sample_names.dossier(), paper="", **options)
    assert collisions(paper) == []


@pytest.mark.parametrize("paper", ["C5", "C6"])
def test_nor_on_another_envelope(printed: Print, paper: str) -> None:
    found = printed("envelopes", "ar", "en", dossier=sample_names.dossier(), paper=paper)
    assert collisions(found) == []
