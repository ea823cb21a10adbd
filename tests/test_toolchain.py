"""The commands, the host's settings and the package say what they should."""

import json
import os
import re
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest

import tools

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "generator/insyn/explanation/examples.json"
NETLIFY = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))


def headers_for(path: str) -> dict[str, str]:
    return {
        name: value
        for rule in NETLIFY["headers"]
        if rule["for"] == path
        for name, value in rule["values"].items()
    }


def test_the_policy_allows_the_site_itself_and_nothing_else() -> None:
    rules = headers_for("/*")["Content-Security-Policy"].split("; ")
    policy = {name: sources for name, *sources in (rule.split() for rule in rules)}
    assert policy.pop("default-src") == ["'none'"]
    assert policy.pop("base-uri") == ["'none'"]
    assert policy.pop("frame-ancestors") == ["'none'"]
    assert policy.pop("script-src") == ["'self'", "'wasm-unsafe-eval'"]
    assert policy.pop("form-action") == ["'self'"]
    assert all(sources == ["'self'"] for sources in policy.values()), policy


def test_a_host_that_sends_no_headers_has_the_same_policy() -> None:
    sent = headers_for("/*")["Content-Security-Policy"]
    frame = (ROOT / "theme" / "layouts" / "base.html").read_text(encoding="utf-8")
    [written] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', frame)
    assert sent == f"{written}; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ],
)
def test_every_page_is_sent_with_safe_headers(name: str, value: str) -> None:
    assert headers_for("/*")[name] == value


def test_the_form_alone_has_another_policy_and_it_is_the_last() -> None:
    last = NETLIFY["headers"][-1]
    assert last["for"] == "/admin/*"
    rules = last["values"]["Content-Security-Policy"].split("; ")
    policy = {name: sources for name, *sources in (rule.split() for rule in rules)}
    assert policy["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    for name, sources in policy.items():
        if name != "connect-src":
            assert not any("//" in source for source in sources), name
    with_styles = [rule["for"] for rule in NETLIFY["headers"] if "unsafe-inline" in str(rule)]
    assert with_styles == ["/admin/*"]
    assert last["values"]["X-Robots-Tag"] == "noindex, nofollow"


def test_browsers_stay_on_https_for_at_least_a_year() -> None:
    age = re.search(r"max-age=(\d+)", headers_for("/*")["Strict-Transport-Security"])
    assert age is not None
    assert int(age[1]) >= 365 * 24 * 60 * 60


def test_only_files_with_a_digest_in_their_name_are_kept_for_ever() -> None:
    kept = {rule["for"] for rule in NETLIFY["headers"] if "Cache-Control" in rule["values"]}
    assert kept == {
        "/assets/*",
        "/media/pictures/*",
        "/pagefind/filter/*",
        "/pagefind/fragment/*",
        "/pagefind/index/*",
    }


def test_only_previews_are_hidden_from_search_engines() -> None:
    previews = [context["command"] for context in NETLIFY["context"].values()]
    assert previews
    assert all("PREVIEW=1" in command for command in previews)
    assert "PREVIEW" not in NETLIFY["build"]["command"]


def test_the_makefile_hands_the_address_and_the_preview_to_the_build() -> None:
    command = ["make", "--dry-run", "site", "BASE_URL=https://projekt.example.se", "PREVIEW=1"]
    recipe = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert '/insyn build --base-url "https://projekt.example.se" --preview\n' in recipe


def test_the_build_server_runs_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert [line for line in commands if line.startswith("make")] == ["make test", "make test-orca"]
    assert "\nmake test " in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "set -euo pipefail" in commands
    assert "export CI=true" in commands
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_lock_file_names_digests_and_no_registry_but_the_public_one() -> None:
    text = (ROOT / "tests" / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert "node_modules/axe-core" in packages
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    addresses = set(re.findall(r"\w+://[^/\"]+", text))
    addresses -= {"https://opencollective.com", "https://github.com"}  # where to give money
    assert addresses <= {"https://registry.npmjs.org"}


def test_the_licence_is_the_one_the_package_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "EUPL-1.2"
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert "\nlicense: EUPL-1.2\n" in re.sub(
        r"(?m)^ +", "", (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    )


def test_a_chosen_browser_that_does_not_start_is_told_not_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    tools.chromium.cache_clear()
    try:
        with pytest.raises(tools.ToolMissing, match="which does not start"):
            tools.chromium()
    finally:
        tools.chromium.cache_clear()


@pytest.mark.slow
def test_the_wheel_carries_the_package_and_the_theme(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        settings = archive.read("insyn/hosting/netlify.toml")
    theme = {
        "insyn/" + file.relative_to(ROOT).as_posix()
        for file in (ROOT / "theme").rglob("*")
        if file.is_file()
    }
    assert theme
    assert theme <= names
    assert settings == (ROOT / "netlify.toml").read_bytes()  # a link in the repository
    assert "insyn/__init__.py" in names
    # Files that are no code: what hosts run, and the examples of the pages of help.
    for file in (*(ROOT / "generator/insyn/hosting").iterdir(), EXAMPLES):
        if file.is_file():
            assert file.relative_to(ROOT / "generator").as_posix() in names
    form = {f"insyn/admin/form/{file.name}" for file in (ROOT / "generator/admin").iterdir()}
    assert {name for name in names if name.startswith("insyn/admin/form/")} == form
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
