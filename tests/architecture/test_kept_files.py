"""What is kept works on any machine and fetches from no particular one."""

from tests.architecture.checkout import kept_files, name_of

# Put together here, so that this file may be looked at as well.
PLACES = ["/" + name + "/" for name in ("work", "root", "farm", "tmp/w", "tmp/bash_jobs", "home/user")]
HOSTS = [
    ".".join(host) for host in (("pypi", "org"), ("pythonhosted", "org"), ("deb", "debian", "org"), ("npmjs", "org"))
]
TEXTS = [path for path in kept_files() if b"\0" not in path.read_bytes()[:8_192]]


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    found = {name_of(path): words for path in TEXTS if (words := named_in(path.read_text("utf-8")))}
    assert found == {}


def named_in(text: str) -> list[str]:
    return [word for word in (*PLACES, *HOSTS) if word in text]


def test_such_a_name_would_be_noticed() -> None:
    assert named_in(f"see {PLACES[0]}main and https://{HOSTS[0]}/simple") == [PLACES[0], HOSTS[0]]


def test_every_font_travels_with_its_licence() -> None:
    fonts = {path.name for path in kept_files() if path.suffix == ".ttf"}
    licences = {path.name for path in kept_files() if path.parent.name == "fonts" and path.suffix == ".txt"}
    assert {name for name in fonts if name.startswith("BIZUD")} == {
        "BIZUDGothic-Bold.ttf",
        "BIZUDGothic-Regular.ttf",
        "BIZUDMincho-Regular.ttf",
        "BIZUDPGothic-Bold.ttf",
        "BIZUDPGothic-Regular.ttf",
        "BIZUDPMincho-Regular.ttf",
    }
    assert {name for name in fonts if name.startswith("CLAIRPartner")} == {
        "CLAIRPartnerSans-Bold.ttf",
        "CLAIRPartnerSans-Regular.ttf",
        "CLAIRPartnerSerif-Regular.ttf",
    }
    assert "CLAIRPartner_OFL.txt" in licences
    assert {"BIZUDGothic_OFL.txt", "BIZUDMincho_OFL.txt", "IPA_Font_License_Agreement_v1.0.txt"} <= licences
