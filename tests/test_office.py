"""LibreOffice as the second reader: what it is asked, what comes of it, and what it may never do."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from ingest.errors import ReadingError
from ingest.readers import read_content
from ingest.readers.apart import ReaderPool
from ingest.readers.word import office as second
from ingest.readers.word.office import find_office
from tests.bad_files import make_docx
from tests.office import SAID
from tests.processes import ends
from tests.word_files import docx, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_6 = OLE + bytes(504) + b"\xdc\xa5e\x00" + "WordDocument".encode("utf-16-le") + bytes(508)
DAMAGED = WORD_6.replace(b"\xdc\xa5e", b"\xec\xa5\xc1")
BY_LIBREOFFICE = "LibreOffice đã mở giúp tệp này"
Install = Callable[..., Path]


@pytest.mark.parametrize(
    ("content", "kind", "note"),
    [
        pytest.param(WORD_6, "DOC", "(tệp do Word 6 hoặc Word 95 tạo ra).", id="word-6"),
        pytest.param(DAMAGED, "DOC", "(tệp DOC bị hỏng hoặc bị cắt ngắn). Hãy đối chiếu với bản gốc.", id="damaged"),
        pytest.param(
            b"{\\rtf1 " + b"{" * 20_000,
            "RTF",
            "(tệp RTF bị hỏng (nhóm lồng quá sâu)). Hãy đối chiếu với bản gốc.",
            id="rtf",
        ),
        pytest.param(
            zipped({"[Content_Types].xml": "wordprocessingml.document.main", "word/document.xml": "<w:document"}),
            "DOCX",
            "(nội dung XML trong tệp bị hỏng). Hãy đối chiếu với bản gốc.",
            id="docx",
        ),
        pytest.param(b"\xdb\xa5\x2d\x00" + bytes(90), "Word 2", "(loại tệp Word 2).", id="word-2"),
        pytest.param(b"1\xbe\x00\x00\x00\xab" + bytes(90), "Windows Write", "(loại tệp Windows Write).", id="write"),
        pytest.param(
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "ODT", "(loại tệp ODT).", id="odt"
        ),
        pytest.param(
            b'<?xml version="1.0"?><w:wordDocument>', "Word 2003 XML", "(loại tệp Word 2003 XML).", id="word-2003-xml"
        ),
    ],
)
def test_what_our_readers_cannot_open_is_read_by_it_with_a_note(
    office: Install, content: bytes, kind: str, note: str
) -> None:
    asked = office() / "asked"
    reading = read_content(content, Path("a.bin"))
    assert (reading.kind, reading.text) == (kind, SAID)
    assert reading.notes == (f"{BY_LIBREOFFICE} {note}",)
    assert "--headless" in asked.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(make_docx()[:3000], "bị hỏng hoặc chưa tải hết", id="cut-off"),
        pytest.param(OLE + bytes(2000), "tệp Office đời cũ bị hỏng hoặc chưa tải hết", id="compound-file-cut-off"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu", id="password"),
        pytest.param(docx(paragraph("")), "chưa đọc được loại tệp ZIP", id="a-package-that-says-no-kind"),
        pytest.param(b"7z\xbc\xaf\x27\x1c\x00", "chưa đọc được loại tệp 7z", id="another-kind"),
    ],
)
def test_what_it_cannot_help_with_is_not_shown_to_it(office: Install, content: bytes, why: str) -> None:
    asked = office() / "asked"
    with pytest.raises(ReadingError, match=why):
        read_content(content, Path("a.bin"))
    assert not asked.exists()


@pytest.mark.parametrize(
    ("behaviour", "text"),
    [
        pytest.param("fails", SAID, id="it-fails"),
        pytest.param("opens", "", id="it-finds-no-text"),
        pytest.param("opens", "\ue000\uf55b\ueb3c Điều", id="it-takes-bytes-for-letters"),
    ],
)
def test_where_it_fails_the_file_is_refused_as_before(office: Install, behaviour: str, text: str) -> None:
    office(behaviour, text)
    with pytest.raises(ReadingError) as refused:
        read_content(WORD_6, Path("a.doc"))
    assert refused.value.why == "tệp do Word 6 hoặc Word 95 tạo ra"
    assert "cài LibreOffice" not in refused.value.advice


def test_where_it_is_missing_the_line_says_that_it_would_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_OFFICE", "")
    with pytest.raises(ReadingError, match=r"lại, hoặc cài LibreOffice để máy tự mở \(cách cài: python -m ingest doct"):
        read_content(WORD_6, Path("a.doc"))


def test_it_is_found_where_an_installer_put_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.delenv("VANKIEN_OFFICE")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(second, "_PLACES", ("{NoSuchVariable}/soffice.com", *second._PLACES))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_office() == str(program)


def test_its_profile_is_its_own_and_forbids_macros_and_links(office: Install) -> None:
    home = office()
    read_content(WORD_6, Path("a.doc"))
    profile = (home / "profile").read_text("utf-8")
    for name, value in (("DisableMacrosExecution", "true"), ("BlockUntrustedRefererLinks", "true"), ("Link", "0")):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in profile


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of this test, to see what is left in it."""
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_one_that_hangs_is_ended_with_what_it_started_and_leaves_nothing(
    office: Install, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = office("hangs")
    monkeypatch.setattr(second, "LONGEST_CONVERSION", 2)
    with pytest.raises(ReadingError, match="Word 6"):
        read_content(WORD_6, Path("a.doc"))
    assert ends(int((home / "child").read_text("ascii")))
    assert list(scratch.iterdir()) == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, as an installed program's is; those of the tests are their user's alone."""
    with tempfile.TemporaryDirectory(prefix="van-phong-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_one_that_hangs_ends_with_the_reader_that_asked_it(open_folder: Path, office: Install, scratch: Path) -> None:
    office("hangs", at=open_folder)
    with ReaderPool(1) as pool:
        reading = pool.read(WORD_6, Path("a.doc"))
        child = ""
        while not child:
            assert not reading.done(), reading.exception()
            time.sleep(0.05)
            child = "".join(one.read_text("ascii") for one in scratch.rglob("pid"))
        assert list(scratch.iterdir()) != []
    assert ends(int(child))
    assert list(scratch.iterdir()) == []


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="M" script:language="StarBasic">
Sub Main
Open &quot;{ran}&quot; For Output As #1
Close #1
End Sub
</script:module>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:{0} xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"{1}"""
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:dom="http://www.w3.org/2001/xml-events"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script"
 script:event-name="dom:load" xlink:type="simple"
 xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"/></office:event-listeners>
</office:scripts><office:body><office:text><text:p>{text}</text:p><text:p><draw:frame text:anchor-type="as-char"
 svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}" xlink:type="simple"/></draw:frame></text:p>
</office:text></office:body></office:document-content>"""
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    "{}</manifest:manifest>"
)
LISTED = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="text/xml"/>'


def harmful_odt(ran: Path, address: str) -> bytes:
    """A text whose macro writes *ran* when it is opened, and whose picture lies at *address*."""
    standard = '><library:library library:name="Standard" library:link="false"/></library:libraries>'
    module = ' library:name="Standard"><library:element library:name="M"/></library:library>'
    parts = {
        "content.xml": CONTENT.format(text=SAID, address=address),
        "Basic/script-lc.xml": LIBRARY.format("libraries", standard),
        "Basic/Standard/script-lb.xml": LIBRARY.format("library", module),
        "Basic/Standard/M.xml": MACRO.format(ran=ran),
    }
    manifest = MANIFEST.format("".join(map(LISTED.format, parts)))
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, **parts, "META-INF/manifest.xml": manifest})


def test_the_real_one_reads_a_text_and_neither_runs_its_macro_nor_fetches_its_picture(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VANKIEN_OFFICE")
    if find_office() is None:
        pytest.skip("LibreOffice is not installed here")
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append(str(self.client_address))

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        odt = harmful_odt(tmp_path / "ran", f"http://127.0.0.1:{server.server_port}/anh.png")
        with ReaderPool(1) as pool:
            reading = pool.read(odt, Path("a.odt")).result()
        server.shutdown()
    assert reading.text.strip() == SAID
    assert reading.notes == (f"{BY_LIBREOFFICE} (loại tệp ODT).",)
    assert (asked, (tmp_path / "ran").exists()) == ([], False)
    assert list(scratch.iterdir()) == []
