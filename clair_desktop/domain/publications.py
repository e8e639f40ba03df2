"""The documents and pages that the directory rests on, as sources to be quoted with a place in them.

S0–S4 are the five documents handed over with the project; the web pages were read as stored copies whose own date is unknown.
"""

from datetime import date

from clair_desktop.domain.rulings import Mark, Source
from clair_desktop.domain.wording import Wording

CHECKED_ON = date(2026, 11, 20)

# The days from which a document's statements may be used.
CORPORATION_CHANGED_ON = date(2014, 4, 1)  # S4: 一般財団法人へ移行
FIVE_DIGIT_KOREAN_POSTCODES = date(2015, 8, 1)  # S0 is undated; it prints one, so it is no older (inferred)
SLIDES_YEAR_BEGAN = date(2016, 4, 1)  # S4: 平成28年度
BROCHURE_MONTH = date(2025, 6, 1)  # S1: ※2025年6月現在


def _document(ja: str, en: str, locator: Wording) -> Source:
    return Source(Wording(ja, en), locator, Mark.SOURCE, CHECKED_ON)


def _page(ja: str, en: str, locator: Wording, url: str) -> Source:
    return Source(Wording(ja, en), locator, Mark.WEB, CHECKED_ON, url)


def miyagi_page(locator: Wording) -> Source:
    """S0: Miyagi Prefecture's page of bodies abroad; undated, after April 2014."""
    return _document("宮城県「海外の関係機関」", "Miyagi Prefecture, bodies abroad (in Japanese)", locator)


def brochure(locator: Wording) -> Source:
    """S1: CLAIR's brochure of June 2025."""
    return _document(
        "自治体国際化協会 事業概要（2025年6月現在）",
        "CLAIR, Outline of Activities (as of June 2025, in Japanese)",
        locator,
    )


def model_project_report(locator: Wording) -> Source:
    """S2: a report of FY2005 on cooperation between cities."""
    return _document("我が国の都市間連携支援機関（平成17年度）", "Report on city-to-city cooperation, FY2005", locator)


def english_brochure(locator: Wording) -> Source:
    """S3: CLAIR's English brochure, undated, older than S1."""
    return _document("自治体国際化協会 英文パンフレット（日付なし）", "CLAIR, English brochure (undated)", locator)


def slides(locator: Wording) -> Source:
    """S4: CLAIR's slides of FY2016."""
    return _document(
        "「CLAIR（クレア）とは」（平成28年度）", "CLAIR, “What is CLAIR?”, slides of FY2016 (in Japanese)", locator
    )


BROCHURE_SUPPORT_TABLE = brochure(
    Wording("各海外事務所の海外活動支援対象地域", "Table: area of support of each overseas office")
)
BROCHURE_34_COUNTRIES = brochure(
    Wording("7つの海外事務所が所管する34カ国について", "“34 countries in the charge of the seven overseas offices”")
)
BROCHURE_RESEARCH_AREA = brochure(Wording("依頼方法－調査地域", "How to request a survey: area of research"))
SLIDES_AREAS = slides(Wording("７つの海外事務所(H28)－担当地域", "The seven overseas offices (FY2016): area in charge"))

NEW_YORK_NOTICE = _page(
    "ニューヨーク事務所のお知らせ",
    "Notice of the New York office (in Japanese)",
    Wording(
        "2021年8月19日－担当地域及び活動支援対象国への追加",
        "19 August 2021: countries added to its area and to its support",
    ),
    "https://jlgc.org/ja/08-19-2021/10398",
)
SINGAPORE_PAGE = _page(
    "シンガポール事務所「事務所概要」",
    "Singapore office, about us (in Japanese)",
    Wording("概要－スリランカ(2018年7月追加)を担当地域", "Outline: Sri Lanka (added July 2018)"),
    "https://www.clair.org.sg/j/about/",
)
PARIS_PAGE = _page(
    "パリ事務所「クレアパリについて」",
    "Paris office, about us (in Japanese)",
    Wording("所管する国", "The countries in its charge"),
    "https://clairparis.org/about",
)
LONDON_PAGE = _page(
    "ロンドン事務所「About JLGC」",
    "London office, about us",
    Wording("担当国", "The countries in its charge"),
    "https://www.jlgc.org.uk/en/about-jlgc/",
)
RESEARCH_PAGE = _page(
    "自治体国際化協会「自治体からの依頼による海外調査」",
    "CLAIR, research on request (in Japanese)",
    Wording("調査対象地域－所在国及び近隣諸国", "Area: the host countries and their neighbours"),
    "https://clair.or.jp/j/operation/chousa/1.html",
)
LGOTP_PAGE = _page(
    "自治体国際化協会「自治体職員協力交流事業」（令和5年度）",
    "CLAIR, LGOTP (FY2023, in Japanese)",
    Wording("問い合わせ先", "Contact"),
    "https://clair.or.jp/j/cooperation/lgotp/lgotp.html",
)
DESIGNATIONS = Source(
    Wording("指定都市の指定に関する政令（昭和31年政令第254号）", "Cabinet Order No. 254 of 1956 on designated cities"),
    Wording("各市の移行年月日（公表ページによる）", "Each city's day of designation, as public pages give it"),
    Mark.WEB,
    CHECKED_ON,
)
