from desktop.language.collation import name_sort_key, sort_key, without_particles


def test_each_alphabet_has_its_order():
    assert sorted(["Қасым", "Алия", "Касым", "Әлия"], key=sort_key("kk")) == [
        "Алия",
        "Әлия",
        "Касым",
        "Қасым",
    ]
    assert sorted(["Núñez", "Nzo", "Ñuflo", "Oria"], key=sort_key("es")) == [
        "Núñez",
        "Nzo",
        "Ñuflo",
        "Oria",
    ]


def test_arabic_passes_over_the_article():
    assert sorted(["الباجي", "أحمد", "التميمي", "بدر"], key=sort_key("ar")) == [
        "أحمد",
        "الباجي",
        "بدر",
        "التميمي",
    ]


def test_persons_stand_by_family_name_then_given_name():
    key = name_sort_key("es")
    persons = [("Torres", "Ana"), ("de la Torre", "Luis"), ("Torre", "Berta"), ("Alba", "Zoe")]
    assert sorted(persons, key=lambda person: key(*person)) == [
        ("Alba", "Zoe"),
        ("Torre", "Berta"),
        ("de la Torre", "Luis"),
        ("Torres", "Ana"),
    ]


def test_particles_in_lower_case_do_not_count():
    assert without_particles("von und zu Stein") == "Stein"
    assert without_particles("De Gaulle") == "De Gaulle"
    assert without_particles("bin") == "bin"
