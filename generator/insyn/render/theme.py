"""Where the theme's files are, and which of them a site's own files stand before."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from insyn.catalogue import (
    Text,
    catalogue_language,
    catalogue_path,
    how_many,
    judge_catalogue,
    read_catalogue,
    texts_of,
)
from insyn.problem import Place, Problem, nearest
from insyn.render.colours import TOKENS, Colours, colour_problems, with_colours

# The prefix with which an override reaches the file that it shadows.
ORIGINAL = "theme:"


def find_theme() -> Path:
    """The theme's folder: the one inside the installed package, else the repository's own."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "theme"
    return packaged if packaged.is_dir() else package.parents[1] / "theme"


@dataclass(frozen=True)
class Theme:
    """The files of a theme, seen through a site's overrides.

    `overrides` leads from a path in the theme ("pages/project.html") to the site's file that is
    used instead.  `colours` are those that a site gives in place of the theme's.  Paths have
    forward slashes.  Each file is read once: one that is changed in the
    middle of a build can't make two pages differ.
    """

    folder: Path
    overrides: Mapping[str, Path] = field(default_factory=dict)
    colours: Colours = field(default_factory=dict)
    _contents: dict[str, bytes] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The path of every file in the theme, in order."""
        return tuple(
            sorted(
                path.relative_to(self.folder).as_posix()
                for path in self.folder.rglob("*")
                if path.is_file() and not path.name.startswith(".")
            )
        )

    @property
    def contents(self) -> dict[str, bytes]:
        """Every file of the theme as it is used, by path."""
        return {path: self.read(path) for path in self.paths}

    def read(self, path: str) -> bytes:
        """The file at `path`, the site's own where it has one.

        `theme:` before the path means the theme's file in any case.  Raises `FileNotFoundError`.
        """
        if path not in self._contents:
            # Notepad's mark before a text would be a letter in the middle of a page.
            content = self._file(path).read_bytes().removeprefix(BOM_UTF8)
            if path == TOKENS and self.colours:
                content = with_colours(content.decode(), self.colours).encode()
            self._contents[path] = content
        return self._contents[path]

    def _file(self, path: str) -> Path:
        if not path.startswith(ORIGINAL) and path in self.overrides and path in self.paths:
            return self.overrides[path]
        path = path.removeprefix(ORIGINAL)
        if path not in self.paths:
            raise FileNotFoundError(path)
        return self.folder / path

    def own_catalogue(self, code: str) -> bytes:
        """The site's own catalogue of interface texts for the language `code`, or nothing."""
        path = catalogue_path(code)
        if path in self.overrides and path not in self._contents:
            self._contents[path] = self.overrides[path].read_bytes()
        return self._contents[path] if path in self.overrides else b""

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the interface.  The Swedish catalogue has them all."""
        swedish = (self.folder / catalogue_path("sv")).read_bytes()
        return texts_of(read_catalogue(swedish, "sv"))

    def catalogue_problems(
        self, others: Sequence[Text], asked: Mapping[str, Place]
    ) -> tuple[Problem, ...]:
        """What is wrong with the site's own catalogues, of which `others` are asked as well.

        `asked` are the languages of the site, and where it names them: one without any catalogue
        is told of there.
        """
        own = {code: path for path in self.overrides if (code := catalogue_language(path))}
        missing = [code for code in asked if code not in own and not self._speaks(code)]
        if not (own or missing):
            return ()
        texts = (*self.texts, *others)
        every = how_many(len(texts))
        return (
            *(
                Problem.at(asked[code], "catalogue-missing", language=code, **every)
                for code in missing
            ),
            *(
                problem
                for code, path in sorted(own.items())
                for problem in judge_catalogue(
                    self.own_catalogue(code),
                    code,
                    texts,
                    file=self.shown(path),
                    whole=not self._speaks(code),
                )
            ),
        )

    def _speaks(self, code: str) -> bool:
        """Has the theme a catalogue of its own for the language `code`?"""
        return catalogue_path(code) in self.paths

    def shown(self, path: str) -> str:
        """How the file that `read` takes is named in messages, the same on every machine."""
        if path in self.overrides:
            return f"content/overrides/{path}"
        return f"theme/{path.removeprefix(ORIGINAL)}"

    def under(self, folder: str, suffix: str | tuple[str, ...]) -> tuple[str, ...]:
        """The paths below `folder` that end in `suffix`, in order."""
        return tuple(p for p in self.paths if p.startswith(f"{folder}/") and p.endswith(suffix))

    def colour_problems(self, places: Mapping[str, tuple[Place, Place]]) -> tuple[Problem, ...]:
        """The colours that cannot be told apart; `places` are where the site's own are given."""
        css = self.read(TOKENS).decode()
        return tuple(colour_problems(css, self.shown(TOKENS), places))

    def problems(self) -> tuple[Problem, ...]:
        """One `override-shadows-nothing` for each override at a path that the theme lacks."""
        return tuple(
            Problem.at(
                Place(f"content/overrides/{path}"),
                "override-shadows-nothing",
                path=path,
                nearest=nearest(path, self.paths),
            )
            for path in sorted(self.overrides)
            if path not in self.paths and not catalogue_language(path)
        )
