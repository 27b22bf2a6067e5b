"""The place and nationality data of English: well-formed, without contradictions, without traps."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

import sayso

ROOT = Path(sayso.__file__).parent
PLACES = ROOT / "languages" / "en" / "places"
CODE = re.compile(r"[A-Z]{2}(:.+)?|region:.+|ethnic:.+")
SIZE = 600_000
TRAPS = """
Reading Bath Mobile Nancy Nice Orange Of Van Man Split Bar Batman Tours Lens Worms Sale Bury Deal March May August Sunday Friday Hit Lice
Sparks Bend Normal Surprise Enterprise Commerce Independence Providence Hope Union Liberty Page Price Temple Pearl Media Justice Salt Tank
Hub Bay Unity Lakes Sake Forest Metro Spring Springs Highland Mission Plantation Vista Clay Latina Central Northern Eastern Jackson
Lincoln Madison Victoria Hamilton Nelson Marion Logan Tyler Taylor Troy Warren Wayne Monroe Lawrence Elizabeth Eugene Gary Norman Irving
Chandler Carson Clinton Franklin Jefferson Marshall Allen Garland Montgomery Kent Devon Rhodes Mary Regina Carolina Alexandra Salvador
Mariana Florencia Rosario Mendoza Trujillo Zamora Santos Bolton Preston Dudley Hassan Anand Jasim Tamale Farah Shani Vladimir Engels Darwin
Humboldt Livingstone Kennedy Toyota Sakura Caucasian Muslim Christian Sunni Shiite Jewish Druze
"""


class Unique(yaml.CSafeLoader):
    """A loader that refuses a key given twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, f"given twice: {twice}"
        return super().construct_mapping(node, deep)


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf8"), Loader=Unique)


def divided(name: str) -> dict[str, list[tuple[str, str]]]:
    """Return (name, code) of every place in a file, by country."""
    held: dict[str, list[tuple[str, str]]] = {}
    for country, entries in load(PLACES / name).items():
        spellings = [[entry] if isinstance(entry, str) else entry for entry in entries]
        held[country] = [(each, f"{country}:{entry[0]}") for entry in spellings for each in entry]
    return held


@pytest.fixture(scope="module")
def codebook() -> dict[str, Any]:
    held: dict[str, Any] = load(ROOT / "codebook" / "places.yaml")
    return held


@pytest.fixture(scope="module")
def ambiguous() -> dict[str, list[str]]:
    held: dict[str, list[str]] = load(PLACES / "ambiguous.yaml")
    return held


@pytest.fixture(scope="module")
def names() -> dict[str, set[str]]:
    """Return the codes of every name of every file."""
    held: dict[str, set[str]] = defaultdict(set)
    for file in ("countries.yaml", "regions.yaml"):
        for code, entry in load(PLACES / file).items():
            assert set(entry) == {"names", "people"}, code
            for name in entry["names"] + entry["people"]:
                held[name].add(code)
    for code, people in load(PLACES / "peoples.yaml").items():
        for name in people:
            held[name].add(code)
    for file in ("provinces.yaml", "cities.yaml"):
        for places in divided(file).values():
            for name, code in places:
                held[name].add(code)
    return held


def test_all_names_are_text_without_stray_space(names: dict[str, set[str]], ambiguous: dict[str, list[str]]) -> None:
    for name in [*names, *ambiguous]:
        assert isinstance(name, str), f"{name!r}: quote it, YAML reads it as another type"
        assert name == " ".join(name.split()), repr(name)
        assert len(name) > 1


def test_all_codes_are_well_formed(names: dict[str, set[str]], ambiguous: dict[str, list[str]]) -> None:
    codes = set().union(*names.values(), *ambiguous.values())
    assert not [code for code in codes if not CODE.fullmatch(code)]


def test_a_name_has_one_code_or_is_listed_as_ambiguous(names: dict[str, set[str]], ambiguous: dict[str, list[str]]) -> None:
    assert {name: codes for name, codes in names.items() if len(codes) > 1 and name not in ambiguous} == {}


def test_ambiguous_names_list_every_code_they_have(names: dict[str, set[str]], ambiguous: dict[str, list[str]]) -> None:
    known = set().union(*names.values())
    for name, codes in ambiguous.items():
        assert len(codes) == len(set(codes)) > 1, name
        assert names.get(name, set()) <= set(codes), name
        assert set(codes) <= known, name


def test_no_place_is_listed_twice() -> None:
    listed = [(name, country) for file in ("provinces.yaml", "cities.yaml") for country, rows in divided(file).items() for name, _ in rows]
    assert len(listed) == len(set(listed))


def test_guarded_places_are_not_open_ones_of_the_same_country() -> None:
    opened = {(country, name) for file in ("provinces.yaml", "cities.yaml") for country, rows in divided(file).items() for name, _ in rows}
    guarded = {(country, name) for country, rows in divided("guarded.yaml").items() for name, _ in rows}
    assert not opened & guarded


def test_the_codebook_knows_every_country_and_region(names: dict[str, set[str]], codebook: dict[str, Any]) -> None:
    countries, regions, parts = codebook["countries"], codebook["regions"], codebook["parts"]
    for code in set().union(*names.values()):
        head = code.partition(":")[0]
        assert head == "ethnic" or code in regions or head in countries, code
    listed = load(PLACES / "countries.yaml")
    assert set(listed) == set(countries) | set(parts)
    assert all(part["within"] in countries for part in parts.values())
    assert len(countries) == 250
    assert countries["TJ"] == {"name": "Tajikistan", "region": "region:Central Asia", "iso3": "TJK", "numeric": "762"}
    assert countries["NO"]["name"] == "Norway"


def test_every_region_lies_in_a_known_one_without_a_circle(codebook: dict[str, Any]) -> None:
    regions = codebook["regions"]
    for country in codebook["countries"].values():
        assert country["region"] is None or country["region"] in regions
        assert re.fullmatch(r"[A-Z]{3}", country["iso3"])
        assert country["numeric"] is None or re.fullmatch(r"\d{3}", country["numeric"])
    for code in regions:
        path = [code]
        while (above := regions[path[-1]]["within"]) is not None:
            assert above in regions
            assert above not in path
            path.append(above)


def test_country_numbers_are_unique(codebook: dict[str, Any]) -> None:
    for field in ("iso3", "numeric", "name"):
        values = [country[field] for country in codebook["countries"].values() if country[field]]
        assert len(values) == len(set(values))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Tajiks", "TJ"), ("Kirghiz", "KG"), ("Kyrgyz Republic", "KG"), ("Uzbekistani", "UZ"), ("Saudis", "SA"), ("Swiss", "CH"),
        ("Frenchmen", "FR"), ("Filipina", "PH"), ("Spaniards", "ES"), ("Briton", "GB"), ("U.S.", "US"), ("UAE", "AE"),
        ("Norwegian", "NO"), ("Côte d'Ivoire", "CI"), ("Burma", "MM"), ("Türkiye", "TR"), ("DR Congo", "CD"), ("Palestinians", "PS"),
        ("Scottish", "GB:Scotland"), ("Chechens", "RU:Chechen"), ("Uighurs", "CN:Uyghur"), ("Karakalpak", "UZ:Karakalpak"),
        ("Rohingya", "MM:Rohingya"), ("Kurds", "ethnic:Kurdish"), ("Yezidis", "ethnic:Yazidi"), ("Tuareg", "ethnic:Tuareg"),
        ("Arabs", "ethnic:Arab"), ("Central Asians", "region:Central Asia"), ("ex-Soviet", "region:former Soviet Union"),
        ("sub-Saharan Africa", "region:Sub-Saharan Africa"), ("IS-held territory", "region:IS-held territory"),
        ("Western Europeans", "region:Western Europe"), ("Fergana Valley", "UZ:Ferghana Valley"), ("al-Raqqa", "SY:Raqqa"),
        ("Aleppo", "SY:Aleppo"), ("Deir al-Zour", "SY:Deir Ezzor"), ("Calif.", "US:California"), ("Dagestan", "RU:Dagestan"),
        ("Gaza", "PS:Gaza Strip"), ("Iraqi Kurdistan", "IQ:Kurdistan"), ("Xinjiang", "CN:Xinjiang"), ("Pankisi Gorge", "GE:Pankisi"),
        ("Osh", "KG:Osh"), ("Kobane", "SY:Kobani"), ("Tel Afar", "IQ:Tal Afar"), ("Chibok", "NG:Chibok"), ("Bakhmut", "UA:Bakhmut"),
        ("Guantanamo Bay", "CU:Guantánamo"), ("Zaatari camp", "JO:Zaatari"), ("Washington", "US:Washington, D.C."),
        ("Washington state", "US:Washington state"), ("New York City", "US:New York"), ("Rio de Janeiro", "BR:Rio de Janeiro"),
        ("Lagos", "NG:Lagos"), ("Guangzhou", "CN:Guangzhou"), ("Sao Paulo", "BR:São Paulo"),
    ],
)  # fmt: skip
def test_names_are_found(names: dict[str, set[str]], name: str, code: str) -> None:
    assert names[name] == {code}


@pytest.mark.parametrize(
    ("name", "first"), [("Georgia", "US:Georgia"), ("Congo", "CD"), ("Korea", "KR"), ("Birmingham", "GB:Birmingham"), ("Turkmen", "TM")]
)
def test_shared_names_have_an_order(ambiguous: dict[str, list[str]], name: str, first: str) -> None:
    assert ambiguous[name][0] == first


@pytest.mark.parametrize("trap", TRAPS.split())
def test_words_and_persons_are_no_places(names: dict[str, set[str]], ambiguous: dict[str, list[str]], trap: str) -> None:
    assert trap not in names
    assert trap not in ambiguous


def test_postal_abbreviations_lead_to_states() -> None:
    known = {code for rows in divided("provinces.yaml").values() for _, code in rows}
    held = load(PLACES / "abbreviations.yaml")
    assert held["OR"] == "US:Oregon"
    assert set(held.values()) <= known


def test_each_file_gives_its_sources_and_all_are_small() -> None:
    files = [*PLACES.glob("*.yaml"), ROOT / "codebook" / "places.yaml"]
    assert len(files) == 9
    assert all(path.read_text(encoding="utf8").startswith("#") for path in files)
    assert sum(path.stat().st_size for path in files) < SIZE
    assert "GeoNames" in (PLACES / "cities.yaml").read_text(encoding="utf8")
