"""A file fits in the mind: the ten largest are reported, and none exceeds the limit."""

from tests.architecture.checkout import name_of, python_files

LIMIT = 400


def test_no_file_outgrows_one_room() -> None:
    sizes = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in python_files()}
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:10]
    print(*(f"{lines:5}  {name}" for name, lines in largest), sep="\n")
    assert {name: lines for name, lines in largest if lines > LIMIT} == {}
