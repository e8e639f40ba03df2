"""The documents and pages that the directory rests on, as sources to be quoted with a place in them.

S0–S4 are the five documents handed over with the project; the web pages were read as stored copies whose own date is unknown.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
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


# The five documents by the keys that the directory's files give them.
DOCUMENTS: Mapping[str, Callable[[Wording], Source]] = {
    "S0": miyagi_page,
    "S1": brochure,
    "S2": model_project_report,
    "S3": english_brochure,
    "S4": slides,
}

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
# As the shipped tables name them in their column of sources.
SOURCES: Mapping[str, Source] = {
    "brochure_support_table": BROCHURE_SUPPORT_TABLE,
    "brochure_34_countries": BROCHURE_34_COUNTRIES,
    "slides_areas": SLIDES_AREAS,
    "new_york_notice": NEW_YORK_NOTICE,
    "singapore_page": SINGAPORE_PAGE,
    "paris_page": PARIS_PAGE,
    "london_page": LONDON_PAGE,
}
DESIGNATIONS = Source(
    Wording("指定都市の指定に関する政令（昭和31年政令第254号）", "Cabinet Order No. 254 of 1956 on designated cities"),
    Wording("各市の移行年月日（公表ページによる）", "Each city's day of designation, as public pages give it"),
    Mark.WEB,
    CHECKED_ON,
)


def in_place(source: Source, ja: str, en: str) -> Source:
    """The same document, another place in it."""
    return replace(source, locator=Wording(ja, en))


# The calls of the grants, each read as a stored copy that names the project year it speaks of.
_MULTICULTURAL_JA = "多文化共生のまちづくり促進事業"
_CALL = Wording("募集の案内", "the call")
MULTICULTURAL_2026 = _page(
    f"自治体国際化協会「{_MULTICULTURAL_JA}」（令和8年度実施事業）",
    "CLAIR, multicultural community grants (FY2026, in Japanese)",
    _CALL,
    "http://www.clair.or.jp/j/multiculture/kokusai/page_8.html",
)
MULTICULTURAL_2024 = _page(
    f"岡山市「{_MULTICULTURAL_JA}」（2023年12月11日・写し）",
    "Okayama City on the multicultural community grants (11 December 2023, mirror, in Japanese)",
    _CALL,
    "http://210.236.107.217/kyoudou/0000052884.html",
)
MULTICULTURAL_2023 = _page(
    f"ひらつか市民活動センター「令和5年度{_MULTICULTURAL_JA}」",
    "Hiratsuka citizens' activity centre on the grants of FY2023 (in Japanese)",
    _CALL,
    "https://www.hiratsuka-shimin.net/josei/post-20220904-2/",
)
MULTICULTURAL_2023_SHIZUOKA = _page(
    f"ふじのくにNPO活動センター「令和5年度{_MULTICULTURAL_JA}」",
    "Fujinokuni NPO centre on the grants of FY2023 (in Japanese)",
    _CALL,
    "https://npo-fujinokuni.jp/?p=7692",
)
MULTICULTURAL_2022 = _page(
    f"自治体国際化協会「{_MULTICULTURAL_JA}」（令和4年度実施事業の写し）",
    "CLAIR, multicultural community grants (copy of FY2022, in Japanese)",
    _CALL,
    "http://www.clair.or.jp/j/multiculture/kokusai/page_8.html",
)
MULTICULTURAL_2020 = _page(
    f"助成金情報「令和2年度 {_MULTICULTURAL_JA}」（2019年8月19日）",
    "A citizens' centre on the grants of FY2020 (19 August 2019, in Japanese)",
    _CALL,
    "http://blog.canpan.info/ofntshimin/archive/3419",
)
MULTICULTURAL_2018 = _page(
    f"京都市市民活動総合センター「{_MULTICULTURAL_JA}」2018年度（2017年9月11日）",
    "Kyoto citizens' activity centre on the grants of FY2018 (11 September 2017, in Japanese)",
    _CALL,
    "https://shimisen-kyoto.org/subsidy/5857",
)
EXCHANGE_2026 = _page(
    "助成金インサイト「国際交流支援事業」（令和8年度・第三者の要約）",
    "A third party's summary of the exchange grants of FY2026 (in Japanese)",
    _CALL,
    "https://joseikin-insight.com/",
)
EXCHANGE_SECOND_ROUND = _page(
    "国際交流支援事業「申請にあたっての留意事項（2次募集）」（年度の記載なし）",
    "Points to note for the second round of the exchange grants (no year given, in Japanese)",
    Wording("1 助成対象事業等について", "1. Eligible projects"),
    "https://expydoc.com/doc/7653344/",
)
MODEL_PROJECTS_2024 = _page(
    "岡山市「自治体国際協力促進事業（モデル事業）」（2023年12月11日）",
    "Okayama City on the model project grants (11 December 2023, in Japanese)",
    _CALL,
    "https://www.city.okayama.jp/kyoudou/0000053832.html",
)
COMMUNITY_ADVISERS_2024 = _page(
    "自治体国際化協会「地域国際化推進アドバイザーの派遣」（令和6年度の写し）",
    "CLAIR, advisers for community internationalisation (copy of FY2024, in Japanese)",
    Wording("派遣制度の案内", "Outline of the scheme"),
    "https://clair.or.jp/j/multiculture/jiam/advisor.html",
)
BUSINESS_PLAN_2015 = _page(
    "自治体国際化協会「平成27年度事業計画」",
    "CLAIR, business plan of FY2015 (in Japanese)",
    Wording("1 自治体の海外における経済活動を支援", "1. Supporting economic activities abroad"),
    "https://expydoc.com/doc/7698178/",
)
