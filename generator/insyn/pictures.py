"""Pictures: from what editors lay in `content/` to what pages show, and nothing else of it.

Hides Pillow, and what pictures bring with them: the place where they were taken, a turn that only
the camera knows of, colours that only one screen has, sizes that no page needs.  Nobody gets the
original; a page gets a few widths of it, in a modern format and in one that every browser knows.

A name carries a digest of the original and of how it is made, so browsers may keep the file for
ever, and what is made once is kept in a cache that is safe to delete.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Literal
from xml.parsers import expat

import PIL
from PIL import Image, ImageCms, ImageOps, features

from insyn.files import File
from insyn.model.portfolio import Picture, PictureVersion
from insyn.problem import Place, Problem
from insyn.slugs import slugify

MAX_BYTES = 40_000_000
"""The size of the largest file that is read."""
MAX_PIXELS = 60_000_000
WIDTHS = (480, 960, 1440)
"""How wide the versions are, in pixels; no picture is made wider than it is."""
FALLBACK_WIDTH = 960
FOLDER = "media/pictures"

Format = Literal["AVIF", "WEBP", "JPEG", "PNG", "SVG"]

_ENDINGS: Mapping[str, frozenset[str]] = {
    # A phone's MPO is a JPEG with a second picture behind it.
    "JPEG": frozenset({".jpg", ".jpeg"}),
    "MPO": frozenset({".jpg", ".jpeg"}),
    "PNG": frozenset({".png"}),
    "GIF": frozenset({".gif"}),
    "WEBP": frozenset({".webp"}),
    "AVIF": frozenset({".avif"}),
    "SVG": frozenset({".svg"}),
}
_NAMED = re.compile(rf"{FOLDER}/[a-z0-9.-]+")
_READ = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
_KNOWN = frozenset().union(*_ENDINGS.values())
# Pictures all the same, but of kinds that are not made for web pages.
_FOREIGN = frozenset(
    {".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".ai", ".eps", ".jp2", ".jxl", ".ico"}
    | {".raw", ".dng", ".cr2", ".nef", ".svgz"}
)
_MODERN: Format = "AVIF" if features.check("avif") else "WEBP"
_SUFFIX: Mapping[Format, str] = {
    "AVIF": ".avif",
    "WEBP": ".webp",
    "JPEG": ".jpg",
    "PNG": ".png",
    "SVG": ".svg",
}
# With one thread each, since what several threads make may differ from time to time.
_OPTIONS: Mapping[Format, Mapping[str, object]] = {
    "AVIF": {"quality": 60, "speed": 6, "max_threads": 1},
    "WEBP": {"quality": 78, "method": 5},
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
_RECIPE = repr((PIL.__version__, features.version("avif"), _MODERN, sorted(_OPTIONS.items())))


# The name of a file that is made here, with its digest.
_MADE = re.compile(r".+-\d+\.[0-9a-f]{10}\.(?:avif|webp|jpg|png|svg)")
# What it takes to show a picture: its turn and resolution.  All else tells who took it, and where.
_HARMLESS = frozenset({0x0112, 0x011A, 0x011B, 0x0128, 0x0213})


@dataclass(frozen=True, slots=True)
class Version:
    """A file to make: `path` below the output folder, from `source`, so many pixels wide.

    `height` is in pixels as well.  Of an SVG the file itself is taken.
    """

    path: str
    source: Path
    width: int
    height: int
    format: Format


@dataclass(frozen=True, slots=True)
class Pictures:
    """All pictures of a site, by their place in `content/`, and every file that may be needed."""

    known: Mapping[str, Picture]
    versions: Mapping[str, Version]
    """By their path below the output folder."""
    problems: tuple[Problem, ...]

    def used_in(self, pages: Iterable[File]) -> Iterator[Version]:
        """The versions that pages name, in order of path."""
        if not self.versions:
            return
        named: set[str] = set()
        for page in pages:
            named.update(_NAMED.findall(page.content.decode("utf-8")))
        for path in sorted(named & self.versions.keys()):
            yield self.versions[path]


def is_picture(name: str) -> bool:
    """Is the file `images/a.jpg` a picture, going by its name?"""
    return PurePosixPath(name).suffix.lower() in _KNOWN | _FOREIGN


def read_pictures(media: Mapping[str, Path]) -> Pictures:
    """Look at every picture in `media` (place in `content/` → real path), and decode it once."""
    known: dict[str, Picture] = {}
    versions: dict[str, Version] = {}
    problems: list[Problem] = []
    for name, path in sorted(media.items()):
        if not is_picture(name):
            continue
        try:
            about = path.stat()
            look = _look(str(path), about.st_size, about.st_mtime_ns)
        except OSError as error:
            look = _Wrong("picture-unreadable", (("reason", error.strerror or ""),))
        if isinstance(look, _Wrong):
            if name.startswith("images/"):
                place = Place(f"content/{name}")
                problems.append(Problem.at(place, look.code, **dict(look.values)))
            continue
        if look.tells and not name.startswith("images/"):
            problems.append(Problem.at(Place(f"content/{name}"), "picture-tells"))
        picture, made = _plan(name, path, look)
        known[name] = picture
        versions |= {version.path: version for version in made}
    return Pictures(known, versions, tuple(sorted(problems)))


# --- looking at a picture -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Look:
    """What there is to know of a picture: its size as it is shown, in pixels.

    It `tells` more than it shows where the camera has kept the place, the time or a name in it.
    """

    digest: str
    width: int
    height: int
    format: Literal["photo", "drawing", "svg"]
    tells: bool = False


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Why a picture can't be shown."""

    code: str
    values: tuple[tuple[str, object], ...] = ()


@lru_cache(maxsize=4096)  # a preview looks again and again, at files that are what they were
def _look(path: str, size: int, changed: int) -> _Look | _Wrong:
    del changed
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in _FOREIGN:
        return _Wrong("picture-format", (("format", suffix.removeprefix(".").upper()),))
    if size > MAX_BYTES:
        return _Wrong("picture-too-large", (("size", f"{round(size / 1_000_000)} MB"),))
    content = Path(path).read_bytes()
    digest = hashlib.sha256(_RECIPE.encode() + content).hexdigest()[:10]
    if suffix == ".svg":
        return _look_at_svg(content, digest)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _look_at_pixels(content, suffix, digest)
    except Exception as error:  # noqa: BLE001 - a broken file breaks Pillow in any way there is
        if isinstance(error, Image.DecompressionBombError):
            pixels = int((re.findall(r"\d+", str(error)) or ["0"])[0])
            return _Wrong("picture-too-large", (("size", f"{pixels:_} px".replace("_", " ")),))
        is_heic = content[4:8] == b"ftyp" and content[8:11] in {b"hei", b"hev", b"mif"}
        code = "picture-format" if is_heic else "picture-unreadable"
        return _Wrong(code, (("format", "HEIC"),) if is_heic else ())


def _look_at_pixels(content: bytes, suffix: str, digest: str) -> _Look | _Wrong:
    with Image.open(io.BytesIO(content), formats=_READ) as image:
        kind = image.format or ""
        if suffix not in _ENDINGS[kind]:
            proper = ".jpg" if ".jpg" in _ENDINGS[kind] else max(_ENDINGS[kind])
            shown = "JPEG" if kind == "MPO" else kind
            return _Wrong("picture-wrong-ending", (("format", shown), ("proper", proper)))
        width, height = image.size
        if width * height > MAX_PIXELS:
            size = f"{width} × {height}"
            return _Wrong("picture-too-large", (("size", size),))
        if kind != "MPO" and getattr(image, "n_frames", 1) > 1:
            return _Wrong("picture-animated")
        see_through = _is_see_through(image)
        exif = image.getexif()
        tells = bool(exif.keys() - _HARMLESS) or "xmp" in image.info
        if exif.get(0x0112, 1) in {5, 6, 7, 8}:  # the camera lay on its side
            width, height = height, width
        image.draft("RGB", (1, 1))  # a JPEG is read to its end all the same, but much faster
        image.load()
    drawing = kind in {"PNG", "GIF"} or see_through
    return _Look(digest, width, height, "drawing" if drawing else "photo", tells)


def _is_see_through(image: Image.Image) -> bool:
    return image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info


_SVG = "http://www.w3.org/2000/svg"
_SVG_ELEMENTS = frozenset(
    "svg g defs symbol use title desc metadata switch path rect circle ellipse line polyline"
    " polygon text tspan textPath linearGradient radialGradient stop clipPath mask pattern marker"
    " style filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood"
    " feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset"
    " feTile feTurbulence".split()
)
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*")
_FETCHES = re.compile(r"""url\(\s*["']?\s*(?!["'#\s])""")


class _Active(Exception):  # noqa: N818 - it is no error, only what was found
    """What a picture should not do."""


class _Svg:
    """Reads an SVG, and raises `_Active` where it does more than draw."""

    def __init__(self, content: bytes) -> None:
        self.root: dict[str, str] = {}
        self._texts: list[str] = []
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.CharacterDataHandler = self._texts.append
        parser.Parse(content, True)  # noqa: FBT003 - the library's own
        for text in self._texts:
            _refuse_fetching(text)
        _refuse_fetching("".join(self._texts))  # the parser may cut a text anywhere

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        first = not self.root
        # What drawing programs note for themselves has another name space, and does nothing.
        if (
            space in {"", "http://www.w3.org/1999/xhtml"}
            or (space == _SVG and local not in _SVG_ELEMENTS)
            or (first and name != f"{_SVG} svg")
        ):
            raise _Active(f"<{local}>")
        for key, value in attributes.items():
            plain = key.rpartition(" ")[2].lower()
            if plain.startswith("on"):
                raise _Active(plain)
            if plain in {"href", "src"} and not value.strip().startswith("#"):
                raise _Active(value[:60])
            self._texts.append(value)
        if first:
            self.root = attributes or {"": ""}

    @staticmethod
    def _entity(*_: object) -> None:
        raise _Active("<!ENTITY>")

    @staticmethod
    def _instruction(target: str, _: str) -> None:
        raise _Active(f"<?{target}?>")


def _look_at_svg(content: bytes, digest: str) -> _Look | _Wrong:
    """An SVG that only draws. One that runs, moves or fetches anything is refused, not mended."""
    try:
        root = _Svg(content).root
    except _Active as found:
        return _Wrong("picture-svg-active", (("what", str(found)),))
    except (expat.ExpatError, ValueError, LookupError):
        return _Wrong("picture-unreadable")
    size = _svg_size(root)
    return _Look(digest, *size, "svg") if size else _Wrong("picture-svg-size")


def _refuse_fetching(text: str) -> None:
    """Raise where a style would fetch something; a backslash could hide it."""
    plain = text.lower()
    if "@import" in plain or _FETCHES.search(plain):
        raise _Active("url(…)")
    if "\\" in plain and ("{" in plain or ":" in plain):
        raise _Active("\\")


def _svg_size(root: Mapping[str, str]) -> tuple[int, int] | None:
    """Width and height in pixels, from the root's own or else its view box."""
    found = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    numbers = [float(match[1]) for match in found if match]
    if len(numbers) < 2:  # noqa: PLR2004 - width and height
        try:
            numbers = [float(n) for n in root.get("viewBox", "").replace(",", " ").split()][2:]
        except ValueError:
            return None
    if len(numbers) != 2 or not all(0 < number < 1e6 for number in numbers):  # noqa: PLR2004
        return None
    return max(1, round(numbers[0])), max(1, round(numbers[1]))


# --- which versions there are ---------------------------------------------------------------------


def _plan(name: str, path: Path, look: _Look) -> tuple[Picture, tuple[Version, ...]]:
    stem = slugify(PurePosixPath(name).stem) or "picture"

    def version(width: int, kind: Format) -> Version:
        height = max(1, round(look.height * width / look.width))
        file = f"{FOLDER}/{stem}-{width}.{look.digest}{_SUFFIX[kind]}"
        return Version(file, path, width, height, kind)

    if look.format == "svg":
        whole = version(look.width, "SVG")
        return Picture(look.width, look.height, _shown(whole)), (whole,)
    widest = min(look.width, WIDTHS[-1])
    widths = [*(width for width in WIDTHS if width < widest), widest]
    fallback = version(
        max((width for width in widths if width <= FALLBACK_WIDTH), default=widest),
        "PNG" if look.format == "drawing" else "JPEG",
    )
    modern = [version(width, _MODERN) for width in widths]
    picture = Picture(
        look.width,
        look.height,
        _shown(fallback),
        tuple(_shown(each) for each in modern),
        f"image/{_MODERN.lower()}",
    )
    return picture, (fallback, *modern)


def _shown(version: Version) -> PictureVersion:
    return PictureVersion(version.path, version.width, version.height)


# --- making them ----------------------------------------------------------------------------------


def default_cache(site: Path) -> Path:
    """Where what is made for a site is kept: beside its content, never where it is published."""
    return site.resolve() / ".cache" / "pictures"


def forget_others(versions: Iterable[Version], cache: Path) -> None:
    """Delete what `cache` has of pictures that are not, or no longer, among `versions`."""
    wanted = {PurePosixPath(version.path).name for version in versions}
    with suppress(OSError):  # it is a cache: what stays harms nobody
        for file in sorted(cache.iterdir()):
            if file.name not in wanted and _MADE.fullmatch(file.name):
                file.unlink()


@contextmanager
def made(versions: Iterable[Version], cache: Path | None) -> Iterator[tuple[tuple[str, Path], ...]]:
    """Each version's path below the output folder, and where the file is while the context lasts.

    What `cache` has is taken from there, and what is made is kept there, if there is one that can
    be written to.
    """
    versions = tuple(versions)
    if not versions:
        yield ()
        return
    ordered = sorted(versions, key=lambda version: (str(version.source), version.path))
    by_source = [tuple(group) for _, group in groupby(ordered, key=lambda each: each.source)]
    with tempfile.TemporaryDirectory(prefix="insyn-pictures-") as spare:
        folder = cache if cache and _is_writable(cache) else Path(spare)
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            # The list is what makes a failure known.
            list(pool.map(lambda group: _make(group, folder), by_source))
        yield tuple((version.path, _kept(version, folder)) for version in ordered)


def content_of(version: Version, cache: Path) -> bytes:
    """The content of one version, from the cache or made now."""
    with made((version,), cache) as [(_, file)]:
        return file.read_bytes()


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _kept(version: Version, folder: Path) -> Path:
    return folder / PurePosixPath(version.path).name


def _make(versions: Sequence[Version], folder: Path) -> None:
    """Make the versions of one picture that the folder lacks."""
    missing = [version for version in versions if not _kept(version, folder).is_file()]
    if not missing:
        return
    whole: Image.Image | None = None
    for version in missing:
        if version.format == "SVG":
            content = version.source.read_bytes()
        else:
            whole = whole or _prepared(version.source)
            content = _encoded(whole, version)
        # Written beside and renamed, so that a half file is never taken for a whole one.
        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(_kept(version, folder))


def _prepared(path: Path) -> Image.Image:
    """The picture upright, in the web's colours, and with nothing told beside it."""
    with Image.open(path, formats=_READ) as opened:
        profile = opened.info.get("icc_profile")
        see_through = _is_see_through(opened)
        image = ImageOps.exif_transpose(opened)
    if profile and image.mode in {"RGB", "CMYK"}:
        image = _in_srgb(image, profile)
    # Sixteen bits of grey would be cut, not scaled.
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    image = image.convert("RGBA" if see_through else "RGB")
    image.info = {}
    return image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        own = ImageCms.createProfile("sRGB")
        changed = ImageCms.profileToProfile(image, given, own, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return changed or image


def _encoded(image: Image.Image, version: Version) -> bytes:
    size = (version.width, version.height)
    sized = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
    if version.format == "JPEG" and sized.mode != "RGB":
        sized = sized.convert("RGB")
    out = io.BytesIO()
    sized.save(out, version.format, **_OPTIONS[version.format])
    return out.getvalue()
