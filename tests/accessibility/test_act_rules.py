"""Our own checks, held against the labelled examples of W3C's rules (`act/README.md`).

Examples in HTML go through the check of finished pages; those of contrast through the check of a
site's colours; `MARKDOWN` are rules whose examples can be said in a card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from insyn.check import check_files
from insyn.files import File
from insyn.markup import render
from insyn.render.colours import PAIRS, TEXT, colour_problems
from insyn.writing import Setting, judge

HERE = Path(__file__).parent / "act"


@dataclass(frozen=True)
class Example:
    """An example of a rule: what it is labelled as, and why we judge otherwise, if so."""

    rule: str
    label: str
    number: int
    code: str
    content: str | list[str]
    ours: str = ""

    @property
    def must_be_told(self) -> bool:
        return (self.label == "failed") != bool(self.ours)

    def __str__(self) -> str:
        return f"{self.rule}-{self.label}-{self.number}"


def examples() -> Iterator[Example]:
    for rule in yaml.safe_load((HERE / "examples.yaml").read_text(encoding="utf-8")):
        for label in ("passed", "failed", "inapplicable"):
            for number, typed in enumerate(rule.get(label, ()), start=1):
                given = typed if isinstance(typed, dict) else {"html": typed}
                yield Example(
                    str(rule["rule"]),
                    label,
                    number,
                    rule["code"],
                    given["html"],
                    given.get("ours", ""),
                )


EXAMPLES = tuple(examples())


def codes(content: str | list[str]) -> set[str]:
    """The codes of the problems that an example has."""
    if isinstance(content, list):
        text, ground = content
        root = "".join(
            f"--{name}: {text if name == 'ink' else ground};"
            for name in sorted({name for pair in PAIRS for name in pair[:2]})
        )
        assert ("ink", "paper", TEXT) in PAIRS
        problems = colour_problems(f":root {{{root}}}", "a.css", {})
        return {
            problem.code
            for problem in problems
            if {"ink", "paper"} <= {value for _, value in problem.values}
        }
    problems = iter(check_files([File("index.html", content.encode())]))
    return {problem.code for problem in problems}


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_judged_as_it_is_labelled(example: Example) -> None:
    assert (example.code in codes(example.content)) == example.must_be_told


def test_how_many_are_right() -> None:
    """The number that docs/accessibility.md and act/README.md tell."""
    right = sum(not example.ours for example in EXAMPLES)
    told = (HERE / "README.md").read_text(encoding="utf-8")
    assert f"{right} of {len(EXAMPLES)}" in told
    missed = [example for example in EXAMPLES if example.ours and example.label == "failed"]
    assert f"misses {len(missed)}" in told


# Rules whose examples can be said in Markdown: what is typed, and the problem that must be told.
MARKDOWN = (
    ("23a2a8 passed 1", "![W3C logo](w3c-logo.png)", "image-alt-missing", False),
    ("23a2a8 failed 1", "![](w3c-logo.png)", "image-alt-missing", True),
    ("23a2a8 failed 4", "![ ](w3c-logo.png)", "image-alt-missing", True),
    ("c487ae passed 1", "[WAI](https://www.w3.org/WAI)", "link-text-missing", False),
    ("c487ae failed 1", "[](http://www.w3.org/WAI)", "link-text-missing", True),
    ("c487ae failed 2", "[![](a.png)](http://www.w3.org/WAI)", "image-alt-missing", True),
    ("ffd0e9 passed 1", "## ACT rules", "heading-empty", False),
    ("ffd0e9 failed 6", "Hello\n\n##\n\nWorld!", "heading-empty", True),
    ("de46e4 passed 1", "[They wandered]{lang=en}", "language-mark-unknown", False),
    ("de46e4 passed 2", "Ils ont trouvé\n{lang=fr-CH}", "language-mark-unknown", False),
    ("de46e4 failed 1", "[Zij liepen]{lang=dutch}", "language-mark-unknown", True),
    ("de46e4 failed 4", "They wandered\n{lang=english}", "language-mark-unknown", True),
    (
        "b20e66 passed 1",
        "[Contact us](/b20e66/index.html) [Contact us](/b20e66/index.html)",
        "link-text-twice",
        False,
    ),
    (
        "b20e66 failed 1",
        "[ACT rules](https://act-rules.github.io/) [ACT rules](https://www.w3.org/community/act-r/)",
        "link-text-twice",
        True,
    ),
)


@pytest.mark.parametrize(("name", "typed", "code", "told"), MARKDOWN, ids=[m[0] for m in MARKDOWN])
def test_an_example_in_a_card(name: str, typed: str, code: str, told: bool) -> None:  # noqa: FBT001
    del name
    text, problems = render(typed, file="a.md", first_line=1, language="sv")
    found = {problem.code for problem in (*problems, *judge(text, "sv", Setting()))}
    assert (code in found) == told
