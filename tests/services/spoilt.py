"""One filled workbook, and ways to spoil it in the letters of its file, where no library would write such a thing."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from clair_desktop.services.office import Office
from tests.services.forms import MEMORIAL, Form


@dataclass
class Paper:
    """The parts of a workbook, and in which of them each named cell stands."""

    parts: dict[str, bytes]
    places: dict[str, tuple[str, str]]
    sheets: dict[str, str] = field(default_factory=dict)

    @classmethod
    def filled(cls, office: Office, path: Path) -> "Paper":
        form = Form(office, path)
        places, sheets = {}, {}
        for number, name in enumerate(form.book.sheetnames, start=1):
            sheets[name] = f"xl/worksheets/sheet{number}.xml"
        for name, defined in form.book.defined_names.items():
            sheet, _, cell = defined.attr_text.rpartition("!")
            places[name] = (sheets[sheet.strip("'")], cell.replace("$", ""))
        form.fill(MEMORIAL).save()
        with zipfile.ZipFile(path) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()}, places, sheets)

    def copy(self) -> "Paper":
        return Paper(dict(self.parts), self.places, self.sheets)

    def text(self, part: str) -> str:
        return self.parts[part].decode()

    def change(self, part: str, old: str, new: str) -> "Paper":
        assert old in self.text(part), old
        self.parts[part] = self.text(part).replace(old, new).encode()
        return self

    def below(self, name: str, rows: int) -> tuple[str, str]:
        part, head = self.places[name]
        letters = head.rstrip("0123456789")
        return part, f"{letters}{int(head[len(letters) :]) + rows}"

    def put(self, name: str, inner: str, attributes: str = "", *, rows: int = 0, style: bool = True) -> "Paper":
        """Puts raw XML into a named cell, or into the cell so many rows below it."""
        part, at = self.below(name, rows) if rows else self.places[name]
        pattern = rf'<c r="{at}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'

        def cell(found: re.Match[str]) -> str:
            return f'<c r="{at}"{found[1] or "" if style else ""} {attributes}>{inner}</c>'

        changed, times = re.subn(pattern, cell, self.text(part), count=1, flags=re.DOTALL)
        assert times == 1, (name, at)
        self.parts[part] = changed.encode()
        return self

    def say(self, name: str, text: str, *, rows: int = 0) -> "Paper":
        return self.put(name, f'<is><t xml:space="preserve">{escape(text)}</t></is>', 't="inlineStr"', rows=rows)

    def number(self, name: str, value: str, *, rows: int = 0, style: bool = True) -> "Paper":
        return self.put(name, f"<v>{value}</v>", rows=rows, style=style)

    def packed(self, **added: bytes) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in {**self.parts, **{key.replace("__", "/"): one for key, one in added.items()}}.items():
                made.writestr(name, content)
        return held.getvalue()


Spoil = Callable[[Paper], Paper]
