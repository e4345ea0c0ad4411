"""Names of languages and countries, and the line that says in what language something is held.

Nothing is ever inflected by guess. Spanish, English and Arabic put a preposition before the name;
Kazakh names end in the generic noun «тілі», whose cases are constant; Russian ones are adjectives
in -ий, except a few that never change. A name that fits none of these is set after a colon.
"""

from collections.abc import Iterable
from functools import cache

from desktop.language import tags
from desktop.language.figures import joined
from desktop.language.translation import translator
from desktop.language.transliteration import spelt

# Where the glossary's word differs from CLDR's.
_OWN_NAMES = {("kk", "ar"): "الكازاخية"}
# Where CLDR says what a ministry of foreign affairs would not: the short names of UNTERM.
_OWN_TERRITORIES = {
    "KG": {"ru": "Кыргызстан"},
    "KP": {
        "en": "Democratic People’s Republic of Korea",
        "es": "República Popular Democrática de Corea",
        "kk": "Корея Халықтық Демократиялық Республикасы",
        "ar": "جمهورية كوريا الشعبية الديمقراطية",
    },
    "KR": {
        "en": "Republic of Korea",
        "es": "República de Corea",
        "kk": "Корея Республикасы",
        "ar": "جمهورية كوريا",
    },
    "MM": {"en": "Myanmar", "es": "Myanmar", "kk": "Мьянма", "ru": "Мьянма", "ar": "ميانمار"},
    "PS": {
        "en": "Palestine",
        "es": "Palestina",
        "kk": "Палестина",
        "ru": "Палестина",
        "ar": "فلسطين",
    },
    "US": {"ru": "США"},
    "VA": {"en": "Holy See", "es": "Santa Sede", "ru": "Святой Престол", "ar": "الكرسي الرسولي"},
}


@cache
def language_name(language: str, reader: str) -> str:
    """The name of a language for a reader: `español`, `испан тілі`, `Spanish`."""
    import icu

    own = _OWN_NAMES.get((tags.base(language), tags.base(reader)))
    if own is not None:
        return own
    locale = icu.Locale.forLanguageTag(language.replace("_", "-"))
    return spelt(locale.getDisplayLanguage(tags.icu_locale(reader)), reader)


@cache
def territory_name(country: str, reader: str) -> str:
    """The short name of a country (ISO 3166-1 alpha-2) for a reader: `Kazajistán`."""
    import icu

    own = _OWN_TERRITORIES.get(country, {}).get(tags.base(reader))
    return spelt(own or icu.Locale("", country).getDisplayCountry(tags.icu_locale(reader)), reader)


@cache
def countries() -> tuple[str, ...]:
    """Every country's ISO 3166-1 alpha-2 code."""
    import icu

    return tuple(icu.Locale.getISOCountries())


def language_label(languages: Iterable[str], reader: str) -> str:
    """Languages by name, as a heading: `Español`, `Kazakh and Russian`, `Испан тілі`."""
    return _capital(joined([language_name(tag, reader) for tag in languages], reader))


def in_languages(languages: Iterable[str], reader: str) -> str:
    """In what language somebody speaks: `in Spanish`, `испан тілінде`, `на испанском языке`."""
    return _phrase(tuple(languages), reader, "in")


def into_languages(languages: Iterable[str], reader: str) -> str:
    """Into what language somebody interprets: `into Kazakh`, `қазақ тіліне`, `al kazajo`."""
    return _phrase(tuple(languages), reader, "into")


def interpretation(mode: str, languages: Iterable[str], reader: str) -> str:
    """What the interpreters do: `Simultaneous interpretation into Kazakh`."""
    into = into_languages(languages, reader)
    t = translator(reader)
    by_mode = {
        "simultaneous": t.text("Simultaneous interpretation {into}", into=into),
        "consecutive": t.text("Consecutive interpretation {into}", into=into),
        "whispered": t.text("Whispered interpretation {into}", into=into),
        "sign_language": t.text("Sign language interpretation"),
    }
    return _capital(by_mode[mode])


def _phrase(languages: tuple[str, ...], reader: str, role: str) -> str:
    plain = tags.base(reader)
    plain = plain if plain in _PHRASES else "en"
    names = [language_name(tag, plain) for tag in languages]
    return spelt(_PHRASES[plain](names, plain, role), reader)


def _english(names: list[str], reader: str, role: str) -> str:
    return f"{role} {joined(names, reader)}"


def _spanish(names: list[str], reader: str, role: str) -> str:
    preposition = "en" if role == "in" else "al"
    return joined([f"{preposition} {name}" for name in names], reader)


def _arabic(names: list[str], reader: str, role: str) -> str:
    if not all(name.startswith("ال") for name in names):
        return _label(names, reader, role)
    return joined([f"ب{name}" if role == "in" else f"إلى {name}" for name in names], reader)


def _kazakh(names: list[str], reader: str, role: str) -> str:
    noun = " тілі"
    if not all(name.endswith(noun) for name in names):
        return _label(names, reader, role)
    bare = joined([name.removesuffix(noun) for name in names], reader)
    one, several = ("тілінде", "тілдерінде") if role == "in" else ("тіліне", "тілдеріне")
    return f"{bare} {one if len(names) == 1 else several}"


def _russian(names: list[str], reader: str, role: str) -> str:
    if not all(name.endswith(("ский", "цкий")) for name in names):
        return joined([_russian_one(name, role) for name in names], reader)
    if role == "in":
        bare = joined([f"{name[:-2]}ом" for name in names], reader)
        return f"на {bare} {'языке' if len(names) == 1 else 'языках'}"
    return f"на {joined(names, reader)} {'язык' if len(names) == 1 else 'языки'}"


def _russian_one(name: str, role: str) -> str:
    """A name that never changes stands alone: «на хинди»."""
    if name.endswith(("ский", "цкий")):
        return f"на {name[:-2]}ом языке" if role == "in" else f"на {name} язык"
    return f"на {name}"


def _label(names: list[str], reader: str, role: str) -> str:
    return f": {joined(names, reader)}"


_PHRASES = {"ar": _arabic, "en": _english, "es": _spanish, "kk": _kazakh, "ru": _russian}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
