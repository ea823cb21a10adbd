"""From pages to files: the theme, its templates, its stylesheet and its assets.

Hides Jinja, the look-up of templates and overrides, and the spelling of numbers in templates.
"""

from insyn.render.assets import assets
from insyn.render.components import Component, Example, Parameter, load_components, render_example
from insyn.render.rendering import (
    PageMaker,
    PageMemory,
    overrides_by_page,
    render_pages,
)
from insyn.render.theme import Theme, find_theme

__all__ = [
    "Component",
    "Example",
    "PageMaker",
    "PageMemory",
    "Parameter",
    "Theme",
    "assets",
    "find_theme",
    "load_components",
    "overrides_by_page",
    "render_example",
    "render_pages",
]
