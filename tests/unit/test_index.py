"""The search index: what is published, that equal pages give equal bytes, and what goes wrong."""

from __future__ import annotations

import base64
import gzip
import json
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import insyn.index
from insyn.index import build_index
from insyn.problem import Place, Problem

MUNICIPALITIES = ("Örebro", "Åmål", "Ängelholm", "Borås", "Kiruna", "Trelleborg")


def page(language: str, number: int) -> str:
    metas = "".join(
        f'<meta property="insyn:{key}" content="{value}" data-pagefind-{kind}="{key}[content]">'
        for kind, key, value in (
            ("filter", "municipality", MUNICIPALITIES[number % 6]),
            ("filter", "municipality", MUNICIPALITIES[number % 5]),
            ("filter", "year", str(2000 + number)),
            ("filter", "type", "Projekt"),
            ("meta", "title", f"Projekt {number}"),
            ("meta", "names", "Ola Ek, Örebro kommun"),
            ("sort", "total", str(1000 * number)),
            ("sort", "start", f"20{number:02}-01-01"),
            ("sort", "title", str(number)),
        )
    )
    return (
        f'<!doctype html><html lang="{language}"><head><title>Projekt</title>{metas}</head>'
        f"<body><nav>Meny</nav><main data-pagefind-body><h1>Projekt {number}</h1>"
        f"<p>Cykelvägar och barn, nummer{number}.</p></main></body></html>"
    )


PAGES = {
    f"{folder}/nummer-{number}/index.html": page(language, number)
    for folder, language in (("projekt", "sv"), ("en/projects", "en"))
    for number in range(12)
} | {"om/index.html": '<!doctype html><html lang="sv"><body><p>Hemlighet</p></body></html>'}


def stage(folder: Path, paths: Sequence[str] = tuple(PAGES)) -> Path:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGES[path], encoding="utf-8")
    return folder


def published(folder: Path) -> dict[str, bytes]:
    below = folder / "pagefind"
    return {
        file.relative_to(below).as_posix(): file.read_bytes()
        for file in below.rglob("*")
        if file.is_file()
    }


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = stage(tmp_path_factory.mktemp("site"))
    assert build_index(folder) == ()
    return published(folder)


def test_equal_pages_give_equal_bytes(
    index: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each run of Pagefind orders its filters by chance: several runs, each staged another way.
    for run, zone in enumerate(("Asia/Tokyo", "America/Lima", "UTC", "Europe/Stockholm")):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("RAYON_NUM_THREADS", str(run + 1))
        order = [*list(PAGES)[7 * run :], *list(PAGES)[: 7 * run]]
        folder = stage(tmp_path / f"in another place {run}", order)
        assert build_index(folder) == ()
        assert published(folder) == index


def test_no_file_carries_the_time_of_day(index: dict[str, bytes]) -> None:
    # The programs are as Pagefind was released; all else is made here.
    made = [content for path, content in index.items() if not path.startswith("wasm")]
    compressed = [content for content in made if content.startswith(b"\x1f\x8b")]
    assert len(compressed) > 24
    assert {content[4:8] for content in compressed} == {bytes(4)}


def test_pages_are_numbered_by_their_path(index: dict[str, bytes]) -> None:
    for path in (path for path in index if path.endswith(".pf_meta")):
        _, pages, *_ = insyn.index._unpack(index[path])
        fragments = [gzip.decompress(index[f"fragment/{name}.pf_fragment"]) for name, _ in pages]
        urls = [json.loads(text.removeprefix(b"pagefind_dcd"))["url"] for text in fragments]
        assert urls == sorted(urls)


def test_words_that_begin_alike_are_in_one_part(
    index: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words_of(index: dict[str, bytes]) -> dict[str, list[Any]]:
        """The words of each part of the Swedish index, by the part's name."""
        return {
            path.removeprefix("index/").removesuffix(".pf_index"): insyn.index._unpack(content)[0]
            for path, content in index.items()
            if path.startswith("index/sv_")
        }

    monkeypatch.setattr(insyn.index, "_PART", 40)
    assert build_index(stage(tmp_path)) == ()
    cut = published(tmp_path)
    parts = words_of(cut)
    assert len(parts) > 4
    (meta,) = (content for path, content in cut.items() if path.startswith("pagefind.sv_"))
    ranges = insyn.index._unpack(meta)[2]
    assert [name for _, _, name in ranges] == sorted(parts, key=lambda name: parts[name][0])
    # Nothing is lost, and the order stays.
    ((whole,),) = (words_of(index).values(),)
    assert [word for _, _, name in ranges for word in parts[name]] == whole
    # What is typed, up to a whole word, leads to the part that has all that begins so.
    for _, _, name in ranges:
        for word, *_ in parts[name]:
            for end in range(min(3, len(word)), len(word) + 1):
                typed = word[:end]
                found = [name for first, last, name in ranges if first <= typed <= last]
                assert found == [name], typed
                if len(typed) >= 3:
                    alike = {word for word, *_ in whole if word.startswith(typed)}
                    assert alike <= {word for word, *_ in parts[name]}


def test_only_what_a_search_needs_is_published(index: dict[str, bytes]) -> None:
    loose = {path for path in index if "/" not in path}
    entry = json.loads(index["pagefind-entry.json"])
    assert loose == {
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.sv.pagefind",
        "wasm.en.pagefind",
        *(f"pagefind.{language['hash']}.pf_meta" for language in entry["languages"].values()),
    }
    folders = {path.partition("/")[0] for path in index if "/" in path}
    assert folders == {"fragment", "index", "filter"}


def test_every_language_has_its_own_index(index: dict[str, bytes]) -> None:
    languages = json.loads(index["pagefind-entry.json"])["languages"]
    assert {code: about["page_count"] for code, about in languages.items()} == {"sv": 12, "en": 12}


def test_a_language_that_pagefind_does_not_know_gets_the_general_program(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(page("se", 1), encoding="utf-8")
    assert build_index(tmp_path) == ()
    assert {path for path in published(tmp_path) if path.startswith("wasm")} == {
        "wasm.unknown.pagefind"
    }


def test_only_marked_pages_are_searched(index: dict[str, bytes]) -> None:
    fragments = [gzip.decompress(index[path]) for path in index if path.startswith("fragment/")]
    assert len(fragments) == 24
    assert not any(b"Hemlighet" in fragment or b"Meny" in fragment for fragment in fragments)


def test_facts_in_the_head_are_kept_out_of_the_text(index: dict[str, bytes]) -> None:
    fragments = [
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
        for path, content in index.items()
        if path.startswith("fragment/sv")
    ]
    first = next(fragment for fragment in fragments if fragment["url"] == "/projekt/nummer-7/")
    assert first["content"] == "Projekt 7. Cykelvägar och barn, nummer7."
    assert first["meta"] == {"title": "Projekt 7", "names": "Ola Ek, Örebro kommun"}
    assert first["filters"] == {
        "municipality": ["Åmål", "Ängelholm"],
        "type": ["Projekt"],
        "year": ["2007"],
    }


def test_an_older_index_goes(tmp_path: Path) -> None:
    stage(tmp_path)
    old = tmp_path / "pagefind" / "index" / "sv_old.pf_index"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    assert build_index(tmp_path) == ()
    assert not old.exists()


def test_a_site_without_a_page_to_search_is_no_problem(tmp_path: Path) -> None:
    assert build_index(stage(tmp_path, ["om/index.html"])) == ()
    assert not any(path.startswith("fragment/") for path in published(tmp_path))


# --- what goes wrong --------------------------------------------------------------------------

REFUSAL = base64.b64encode(
    json.dumps({"message_id": 1, "payload": {"type": "Error", "message": "disk full"}}).encode()
).decode()


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put `script` where Pagefind's program is looked for."""
    file = folder / "pagefind-program"
    file.write_text(script, encoding="utf-8")
    file.chmod(stat.S_IRWXU)
    monkeypatch.setattr(insyn.index, "get_executable", lambda: file)


@pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("not a program at all", "Exec format error"),
        ("#!/bin/sh\necho 'no such instruction' >&2\nexit 3\n", "no such instruction"),
        ("#!/bin/sh\nexit 0\n", "it stopped"),
        (f"#!/bin/sh\nprintf '%s,' {REFUSAL}\ncat > /dev/null\n", "disk full"),
    ],
    ids=["no program", "crash", "silence", "refusal"],
)
def test_a_program_that_fails_is_told_and_writes_nothing(
    script: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = stage(tmp_path / "site")
    program(tmp_path, script, monkeypatch)
    assert build_index(site) == (
        Problem.at(Place("pagefind"), "search-index-failed", reason=reason),
    )
    assert not (site / "pagefind").exists()


def test_a_missing_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(insyn.index, "get_executable", missing)
    assert build_index(stage(tmp_path)) == (
        Problem.at(Place("pagefind"), "search-program-missing"),
    )


def test_a_program_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sleeper = tmp_path / "pagefind"
    sleeper.write_text("#!/bin/sh\nexec sleep 300\n", encoding="utf-8")
    sleeper.chmod(sleeper.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(insyn.index, "get_executable", lambda: sleeper)
    monkeypatch.setattr(insyn.index, "_PATIENCE", 0.1)
    monkeypatch.setattr(insyn.index, "_PATIENCE_A_PAGE", 0.0)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(page("sv", 1), encoding="utf-8")
    (problem,) = build_index(tmp_path / "site")
    assert problem.code == "search-index-failed"
    assert not (tmp_path / "site" / "pagefind").exists()
