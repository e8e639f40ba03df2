"""資料の貸出: a programme that exists only for the tests, to show that one file is enough."""

from clair_desktop.domain.documents import Document, FieldTable, Form, Item, Letter, Pack, Party
from clair_desktop.domain.fields import Day, Section, Text, Yen
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.programme import Example, ExampleStep, Programme
from clair_desktop.domain.publications import CHECKED_ON, brochure
from clair_desktop.domain.registers import Column, Register
from clair_desktop.domain.rulings import Rule, Verdict, by_year
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.workflow import Guard, State, Tone, Transition, Workflow

SOURCE = brochure(Wording("試験用", "for tests"))
ASKED = Section("loan", Wording("貸出", "Loan"), [
    Authority(key="applicant", label=Wording("団体", "Body"), required=True, searchable=True),
    Text(key="title", label=Wording("資料名", "Material"), required=True, searchable=True),
    Yen(key="requested", label=Wording("送料", "Postage")), Day(key="back_by", label=Wording("返却日", "Back by")),
])  # fmt: skip
LETTER = Letter(to=Party.HEADQUARTERS, sender=Party.BRANCH, subject=Wording("資料の貸出について（依頼）", "Loan of material"),
                paragraphs=[Wording("{applicant_name}に{title}を貸してください。", "Please lend {title} to {applicant_name}.")],
                items=[Item(Wording("返却日", "Back by"), Wording("{back_by}", "{back_by}"))])  # fmt: skip
FORM = Form(title=Wording("貸出票", "Loan Slip"), blocks=[FieldTable(["loan"])])


WITHIN, ABOVE = Wording("送料は上限以内です。", "Within the cap."), Wording("送料が上限を超えます。", "Above the cap.")


def cheap(facts, book):
    postage, cap = facts.yen("requested") or 0, book.yen("cap") or 0
    yield book.judge("LOAN-1", postage <= cap, needs=["cap"], field="requested", met=WITHIN, not_met=ABOVE)


PROGRAMME = Programme(
    key="material_loan", name=Wording("資料の貸出（試験用）", "Loan of material (for tests)"), desk="general_affairs", source=SOURCE,
    sections=[ASKED], rules=[Rule("cap", Wording("上限額", "cap"), int, by_year({2026: 3_000}, SOURCE))], checks=[cheap],
    workflow=Workflow([State("asked", Wording("依頼", "Asked")), State("lent", Wording("貸出中", "Lent"), Tone.DONE, closed=True)],
                      [Transition(key="lend", label=Wording("貸出を依頼する", "Ask for the loan"), will=Wording("依頼します。", "Asks."),
                                  sources=["asked"], target="lent", guard=Guard.READY, issues="slip", numbered=True)]),
    packs=[Pack(key="slip", name=Wording("貸出依頼", "Loan request"), documents=[
        Document(key="letter", name=Wording("依頼文", "Letter"), layout=LETTER),
        Document(key="form", name=Wording("貸出票", "Slip"), layout=FORM)])],
    registers=[Register(key="loans", name=Wording("貸出", "Loans"), columns=[
        Column("case_number"), Column("title"), Column("requested"), Column("back_by")])],
    examples=[Example(Wording("土葬の資料", "Burial"), 2026,
                      {"applicant": "040002", "title": "シンガポールの土葬", "requested": 3_000, "back_by": "2026-12-25"},
                      {"LOAN-1": Verdict.MET}, steps=[ExampleStep("lend", CHECKED_ON, number="国際第1号")])],
)  # fmt: skip
