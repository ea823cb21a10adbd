"""One stylesheet, and the other files that pages fetch.

A file's name carries a digest of its content, so that browsers may keep it for ever and still get
a new one the moment it changes.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import PurePosixPath

from insyn.files import File
from insyn.render.theme import Theme

STYLESHEET = "insyn.css"

# What others fetch by a fixed name: browsers the icons, other sites the picture for sharing.
_FIXED = {
    "assets/favicon.ico": "favicon.ico",
    "assets/favicon.svg": "favicon.svg",
    "assets/sharing.png": "assets/sharing.png",
}
_SUFFIXES = (".js", ".svg", ".png", ".woff2")

_STRING_OR_SPACE = re.compile(r'("[^"]*"|\'[^\']*\')|/\*.*?\*/|\s+', re.DOTALL)
_TIGHT = re.compile(r'("[^"]*"|\'[^\']*\')|\s*([{};,>])\s*|(:)\s+')
_COMMENT_LINE = re.compile(r"^[ \t]*//.*\n|^[ \t]+", re.MULTILINE)
_IMPORT = re.compile(r'\b((?:from|import)[ (]*)"\./([\w-]+\.js)"')
_FONT = re.compile(r'url\("(?:\.\./)*(fonts/[^"]+)"\)')


@lru_cache(maxsize=8)
def minify_css(css: str) -> str:
    """`css` without comments and needless space; strings and the space inside values stay."""
    css = _STRING_OR_SPACE.sub(lambda match: match[1] or " ", css).strip()
    css = _TIGHT.sub(lambda match: match[1] or match[2] or match[3], css)
    return css.replace(";}", "}")


@lru_cache(maxsize=64)
def minify_js(script: str) -> str:
    """`script` without lines of comment and indents.

    One with a text over several lines, or a comment in `/*`, where lines are not what they seem,
    stays as it is.
    """
    if "/*" in script or any(line.count("`") % 2 for line in script.splitlines()):
        return script
    return _COMMENT_LINE.sub("", script)


def _hashed(path: str, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()[:10]
    return str(PurePosixPath(path).with_suffix(f".{digest}{PurePosixPath(path).suffix}"))


def _add_script(theme: Theme, path: str, files: dict[str, File], way: tuple[str, ...] = ()) -> None:
    """Add the script at `path` to `files`, after those that it imports.

    What it imports from beside it gets its hashed name there: so a script's own name changes with
    whatever it needs.  Scripts that import each other in a circle have no such names.
    """
    if path in files:
        return
    if path in way:
        raise ValueError(" imports ".join((*way, path)))

    def imported(match: re.Match[str]) -> str:
        other = str(PurePosixPath(path).with_name(match[2]))
        if other not in theme.paths:
            return match[0]
        _add_script(theme, other, files, (*way, path))
        return f'{match[1]}"./{PurePosixPath(files[other].path).name}"'

    script = _IMPORT.sub(imported, minify_js(theme.read(path).decode()))
    files[path] = File(_hashed(path, script.encode()), script.encode())


def assets(theme: Theme) -> tuple[File, ...]:
    """Every asset of the theme, in order of path.

    The stylesheet is `assets/css/*.css` in order of name, then each component's `style.css`.
    """
    files: dict[str, File] = {}
    for path in theme.under("assets", _SUFFIXES):
        if path.endswith(".js"):
            _add_script(theme, path, files)
        elif path not in _FIXED:
            content = theme.read(path)
            files[path] = File(_hashed(path, content), content)
    for path, target in _FIXED.items():
        if path in theme.paths:
            files[path] = File(target, theme.read(path))

    def font(match: re.Match[str]) -> str:
        found = files[f"assets/{match[1]}"].path.removeprefix("assets/")
        return f'url("{found}")'

    sheets = (*theme.under("assets/css", ".css"), *theme.under("components", "/style.css"))
    css = "\n".join(theme.read(path).decode() for path in sheets)
    style = _FONT.sub(font, minify_css(css)).encode()
    files[STYLESHEET] = File(_hashed(f"assets/{STYLESHEET}", style), style)
    return tuple(sorted(files.values(), key=lambda file: file.path))


def asset_names(files: tuple[File, ...]) -> dict[str, str]:
    """From the name that a template asks for ("insyn.css", "fonts/x.woff2") to the file's path."""
    names: dict[str, str] = {}
    for file in files:
        path = PurePosixPath(file.path.removeprefix("assets/"))
        stem, _, digest = path.stem.rpartition(".")
        plain = path.with_name(stem + path.suffix) if stem and digest else path
        names[str(plain)] = file.path
    return names
