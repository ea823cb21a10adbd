"""Brings what the docs say of the code up to date: `make docs`.

A guide says where a table of fields goes with two comments; the table between them is written anew.
The page of all problems is written as a whole, from their wording and from the examples that the
sites in `tests/invalid/` give, which `insyn check --explain` shows too.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from insyn.explanation import KINDS
from insyn.hosting import REPOSITORY, host_files
from insyn.schema import field_table, kind_table

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
GUIDES = {"redaktor.md": "sv", "editor.md": "en"}
EXAMPLES = ROOT / "generator" / "insyn" / "explanation" / "examples.json"
SITES = ROOT / "tests" / "invalid"

_TABLE = re.compile(r"(<!-- fields:([a-z]+) -->\n).*?(<!-- /fields -->)", re.DOTALL)
_KINDS = re.compile(r"(<!-- kinds -->\n).*?(<!-- /kinds -->)", re.DOTALL)

_TOLD = {"sv": "expected.txt", "en": "expected.en.txt"}
_PROBLEM = re.compile(
    r"^(?P<file>\S[^:\n]*):(?P<line>\d+):\d+: [^:\n]+: (?P<message>.*)\n"
    r"    (?P<hint>.*) \[(?P<code>[a-z0-9-]+)\]$",
    re.MULTILINE,
)
_LONGEST_LINE = 100


def with_tables(guide: str, language: str) -> str:
    """The text of a guide with its tables as the model says them now."""
    guide = _TABLE.sub(
        lambda found: f"{found[1]}\n{field_table(found[2], language)}\n\n{found[3]}", guide
    )
    return _KINDS.sub(lambda found: f"{found[1]}\n{kind_table(language)}\n\n{found[2]}", guide)


# --- examples of problems ---


def examples() -> str:
    """For each code and language what Insyn says in the site with the shortest sentences."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for site in sorted(SITES.iterdir()):
        for language, name in _TOLD.items():
            if (site / name).is_file():
                for code, example in _examples_of(site, name):
                    kept = found.setdefault(code, {}).get(language)
                    if kept is None or _length(example) < _length(kept):
                        found[code][language] = example
    known = {code: found[code] for code in sorted(found) if code in KINDS}
    return json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _length(example: dict[str, str]) -> int:
    # A place in the content, and one that shows the line, is worth more than short sentences.
    worse = 2 * (not example["place"].startswith("content/")) + (not example["line"])
    return len(example["message"]) + len(example["hint"]) + 1000 * worse


def _examples_of(site: Path, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    for problem in _PROBLEM.finditer((site / name).read_text(encoding="utf-8")):
        number = int(problem["line"])
        yield (
            problem["code"],
            {
                "place": f"{problem['file']}:{number}",
                "line": _line(site, problem["file"], number, english=".en." in name),
                "message": problem["message"],
                "hint": problem["hint"],
            },
        )


def _line(site: Path, file: str, number: int, *, english: bool) -> str:
    """The line as typed, where it says something: a template is blamed as a whole, at its top."""
    if file.endswith(".html") and number == 1:
        return ""
    inside = Path(file).relative_to("content") if file.startswith("content/") else Path(file)
    names = [inside]
    if english:  # the site with its languages swapped
        others = {".sv.md": ".en.md", ".en.md": ".sv.md"}
        swapped = others.get(inside.name[-6:], "")
        names = [inside.with_name(inside.name[:-6] + swapped)] if swapped else names
    folders = (site / "content.en",) * english + (site / "content", SITES / "base" / "content")
    for path in (folder / name for folder in folders for name in (inside, *names)):
        if path.is_file() and path.suffix in {".md", ".yaml", ".html", ".css", ".po"}:
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
            line = lines[number - 1].strip() if number <= len(lines) else ""
            return line if line.strip("- ") and len(line) <= _LONGEST_LINE else ""
    return ""


# --- the page of all problems ---

_INTRODUCTION = """\
<!-- Written by `make docs` from the code itself; changes here are lost. -->

# Problem som Insyn hittar / Problems that Insyn finds

`make check` eller `insyn check` läser innehållet och berättar vad som behöver rättas. Sist på varje
problem står en kod inom hakparentes. Här står vad koderna betyder, **först på svenska, sedan på
engelska**. Samma text får du med `make explain CODE=koden` eller `insyn check --explain koden`.

*`make check` or `insyn check` reads the content and tells what needs mending. Every problem ends in
a code in brackets. Here is what the codes mean, first in Swedish, then in English. The same text is
given by `make explain CODE=the-code` or `insyn check --explain the-code`.*

- **Fel** stoppar bygget. *An **error** stops the build.*
- **Varning** stoppar ingenting, men är värd att titta på. *A **warning** stops nothing, but is
  worth a look.*
- **Råd** är ett förslag. Du avgör själv. *A piece of **advice** is a suggestion. You decide.*

I texterna står … för det som är olika från gång till gång. *In the texts, … stands for what
differs.*
"""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def problems_page() -> str:
    """`docs/problems.md`: every code, in both languages, by topic."""
    # Only here: it reads the examples, which may just have been written.
    from insyn.explanation.manual import by_topic  # noqa: PLC0415

    topics = tuple(by_topic())
    parts = [_INTRODUCTION]
    parts.append(
        "".join(
            f"- [{topic.name[0]} / *{topic.name[1]}*](#{_anchor(topic.name)})\n"
            for topic, _ in topics
        )
    )
    for topic, codes in topics:
        heading = f"## {topic.name[0]} / {topic.name[1]}\n"
        told = (topic.told_in(language) for language in ("sv", "en"))
        sv, en = (f"[{section}]({_link(guide, section)})" for guide, section in told)
        parts.append(
            f"{heading}\n{topic.reason[0]} Läs mer: {sv}.\n\n*{topic.reason[1]} Read more: {en}.*\n"
        )
        parts.extend(_entry(code) for code in codes)
    return "\n".join(parts)


def _entry(code: str) -> str:
    from insyn.explanation.manual import help_on  # noqa: PLC0415
    from insyn.reports import WORDS  # noqa: PLC0415

    text = f"### {code}\n"
    for language, example_word in (("sv", "Exempel"), ("en", "Example")):
        page = help_on(code, language)
        severity = WORDS[language][page.severity].capitalize()
        text += f"\n**{severity}.** {_plain(page.title)} {_plain(page.cure)}".rstrip() + "\n"
        if found := page.example:
            cure = found.hint if found.hint != page.cure else ""
            said = filter(None, (f"{found.place}: {found.message}", found.line, cure))
            lines = "\n".join(said)
            text += f"\n{example_word}:\n\n````text\n{lines}\n````\n"
    return text


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _anchor(name: tuple[str, str]) -> str:
    """The address of a heading, as git hosts make it."""
    heading = f"{name[0]} / {name[1]}".lower()
    return re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")


def _link(guide: str, section: str) -> str:
    anchor = re.sub(r"[^\w\- ]", "", section.lower()).replace(" ", "-")
    return f"{guide.removeprefix('docs/')}#{anchor}"


def main() -> None:
    """Write what has changed, and say which files that are."""
    for name, language in GUIDES.items():
        guide = DOCS / name
        _write(guide, with_tables(guide.read_text(encoding="utf-8"), language))
    _write(EXAMPLES, examples())
    _write(DOCS / "problems.md", problems_page())
    for file in host_files(REPOSITORY, "sv"):
        _write(ROOT / file.path, file.content.decode())


def _write(path: Path, new: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != new:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new, encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)} is up to date now.\n")


if __name__ == "__main__":
    main()
