"""Row tables as they are typed: what is pasted from a spreadsheet, what is moved, what the figures come to."""

from collections.abc import Mapping, Sequence

from clair_desktop.domain.fields import Choice, Rows
from clair_desktop.domain.refusal import Malformed
from clair_desktop.domain.typed import folded, read_yen
from clair_desktop.domain.wording import Language

TypedRow = Mapping[str, str]


def pasted(text: str) -> list[list[str]]:
    """The cells of what a spreadsheet puts on the clipboard: tabs between cells, quotes round cells with line breaks."""
    rows: list[list[str]] = [[""]]
    quoted = False
    place = 0
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    while place < len(plain):
        letter = plain[place]
        if letter == '"' and quoted and plain[place + 1 : place + 2] == '"':
            rows[-1][-1] += '"'
            place += 1
        elif letter == '"' and (quoted or not rows[-1][-1]):
            quoted = not quoted
        elif letter == "\t" and not quoted:
            rows[-1].append("")
        elif letter == "\n" and not quoted:
            rows.append([""])
        else:
            rows[-1][-1] += letter
        place += 1
    return [row for row in rows if any(cell.strip() for cell in row)]


def laid_in(
    field: Rows, rows: Sequence[TypedRow], at: tuple[int, int], cells: Sequence[Sequence[str]]
) -> list[TypedRow]:
    """The table after cells were pasted with their first at (row, column); a pasted head line is left out."""
    keys = [column.key for column in field.columns]
    first_row, first_column = at
    laid = [dict(row) for row in rows]
    for down, line in enumerate(_without_heads(field, cells, first_column)):
        while len(laid) <= first_row + down:
            laid.append({})
        for across, cell in enumerate(line[: len(keys) - first_column]):
            laid[first_row + down][keys[first_column + across]] = cell.strip()
    return [*laid]


def moved(rows: Sequence[TypedRow], row: int, by: int) -> list[TypedRow]:
    """The table with a row carried up or down; at the edge nothing moves."""
    target = row + by
    changed = list(rows)
    if 0 <= row < len(changed) and 0 <= target < len(changed):
        changed.insert(target, changed.pop(row))
    return changed


def total(field: Rows, rows: Sequence[TypedRow]) -> int | None:
    """What the column that is added up comes to, in yen; None where the table adds nothing up or an amount is unreadable."""
    if field.total is None:
        return None
    amounts = [text for row in rows if (text := row.get(field.total, "").strip())]
    try:
        return sum(read_yen(text) for text in amounts)
    except Malformed:
        return None


def filled(rows: Sequence[TypedRow]) -> list[dict[str, str]]:
    """The rows in which something was typed."""
    return [dict(row) for row in rows if any(text.strip() for text in row.values())]


def options(column: Choice, language: Language) -> list[str]:
    return [option.label.in_(language) for option in column.options]


def _without_heads(field: Rows, cells: Sequence[Sequence[str]], first_column: int) -> Sequence[Sequence[str]]:
    labels = {label for column in field.columns for label in (folded(column.label.ja), folded(column.label.en))}
    heads = [folded(cell) for cell in cells[0]] if cells else []
    is_head = len(heads) > 1 and first_column == 0 and all(not head or head in labels for head in heads)
    return cells[1:] if is_head else cells
