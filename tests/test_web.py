"""A saved page gives the document as a reader sees it, and nothing of the portal around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import ReadingError
from ingest.readers import read_content
from ingest.readers.reading import Reading

HEAD = """<table width="100%"><tr><td><p align=center><b>TỈNH ỦY BÌNH THUẬN</b><br>*<br>Số 12-QĐ/TU</p></td>
<td><p><b>ĐẢNG CỘNG SẢN VIỆT NAM</b></p><p><i>Bình Thuận, ngày 5 tháng 6 năm 2017</i></p></td></tr></table>"""
BODY = """<p align="center"><b>QUY ĐỊNH</b></p><p>về kiểm tra, giám sát</p>
<p><a name="dieu_1"></a><b>Điều 1.</b> Phạm vi</p><p>1. Quy định này áp dụng
 cho các cấp ủy.</p><p><a name="dieu_2"><b>Điều 2.</b></a></p><p>Các <a href="/x">cơ quan</a> thi hành.</p>
<table><tr><td><b>Nơi nhận:</b><br>- Như Điều 2,<br>- Lưu.</td>
<td>T/M BAN THƯỜNG VỤ<br>BÍ THƯ<br>Nguyễn Văn A</td></tr></table>"""
LINES = """TỈNH ỦY BÌNH THUẬN
*
Số 12-QĐ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Bình Thuận, ngày 5 tháng 6 năm 2017
QUY ĐỊNH
về kiểm tra, giám sát
Điều 1. Phạm vi
1. Quy định này áp dụng cho các cấp ủy.
Điều 2.
Các cơ quan thi hành.
Nơi nhận:
- Như Điều 2,
- Lưu.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Nguyễn Văn A"""
MENU = "<ul>" + "".join(f"<li><a href='/{i}'>Chuyên mục {i}</a></li>" for i in range(20)) + "</ul>"
NEWS = "".join(f"<div><a href='/tin{i}'>Tin khác số {i} về hoạt động của Tỉnh ủy</a></div>" for i in range(9))
PORTALS = {
    "divs": f"""<div id=header>Cổng thông tin</div><div class="main-menu">{MENU}</div><div class=breadcrumb>
        <a href=/>Trang chủ</a> » Văn bản</div><div class="wrap"><div class="content1">{HEAD}{BODY}</div></div>
        <div class="share-box">Chia sẻ <a href=f>Facebook</a></div><div class="related-news">{NEWS}</div>
        <div id="comments"><p>Bạn đọc: rất hay!</p></div><div id=footer>Bản quyền thuộc về Tỉnh ủy</div>""",
    "old-tables": f"""<table><tr><td colspan=2>Trang tin điện tử</td></tr><tr><td width=150>{MENU}</td>
        <td><div>{HEAD}{BODY}</div></td></tr></table>""",
    "article": f"""<header><nav>{MENU}</nav></header><main><article><div itemprop=articleBody>{HEAD}{BODY}</div>
        </article><aside>{NEWS}</aside></main><footer>Liên hệ: 0123</footer><script>var a = "Điều 9.";</script>""",
    "named-badly": f"<div class='page-with-sidebar'><div class='content-print menu'>{HEAD}{BODY}</div></div>",
    "head-apart": f"<div>{HEAD}</div><div class=body>{BODY}</div><div class=tags><a href=x>kiểm tra</a></div>",
    "bare": HEAD + BODY,
}


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Quy định</title>{head}</head><body>{body}</body></html>".encode()


def read(content: bytes) -> Reading:
    return read_content(content, Path("trang.html"))


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in PORTALS.items()])
def test_a_portal_gives_the_document_whole_and_alone(body: str) -> None:
    text = read(page(body)).text
    if "Trang tin" not in body:
        assert text == LINES
    assert LINES in text
    assert "Tin khác" not in text


def test_an_article_keeps_its_title_and_its_first_words() -> None:
    told = "<p>Sáng nay, hội nghị đã bàn nhiều nội dung quan trọng của công tác dân vận.</p>" * 9
    lead = "Ngày 5/6, tại trụ sở, Ban Thường vụ Tỉnh ủy đã họp. " * 5
    body = f"""<div class=top-menu>{MENU}</div><div class=col><h1>Hội nghị dân vận</h1><div>05/06/2017 08:00</div>
        <div class=sapo>{lead}</div><div class=detail>{told}</div></div><div class=related>{NEWS}</div>"""
    text = read(page(body)).text
    assert text.startswith("Hội nghị dân vận\n05/06/2017 08:00\nNgày 5/6, tại trụ sở")
    assert text.count("Sáng nay") == 9
    assert "Tin khác" not in text
    assert read(page(body.replace(f"<div class=sapo>{lead}</div>", ""))).text.startswith("Hội nghị dân vận\nSáng nay")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<ol><li>Một<li>Hai<p>tiếp</ol>", "1. Một\n2. Hai\ntiếp", id="numbers"),
        pytest.param("<ol type=a start=3><li>Ba<li value=9>Chín<li>Mười</ol>", "c. Ba\ni. Chín\nj. Mười", id="letters"),
        pytest.param("<ol type=I><li>Một<ol><li>Con</ol><li>Hai</ol>", "I. Một\n1. Con\nII. Hai", id="lists-in-lists"),
        pytest.param("<ol><li>1. Một</li><li>Điều 2. Hai</li></ol>", "1. Một\nĐiều 2. Hai", id="typed-numbers"),
        pytest.param("<ol style='list-style:none'><li>Một</ol>", "Một", id="no-numbers"),
        pytest.param("<ul><li>Một<li>- Hai<li>+ Ba</ul>", "- Một\n- Hai\n+ Ba", id="bullets"),
        pytest.param("Một<br>Hai<br><br>Ba", "Một\nHai\nBa", id="line-ends"),
        pytest.param("<p>Một  \n hai <b> ba</b></p>", "Một hai ba", id="spaces"),
        pytest.param("<pre>a  b\n  c</pre>", "a  b\n  c", id="as-typed"),
        pytest.param("<p>5 m<sup>2</sup>, mục 3<sup>a</sup></p>", "5 m², mục 3a", id="raised-figures"),
        pytest.param(
            "<table border=1><tr><th>Số<th>Tên</tr><tr><td>1<td>An<br>Bình</tr></table>",
            "Số | Tên\n1 | An Bình",
            id="rows",
        ),
        pytest.param(
            "<table border=1><tr><td rowspan=2>Nhóm<td>An</tr><tr><td>Bình</tr></table>",
            "Nhóm | An\n | Bình",
            id="a-cell-that-reaches-down",
        ),
        pytest.param(
            "<p>Thấy<span style='display:none'>giấu</span><font hidden>giấu</font></p>", "Thấy", id="hidden-elements"
        ),
        pytest.param("<p>a<script>b</script><!-- c -->d<style>e{}</style></p>", "ad", id="scripts"),
        pytest.param("<p>&Ð;iều 1 &amp; &lt;b&gt; &#7879;</p>", "&Ð;iều 1 & <b> ệ", id="entities"),
        pytest.param(
            "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>"
            "<![endif]>Một<o:p></o:p></p>",
            "1.\xa0 Một",
            id="lists-of-word",
        ),
        pytest.param(
            "<p>Có <input value=x><button>Gửi</button><select><option>a</select>chữ</p>", "Có chữ", id="forms"
        ),
    ],
)
def test_a_page_is_read_as_it_is_drawn(body: str, lines: str) -> None:
    assert read(page(f"<div>{body}</div>")).text == lines


OLD = "Céng hoµ x· héi chñ nghÜa ViÖt Nam"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(page(f"<font face='.VnTimeH'>{OLD}</font>"), "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", id="face"),
        pytest.param(
            page(f"<p class=h>{OLD}", "<style>p.h {font-family:'.VnTimeH'}</style>"),
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            id="style-sheet",
        ),
        pytest.param(
            f"<html><meta charset=windows-1252><p style='font:12pt .VnTime'>{OLD}".encode("cp1252"),
            "Cộng hoà xã hội chủ nghĩa Việt Nam",
            id="declared-latin",
        ),
        pytest.param("<html><p>Thông báo".encode("utf-16"), "Thông báo", id="utf-16"),
        pytest.param("<html><meta charset=iso-8859-1><p>Thông báo".encode(), "Thông báo", id="declared-wrong"),
        pytest.param(
            b"<html><meta charset=windows-1258><p>Th\xf4ng b\xe1o c\xf4ng t\xe1c", "Thông báo công tác", id="declared"
        ),
        pytest.param(b"<html><p>Nghi\xea\xf2p quy\xea\xect ca\xecn b\xf4\xf2", "Nghiệp quyết cán bộ", id="undeclared"),
    ],
)
def test_a_page_is_read_in_its_encoding_and_its_fonts(content: bytes, line: str) -> None:
    assert read(content).text == line


def test_bytes_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ReadingError, match=r"không rõ trang HTML dùng mã chữ nào\. Hãy mở trang"):
        read("<html><p>Москва, проверка кадров".encode("cp1251"))


def test_a_bad_byte_in_a_declared_encoding_is_shown_and_noted() -> None:
    reading = read(b"<html><meta charset=utf-8><p>Th\xc3\xb4ng b\xffo")
    assert reading.text == "Thông b\ufffdo"
    assert "đã hỏng từ trước" in reading.notes[0]


def test_a_page_saved_with_all_that_belongs_to_it_is_read() -> None:
    saved = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=x"\r\n\r\n--=x\r\nContent-Type: image/png\r\n'
        "\r\nabc\r\n--=x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "\r\n<html><p>Th=C3=B4ng b=C3=A1o=\r\n</p></html>\r\n--=x--\r\n"
    )
    reading = read(saved.encode())
    assert (reading.kind, reading.text) == ("MHTML", "Thông báo")
    with pytest.raises(ReadingError, match="không có trang nào đọc được"):
        read(saved.replace("text/html", "text/css").encode())


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li", "blockquote"])
def test_elements_in_elements_without_end_lose_no_word(tag: str) -> None:
    assert read(page(f"<{tag}>" * 100 + "chữ")).text.endswith("chữ")


def test_a_page_too_deep_to_be_read_to_its_end_is_refused() -> None:
    with pytest.raises(ReadingError, match="lồng quá nhiều lớp"):
        read(page("đầu" + "<div>" * 3000 + "chữ"))


@pytest.mark.parametrize("charset", ["tcvn-3", "hex", "utf-8\x00", "x" * 99])
def test_a_charset_that_does_not_exist_is_not_minded(charset: str) -> None:
    saved = f"MIME-Version: 1.0\r\nContent-Type: text/html; charset={charset}\r\n\r\n<html><p>"
    assert read(saved.encode() + b"Th\xf4ng b\xe1o c\xf4ng t\xe1c").text == "Thông báo công tác"


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param("\x0c", id="form-feed"),
        pytest.param("&#1;", id="reference"),
        pytest.param("\ufffe", id="no-letter"),
    ],
)
def test_a_character_that_no_tree_takes_is_a_space_beside_what_is_dropped(sign: str) -> None:
    body = f"<p>Một{sign}<script>x</script>{sign}hai.<style>p{{}}</style>{sign}Ba.</p>"
    assert read(page(body)).text.replace("\x0c", " ").replace("\ufffd", " ").split() == ["Một", "hai.", "Ba."]
