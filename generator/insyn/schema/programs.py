"""What editors' programs read: what Visual Studio Code wants, and a form on GitHub.

All of it is made from the model, so none of it is ever changed by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_origin

from insyn.files import File
from insyn.model.fields import KINDS, TEMPLATE_TEXTS, Fields, ProjectFields, about, inner_model
from insyn.schema.cards import new_card
from insyn.schema.json_schemas import json_schema
from insyn.schema.spelling import help_of, quoted
from insyn.source import GLOSSARY_FILE, SITE_FILE, STATEMENT_FILE

# The YAML extensions check whole files; the facts of a Markdown file none of them reads.
_WHOLE_FILES = {"site": SITE_FILE, "glossary": GLOSSARY_FILE, "statement": STATEMENT_FILE}
_SCHEMA_FOLDER = ".vscode/schemas"
ISSUE_FORM = ".github/ISSUE_TEMPLATE/project.yml"

OWN_SETTINGS = frozenset({".vscode/extensions.json", ".vscode/settings.json", ".vscode/tasks.json"})
"""The files in which people have settings of their own beside those of Insyn."""

# What is asked in the form beside the required fields, in this order; the rest comes later.
_ASKED = (
    "contact",
    "municipalities",
    "funding",
    "target_groups",
    "co_funders",
    "partners",
    "participants",
)
_LONG = frozenset({"summary"})


@dataclass(frozen=True, slots=True)
class SiteChoices:
    """What a site says of its cards: its languages, and what may be chosen, by field."""

    languages: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]

    @property
    def spoken(self) -> str:
        """The language that editors read: Swedish, or else English."""
        return "sv" if self.languages[:1] in ((), ("sv",)) else "en"


def program_files(site: SiteChoices, command: str = "insyn") -> tuple[File, ...]:
    """The files for the programs of a site's editors, in order of path.

    `command` is how they run Insyn: "insyn", or "make" in a repository that has a Makefile.
    """
    texts = {
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        ".vscode/insyn.code-snippets": _json(_snippets(site)),
        ".vscode/settings.json": _json(_settings()),
        ".vscode/tasks.json": _json(_tasks(site.spoken, command)),
        ISSUE_FORM: issue_form(site),
        **{
            f"{_SCHEMA_FOLDER}/{kind}.json": _json(
                json_schema(kind, site.spoken, site.choices, site.languages)
            )
            for kind in _WHOLE_FILES
        },
    }
    return tuple(File(path, texts[path].encode()) for path in sorted(texts))


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


# --- Visual Studio Code -------------------------------------------------------------------------


def _settings() -> dict[str, object]:
    return {
        "yaml.schemas": {
            f"./{_SCHEMA_FOLDER}/{kind}.json": f"content/{file}"
            for kind, file in _WHOLE_FILES.items()
        },
        # Nothing is fetched from a list of schemas elsewhere.
        "yaml.schemaStore.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[markdown]": {"editor.wordWrap": "on", "editor.snippetSuggestions": "top"},
    }


def _tasks(spoken: str, command: str) -> dict[str, object]:
    """Commands from the menu; what a check finds stands at its line in the editor."""
    words = {
        "sv": ("Insyn: kontrollera", "Insyn: förhandsgranska"),
        "en": ("Insyn: check", "Insyn: preview"),
    }[spoken]
    severities = {"error": "fel|error", "warning": "varning|warning", "info": "råd|advice"}
    matchers = [
        {
            "owner": f"insyn-{severity}",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "severity": severity,
            "pattern": {
                "regexp": rf"^(\S.*?):(\d+):(\d+): (?:{word}): (.*)$",
                "file": 1,
                "line": 2,
                "column": 3,
                "message": 4,
            },
        }
        for severity, word in severities.items()
    ]
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": words[0],
                "type": "shell",
                "command": f"{command} check",
                "group": {"kind": "test", "isDefault": True},
                "presentation": {"reveal": "silent", "clear": True},
                "problemMatcher": matchers,
            },
            {
                "label": words[1],
                "type": "shell",
                "command": f"{command} serve",
                "isBackground": True,
                "problemMatcher": [],
            },
        ],
    }


def _snippets(site: SiteChoices) -> dict[str, object]:
    """A new card of each kind, and each group of fields, to be put in by its name."""
    spoken = site.spoken
    found: dict[str, object] = {}
    for kind in TEMPLATE_TEXTS:
        folder = next(name for name, model in KINDS.items() if model is kind)
        title = {"sv": "Titel", "en": "Title"}[spoken]
        told = {"sv": f"Insyn: ett nytt kort i {folder}", "en": f"Insyn: a new card in {folder}"}
        card = new_card(folder, title, spoken, site.choices)
        body = [_in_snippet(line) for line in card.rstrip().splitlines()]
        at = next(i for i, line in enumerate(body) if line.startswith("title:"))
        body[at] = f"title: ${{1:{title}}}"
        found[told[spoken]] = {
            "scope": "markdown",
            "prefix": f"insyn-{folder}",
            "description": told[spoken],
            "body": [*body, "$0"],
        }
    for name, field in ProjectFields.model_fields.items():
        inner = inner_model(field.annotation)
        if inner is None:
            continue
        label = about(ProjectFields, name).label(spoken)
        many = get_origin(field.annotation) is tuple
        found[f"Insyn: {label}"] = {
            "scope": "markdown",
            "prefix": f"insyn-{name.replace('_', '-')}",
            "description": help_of(ProjectFields, name, spoken),
            "body": [f"{name}:", *_group_body(inner, many=many), "$0"],
        }
    return found


def _group_body(model: type[Fields], *, many: bool) -> Iterator[str]:
    for number, name in enumerate(model.model_fields):
        begins = ("  - " if number == 0 else "    ") if many else "  "
        yield f"{begins}{name}: ${{{number + 1}}}"


def _in_snippet(line: str) -> str:
    """A line in which nothing means anything to the snippets' own syntax."""
    return re.sub(r"([\\$}])", r"\\\1", line)


# --- the form on GitHub -------------------------------------------------------------------------


def issue_form(site: SiteChoices) -> str:
    """GitHub's form "Propose a project": the required fields first, each in plain words.

    Its syntax is that of GitHub Docs, "Syntax for GitHub's form schema".
    """
    spoken = site.spoken
    words = {
        "sv": (
            "Föreslå ett projekt",
            "Berätta om ett projekt som borde finnas på webbplatsen.",
            (
                "Fyll i det du vet. En redaktör gör ett kort av det. Skriv inga uppgifter om "
                "personer som inte själva har sagt ja: alla kan läsa det du skickar."
            ),
            "Insyn: nytt projekt",
        ),
        "en": (
            "Propose a project",
            "Tell us of a project that should be on the site.",
            (
                "Fill in what you know. An editor makes a card of it. Write nothing about persons "
                "who have not agreed: everybody can read what you send."
            ),
            "Insyn: a new project",
        ),
    }[spoken]
    name, description, hello, note = words
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": hello}}]
    body += _asked(ProjectFields, site)
    body += [
        {
            "type": "textarea",
            "id": f"text-{number}",
            "attributes": {"label": heading, "description": question},
            "validations": {"required": False},
        }
        for number, (heading, question) in enumerate(TEMPLATE_TEXTS[ProjectFields][spoken], 1)
    ]
    title = {"sv": "Nytt projekt: ", "en": "New project: "}[spoken]
    form = {"name": name, "description": description, "title": title, "body": body}
    return f"# {note}. {_MADE[spoken]}\n" + "".join(_yaml(form, ""))


_MADE = {
    "sv": "Filen görs av: insyn editors",
    "en": "The file is made by: insyn editors",
}


def _asked(model: type[Fields], site: SiteChoices) -> list[dict[str, Any]]:
    fields = model.model_fields
    required = [name for name, field in fields.items() if field.is_required()]
    order = [*required, *(name for name in _ASKED if name not in required)]
    found: list[dict[str, Any]] = []
    for name in order:
        inner = inner_model(fields[name].annotation)
        if inner is None:
            found.append(_input(model, name, name, "", site))
            continue
        label = about(model, name).label(site.spoken)
        found += [
            _input(inner, part, f"{name}-{part}", f"{label}: ", site) for part in inner.model_fields
        ]
    # A part of a group may be required where another is not: those that must be there come first.
    return sorted(found, key=lambda one: not one["validations"]["required"])


def _input(
    model: type[Fields], name: str, identity: str, before: str, site: SiteChoices
) -> dict[str, Any]:
    field, told, spoken = model.model_fields[name], about(model, name), site.spoken
    many = get_origin(field.annotation) is tuple
    choices: Sequence[str] = site.choices.get(name, ()) if not before else ()
    label = f"{before}{told.label(spoken)}"
    attributes: dict[str, Any] = {"label": label, "description": told.help(spoken)}
    kind = "input"
    if choices:
        kind = "dropdown"
        del attributes["description"]  # it says where the choices are kept
        if many:
            attributes["multiple"] = True
        attributes["options"] = list(choices)
    else:
        if many or name in _LONG:
            kind = "textarea"
        if many:
            attributes["description"] += {
                "sv": " Skriv en på varje rad.",
                "en": " Write one on each line.",
            }[spoken]
        if told.example:
            attributes["placeholder"] = told.example
    return {
        "type": kind,
        "id": identity.replace("_", "-"),
        "attributes": attributes,
        "validations": {"required": field.is_required()},
    }


def _yaml(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    """YAML in the plain style of the cards."""
    for name, inner in value.items():
        if isinstance(inner, Mapping):
            yield f"{indent}{name}:\n"
            yield from _yaml(inner, f"{indent}  ")
        elif isinstance(inner, list):
            yield f"{indent}{name}:\n"
            for item in inner:
                if isinstance(item, Mapping):
                    first, *rest = _yaml(item, f"{indent}    ")
                    yield f"{indent}  - {first.lstrip()}"
                    yield from rest
                else:
                    yield f"{indent}  - {_scalar(item)}\n"
        else:
            yield f"{indent}{name}: {_scalar(inner)}\n"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    # What YAML would take for a number or a date is a text in a form.
    return f'"{text}"' if re.fullmatch(r"[0-9 .-]*", text) else quoted(text)
