"""A copy to send back: faulty cells coloured, with a note each, and a sheet of findings with links.

The sender's own parts are carried over byte for byte; only what must change is patched in place, since openpyxl would
lose pictures, furigana and settings of the printer on saving (data.md E2).
"""

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from clair_desktop.output.excel import annotated_parts as parts
from clair_desktop.output.excel.acts import TAKEN_IN
from clair_desktop.output.excel.locking import USUAL, locked
from clair_desktop.output.excel.preflight import broken, read_foreign
from clair_desktop.output.excel.target import whole_file, write_through

JOB = "annotate_foreign"
_FILLS = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "advice": "FFDDEBF7"}
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_AFTER_NOTES = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MOST_NOTES = 1_000


def annotate(asked: Mapping[str, Any], progress: Callable[[int], None]) -> dict[str, Any]:
    """The job's handler; ``marks`` are sheet, cell, importance and text, ``rows`` the sheet of findings."""
    from lxml import etree

    path, out = Path(asked["path"]), Path(asked["out"])
    content = read_foreign(path, asked.get("password"))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            copy = _Copy(archive)
            copy.mark(asked["marks"], asked["author"])
            copy.list_findings(asked["name"], asked["rows"], asked["links"], asked["kinds"])
            progress(50)
            made = _locked_alike(path, copy.packed(), asked.get("password"))
    except (KeyError, ValueError, IndexError, TypeError, StopIteration, etree.XMLSyntaxError) as fault:
        raise broken(path, TAKEN_IN) from fault
    with whole_file(out) as part:
        write_through(part, lambda file: _put(file, made))
    return {"marked": copy.marked}


def _locked_alike(path: Path, made: bytes, password: str | None) -> bytes:
    """What came with a password goes back with the same one."""
    with path.open("rb") as file:
        was_locked = not file.read(2).startswith(b"PK")
    return locked(made, USUAL if password is None else password) if was_locked else made


class _Copy:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._trees: dict[str, Any] = {}
        self._added: dict[str, bytes] = {}
        self.marked = 0
        self._main = self._target("", "officeDocument") or "xl/workbook.xml"
        self._space = str(self._tree(self._main).tag)[1:].partition("}")[0]
        self._kinds = parts.STRICT if "purl.oclc.org" in self._space else parts.TRANSITIONAL
        self._styles = _Styles(self._tree(self._target(self._main, "styles") or "xl/styles.xml"))

    def mark(self, marks: Sequence[Sequence[str]], author: str) -> None:
        """Colours every cell by its worst finding and notes all that is said of it."""
        by_sheet: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
        for sheet, cell, importance, text in marks:
            by_sheet[sheet][cell].append((importance, text))
        for group, (name, cells) in enumerate(by_sheet.items(), start=101):
            part = self._sheet_part(name)
            if part is None:
                continue
            top = self._tree(part)
            for cell, said in cells.items():
                worst = min((importance for importance, _ in said), key=list(_FILLS).index)
                self._colour(top, cell, worst)
            notes = {cell: "\n".join(text for _, text in said) for cell, said in list(cells.items())[:_MOST_NOTES]}
            self._note(part, top, group, notes, author)

    def list_findings(
        self, name: str, rows: Sequence[Sequence[str]], links: Sequence[str], kinds: Sequence[str]
    ) -> None:
        main = self._tree(self._main)
        sheets = next(one for one in main if _local(one) == "sheets")
        taken = {one.get("name", "").casefold() for one in sheets}
        free, number = name, 1
        while free.casefold() in taken:
            number += 1
            free = f"{name} {number}"
        part = posixpath.join(posixpath.dirname(self._main), "worksheets/clairFindings.xml")
        styles = [self._styles.listed(kind) for kind in kinds]
        self._added[part] = parts.errors_sheet(self._space, rows, links, styles)
        self._declare(part, f"{_SPREADSHEET}.worksheet+xml")
        relation = self._relate(self._main, "worksheet", "worksheets/clairFindings.xml")
        last = max(int(one.get("sheetId", "0")) for one in sheets)
        made = parts.child(sheets, "sheet", name=free, sheetId=str(last + 1))
        made.set(f"{{{self._kinds}}}id", relation)

    def packed(self) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
            for member in self._archive.infolist():
                sent = self._archive.read(member)
                tree = self._trees.pop(member.filename, None)
                if tree is None or _spelled(tree) == _spelled(_parsed(sent)):
                    made.writestr(member, sent)
                else:
                    made.writestr(member.filename, _spelled(tree))
            for name, tree in self._trees.items():
                made.writestr(name, _spelled(tree))
            for name, content in self._added.items():
                made.writestr(name, content)
        return held.getvalue()

    def _colour(self, top: Any, at: str, importance: str) -> None:
        match = _ADDRESS.fullmatch(at)
        if match is None:
            return
        data = next(one for one in top if _local(one) == "sheetData")
        row = _placed(data, "row", match[2], lambda one: int(one.get("r", "0")) < int(match[2]))
        column = _number(match[1])
        cell = _placed(row, "c", at, lambda one: _number(one.get("r", "A1").rstrip("0123456789")) < column)
        cell.set("s", str(self._styles.coloured(int(cell.get("s", "0")), importance)))
        self.marked += 1

    def _note(self, part: str, top: Any, group: int, notes: Mapping[str, str], author: str) -> None:
        """A sheet with notes of the sender's keeps them as they are; its findings stand in the list alone."""
        if any(_local(one) == "legacyDrawing" for one in top) or self._target(part, "comments"):
            return
        folder = posixpath.dirname(part)
        said, drawn = f"{folder}/clairNotes{group}.xml", f"{folder}/clairNotes{group}.vml"
        places = [(int(m[2]) - 1, _number(m[1]) - 1) for cell in notes if (m := _ADDRESS.fullmatch(cell))]
        self._added[said] = parts.comments(self._space, author, notes)
        self._added[drawn] = parts.boxes(group, places)
        self._declare(said, f"{_SPREADSHEET}.comments+xml")
        self._declare_vml()
        self._relate(part, "comments", posixpath.basename(said))
        relation = self._relate(part, "vmlDrawing", posixpath.basename(drawn))
        made = parts.child(top, "legacyDrawing")
        made.set(f"{{{self._kinds}}}id", relation)
        following = next((one for one in top if _local(one) in _AFTER_NOTES), None)
        if following is not None:
            following.addprevious(made)

    def _tree(self, name: str) -> Any:
        if name not in self._trees:
            self._trees[name] = _parsed(self._archive.read(name))
        return self._trees[name]

    def _relations(self, part: str) -> Any | None:
        name = _relations_of(part)
        return self._tree(name) if name in self._trees or name in self._archive.namelist() else None

    def _listed(self, part: str) -> list[Any]:
        found = self._relations(part)
        return [] if found is None else list(found)

    def _target(self, part: str, kind: str) -> str | None:
        found = [one for one in self._listed(part) if one.get("Type", "").endswith(f"/{kind}")]
        return _whole(part, found[0].get("Target", "")) if found else None

    def _sheet_part(self, name: str) -> str | None:
        sheets = next(one for one in self._tree(self._main) if _local(one) == "sheets")
        sheet = next((one for one in sheets if one.get("name") == name), None)
        if sheet is None:
            return None
        key = sheet.get(f"{{{self._kinds}}}id")
        target = next(one.get("Target") for one in self._listed(self._main) if one.get("Id") == key)
        return _whole(self._main, target)

    def _relate(self, part: str, kind: str, target: str) -> str:
        from lxml import etree

        relations = self._relations(part)
        if relations is None:
            relations = etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")
            self._trees[_relations_of(part)] = relations
        key = f"rIdClair{len(relations) + 1}"
        parts.child(relations, "Relationship", Id=key, Type=f"{self._kinds}/{kind}", Target=target)
        return key

    def _declare(self, part: str, kind: str) -> None:
        parts.child(self._tree("[Content_Types].xml"), "Override", PartName=f"/{part}", ContentType=kind)

    def _declare_vml(self) -> None:
        types = self._tree("[Content_Types].xml")
        if any(one.get("Extension", "").casefold() == "vml" for one in types):
            return
        made = parts.child(
            types, "Default", Extension="vml", ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"
        )
        types.insert(0, made)


class _Styles:
    """The sender's styles with a coloured twin of each one that is marked."""

    def __init__(self, top: Any) -> None:
        self._fills = next(one for one in top if _local(one) == "fills")
        self._formats = next(one for one in top if _local(one) == "cellXfs")
        self._fill_of: dict[str, str] = {}
        self._twins: dict[tuple[int, str, bool], int] = {}

    def coloured(self, style: int, importance: str) -> int:
        return self._twin(style, importance, wrapped=False)

    def listed(self, kind: str) -> int:
        """A style of the list of findings: "" for its heads."""
        return self._twin(0, kind, wrapped=True)

    def _twin(self, style: int, importance: str, *, wrapped: bool) -> int:
        from copy import deepcopy

        key = (style, importance, wrapped)
        if key not in self._twins:
            made = deepcopy(self._formats[style])
            if importance:
                made.set("fillId", self._fill(importance))
                made.set("applyFill", "1")
            if wrapped:
                for old in [one for one in made if _local(one) == "alignment"]:
                    made.remove(old)
                made.insert(0, parts.child(made, "alignment", vertical="top", wrapText="1"))
                made.set("applyAlignment", "1")
            self._formats.append(made)
            self._formats.set("count", str(len(self._formats)))
            self._twins[key] = len(self._formats) - 1
        return self._twins[key]

    def _fill(self, importance: str) -> str:
        if importance not in self._fill_of:
            pattern = parts.child(parts.child(self._fills, "fill"), "patternFill", patternType="solid")
            parts.child(pattern, "fgColor", rgb=_FILLS[importance])
            parts.child(pattern, "bgColor", indexed="64")
            self._fills.set("count", str(len(self._fills)))
            self._fill_of[importance] = str(len(self._fills) - 1)
        return self._fill_of[importance]


def _placed(parent: Any, tag: str, at: str, is_before: Callable[[Any], bool]) -> Any:
    """The child of this address, made in its place where the sender has none."""
    found = next((one for one in parent if one.get("r") == at), None)
    if found is not None:
        return found
    made = parts.child(parent, tag, r=at)
    parent.insert(sum(1 for one in parent if one is not made and is_before(one)), made)
    return made


def _parsed(content: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _spelled(tree: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _whole(part: str, target: str) -> str:
    return posixpath.normpath(
        target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    )


def _local(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _put(file: Any, content: bytes) -> None:
    file.write(content)
