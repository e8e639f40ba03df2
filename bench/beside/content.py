"""What every engine prints: a form of eleven answers, a table of costs and notes; other words on each. Nothing but Python."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
MINCHO, GOTHIC = FONTS / "BIZUDMincho-Regular.ttf", FONTS / "BIZUDGothic-Regular.ttf"
MINCHO_NAME, GOTHIC_NAME = "BIZ UDMincho", "BIZ UDGothic"
HEADS = ("番号", "費目", "内容", "金額（円）")
WIDTHS = (1, 3, 8, 3)
ITEMS = ("旅費", "通訳・翻訳費", "会場借上料", "印刷製本費", "通信運搬費", "委託料")


class Form(NamedTuple):
    """One sheet of A4 in two designs: 明朝 for what is answered, ゴシック for what is asked."""

    number: str
    title: str
    fields: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, str, str], ...]
    notes: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Everything that must be read on the paper, in order."""
        yield from (self.number, self.title)
        for label, value in self.fields:
            yield from (label, value)
        yield from HEADS
        for row in self.rows:
            yield from row
        yield from self.notes


def kanji(number: int) -> str:
    """One of the 2,965 kanji of JIS level 1."""
    row, place = divmod(number % 2_900, 94)
    return bytes((0xB0 + row, 0xA1 + place)).decode("euc_jp")


def form(number: int) -> Form:
    """The form of another case for each number."""
    town = "".join(kanji(number * 7 + place) for place in range(2))
    purpose = "".join(f"{kanji(number * 40 + place)}市における制度の概要{place}を知りたい。" for place in range(6))
    fields = (
        ("受付番号", f"R8-{number:04}"),
        ("依頼団体", f"宮城県{town}市"),
        ("担当者氏名", f"髙﨑　{kanji(number)}子"),
        ("電話番号", f"022-211-{number % 10_000:04}"),
        ("電子メール", f"kokusai{number}@city.example.lg.jp"),
        ("調査先", "Ministry of National Development, National Environment Agency"),
        ("調査テーマ", f"シンガポールにおける土葬の状況（{number}件目）"),
        ("調査の目的", purpose),
        ("調査の背景", "国土の狭さから土葬用の墓地を集約し、埋葬期間を15年に限る制度が1998年から運用されている。"),
        ("回答希望期限", "令和9年1月29日"),
        ("予算額", f"{number * 1_000 + 1_200_000:,}円"),
    )
    rows = tuple(
        (str(place), item, f"{town}市の{item}（令和8年度分）", f"{(number + place) * 1_234:,}")
        for place, item in enumerate(ITEMS, start=1)
    )
    notes = (
        "備考1　用紙の大きさは、日本産業規格A4とする。",
        "備考2　金額は、消費税及び地方消費税を含む額を記入すること。",
        f"備考3　この依頼書は、{town}市の決裁を経たものであること。",
    )
    return Form("様式第1号", "海外調査依頼書", fields, rows, notes)


def forms(count: int, first: int = 0) -> list[Form]:
    return [form(first + number) for number in range(count)]
