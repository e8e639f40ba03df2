"""A third programme needs no window of its own: what it declares is asked, listed and stepped."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clair_desktop.domain.documents import Document, Form, Pack
from clair_desktop.domain.fields import Choice, Day, Option, Section, Text, Yen
from clair_desktop.domain.plain_blocks import Paragraph
from clair_desktop.domain.programme import Programme
from clair_desktop.domain.rulings import Mark, Source
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.workflow import State, Tone, Transition, Workflow
from clair_desktop.presenters.case_entry import CaseEntryPresenter, StepWish
from clair_desktop.services.listed import listed, remember, remembered
from clair_desktop.services.office import Office
from clair_desktop.views.case_entry import PARTS, CaseEntryPane
from tests.presenters.stand import TODAY, Remembering, RememberingShell
from tests.views.accessibility import nameless

WELCOME = Wording("歓迎行事", "Welcome events")
TINY = Programme(
    key="welcome",
    name=WELCOME,
    desk="economic_exchange",
    sections=[
        Section(
            "event",
            Wording("行事", "Event"),
            [
                Text(key="title", label=Wording("行事名", "Title"), required=True, searchable=True),
                Day(key="held_on", label=Wording("開催日", "Held on")),
                Yen(key="requested", label=Wording("申請額", "Requested")),
                Choice(
                    key="place",
                    label=Wording("会場", "Hall"),
                    options=[Option("hall", Wording("県庁", "Prefectural hall"))],
                ),
            ],
        )
    ],
    rules=[],
    checks=[],
    workflow=Workflow(
        [
            State("received", Wording("受付", "Received")),
            State("held", Wording("開催済", "Held"), Tone.DONE, closed=True),
        ],
        [
            Transition(
                key="hold",
                label=Wording("開催を記録する", "Record the event"),
                will=Wording("開催済にします。", "Marks it as held."),
                sources=["received"],
                target="held",
            )
        ],
    ),
    packs=[
        Pack(
            key="plan",
            name=Wording("計画書", "Plan"),
            documents=[
                Document(
                    key="plan", name=Wording("計画書", "Plan"), layout=Form(title=WELCOME, blocks=[Paragraph(WELCOME)])
                )
            ],
        )
    ],
    registers=[],
    source=Source(WELCOME, WELCOME, Mark.DESIGN, TODAY.date()),
)


def test_its_declaration_is_all_the_window_needs(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    office._desk.programmes = {**office.programmes(), TINY.key: TINY}
    case = office.cases.new(TINY.key, 2026)
    pane = CaseEntryPane(Language.JA)
    qtbot.addWidget(pane)
    for one in (pane.enclosures, pane.documents, pane.history):
        one.bind(Remembering())
    presenter = CaseEntryPresenter(pane, office, RememberingShell(), Language.JA)
    pane.bind(presenter)
    pane.show()
    presenter.show(case.id)
    QApplication.processEvents()
    assert list(pane.form.frames) == ["title", "held_on", "requested", "place"]
    for key, text in {"title": "歓迎の集い", "held_on": "R8.12.1", "requested": "3万円", "place": "県庁"}.items():
        pane.form.frames[key].put(text)
    pane.save.click()
    saved = office.cases.get(case.number)
    assert (saved.title, saved.answers["requested"], saved.answers["place"]) == ("歓迎の集い", 30_000, "hall")
    assert not pane.tabs.isTabVisible(PARTS)
    assert nameless(pane) == []
    assert presenter.take_step(StepWish("hold"))
    assert office.cases.get(case.number).state.key == "held"
    remember(tmp_path, listed({TINY.key: TINY}))
    assert remembered(tmp_path) == listed({TINY.key: TINY})
