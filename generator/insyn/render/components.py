"""The theme's components: what they take, and the examples that show and test them.

A component is a folder `components/<name>/` with `template.html`, whose macro has the same name
(with underscores), `component.yaml` and perhaps `style.css`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from jinja2 import Environment
from pydantic import TypeAdapter

from insyn.pages import views
from insyn.render.theme import Theme

_LIST = "list of "
_PLAIN: dict[str, Any] = {
    "text": str,
    "number": int,
    "number or none": int | None,
    "share": float,
    "yes or no": bool,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a component takes.

    `type` is one of the plain types above, the name of a view class, or "list of" one of them.
    """

    name: str
    type: str
    description: str
    required: bool

    def read(self, value: object) -> Any:
        """`value`, as typed in YAML, as the macro gets it.  Raises `ValueError`."""
        many = self.type.startswith(_LIST)
        name = self.type.removeprefix(_LIST)
        read = TypeAdapter(_PLAIN[name] if name in _PLAIN else getattr(views, name))
        if not many:
            return read.validate_python(value)
        if not isinstance(value, list):
            raise ValueError(f"{self.name} is no list")  # noqa: TRY004 - documented as ValueError
        return tuple(read.validate_python(item) for item in value)


@dataclass(frozen=True, slots=True)
class Example:
    """A component with certain values, ready for its macro."""

    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Component:
    """What `component.yaml` says."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    examples: tuple[Example, ...]

    @property
    def macro(self) -> str:
        """The name of the component's macro."""
        return self.name.replace("-", "_")


def load_components(theme: Theme) -> tuple[Component, ...]:
    """Every component of the theme, in order of name.  Raises `ValueError` for a bad example."""
    return tuple(
        _read(yaml.safe_load(theme.read(path)))
        for path in theme.under("components", "/component.yaml")
    )


def _read(typed: Mapping[str, Any]) -> Component:
    parameters = tuple(
        Parameter(p["name"], p["type"], p["description"], p.get("required", False))
        for p in typed["parameters"]
    )
    by_name = {parameter.name: parameter for parameter in parameters}
    examples = tuple(
        Example(
            example["name"],
            {name: by_name[name].read(value) for name, value in example["parameters"].items()},
        )
        for example in typed["examples"]
    )
    return Component(typed["name"], typed["description"], parameters, examples)


def render_example(component: Component, example: Example, environment: Environment) -> str:
    """The HTML of `example`, as a page would hold it."""
    template = environment.get_template(f"components/{component.name}/template.html")
    macro = getattr(template.make_module(), component.macro)
    return str(macro(**example.arguments))
