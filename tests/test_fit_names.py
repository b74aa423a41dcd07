"""Names that strangers give their files: on every system a file in the folder that was meant, and no other."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fit_names import fit_name
from ui import taking


@pytest.mark.parametrize(
    ("given", "fit"),
    [
        pytest.param("Quyết định 102.pdf", "Quyết định 102.pdf", id="as-it-should-be"),
        pytest.param("Quye\u0302\u0301t.pdf", "Quyết.pdf", id="decomposed"),
        pytest.param("../../etc/x", "x", id="climbing"),
        pytest.param("/etc/passwd", "passwd", id="absolute"),
        pytest.param("C:\\Windows\\System32\\a.dll", "a.dll", id="windows"),
        pytest.param("C:a.txt", "C_a.txt", id="a-drive-alone"),
        pytest.param("\\\\may\\chung\\a.txt", "a.txt", id="another-machine"),
        pytest.param("..", "tep", id="the-folder-above"),
        pytest.param(".", "tep", id="the-folder"),
        pytest.param("", "tep", id="none"),
        pytest.param("a/", "tep", id="a-folder"),
        pytest.param("a\x00.pdf", "a_.pdf", id="nul"),
        pytest.param("a\r\nb.pdf", "a__b.pdf", id="line-breaks"),
        pytest.param("hoa don\u202efdp.exe", "hoa don_fdp.exe", id="turned-around"),
        pytest.param("a.txt. . .", "a.txt", id="dots-at-the-end"),
        pytest.param("CON", "_CON", id="a-device"),
        pytest.param("nul.pdf", "_nul.pdf", id="a-device-with-an-ending"),
        pytest.param("COM1 .txt", "_COM1 .txt", id="a-device-with-a-space"),
        pytest.param("CONG VAN.doc", "CONG VAN.doc", id="no-device"),
        pytest.param("a.txt:an.exe", "a.txt_an.exe", id="a-stream-of-windows"),
        pytest.param('a<b>"c"|d?*.pdf', "a_b__c__d__.pdf", id="signs-that-windows-keeps"),
        pytest.param("-rf", "-rf", id="like-an-option"),
        pytest.param("\ud800.pdf", "_.pdf", id="half-a-letter"),
        pytest.param("ấ" * 300 + ".pdf", "ấ" * 58 + ".pdf", id="long"),
        pytest.param("a." + "b" * 300, "a." + "b" * 178, id="a-long-ending"),
    ],
)
def test_a_name_is_made_fit(given: str, fit: str) -> None:
    assert fit_name(given) == fit


@given(st.text(alphabet=st.characters(), max_size=300))
def test_every_name_is_one_file_in_its_folder(name: str) -> None:
    fit = fit_name(name)
    assert fit == fit_name(fit)
    assert 0 < len(fit.encode()) < 200
    assert (Path("/a") / fit).parent == Path("/a")
    assert PureWindowsPath("C:/a", fit).parent == PureWindowsPath("C:/a")
    assert not PureWindowsPath(fit).is_reserved()


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "..", "", "a\x00b", "x" * 5000, "CON", "ấ" * 200])
def test_what_is_dropped_lies_in_the_folder_of_its_drop_alone(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "tha"
    inside.mkdir()
    file = taking._put(inside, 0, name, b"abc")
    assert file.read_bytes() == b"abc"
    assert file.resolve().parent == inside / "0"
    assert [one.name for one in tmp_path.iterdir()] == ["tha"]


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        pytest.param([1] * taking.MOST_FILES, False, id="as-many-as-may-be"),
        pytest.param([1] * (taking.MOST_FILES + 1), True, id="one-too-many"),
        pytest.param([taking.MOST_BYTES, 1], True, id="too-large-together"),
        pytest.param([], False, id="none"),
    ],
)
def test_one_drop_has_its_limits(sizes: list[int], told: bool) -> None:
    said = taking.explain_excess(sizes)
    assert bool(said) is told
    assert not told or "Hãy thêm từng phần" in said
