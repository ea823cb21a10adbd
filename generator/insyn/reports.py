"""Problems as people, git hosts and programs read them: each format is one function to a text.

The problems come in the order of their places; `language` is that of the reader ("sv" or "en").
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from insyn.explanation import Severity, explain
from insyn.explanation.manual import help_on
from insyn.problem import Problem

FORMATS = ("text", "github", "gitlab", "sarif", "json")

SHOWN_ON_GITHUB = 10
"""How many annotations of each level GitHub shows for a step (its "Problem matchers")."""

_LARGEST_SUMMARY = 900_000
"""Bytes; GitHub throws a summary of more than 1 MiB away."""

WORDS = {
    "sv": {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.ADVICE: "råd"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"},
}
_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}

_NUMBER = re.compile(r"[0-9]+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|~@&!])")


def told(problem: Problem, language: str) -> str:
    """A problem as two lines: where and what, then how to mend it."""
    explained = explain(problem, language)
    place = problem.place
    language = language if language in WORDS else "en"
    return (
        f"{place.file}:{place.line}:{place.column}: {WORDS[language][explained.severity]}: "
        f"{explained.message}\n    {explained.hint} [{problem.code}]"
    )


def counted(problems: Sequence[Problem], language: str) -> str:
    """How many there are: "3 fel och 1 varning i 2 filer."."""
    if not problems:
        return "Inga problem." if language == "sv" else "No problems."
    counts = Counter(explain(problem, language).severity for problem in problems)
    files = len({problem.place.file for problem in problems})
    errors, warnings, advice = (counts[severity] for severity in _WORST_FIRST)
    if language == "sv":
        parts = ((errors, "fel"), (warnings, f"varning{'ar' * (warnings != 1)}"), (advice, "råd"))
        joined, ending = " och ", f"i {files} fil{'er' * (files != 1)}."
    else:
        parts = (
            (errors, f"error{'s' * (errors != 1)}"),
            (warnings, f"warning{'s' * (warnings != 1)}"),
            (advice, f"piece{'s' * (advice != 1)} of advice"),
        )
        joined, ending = " and ", f"in {files} file{'s' * (files != 1)}."
    said = [f"{count} {word}" for count, word in parts if count]
    before = ", ".join(said[:-1])
    return f"{joined.join([before, said[-1]] if before else said)} {ending}"


# --- GitHub ------------------------------------------------------------------------------------


def github_commands(problems: Sequence[Problem], language: str, folder: str = "") -> str:
    """Workflow commands, one on a line: the worst first, of each level as many as GitHub shows.

    `folder` is where the site lies in its repository ("" or "a/b/").
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for severity in _WORST_FIRST:
        at_level = [p for p in problems if explain(p, language).severity is severity]
        for problem in at_level[:SHOWN_ON_GITHUB]:
            explained = explain(problem, language)
            place = problem.place
            properties = {
                "file": f"{folder}{place.file}",
                "line": place.line,
                "col": place.column,
                "title": f"{WORDS[language][severity].capitalize()} [{problem.code}]",
            }
            written = ",".join(f"{name}={_property(str(v))}" for name, v in properties.items())
            message = _message(f"{explained.message}\n{explained.hint}")
            lines.append(f"::{_GITHUB[severity]} {written}::{message}\n")
    return "".join(lines)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def github_summary(problems: Sequence[Problem], language: str, address: str = "") -> str:
    """Markdown for an editor: how many problems, and all of them, file by file, the worst first.

    `address` is where the site's folder can be read on the web, with a slash at its end; each
    place is a link then.
    """
    title = "Kontroll av innehållet" if language == "sv" else "Check of the content"
    text = f"## {title}\n\n{_in_markdown(counted(problems, language))}\n"
    left = len(problems)
    size = len(text.encode())
    for file, entries in _by_file(problems, language):
        listed = "".join(_entry(problem, language, address) for problem in entries)
        part = f"\n### {_in_markdown(file)}\n\n{listed}"
        size += len(part.encode())
        if size > _LARGEST_SUMMARY:
            sv = f"Här fick inte {left} till plats."
            return f"{text}\n{sv if language == 'sv' else f'There was no room for {left} more.'}\n"
        text += part
        left -= len(entries)
    return text


def _by_file(problems: Iterable[Problem], language: str) -> list[tuple[str, list[Problem]]]:
    """The problems of each file; files by their worst problem, and by how they are called."""

    def rank(problem: Problem) -> int:
        return _WORST_FIRST.index(explain(problem, language).severity)

    files = [
        (file, sorted(entries, key=lambda p: (rank(p), p)))
        for file, entries in groupby(sorted(problems), key=lambda p: p.place.file)
    ]
    return sorted(files, key=lambda found: (rank(found[1][0]), found[0]))


def _entry(problem: Problem, language: str, address: str) -> str:
    explained = explain(problem, language)
    place = problem.place
    where = f"rad {place.line}" if language == "sv" else f"line {place.line}"
    if address:
        where = f"[{where}]({address}{quote(place.file)}?plain=1#L{place.line})"
    severity = WORDS[language][explained.severity].capitalize()
    message, hint = _in_markdown(explained.message), _in_markdown(explained.hint)
    return f"- **{severity}**, {where}: {message}  \n  {hint} `{problem.code}`\n"


def _in_markdown(text: str) -> str:
    """`text` as Markdown that shows it as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


# --- formats of JSON ---------------------------------------------------------------------------


def gitlab_report(problems: Sequence[Problem], language: str, folder: str = "") -> str:
    """GitLab's report of code quality.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return _json(
        [
            {
                "description": _whole(problem, language),
                "check_name": problem.code,
                "fingerprint": fingerprint,
                "severity": _GITLAB[explain(problem, language).severity],
                "location": {
                    "path": f"{folder}{problem.place.file}",
                    "lines": {"begin": problem.place.line},
                },
            }
            for problem, fingerprint in _fingerprints(problems)
        ]
    )


def sarif_report(
    problems: Sequence[Problem], language: str, version: str, folder: str = "", manual: str = ""
) -> str:
    """SARIF 2.1.0 (OASIS).  `manual` is the web address of `docs/problems.md`, where it is known.

    Columns count characters of Unicode, as ours do.
    """
    codes = sorted({problem.code for problem in problems})
    rules = []
    for code in codes:
        help_ = help_on(code, language)
        text = f"{help_.cure} {help_.reason}".strip()
        rules.append(
            {
                "id": code,
                "shortDescription": {"text": help_.title},
                "help": {"text": text, "markdown": _in_markdown(text)},
                "defaultConfiguration": {"level": _SARIF[help_.severity]},
                **({"helpUri": f"{manual}#{code}"} if manual else {}),
            }
        )
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": _SARIF[explain(problem, language).severity],
            "message": {"text": _whole(problem, language)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": quote(f"{folder}{problem.place.file}"),
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {
                            "startLine": problem.place.line,
                            "startColumn": problem.place.column,
                        },
                    }
                }
            ],
            "partialFingerprints": {"insyn/v1": fingerprint},
        }
        for problem, fingerprint in _fingerprints(problems)
    ]
    driver = {"name": "Insyn", "semanticVersion": version, "language": language, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _json({"$schema": schema, "version": "2.1.0", "runs": [run]})


def json_report(
    problems: Sequence[Problem], language: str, mendable: Collection[Problem] = ()
) -> str:
    """Insyn's own format: `docs/checking.md` tells of each key.

    `mendable` are the problems that `insyn fix` sets right.
    """
    counts = Counter(explain(problem, language).severity for problem in problems)
    return _json(
        {
            "format": 1,
            "language": language,
            "counts": {severity.value: counts[severity] for severity in _WORST_FIRST},
            "problems": [
                {
                    "file": problem.place.file,
                    "line": problem.place.line,
                    "column": problem.place.column,
                    "severity": explain(problem, language).severity.value,
                    "code": problem.code,
                    "message": explain(problem, language).message,
                    "hint": explain(problem, language).hint,
                    "mendable": problem in mendable,
                }
                for problem in problems
            ],
        }
    )


def _whole(problem: Problem, language: str) -> str:
    explained = explain(problem, language)
    return f"{explained.message} {explained.hint}"


def _fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with what it is known by, also when lines above it come and go.

    So neither its line nor any number in its sentence counts; the same mistake again in the same
    file has the next number.
    """
    seen: Counter[str] = Counter()
    for problem in problems:
        said = [f"{name}={value}" for name, value in problem.values if not _NUMBER.fullmatch(value)]
        known = "\0".join((problem.place.file, problem.code, *said))
        seen[known] += 1
        yield problem, hashlib.sha256(f"{known}\0{seen[known]}".encode()).hexdigest()[:32]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
