"""Why a foreign file cannot be bound in, with the cure."""

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

_REDO = Wording(
    "作成元で「PDFとして印刷」し直したものに差し替えてください。",
    "Replace it by one printed to PDF anew at its origin.",
)

NEEDS_PASSWORD = Wording(
    "添付資料「{name}」はパスワードで保護されたPDFのため、開けません。保護を解除したPDFに差し替えてください。",
    "The enclosure “{name}” is protected by a password and cannot be opened. Replace it by a PDF without protection.",
)
RESTRICTED = Wording(
    "添付資料「{name}」は印刷や編集が権限で保護されたPDFのため、綴じ込めません。保護を解除したPDFに差し替えてください。",
    "The enclosure “{name}” is protected by restricted permissions and cannot be bound in. "
    "Replace it by a PDF without protection.",
)
DAMAGED = Wording(
    "添付資料「{name}」は壊れているため開けません。元のファイルから作り直したものに差し替えてください。",
    "The enclosure “{name}” is damaged and cannot be opened. Replace it by a copy made anew from the original.",
)
DAMAGED_PAGE = Wording(
    "添付資料「{name}」の{page}頁は壊れていて読めません。元のファイルから作り直したものに差し替えてください。",
    "Page {page} of the enclosure “{name}” is damaged and cannot be read. Replace it by a copy made anew from the original.",
)
NO_PAGES = Wording(
    "添付資料「{name}」には頁がありません。" + _REDO.ja, "The enclosure “{name}” has no pages. " + _REDO.en
)
NO_SIZE = Wording(
    "添付資料「{name}」の{page}頁は用紙の大きさが正しくありません。" + _REDO.ja,
    "Page {page} of the enclosure “{name}” has no proper size. " + _REDO.en,
)
FORM_ONLY = Wording(
    "添付資料「{name}」は入力フォーム専用のPDF（XFA）で、頁の中身がありません。Adobe Acrobat Readerで開き、" + _REDO.ja,
    "The enclosure “{name}” is a form-only PDF (XFA) without pages of its own. Open it in Acrobat Reader. " + _REDO.en,
)
FIELDS_UNREADY = Wording(
    "添付資料「{name}」の入力欄「{field}」の日本語は、そのままでは印字できません。" + _REDO.ja,
    "The text in the field “{field}” of the enclosure “{name}” cannot be printed as it is. " + _REDO.en,
)
PORTFOLIO = Wording(
    "添付資料「{name}」は複数のファイルを束ねたPDFポートフォリオです。中のファイルを取り出して、それぞれ添付してください。",
    "The enclosure “{name}” is a portfolio of several files. Take the files out and enclose each.",
)
HIDDEN_LAYERS = Wording(
    "添付資料「{name}」には隠された層（レイヤー）があり、綴じ込むと表示が変わるおそれがあります。" + _REDO.ja,
    "The enclosure “{name}” has hidden layers, which might show once bound in. " + _REDO.en,
)
TOO_MANY_PAGES = Wording(
    "添付資料「{name}」は{pages}頁あり、綴じ込める{most}頁を超えています。分けたものに差し替えてください。",
    "The enclosure “{name}” has {pages} pages, above the {most} that can be bound in. Replace it by smaller parts.",
)
PICTURE_TOO_LARGE = Wording(
    "添付資料「{name}」の画像は{size}画素あり、大きすぎます。縮めた画像又はPDFに差し替えてください。",
    "The picture “{name}” has {size} pixels, which is too large. Replace it by a smaller picture or a PDF.",
)
TOO_SLOW = Wording(
    "添付資料「{name}」は読み込みに時間がかかりすぎるため、中止しました。" + _REDO.ja,
    "Reading the enclosure “{name}” took too long and was given up. " + _REDO.en,
)
TOO_MUCH = Wording(
    "添付資料「{name}」は読み込みにメモリーを使いすぎるため、中止しました。" + _REDO.ja,
    "Reading the enclosure “{name}” took too much memory and was given up. " + _REDO.en,
)
STOPPED_READING = Wording(
    "添付資料「{name}」を読み込む処理が途中で止まりました。" + _REDO.ja,
    "The program that reads the enclosure “{name}” broke off. " + _REDO.en,
)
NOT_SEEN = Wording(
    "添付資料「{name}」は、まだ確かめられていません。{remark}。「添付書類」の画面で「確認しました」を選ぶと、綴じ込めます。",
    "The enclosure “{name}” has not been looked at yet. {remark}. Choose “Looked at” among the enclosures to bind it in.",
)
NOT_AS_KEPT = Wording(
    "添付資料「{name}」の中身が、添付したときの記録（SHA-256）と一致しません。控えから戻すか、もう一度添付してください。",
    "The enclosure “{name}” is not what its record (SHA-256) says. Restore it from a backup, or enclose it again.",
)


def refusal(wording: Wording, name: str, **said: object) -> Refusal:
    return Refusal(wording.filled(name=name, **said))
