"""The pages about work abroad: visits, experts sent, trainees and executives received.

Read as stored copies; a copy whose own date is unknown advises, but decides no fiscal year.
"""

from clair_desktop.domain.publications import CHECKED_ON, brochure
from clair_desktop.domain.rulings import Mark, Source
from clair_desktop.domain.wording import Wording


def _page(ja: str, en: str, locator: Wording, url: str) -> Source:
    return Source(Wording(ja, en), locator, Mark.WEB, CHECKED_ON, url)


# --- 海外活動支援 ---------------------------------------------------------------------------------------------------
SUPPORT_CHAPTER = brochure(Wording("自治体の海外活動支援", "Support for local authorities' activities abroad"))
SUPPORT_MENU = brochure(Wording("自治体の海外活動支援・支援メニューの例", "Support abroad: examples of support"))
LETTER_MODELS = _page(
    "自治体国際化協会「自治体の海外活動支援」お役立ち情報",
    "CLAIR, support abroad: model letters (in Japanese)",
    Wording("面会依頼の文書、時間の変更・取りやめの文書", "letters asking for, changing and cancelling an appointment"),
    "https://clair.or.jp/j/operation/shien/sien3-1.html",
)


def _advice(office: Wording, locator: Wording, ending: str) -> Source:
    return _page(
        f"自治体国際化協会「海外事務所ごとの個別事項：{office.ja}」",
        f"CLAIR, support abroad: points on the {office.en} (in Japanese)",
        locator,
        f"https://clair.or.jp/j/operation/shien/sien-{ending}.html",
    )


ADVICE_SINGAPORE = _advice(
    Wording("シンガポール事務所", "Singapore Office"),
    Wording("1 訪問先、2 訪問時期", "1. whom and 2. when to visit"),
    "sin",
)
ADVICE_LONDON = _advice(
    Wording("ロンドン事務所", "London Office"),
    Wording("国と自治体の事務分担", "tasks of state and municipality"),
    "lon",
)
ADVICE_PARIS = _advice(Wording("パリ事務所", "Paris Office"), Wording("訪問先の選定", "choosing whom to visit"), "par")
ADVICE_BEIJING = _advice(
    Wording("北京事務所", "Beijing Office"),
    Wording("1 外事弁公室への連絡、2 日程調整", "1. the foreign affairs office, 2. fixing the day"),
    "bej",
)
ADVICE_NEW_YORK = _advice(
    Wording("ニューヨーク事務所", "New York Office"), Wording("訪問前の準備", "preparing a visit"), "nyc"
)
ADVICE_SEOUL = _advice(
    Wording("ソウル事務所", "Seoul Office"),
    Wording("1 最初の連絡、3 文書の活用", "1. the first contact, 3. written documents"),
    "sel",
)

# --- 自治体国際協力専門家派遣 ----------------------------------------------------------------------------------------
DISPATCH_CHAPTER = brochure(
    Wording("自治体国際協力専門家派遣・事業内容", "Dispatch of local government experts: outline")
)
DISPATCH_PAGE = _page(
    "自治体国際化協会「自治体国際協力専門家派遣事業」（年度の記載なし）",
    "CLAIR, dispatch of local government experts (no year given, in Japanese)",
    Wording("事業内容(1)～(6)", "outline (1)–(6)"),
    "https://clair.or.jp/j/cooperation/special/index.html",
)
DISPATCH_FIELDS = _page(
    "フィリピン地方自治アカデミー（LGA）「専門家派遣事業」の案内",
    "Local Government Academy of the Philippines on the Specialist Dispatch Project",
    Wording("申請できる分野の一覧", "the list of fields to choose from"),
    "http://lga.gov.ph/article/lga-partner-reopens-applications-for-specialist-dispatch-project",
)
DISPATCH_SINGAPORE_2017 = _page(
    "シンガポール事務所「Specialist Dispatch Project」（2017年度の実績まで記載）",
    "Singapore office, Specialist Dispatch Project (projects up to FY2017)",
    Wording("ASEAN地域とインド", "the ASEAN region and India"),
    "http://www.clair.org.sg/cooperation/",
)

# --- 自治体職員協力交流事業（LGOTP） ----------------------------------------------------------------------------------
TRAINEES_CHAPTER = brochure(Wording("自治体職員協力交流事業（LGOTP）・事業内容", "LGOTP: outline"))
TRAINEES_ENDED = _page(
    "自治体国際化協会「自治体職員協力交流事業（LGOTP）」終了のお知らせ",
    "CLAIR, notice that the LGOTP has ended (in Japanese)",
    Wording("令和7年度をもって終了、翌年度以降の実施なし", "ended with FY2025, not held in later years"),
    "https://www.clair.or.jp/j/cooperation/lgotp/lgotp.html",
)
TRAINEES_CALL_2025 = _page(
    "自治体国際化協会「自治体職員協力交流事業（LGOTP）」（令和7年度募集の写し）",
    "CLAIR, LGOTP (copy with the call for FY2025, in Japanese)",
    Wording("概要、令和7年度利用要望調査", "outline and survey of wishes for FY2025"),
    "https://clair.or.jp/j/cooperation/lgotp/lgotp.html",
)
TRAINEES_CALL_2016 = _page(
    "自治体国際化協会「海外自治体向け研修員募集の方法について」（2016年度募集案内）",
    "CLAIR, how trainees are recruited (call for FY2016, in Japanese)",
    Wording("募集の流れ、募集概要1", "the course of recruitment, outline 1"),
    "http://www.clair.or.jp/j/cooperation/lgotp/lgotp-bosyu.html",
)

# --- 海外自治体幹部交流協力セミナー -----------------------------------------------------------------------------------
SEMINAR_CHAPTER = brochure(
    Wording(
        "海外自治体幹部交流協力セミナー・セミナー概要", "Seminar for executives of local authorities abroad: outline"
    )
)
STUDY_TOUR_2019 = _page(
    "ロンドン事務所「Japan Study Tour 2020」",
    "London office, Japan Study Tour 2020",
    Wording("2020年1月19日～25日（津市）", "19–25 January 2020, hosted by Tsu City"),
    "https://jlgc.org.uk/en/news_letter/apply-now-for-japan-study-tour-2020-january-19-25",
)
