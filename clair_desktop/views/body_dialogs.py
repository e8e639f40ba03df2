"""Questions of the directory: a value with its source, a body, which duplicate is meant."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QWidget

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.body_editing import BodyQuestion, Keeps, MergeQuestion, ValueQuestion
from clair_desktop.presenters.suggestions import postal_addresses
from clair_desktop.support.i18n import words
from clair_desktop.views import theme
from clair_desktop.views.asked_box import AskedBox, AskedLine, offer
from clair_desktop.views.elements import button, column, keyed, label, row
from clair_desktop.views.postal_offer import PostalOffer

_MARGINS = (20, 16, 20, 16)
_VALUE_HEIGHT = 64


class KeepingDialog(QDialog):
    """Boxes by their field; it closes only once what was typed is kept."""

    def __init__(self, over: QWidget, language: Language, title: Wording, keeps: Keeps) -> None:
        super().__init__(over)
        _ = words(language)
        self._language, self._keeps = language, keeps
        self.setWindowTitle(title.in_(language))
        self.boxes: dict[str, AskedBox] = {}
        self.keep = button(keyed(_("Keep"), "K"), name="primary", act=self._keep)
        self.keep.setDefault(True)
        self._back = button(_("Go back"), act=self.reject)
        self.setMinimumWidth(520)

    def texts(self) -> dict[str, str]:
        return {field: _text(box) for field, box in self.boxes.items()}

    def complain(self, field: str, wording: Wording) -> None:
        box = self.boxes.get(field) or next(iter(self.boxes.values()))
        box.complain(wording.in_(self._language))

    def _keep(self) -> None:
        for box in self.boxes.values():
            box.complain("")
        complaint = self._keeps(self.texts())
        if complaint is None:
            self.accept()
        else:
            self.complain(*complaint)

    def _acts(self) -> "QWidget":
        made = QWidget()
        made.setLayout(row(None, self._back, self.keep))
        return made

    def _choice(self, field: str, entries: Sequence[tuple[str, Wording]], chosen: str) -> AskedBox:
        combo = QComboBox()
        known = [(told.in_(self._language), key) for key, told in entries]
        if chosen not in dict(entries):
            known.append((chosen, chosen))
        offer(combo, known, chosen)
        self.boxes[field] = AskedBox(combo)
        return self.boxes[field]

    def _line(self, field: str, text: str) -> AskedLine:
        made = AskedLine()
        made.put(text)
        self.boxes[field] = made
        return made


class ValueDialog(KeepingDialog):
    """One value of a body with what it is for, since when, and who says so."""

    def __init__(self, over: QWidget, language: Language, question: ValueQuestion, keeps: Keeps) -> None:
        super().__init__(over, language, question.title, keeps)
        _ = words(language)
        texts = question.texts
        attribute = self._choice("attribute", question.attributes, texts["attribute"])
        attribute.name(_("Item"), "I")
        scope = self._choice("scope", question.scopes, texts["scope"])
        scope.name(_("What it is for"), "W")
        tongue = self._choice("tongue", question.tongues, texts["tongue"])
        tongue.name(_("Language"), "L")
        self.value = QPlainTextEdit(texts["value"])
        self.value.setTabChangesFocus(True)
        self.value.setFixedHeight(_VALUE_HEIGHT)
        PostalOffer(self.value, postal_addresses)
        value = self.boxes["value"] = AskedBox(self.value)
        value.name(_("Value"), "V", _("Exactly as printed; 記載なし where the document leaves it out"))
        since, until = self._line("valid_from", texts["valid_from"]), self._line("valid_to", texts["valid_to"])
        since.name(_("Valid from"), "F")
        until.name(_("Valid to"), "T")
        seen = self._line("seen_on", texts["seen_on"])
        seen.name(_("Day of the document"), "D")
        document, place = self._line("document", texts["document"]), self._line("locator", texts["locator"])
        document.name(_("Source (title of the document)"), "S")
        place.name(_("Place in it"), "P")
        self._confidence = texts["confidence"]
        days = row(since, until, seen, gap=theme.GAP)
        chosen = row(attribute, scope, tongue, gap=theme.GAP)
        layout = column(chosen, value, days, document, place, self._acts(), gap=theme.GAP, margins=_MARGINS)
        self.setLayout(layout)
        self.value.setFocus()

    def texts(self) -> dict[str, str]:
        return {**super().texts(), "confidence": self._confidence}


class BodyDialog(KeepingDialog):
    """What a body is called and what it belongs to."""

    def __init__(self, over: QWidget, language: Language, question: BodyQuestion, keeps: Keeps) -> None:
        super().__init__(over, language, question.title, keeps)
        _ = words(language)
        texts = question.texts
        kind = self._choice("kind", question.kinds, texts["kind"])
        kind.name(_("Kind"), "I")
        kind.box.setEnabled(not question.kind_is_set)
        lines = {field: self._line(field, texts[field]) for field in ("name_ja", "name_en", "kana", "code", "country")}
        lines["name_ja"].name(_("Name in Japanese"), "J")
        lines["name_en"].name(_("Name in English"), "E")
        lines["kana"].name(_("Reading"), "R")
        lines["code"].name(_("Code of its local authority"), "C", _("Six digits; may be left empty"))
        lines["country"].name(_("Country or territory"), "T", _("Name or two-letter ISO code"))
        self._parent = texts["parent"]
        self.setLayout(column(kind, *lines.values(), self._acts(), gap=theme.GAP, margins=_MARGINS))
        lines["name_ja"].line.setFocus()

    def texts(self) -> dict[str, str]:
        return {**super().texts(), "parent": self._parent}


class DuplicateDialog(QDialog):
    """Which body is the duplicate."""

    def __init__(self, over: QWidget, language: Language, question: MergeQuestion) -> None:
        super().__init__(over)
        _ = words(language)
        self.setWindowTitle(_("Merge a duplicate"))
        told = _("The chosen body is merged into “%(name)s”. Both histories are kept; undo parts them again.") % {
            "name": question.survivor.in_(language)
        }
        self.duplicate = QComboBox()
        offer(self.duplicate, [(name.in_(language), key) for key, name in question.duplicates], None)
        asked = AskedBox(self.duplicate)
        asked.name(_("Duplicate"), "D")
        merge = button(keyed(_("Merge"), "M"), name="primary", act=self.accept)
        merge.setDefault(True)
        back = button(_("Go back"), act=self.reject)
        layout = column(label(told, wraps=True), asked, row(None, back, merge), gap=theme.GAP, margins=_MARGINS)
        self.setLayout(layout)
        self.setMinimumWidth(460)

    def ask(self) -> str | None:
        return str(self.duplicate.currentData()) if self.exec() == QDialog.DialogCode.Accepted else None


def _text(asked: AskedBox) -> str:
    box = asked.box
    if isinstance(box, QComboBox):
        return str(box.currentData() or "")
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
