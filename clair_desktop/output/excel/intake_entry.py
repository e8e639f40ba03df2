"""The instruction sheet and the entry sheet: one question a line, with what is still missing told beside it."""

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from clair_desktop.domain.fields import Choice, Choices, Field, Rows, Text
from clair_desktop.domain.intake import CHOSEN, field_name, option_name
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel.intake_form import FormBook, choices_of, is_asked_at_once
from clair_desktop.output.excel.intake_looks import help_of, put, validation
from clair_desktop.output.excel.intake_tables import Table
from clair_desktop.output.excel.text_width import lines_taken

ENTRY, _HOW = Wording("申請内容", "Entry"), Wording("記入要領", "How to fill in")
_HEADS = (
    Wording("番号", "No."), Wording("項目", "Question"), Wording("必須", "Required"), Wording("記入欄", "Answer"),
    Wording("点検", "Check"), Wording("記入の仕方", "How to answer"),
)  # fmt: skip
_REQUIRED, _MISSING = Wording("必須", "Required"), Wording("未記入", "Missing")
_WHEN = Wording("「{label}」が「{value}」の場合は必須です。", "Required if “{label}” is “{value}”.")
_MARK_EACH = Wording("当てはまるものすべてに○を付けてください。", "Mark every one that applies with ○.")
_GO_TO = Wording("シート「{sheet}」に記入してください。", "Fill in the sheet “{sheet}”.")
_EITHER = Wording(
    "シート「{sheet}」か「{other}」のどちらか一方に記入してください。",
    "Fill in either the sheet “{sheet}” or “{other}”.",
)
_COUNT = Wording("必須の未記入", "Required answers still missing")
_STEPS = (
    Wording(
        "1　クリーム色の欄だけに記入してください。ほかのセルは変えられません。",
        "1. Fill in the cream-coloured cells only; the others are locked.",
    ),
    Wording(
        "2　「申請内容」から始め、表のある項目は、それぞれのシートに1行ずつ記入してください。",
        "2. Begin with the sheet “Entry”. Tables have sheets of their own, one line for each item.",
    ),
    Wording(
        "3　必須の欄が空いている間は「未記入」と表示されます。件数が0になってから送付してください。",
        "3. “Missing” stands beside a required answer until it is given. Send the file when the count is 0.",
    ),
    Wording(
        "4　行が足りないときは、表の最後の行の下に続けて記入できるよう、シートの保護を解除してください（パスワードなし）。",
        "4. If a table has too few lines, unprotect the sheet (there is no password) and go on below its last line.",
    ),
    Wording(
        "5　Excelブック（.xlsx）のまま保存し、支部へ送付してください。マクロは使っていません。",
        "5. Save the file as .xlsx and send it to the branch. It contains no macros.",
    ),
)
_COSTS = Wording(
    "6　金額は円単位の整数です。経費内訳は「計算なし」か「計算あり」のどちらか一方に記入してください。",
    "6. Amounts are whole yen. Fill in one of the two cost sheets, either with formulas or without.",
)
_LINE, _AIR, _TALLEST = 13.5, 6.0, 300.0
_FIRST = 6


def add_instructions(book: FormBook, tables: Sequence[Table]) -> None:
    form = book.form
    made = book.sheet(form.say(_HOW), (100,), landscape=False)
    put(made, "A1", form.say(form.title), book.looks.title)
    steps = [*_STEPS, _COSTS] if any(len(one.sheets) > 1 for one in tables) else _STEPS
    lines = [form.say(form.body_name), form.say(form.branch), "", *(form.say(step) for step in steps)]
    for row, line in enumerate(lines, start=2):
        put(made, f"A{row}", line, book.looks.note)
        made.row_dimensions[row].height = _height(line, 96)


def add_entry(book: FormBook, tables: Sequence[Table]) -> None:
    _Entry(book, tables).write()


class _Entry:
    """The sheet with one question a line."""

    def __init__(self, book: FormBook, tables: Sequence[Table]) -> None:
        self._book = book
        self._tables = tables
        self._say = book.form.say
        self._sheet: Any = book.sheet(self._say(ENTRY), (6, 34, 8, 52, 10, 46), landscape=True)
        self._row = _FIRST
        self._number = 0
        self._cells: dict[str, str] = {}
        self._asked = {one.key: one for section in book.form.sections for one in section.fields}

    def write(self) -> None:
        self._place()
        form, looks = self._book.form, self._book.looks
        put(self._sheet, "A1", self._say(form.title), looks.title)
        put(self._sheet, "A2", self._say(form.body_name), looks.line)
        put(self._sheet, "B3", self._say(_COUNT), looks.line)
        for column, head in zip("ABCDEF", _HEADS, strict=True):
            put(self._sheet, f"{column}{_FIRST - 1}", self._say(head), looks.head)
        self._sheet.freeze_panes = f"A{_FIRST}"
        self._sheet.print_title_rows = f"{_FIRST - 1}:{_FIRST - 1}"
        for section in form.sections:
            self._heading(self._say(section.title))
            for asked in section.fields:
                self._question(asked)
        count = f'COUNTIF(E{_FIRST}:E{self._row},"{self._say(_MISSING)}")'
        put(self._sheet, "D3", f"={count}", looks.total, formula=True)

    def _place(self) -> None:
        """Where every answer will stand, before any formula speaks of one."""
        row = _FIRST
        for section in self._book.form.sections:
            row += 1
            for asked in section.fields:
                self._cells[asked.key] = f"D{row}"
                row += 1 + (len(asked.options) if isinstance(asked, Choices) else 0)

    def _heading(self, text: str) -> None:
        for column in "ABCDEF":
            put(self._sheet, f"{column}{self._row}", text if column == "A" else None, self._book.looks.section)
        self._row += 1

    def _question(self, asked: Field) -> None:
        self._number += 1
        row, looks = self._row, self._book.looks
        required = self._say(_REQUIRED) if asked.required or asked.required_when else ""
        note = self._note(asked)
        put(self._sheet, f"A{row}", self._number, looks.label)
        put(self._sheet, f"B{row}", self._say(asked.label), looks.label)
        put(self._sheet, f"C{row}", required if is_asked_at_once(asked) else None, looks.label)
        put(self._sheet, f"F{row}", note, looks.label)
        check = self._check(asked)
        put(self._sheet, f"E{row}", f"={check}" if check else None, looks.alarm, formula=True)
        lines = asked.lines if isinstance(asked, Text) else 1
        tall = max(lines * _LINE + _AIR, _height(note, 44), _height(self._say(asked.label), 32))
        self._sheet.row_dimensions[row].height = min(_TALLEST, tall)
        self._row += 1
        self._answer(asked, row)

    def _answer(self, asked: Field, row: int) -> None:
        looks = self._book.looks
        if isinstance(asked, Rows):
            put(self._sheet, f"D{row}", None, looks.label)
            table = next(one for one in self._tables if one.rows.key == asked.key)
            link = f"{quote_sheetname(table.sheets[0])}!A1"
            self._sheet[f"D{row}"].hyperlink = Hyperlink(ref=f"D{row}", location=link)
            put(self._sheet, f"D{row}", f"→ {'・'.join(table.sheets)}", looks.label)
        elif isinstance(asked, Choices):
            put(self._sheet, f"D{row}", None, looks.label)
            self._options(asked)
        else:
            fixed = self._book.form.prefilled.get(asked.key)
            put(self._sheet, f"D{row}", fixed, looks.label if fixed else looks.entry(asked))
            self._book.name(field_name(asked.key), self._sheet, f"D{row}")
            self._validate(asked, f"D{row}")

    def _options(self, asked: Choices) -> None:
        first, looks = self._row, self._book.looks
        for option in asked.options:
            put(self._sheet, f"A{self._row}", None, looks.label)
            put(self._sheet, f"B{self._row}", f"　{self._say(option.label)}", looks.label)
            put(self._sheet, f"D{self._row}", None, looks.text)
            for column in "CEF":
                put(self._sheet, f"{column}{self._row}", None, looks.label)
            self._sheet.row_dimensions[self._row].height = _height(self._say(option.label), 30)
            self._book.name(option_name(asked.key, option.key), self._sheet, f"D{self._row}")
            self._row += 1
        marks = DataValidation(
            type="list", formula1=self._book.listed([CHOSEN]), sqref=f"D{first}:D{self._row - 1}",
            allow_blank=True, showErrorMessage=True, error=self._say(_MARK_EACH),
        )  # fmt: skip
        self._sheet.data_validations.append(marks)

    def _validate(self, asked: Field, at: str) -> None:
        made = validation(asked, choices_of(self._book, asked), at, self._book.form.language)
        if made is not None:
            made.add(at)
            self._sheet.data_validations.append(made)

    def _note(self, asked: Field) -> str:
        said = [asked.hint] if asked.hint else []
        if asked.required_when:
            other, value = asked.required_when
            question = self._asked[other]
            label = question.option(str(value)).label if isinstance(question, Choice) else Wording("", "")
            said.append(_WHEN.filled(label=question.label, value=label))
        said.append(self._help(asked))
        return "\n".join(text for one in said if (text := self._say(one)))

    def _help(self, asked: Field) -> Wording:
        if isinstance(asked, Choices):
            return _MARK_EACH
        if not isinstance(asked, Rows):
            return help_of(asked)
        sheets = next(one.sheets for one in self._tables if one.rows.key == asked.key)
        wording = _GO_TO if len(sheets) == 1 else _EITHER
        return Wording(
            wording.ja.format(sheet=sheets[0], other=sheets[-1]), wording.en.format(sheet=sheets[0], other=sheets[-1])
        )

    def _check(self, asked: Field) -> str:
        """The formula that says whether a required answer is still missing; empty where none is required."""
        at = self._cells[asked.key]
        blank = f"LEN(TRIM({at}))=0"
        if isinstance(asked, Choices):
            row = int(at[1:])
            blank = f'COUNTIF(D{row + 1}:D{row + len(asked.options)},"{CHOSEN}")=0'
        if isinstance(asked, Rows):
            table = next(one for one in self._tables if one.rows.key == asked.key)
            blank = table.is_empty
        missing = self._say(_MISSING)
        if asked.required_when:
            other, value = asked.required_when
            question = self._asked.get(other)
            if not isinstance(question, Choice):
                return ""
            label = self._say(question.option(str(value)).label)
            return f'IF(AND({self._cells[other]}="{label}",{blank}),"{missing}","")'
        return f'IF({blank},"{missing}","")' if asked.required else ""


def _height(text: str, width: int) -> float:
    return min(_TALLEST, lines_taken(text or " ", width) * _LINE + _AIR)
