"""Papers for the tests, made from real business: burial in Singapore, Hōjicha from Fuji."""

from dataclasses import replace

from clair_desktop.domain.filled_papers import (
    Cell,
    FilledDocument,
    FilledEnclosure,
    FilledFields,
    FilledForm,
    FilledLetter,
    FilledPack,
    FilledTable,
)
from clair_desktop.domain.plain_blocks import Heading
from clair_desktop.domain.wording import Wording

PURPOSE = (
    "　シンガポールでは、国土の狭さから土葬用の墓地を集約し、埋葬期間を15年に限る制度が1998年から運用されている。"
    "本県においても外国人住民の増加に伴い照会が寄せられており、制度の概要、導入の経緯及び費用負担の在り方を把握したい。"
)
NAMES = "髙﨑　𠮷　葛\U000e0100　か\u309a　①㈱　都"

LETTER = FilledLetter(
    number="国第123号",
    day="令和8年11月20日",
    addressee=["一般財団法人自治体国際化協会", "事務局長　様"],
    sender=["一般財団法人自治体国際化協会", "宮城県支部長"],
    seal_omitted=True,
    subject="「シンガポールにおける土葬の状況」に関する海外調査依頼書の送付について（進達）",
    paragraphs=["　このことについて、別添のとおり依頼がありましたので、下記により送付します。"],
    items=[("調査テーマ", "シンガポールにおける土葬の状況"), ("回答希望期限", "令和9年1月29日")],
    enclosed=["海外調査依頼書", "質問票"],
    contact=["宮城県国際政策課", "電話　022-211-2972"],
)
ENGLISH_LETTER = FilledLetter(
    number="国第123号",
    day="20 November 2026",
    addressee=["Secretary General", "Council of Local Authorities for International Relations"],
    sender=["Director", "CLAIR Miyagi Prefecture Branch"],
    seal_omitted=True,
    subject="Request for overseas research on burial in Singapore",
    paragraphs=["We enclose the local authority’s request and should be grateful for your “examination”."],
    items=[("Reply requested by", "29 January 2027")],
    enclosed=["Request form"],
    contact=["Miyagi Prefecture"],
    salutation="Dear Sir or Madam,",
)
COSTS = FilledTable(
    heads=["番号", "費目", "内容", "金額"],
    rows=[
        [
            Cell(str(number)),
            Cell("通訳・翻訳費"),
            Cell("ほうじ茶の試飲会の逐次通訳"),
            Cell(f"{number * 12_000:,}", number=True),
        ]
        for number in range(1, 57)
    ],
    widths=[1, 3, 8, 3],
    total=[Cell("合計"), Cell(""), Cell(""), Cell("19,152,000", number=True)],
    unit="（単位：円）",
)
QUESTIONS = FilledTable(
    heads=["番号", "質問", "回答"],
    rows=[[Cell("1"), Cell("土葬に関する法令を教えてください。"), Cell("")]],
    widths=[1, 8, 8],
    landscape=True,
    to_fill_in=True,
)


def fields(purpose: str = PURPOSE, person: str = NAMES) -> FilledFields:
    return FilledFields(
        [
            (Wording("担当者氏名", "Person in charge"), Cell(person, source=Wording("担当者氏名", "Person in charge"))),
            (Wording("予算額", "Budget"), Cell("1,200,000円", number=True)),
            (Wording("公表の可否", "May be published"), Cell("", ticks=[("はい", True), ("いいえ", False)])),
            (Wording("調査の目的", "Purpose"), Cell(purpose, source=Wording("調査の目的", "Purpose"))),
        ]
    )


def form(purpose: str = PURPOSE, person: str = NAMES) -> FilledForm:
    heading = Heading(Wording("1　調査の内容", "1. The research"))
    note = "用紙はA4とする。"
    return FilledForm("海外調査依頼書", form_number="様式第1号", note=note, blocks=[heading, fields(purpose, person)])


def document(content: FilledLetter | FilledForm, language: str = "ja", *, internal: bool = False) -> FilledDocument:
    name = content.subject if isinstance(content, FilledLetter) else content.title
    return FilledDocument(name, language, content, internal)


def table_form(table: FilledTable) -> FilledForm:
    return FilledForm(title="経費内訳書", form_number="", note="", blocks=[table])


PACK = FilledPack(
    title="海外調査依頼書の進達",
    case_number="R8-0001",
    language="ja",
    documents=[document(LETTER), document(ENGLISH_LETTER, "en"), document(form()), document(table_form(COSTS))],
    enclosures=[],
    sample=False,
    made_on="2026-11-20",
)


def pack_of(*contents: FilledLetter | FilledForm, **changes: object) -> FilledPack:
    return replace(PACK, documents=[document(content) for content in contents], **changes)  # type: ignore[arg-type]


def enclosure(name: str, content: bytes | None, media_type: str = "application/pdf") -> FilledEnclosure:
    return FilledEnclosure(name, media_type, content)
