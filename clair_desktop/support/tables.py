"""The tables shipped beside the code, each read when it is first asked for. What they hold: resources/tables/README.md."""

from collections.abc import Iterator, Mapping

from clair_desktop.support.resources import resource


def table_rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of ``resources/tables/NAME.tsv`` by the names in its heading line."""
    return rows_of(resource("tables", f"{name}.tsv").read_text(encoding="utf-8"))


def rows_of(text: str) -> Iterator[Mapping[str, str]]:
    """Tab-separated rows under one heading line; a row of another width is a fault of the table."""
    heading, *lines = text.splitlines()
    columns = heading.split("\t")
    return (dict(zip(columns, line.split("\t"), strict=True)) for line in lines)
