"""What must hold of a file of cases at any moment, whatever happened to the program that wrote it."""

from collections.abc import Iterator
from pathlib import Path

from clair_desktop.model.connection import FILE_NAME, CaseFile, connect, driver
from clair_desktop.model.listing import CaseListing
from tests.model.replay import kept, replayed


def complaints(folder: Path) -> list[str]:
    """Everything that is wrong with the folder's file; the list is opened first, as the program does."""
    listing = CaseListing.open_if_current(folder)
    if listing is None:
        return ["the file cannot be opened, or is not current"]
    connection = connect(folder / FILE_NAME)
    try:
        listing.rows(listing.ids())
        return list(_complaints(connection))
    except driver.DatabaseError as fault:
        return [f"damaged: {fault}"]
    finally:
        listing.close()
        connection.close()


def _complaints(connection: CaseFile) -> Iterator[str]:
    health = connection.execute("PRAGMA integrity_check").fetchall()
    if health != [("ok",)]:
        yield f"damaged: {health[:3]}"
        return
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        yield "references to nothing"
    for name, query in _HALVES.items():
        if found := connection.execute(query).fetchall():
            yield f"{name}: {found[:3]}"
    try:
        if replayed(connection) != kept(connection):
            yield "the journal does not tell how the tables came to be"
    except (AssertionError, KeyError) as gap:
        yield f"the journal has a gap: {gap!r}"


_HALVES = {
    "an act without a change": "SELECT id FROM operations WHERE id NOT IN (SELECT operation FROM journal)",
    "a case whose state no event explains": (
        "SELECT number, state FROM cases c WHERE state IS NOT coalesce((SELECT to_state FROM events "
        "WHERE case_id = c.id AND part IS NULL ORDER BY id DESC LIMIT 1), 'received')"
    ),
    "a part whose state no event explains": (
        "SELECT key, state FROM parts p WHERE state IS NOT coalesce((SELECT to_state FROM events "
        "WHERE case_id = p.case_id AND part = p.key ORDER BY id DESC LIMIT 1), 'received')"
    ),
    "a step taken by half": "SELECT case_id, step FROM events GROUP BY case_id, step HAVING count(*) <> 2",
    "an undo that only one side knows": (
        "SELECT a.id FROM operations a JOIN operations b ON a.undoes = b.id WHERE b.undone_by IS NOT a.id"
    ),
}
