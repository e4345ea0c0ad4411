from desktop.language import zones


def test_a_zone_is_called_by_its_city_in_the_readers_language():
    assert zones.city("Asia/Almaty", "kk") == "Алматы"
    assert zones.city("Europe/Madrid", "ar") == "مدريد"
    assert zones.city("Europe/Kyiv", "ru") == "Киев"
    assert zones.city("America/Coyhaique", "es") == "Coyhaique"
    assert zones.city("Etc/GMT+5", "en") == "Etc/GMT+5"


def test_each_city_is_offered_once_by_the_name_that_holds_now():
    offered = zones.cities("es")
    assert next(iter(offered)) == "UTC"
    assert offered["Asia/Kolkata"] == "Calcuta"
    assert "Asia/Calcutta" not in offered
    assert len(set(offered.values())) == len(offered)
    assert [*offered.values()].index("Ámsterdam") < [*offered.values()].index("Atenas")
