"""Whether and how this machine leaves its office is its owner's to say; who forbids has the last word."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.models.hub import Role, open_model
from ingest.errors import FetchError, ForbiddenError, ModelError, UsageError
from ingest.fetch import Fetcher
from ingest.fetch_rules import Rules, load_rules, say_before
from ingest.owner import Proxy, WayOut, load_way_out
from tests.portal import serve_portal
from tests.test_fetch import QUICK

PORTALS = ["https://vbpl.vn/a", "http://vbpl.vn/b", "https://luatphap.vn/c"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("VANKIEN_NETWORK", "VANKIEN_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(home: Path, words: str) -> None:
    (home / "settings.toml").write_text(words, encoding="utf-8")


def test_where_nothing_is_set_the_network_may_be_asked_and_without_a_proxy(home: Path) -> None:
    assert load_way_out(home) == WayOut(allowed=True, proxy=None)


@pytest.mark.parametrize(
    ("file", "environment", "allowed"),
    [
        pytest.param("off", "", False, id="the-file"),
        pytest.param("on", "off", False, id="the-environment"),
        pytest.param("off", "on", False, id="the-environment-does-not-allow-what-the-file-forbids"),
        pytest.param("on", "on", True, id="both-allow"),
    ],
)
def test_who_forbids_has_the_last_word(
    home: Path, monkeypatch: pytest.MonkeyPatch, file: str, environment: str, allowed: bool
) -> None:
    write(home, f'network = "{file}"\n')
    monkeypatch.setenv("VANKIEN_NETWORK", environment)
    assert load_way_out(home).allowed is allowed
    assert load_rules(home).allowed is allowed


@pytest.mark.parametrize(
    ("said", "proxy"),
    [
        pytest.param("http://proxy.tinh.local:3128", Proxy("proxy.tinh.local", 3128), id="plain"),
        pytest.param("http://10.0.0.1:8080/", Proxy("10.0.0.1", 8080), id="figures"),
        pytest.param("http://ten:m%40t@proxy:3128", Proxy("proxy", 3128, "ten:m@t"), id="with-a-login"),
    ],
)
def test_the_proxy_is_read_and_its_login_is_not_shown(home: Path, said: str, proxy: Proxy) -> None:
    write(home, f'proxy = "{said}"\n')
    assert load_way_out(home).proxy == proxy
    assert "m@t" not in repr(proxy)


def test_the_proxy_of_the_environment_goes_before_that_of_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, 'proxy = "http://mot:1"\n')
    monkeypatch.setenv("VANKIEN_PROXY", "http://hai:2")
    assert load_way_out(home).proxy == Proxy("hai", 2)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param('network = "no"', 'network viết sai: chỉ nhận "on" hoặc "off"', id="neither-on-nor-off"),
        pytest.param('proxy = "proxy:3128"', "cần dạng http://may-chu:3128", id="no-scheme"),
        pytest.param('proxy = "socks5://proxy:3128"', "cần dạng http://may-chu:3128", id="another-kind"),
        pytest.param('proxy = "http://proxy"', "cần dạng http://may-chu:3128", id="no-port"),
        pytest.param('proxy = "http://proxy:99999"', "cần dạng http://may-chu:3128", id="no-such-port"),
    ],
)
def test_what_is_set_wrong_is_said_and_nothing_is_guessed(home: Path, words: str, why: str) -> None:
    write(home, words)
    with pytest.raises(UsageError, match=why):
        load_way_out(home)


def test_where_the_owner_forbids_it_nothing_is_asked_of_anyone() -> None:
    with serve_portal() as portal:
        rules = Rules(allowed=False, own_hosts=QUICK.own_hosts)
        with pytest.raises(ForbiddenError, match=r"không cho Vankien dùng mạng.*python -m ingest add") as caught:
            Fetcher(rules).fetch(f"{portal.address}/page")
        assert portal.asked == []
    assert isinstance(caught.value, FetchError)


def test_where_the_owner_forbids_it_no_model_is_fetched_either(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, 'network = "off"\n')
    monkeypatch.setenv("VANKIEN_HOME", str(home))
    fetched: list[bool] = []

    def load(_: str, fetch: bool) -> None:
        fetched.append(fetch)
        raise OSError("not on this machine")

    role = Role("mô hình", "VANKIEN_MODEL", "dùng mô hình đi kèm")
    with pytest.raises(ModelError, match=r"không cho Vankien dùng mạng\. Hãy chép mô hình vào một thư mục"):
        open_model("somebody/some-model", role, load)
    assert fetched == [False]


def test_before_a_fetch_it_is_said_who_will_be_asked_and_what_leaves_the_machine() -> None:
    said = say_before(Rules(), PORTALS)
    assert said.startswith("Khi bấm tải, máy này hỏi: vbpl.vn, luatphap.vn (")
    assert "Chỉ địa chỉ của văn bản" in said
    assert "không rời máy này" in said
    assert "qua máy chủ trung gian" not in said


def test_a_proxy_is_named_without_its_login_before_it_is_used() -> None:
    said = say_before(Rules(proxy=Proxy("proxy", 3128, "ten:bi-mat")), PORTALS)
    assert "qua máy chủ trung gian proxy:3128" in said
    assert "bi-mat" not in said


def test_where_the_owner_forbids_it_that_is_said_with_the_way_by_hand() -> None:
    said = say_before(Rules(allowed=False), PORTALS)
    assert said.startswith("Người phụ trách máy không cho Vankien dùng mạng")
    assert "vbpl.vn" not in said
    assert "trang Thư viện" in said
