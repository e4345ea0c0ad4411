"""Words that a line should not end with: articles, prepositions, honorifics, name particles.

A price, not a ban: a column too narrow for it still breaks there.
"""

from functools import lru_cache

# Each language's own, then those that names bring into any language.
_BY_LANGUAGE = {
    "ar": "و في من على إلى عن مع أ. د. م. س.",
    "de": "der die das den dem des ein eine einer und oder von vom zu zur zum im am mit für bei "
    "auf aus Hr. Fr. Dr. Prof. Dipl. S. E.",
    "en": "the a an of in on at to by for and or with from as its Mr Mrs Ms Dr Prof. Sir Dame "
    "H.E. HE St.",
    "es": "a al de del la las el los lo y e o u en con por para su sus se un una que sin entre "
    "D. D.ª Dña. Dr. Dra. Sr. Sra. Srta. Excmo. Excma. Ilmo. Ilma. Prof. Prof.ª Mons. S. E. S.E.",
    "fr": "le la les un une de du des à au aux et ou en par pour sur M. Mme Mlle Dr Pr S.E.",
    "it": "il lo la i gli le un una di del della dei da in con su per tra fra e o Sig. Dott. "
    "Prof. S.E.",
    "kk": "және мен бен пен үшін ҚР проф. Проф. д-р Д-р акад. ж.",
    "pt": "o a os as um uma de do da dos das e ou em no na nos nas por para com Sr. Sra. Dr. "
    "Dra. Prof. Exmo. Exma.",
    "ru": "в во и к ко с со на о об обо у за из от до по не ни а но для при под над без г-н г-жа "
    "г. проф. Проф. д-р Д-р акад. им. ул. № Е. П.",
}
_PARTICLES = (
    "von und zu zur van der den ter bin ibn ben bint abu al el de del della di da dos das du la "
    "фон унд цу дель де ди ван дер ибн бин бен абу аль эль عبد ابن أبو أبي بنت فون ديل"
)
_OPENING = "«„“\"'‘¿¡([{"


def holds(word: str, language: str) -> bool:
    """Whether a word wants to stay with what follows it."""
    bare = word.strip().lstrip(_OPENING)
    letters = bare.rstrip(".")
    return (
        (len(letters) <= 2 and letters.isalpha())
        or bare.isdigit()
        or bare in _words(language.partition("-")[0])
    )


@lru_cache
def _words(language: str) -> frozenset[str]:
    own = _BY_LANGUAGE.get(language, "").split()
    return frozenset([*own, *_PARTICLES.split()])
