"""The virtual environment can be made where Python has no pip, from any package index."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import prepare

pytestmark = pytest.mark.slow

WHEEL = b"not really pip"
JSON_PAGE = json.dumps(
    {"files": [{"url": "../files/pip-1.0-py3-none-any.whl"}, {"url": "/w/" + prepare.PIP_WHEEL}]}
)
HTML_PAGE = f"""<!DOCTYPE html><html><body>
<a href="../files/pip-1.0-py3-none-any.whl">pip-1.0</a>
<a href="/w/{prepare.PIP_WHEEL}#sha256=0&amp;x">pip</a></body></html>"""


class Index(ThreadingHTTPServer):
    """A package index on this machine; `page` is what it says of pip."""

    page = JSON_PAGE
    credentials: str | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_port}/simple"


class Answer(BaseHTTPRequestHandler):
    server: Index

    def do_GET(self) -> None:
        wanted = self.server.credentials
        token = base64.b64encode((wanted or "").encode()).decode()
        known = {"/simple/pip/": self.server.page.encode(), "/w/" + prepare.PIP_WHEEL: WHEEL}
        if wanted and self.headers["Authorization"] != f"Basic {token}":
            self.send_error(401)
        elif self.path not in known:
            self.send_error(404)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(known[self.path])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Index]:
    """A running index, which pip's settings name; the settings of this machine are left out."""
    for name in ("PIP_PROXY", "PIP_CERT", "PIP_CONFIG_FILE", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(prepare, "PIP_SHA256", hashlib.sha256(WHEEL).hexdigest())
    with Index(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("PIP_INDEX_URL", f"http://{server.address}/")
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("page", [JSON_PAGE, HTML_PAGE], ids=["JSON", "HTML"])
def test_pip_is_fetched_from_the_configured_index(index: Index, page: str) -> None:
    index.page = page
    assert prepare.fetch_pip() == WHEEL


def test_name_and_password_of_an_index_are_used_and_never_shown(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.credentials = "anna:hemligt@ord"
    monkeypatch.setenv("PIP_INDEX_URL", f"http://anna:hemligt%40ord@{index.address}")
    page = f"http://anna:hemligt%40ord@{index.address}/pip/"
    assert prepare.wheel_address(page).endswith("/w/" + prepare.PIP_WHEEL)
    index.credentials = "anna:annat"
    with pytest.raises(prepare.Unprepared) as told:
        prepare.fetch_pip()
    assert "Unauthorized" in str(told.value)
    assert "hemligt" not in str(told.value)


def test_another_wheel_than_the_known_one_is_refused(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index.page
    monkeypatch.setattr(prepare, "PIP_SHA256", "0" * 64)
    with pytest.raises(prepare.Unprepared, match=f"is not the {prepare.PIP_WHEEL}"):
        prepare.fetch_pip()


def test_an_index_without_the_wheel_is_told_with_the_cure(index: Index) -> None:
    index.page = '{"files": []}'
    with pytest.raises(prepare.Unprepared, match="apt install python3-venv"):
        prepare.fetch_pip()


def test_settings_come_from_the_environment_then_from_pips_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    config = tmp_path / ".config" / "pip" / "pip.conf"
    config.parent.mkdir(parents=True)
    config.write_text("[global]\nindex-url = https://a.example/%%20simple\n", encoding="utf-8")
    special = tmp_path / "special.conf"
    monkeypatch.setenv("PIP_CONFIG_FILE", str(special))
    assert prepare.pip_setting("index-url") == "https://a.example/%%20simple"
    special.write_text("[global]\nindex-url = https://b.example/simple\n", encoding="utf-8")
    assert prepare.pip_setting("index-url") == "https://b.example/simple"
    monkeypatch.setenv("PIP_INDEX_URL", "https://c.example/simple")
    assert prepare.pip_setting("index-url") == "https://c.example/simple"
