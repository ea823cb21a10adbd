"""What the guides say can be done: links lead somewhere, commands and options are there."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from insyn.cli import main
from insyn.model import load
from insyn.source import read_content
from reading import ROOT

GUIDES = [
    "README.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")),
    "generator/README.md",
    "theme/README.md",
]
BASE = ROOT / "tests" / "invalid" / "base"

_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(?<!\\)\[[^\]]*(?<!\\)\]\(([^)\s]+)[^)]*\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^ *(`{3,})(\w*)\n(.*?)^ *\1$", re.MULTILINE | re.DOTALL)


def text_of(guide: str) -> str:
    return (ROOT / guide).read_text(encoding="utf-8")


def anchors(guide: Path) -> set[str]:
    """The anchors of a page's headings, as git hosts make them."""
    seen: Counter[str] = Counter()
    found = set()
    for heading in _HEADING.findall(_BLOCK.sub("", guide.read_text(encoding="utf-8"))):
        words = re.sub(r"[^\w\- ]", "", re.sub(r"\]\([^)]*\)", "]", heading)).lower()
        slug = words.strip().replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found


def lost_links(guide: Path) -> Iterator[str]:
    """The links and pictures of a page that lead to no file, or to no heading of one."""
    known: dict[Path, set[str]] = {}
    shown = _CODE.sub("", _BLOCK.sub("", guide.read_text(encoding="utf-8")))
    for link in set(_LINK.findall(shown)):
        path, _, anchor = unquote(link).partition("#")
        if re.match(r"[a-z]+:", path):
            continue
        target = (guide.parent / path).resolve() if path else guide
        if not target.exists():
            yield link
        elif anchor and target.suffix == ".md":
            if target not in known:
                known[target] = anchors(target)
            if anchor not in known[target]:
                yield link


def commands(text: str) -> Iterator[list[str]]:
    """Each command that a guide shows: a line of a block for the shell, or words in code."""
    for _, language, block in _BLOCK.findall(text):
        if language in {"sh", ""}:
            for line in block.splitlines():
                yield line.partition(" #")[0].split()
    for words in _CODE.findall(_BLOCK.sub("", text)):
        yield words.strip("`").split()


def unknown_commands(text: str, targets: set[str]) -> Iterator[str]:
    """The `make` and `insyn` commands of a guide that are not there, or have no such option."""
    for words in commands(text):
        if words[:1] == ["make"] and len(words) > 1 and re.fullmatch(r"[a-z-]+", words[1]):
            if words[1] not in targets:
                yield " ".join(words)
        elif words and re.fullmatch(r"(\S*/)?insyn", words[0]) and len(words) > 1:
            command = main.commands.get(words[1])
            if re.fullmatch(r"[a-z]+", words[1]) and command is None:
                yield " ".join(words)
            has = {name for option in (command or main).params for name in option.opts}
            typed = {word.partition("=")[0] for word in words if re.match(r"--[a-z]", word)}
            if typed - has - {"--help", "--version"}:
                yield " ".join(words)


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("guide", GUIDES)
def test_every_link_and_picture_leads_somewhere(guide: str) -> None:
    assert list(lost_links(ROOT / guide)) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Så här, då\n[a](#så-här-då) [b](#gone) ![c](gone.png) [d](page.md#gone) `[e](code.md)`\n"
        "[f](https://example.org/)\n",
        encoding="utf-8",
    )
    assert sorted(lost_links(page)) == ["#gone", "gone.png", "page.md#gone"]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_is_there(guide: str) -> None:
    assert list(unknown_commands(text_of(guide), make_targets())) == []


def test_a_command_that_is_not_there_is_found() -> None:
    text = "`make gone X=1` `make check` `insyn gone` `.venv/bin/insyn check --gone` `insyn`\n"
    block = "```sh\nmake away   # soon\ninsyn build --base-url x\n```\n"
    assert list(unknown_commands(block + text, {"check"})) == [
        "make away",
        "make gone X=1",
        "insyn gone",
        ".venv/bin/insyn check --gone",
    ]


CARD = "content/projects/guidens-kort.md"
"""Where the card of a guide is put."""

_PLACES = (
    ("\nowner:", CARD),
    ("\nshow_from:", "content/notices/guidens-meddelande.md"),
    ("---\ntitle:", CARD.replace(".md", ".en.md")),
    ("terms:", "content/glossary.yaml"),
    ("plain_language:", "content/site.yaml"),
)


def put_examples(guide: str, site: Path) -> list[str]:
    """Put each whole file that a guide shows into a site; where they are."""
    put = []
    for _, language, block in _BLOCK.findall(text_of(guide)):
        place = next((place for mark, place in _PLACES if mark in block), "")
        if language in {"markdown", "yaml"} and place:
            file = site / place
            file.parent.mkdir(exist_ok=True)
            settings = file.read_text(encoding="utf-8") if file.name == "site.yaml" else ""
            file.write_text(settings + block, encoding="utf-8")
            put.append(place)
    return put


@pytest.mark.parametrize(
    ("guide", "languages", "many"),
    [("docs/redaktor.md", "[sv, en]", 5), ("docs/editor.md", "[en, sv]", 2)],
)
def test_the_files_that_a_guide_shows_have_no_mistake(
    guide: str, languages: str, many: int, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(BASE, site)
    settings = site / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    # The first language decides what the choices are called.
    settings.write_text(text.replace("[sv, en]", languages), encoding="utf-8")
    put = put_examples(guide, site)
    assert CARD in put
    assert len(set(put)) == many
    problems = load(read_content(site))[1]
    assert [problem for problem in problems if problem.place.file in put] == []
