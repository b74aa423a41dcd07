"""A DOCX gives what stands on paper: nothing deleted or hidden, nothing twice, tables and notes in reading order."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.word.docx import read_docx
from tests.word_files import docx, paragraph, run, table

FOOTNOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(" Nghị định cũ."))}</w:footnote>'
)


def read(body: str, **parts: str) -> str:
    return read_docx(docx(body, **parts), Path("van-ban.docx")).text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param(
            f"<w:ins>{run('thêm')}</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>", "thêm", id="revised"
        ),
        pytest.param(f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>", "mới", id="moved"),
        pytest.param(run("ẩn", "<w:vanish/>") + run("hiện", '<w:vanish w:val="0"/>'), "hiện", id="hidden"),
        pytest.param(run("Nghị quyết", "<w:caps/>"), "NGHỊ QUYẾT", id="capitals"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc", id="breaks"),
        pytest.param("<w:r><w:t>18</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>", "18-NQ/TW", id="hard-hyphen"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" Có"), "☑ Có", id="symbol"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', "≤", id="mathematical"),
        pytest.param("<w:r><w:t>  thừa  </w:t></w:r>", "thừa", id="space-not-preserved"),
        pytest.param(f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết", id="link"),
        pytest.param(f'<w:fldSimple w:instr="PAGE">{run("5")}</w:fldSimple>', "5", id="simple-field"),
        pytest.param(f"<w:sdt><w:sdtContent>{run('ô điền')}</w:sdtContent></w:sdt>{run('.')}", "ô điền.", id="control"),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Nhập')}</w:sdtContent></w:sdt>{run('x')}",
            "x",
            id="control-not-filled-in",
        ),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
            "</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" Có")}',
            "☑ Có",
            id="tick-box",
        ),
        pytest.param(run("a\ufffcb"), "ab", id="place-of-a-picture"),
        pytest.param("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>" + run(" = 2"), "x+1 = 2", id="formula"),
    ],
)
def test_what_stands_in_a_paragraph(inside: str, text: str) -> None:
    assert read(paragraph(run("") + inside)) == text


def test_the_code_of_a_field_is_left_out_and_its_result_kept_over_paragraphs() -> None:
    def turn(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    body = paragraph(
        turn("begin")
        + "<w:r><w:instrText>TOC</w:instrText></w:r>"
        + turn("begin")
        + run("mã")
        + turn("end")
        + turn("separate")
        + run("Chương I")
    ) + paragraph(run("Chương II") + turn("end"))

    assert read(body) == "Chương I\nChương II"


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    body = paragraph("Một ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("hai.")

    assert read(body) == "Một hai."


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('MẬT')}</w:txbxContent>"
    drawn = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    alternate = (
        f"<w:r><mc:AlternateContent><mc:Choice>{drawn}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert read(paragraph(run("TỈNH ỦY") + alternate) + paragraph("Số 1")) == "TỈNH ỦY\nMẬT\nSố 1"


def test_a_footnote_stands_after_its_paragraph_with_its_mark() -> None:
    body = paragraph(run("Theo Nghị định") + FOOTNOTE + run(".")) + paragraph("Sau.")

    assert read(body, footnotes=NOTES) == "Theo Nghị định[1].\n[1] Nghị định cũ.\nSau."


def test_a_note_in_a_table_stands_after_the_table() -> None:
    rows = table([["a", "b"], ["c", "d"]], borders=True).replace(run("a"), run("a") + FOOTNOTE)

    assert read(rows, footnotes=NOTES) == "a[1] | b\nc | d\n[1] Nghị định cũ."


def test_a_note_with_a_mark_of_its_own_keeps_it() -> None:
    marked = FOOTNOTE.replace("w:id", 'w:customMarkFollows="1" w:id').replace("/></w:r>", "/><w:t>*</w:t></w:r>")

    assert read(paragraph(run("Theo") + marked), footnotes=NOTES) == "Theo*\n Nghị định cũ."


def test_endnotes_are_told_from_footnotes() -> None:
    body = paragraph(run("Theo") + FOOTNOTE.replace("footnote", "endnote"))
    notes = NOTES.replace("footnote", "endnote")

    assert read(body, endnotes=notes) == "Theo[i]\n[i] Nghị định cũ."


def test_a_letterhead_in_a_table_without_lines_reads_left_then_right() -> None:
    head = table(
        [["TỈNH ỦY BÌNH THUẬN\n*", "ĐẢNG CỘNG SẢN VIỆT NAM"], ["Số 12-QĐ/TU", "Phan Thiết, ngày 01 tháng 02 năm 2018"]]
    )

    assert read(head).split("\n") == [
        *("TỈNH ỦY BÌNH THUẬN", "*", "Số 12-QĐ/TU"),
        *("ĐẢNG CỘNG SẢN VIỆT NAM", "Phan Thiết, ngày 01 tháng 02 năm 2018"),
    ]


def test_recipients_stand_before_the_signature_beside_them() -> None:
    tail = table([["Nơi nhận:\n- Như trên;\n- Lưu.", "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn A"]])

    assert read(tail).split("\n")[2:4] == ["- Lưu.", "T/M BAN THƯỜNG VỤ"]


@pytest.mark.parametrize("borders", [True, False])
def test_a_row_of_a_table_is_a_line(borders: bool) -> None:
    rows = [["TT", "Đơn vị", "Số lượng", "Ghi chú"], ["1", "Sở Nội vụ\n(cơ quan)", "5", ""], ["2", "", "7", "x"]]

    assert read(table(rows, borders)) == (
        "TT | Đơn vị | Số lượng | Ghi chú\n1 | Sở Nội vụ (cơ quan) | 5 | \n2 |  | 7 | x"
    )


def test_an_agenda_without_lines_keeps_its_rows() -> None:
    rows = [["7h30", "Đón đại biểu"], ["8h00", "Khai mạc"], ["9h00", "Thảo luận"], ["11h00", "Bế mạc"]]

    assert read(table(rows)).split("\n")[1] == "8h00 | Khai mạc"


def test_long_texts_set_side_by_side_keep_their_paragraphs() -> None:
    old, new = ("\n".join([f"Điều {n}. " + "quy định " * 20] * 3) for n in (1, 2))

    assert read(table([[old, new], ["a", "b"]], borders=True)).count("\n") == 6


def test_heads_feet_and_comments_are_left_out() -> None:
    body = paragraph(run("Chữ") + '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    section = '<w:sectPr><w:headerReference w:type="default"/></w:sectPr>'

    assert read(body + section) == "Chữ"


@pytest.mark.parametrize("strict", [False, True])
def test_reads_strict_files_too(strict: bool) -> None:
    import io
    import zipfile

    from tests.word_files import zipped

    with zipfile.ZipFile(io.BytesIO(docx(paragraph("Điều 1.")))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    if strict:
        purl = "http://purl.oclc.org/ooxml/"
        old = "http://schemas.openxmlformats.org/"
        for name, text in files.items():
            strictly = text.replace(f"{old}wordprocessingml/2006/main", f"{purl}wordprocessingml/main")
            files[name] = strictly.replace(f"{old}officeDocument/2006/", f"{purl}officeDocument/")

    assert read_docx(zipped(files), Path("x.docx")).text == "Điều 1."


def test_an_old_font_may_be_named_by_the_style_alone() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>'
        '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hoa"><w:rPr>'
        '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>'
    )
    body = paragraph(run("nghÞ ", '<w:rStyle w:val="Hoa"/>') + run("quyÕt"))
    reading = read_docx(docx(body, styles=styles), Path("x.docx"))

    assert (reading.text, reading.kind) == ("NGHỊ quyết", "DOCX")
    assert reading.notes == ("Chữ viết bằng phông TCVN3 (.VnTime, .VnTimeH) đã được chuyển sang Unicode.",)


@pytest.mark.parametrize(("letter", "word"), [("\u00ad", "nước"), ("", "nước")])
def test_an_optional_hyphen_is_the_letter_only_where_the_letter_itself_is_lost(letter: str, word: str) -> None:
    font = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    body = paragraph(f"<w:r><w:rPr>{font}</w:rPr><w:t>n{letter}</w:t><w:softHyphen/><w:t>íc</w:t></w:r>")

    assert read(body) == word


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        pytest.param(
            ["", "c) Rượu từ 20 đến dưới 30 độ\nd) Rượu thuốc", "25\n15"],
            [" | c) Rượu từ 20 đến dưới 30 độ | 25", " | d) Rượu thuốc | 15"],
            id="items-beside-their-figures",
        ),
        pytest.param(
            ["2.", "Bia hộp\nBia hơi", "65\n50"], ["2. | Bia hộp | 65", " | Bia hơi | 50"], id="numbered-once"
        ),
        pytest.param(["1", "Thẻ nghiệp vụ\nvà thẻ đỏ", "30"], ["1 | Thẻ nghiệp vụ và thẻ đỏ | 30"], id="one-figure"),
        pytest.param(
            ["1", "Việc thứ nhất\nViệc thứ hai", "Văn phòng Tỉnh ủy chủ trì\nBan Tổ chức phối hợp thực hiện"],
            ["1 | Việc thứ nhất Việc thứ hai | Văn phòng Tỉnh ủy chủ trì Ban Tổ chức phối hợp thực hiện"],
            id="words-beside-words",
        ),
    ],
)
def test_items_over_each_other_in_one_row_stand_each_with_its_figure(row: list[str], lines: list[str]) -> None:
    head, last = ["STT", "Hàng hóa", "Thuế suất"], ["9", "Vàng mã", "60"]
    assert read(table([head, row, last], borders=True)).split("\n")[1:-1] == lines
