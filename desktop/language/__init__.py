"""Languages, as values: nothing here is global, every verb takes a BCP 47 tag.

    tags              what a tag says: locale, script, direction; isolating a foreign run
    translation       translator(language): the window's and the paper's own words
    terms             the printed word for a value of the domain ("coffee_break", "moderator")
    dates             long dates, intervals, times, weekdays
    figures           numbers, percent, minutes, lists of names
    tongues           names of languages and countries; "In Spanish, interpretation into Kazakh"
    names             a person's name as printed, with honorific and no-break spaces
    address           forms of address: envelope, salutation, introduction, place card
    postal, countries, letters     addresses by country; names of countries read; letters' texts
    collation         sorting as a language does
    folding           one spelling for searching, across accents and alphabets
    transliteration   suggestions for a name in another alphabet
    catalogue         the translators' tool: python -m desktop.language.catalogue

ICU and Babel are imported where first needed: asking for a translator costs neither.
"""
