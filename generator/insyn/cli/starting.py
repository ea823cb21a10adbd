"""`insyn init`, `insyn new` and `insyn demo`: sites and cards to begin with."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import get_args

import click
from pydantic_core import PydanticCustomError

from insyn.cli.editing import site_choices
from insyn.cli.options import Text, date_option, site_option
from insyn.cli.refusing import Wrong, named, reason
from insyn.cli.speaking import choose_language, say, site_language, system_language, to_run
from insyn.cli.speaking import spoken as spoken_language
from insyn.demo import demo_files
from insyn.explanation import Severity, explain
from insyn.files import File
from insyn.hosting import WHEEL, host_files
from insyn.model.fields import KINDS
from insyn.problem import Place, Problem, folded
from insyn.schema import Translatable, easy_card, new_card, new_word, translated_card
from insyn.slugs import slugify
from insyn.source import EASY, GLOSSARY_FILE, Card, Sources, parse_yaml_file, read_content
from insyn.starting import (
    SPOKEN,
    Answers,
    Question,
    Said,
    find_hosting,
    problems_with,
    read_answer,
    site_files,
)

# --- insyn init ---------------------------------------------------------------------------------

_QUESTIONS: Mapping[Question, Said] = {
    "name": Said("Vad ska webbplatsen heta?", "What is the site to be called?"),
    "languages": Said(
        "På vilka språk? Skriv koder, det första först, till exempel: sv, en",
        "In which languages? Type codes, the first one first, such as: en, sv",
    ),
    "publisher": Said(
        "Vem står bakom webbplatsen? Till exempel: Örebro kommun",
        "Who is behind the site? For instance: Örebro kommun",
    ),
    "contact": Said("Vilken e-postadress har redaktionen?", "What is the editors' e-mail address?"),
    "address": Said("Vilken adress får webbplatsen?", "What will be the address of the site?"),
    "project": Said("Vad heter ert första projekt?", "What is your first project called?"),
}
_REFUSED: Mapping[str, Said] = {
    "answer-empty": Said("Här behövs ett svar.", "This needs an answer."),
    "title-without-letters": Said(
        "Det behövs minst en bokstav eller siffra.", "It needs at least one letter or figure."
    ),
    "first-language": Said(
        "Det första språket måste vara sv eller en. Andra språk kan stå efter.",
        "The first language must be sv or en. Other languages may come after it.",
    ),
}


def _default(question: Question, known: Mapping[str, str | tuple[str, ...]], spoken: str) -> str:
    """What is proposed as an answer, by what has been answered already; or nothing."""
    domain = str(known.get("contact", "")).rpartition("@")[2]
    proposed = {
        "name": Said("Våra projekt", "Our projects"),
        "languages": Said("sv, en", "en, sv"),
        "address": Said(f"https://projekt.{domain}", f"https://projects.{domain}"),
        "project": Said("Vårt första projekt", "Our first project"),
    }.get(question)
    return proposed.in_language(spoken) if proposed else ""


def _refusal(error: PydanticCustomError, spoken: str) -> str:
    """Why an answer can't be used, and what to do: as a card would be told."""
    if refused := _REFUSED.get(error.type):
        return refused.in_language(spoken)
    problem = Problem.at(Place(""), error.type, field="", **(error.context or {}))
    explained = explain(problem, spoken)
    return f"{explained.message} {explained.hint}"


def _accepted(
    question: Question,
    typed: str,
    known: Mapping[str, str | tuple[str, ...]],
    spoken: str,
    day: date,
) -> tuple[str | tuple[str, ...], str]:
    """The answer as it is read, and why it can't be used, if it can't.

    What a site would be told of is found by making it of the answers so far, and of good ones.
    """
    try:
        answer = read_answer(question, typed)
    except PydanticCustomError as error:
        return "", _refusal(error, spoken)
    sound: dict[str, str | tuple[str, ...]] = {
        "name": say(spoken, "Våra projekt", "Our projects"),
        "languages": ("sv", "en"),
        "publisher": "Örebro kommun",
        "contact": "a@example.se",
        "address": "https://www.example.se",
        "project": say(spoken, "Vårt första projekt", "Our first project"),
    }
    answers = Answers(**{**sound, **known, question: answer})  # type: ignore[arg-type]
    for problem in problems_with(answers, day):
        explained = explain(problem, spoken)
        if explained.severity is not Severity.ADVICE:
            return "", f"{explained.message} {explained.hint}"
    return answer, ""


def _answers(given: Mapping[Question, str | None], spoken: str, day: date) -> Answers:
    """The answers: those of the flags, and the rest asked for, until each can be used."""
    known: dict[str, str | tuple[str, ...]] = {}
    for question in get_args(Question):
        typed = given[question]
        if typed is not None:
            answer, refused = _accepted(question, typed, known, spoken, day)
            if refused:
                raise Wrong(refused, refused, f"--{question}")
        else:
            answer = _asked(question, known, spoken, day)
        known[question] = answer
    return Answers(**known)  # type: ignore[arg-type]


def _asked(
    question: Question, known: Mapping[str, str | tuple[str, ...]], spoken: str, day: date
) -> str | tuple[str, ...]:
    proposed = _default(question, known, spoken)
    while True:
        try:
            typed = click.prompt(
                _QUESTIONS[question].in_language(spoken),
                default=proposed,
                show_default=bool(proposed),
                prompt_suffix="\n> ",
            )
        except click.Abort:
            flags = ", ".join(f"--{name}" for name in get_args(Question) if name not in known)
            sv = f"\nInget har gjorts. Svaren kan också ges så här: {flags}"
            click.echo(say(spoken, sv, f"\nNothing was made. The flags for the answers: {flags}"))
            raise
        answer, refused = _accepted(question, typed, known, spoken, day)
        if not refused:
            return answer
        click.echo(f"  {refused}\n", err=True)


def _write_new(folder: Path, files: tuple[File, ...]) -> None:
    """Write `files` to the new or empty `folder`: all of them, or none.

    They are written in a folder of their own there, and moved when all are whole.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    moved: list[Path] = []
    begun = Path(tempfile.mkdtemp(prefix=".insyn-", dir=folder))
    try:
        for file in files:
            path = begun / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            if file.content.startswith(b"#!"):
                path.chmod(0o755)
        for entry in sorted(begun.iterdir()):
            target = folder / entry.name
            entry.rename(target)
            moved.append(target)
    except BaseException:
        for target in moved:
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        raise
    finally:
        shutil.rmtree(begun, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


def _empty_folder(folder: Path) -> None:
    """Refuse a folder that holds anything but the beginnings of a git repository."""
    try:
        held = folder.exists() and {entry.name for entry in folder.iterdir()} - {".git"}
    except OSError as error:
        raise Wrong(
            f"{named(folder)} går inte att läsa ({reason(error, 'sv')}). Inget har ändrats.",
            f"{named(folder)} cannot be read ({reason(error, 'en')}). Nothing was changed.",
            "DIR",
        ) from None
    if held:
        raise _not_empty(folder)


def _not_empty(folder: Path) -> Wrong:
    return Wrong(
        f"{named(folder)} är inte tom. Inget har ändrats. Välj en ny eller tom mapp.",
        f"{named(folder)} is not empty. Nothing was changed. Choose a new or empty folder.",
        "DIR",
    )


@click.command(
    "init",
    epilog="""\b
Examples:
  insyn init our-projects
  insyn init our-projects --language sv
  insyn init our-projects --publisher "Örebro kommun" --contact web@example.org""",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", type=Text(), metavar="TEXT", help="What the site is called.")
@click.option(
    "--languages", type=Text(), metavar="CODES", help="Its languages, the first one first: sv,en"
)
@click.option("--publisher", type=Text(), metavar="TEXT", help="Who is behind the site.")
@click.option("--contact", type=Text(), metavar="E-MAIL", help="The editors' e-mail address.")
@click.option("--address", type=Text(), metavar="URL", help="The site's whole web address.")
@click.option("--project", type=Text(), metavar="TITLE", help="The title of the first project.")
@click.option(
    "--language",
    "spoken",
    type=click.Choice(SPOKEN),
    default=None,
    help="The language of the questions.  [default: that of the computer]",
)
@date_option
def init_command(folder: Path, spoken: str | None, today: date, **given: str | None) -> None:
    """Begin a site in DIR, a new or empty folder.

    Six questions are asked, but for those that options answer.  The site builds at once.
    """
    choose_language(click.get_current_context(), None, spoken)
    spoken = spoken_language(system_language())
    _empty_folder(folder)
    answers = _answers({name: given[name] for name in get_args(Question)}, spoken, today)
    hosting = find_hosting().read_text(encoding="utf-8")
    files = (
        *site_files(answers, today, hosting, WHEEL.install),
        *host_files(WHEEL, answers.languages[0]),
    )
    try:
        _write_new(folder, files)
    except OSError as error:
        raise Wrong(
            f"{named(folder)} går inte att skriva i ({reason(error, 'sv')}). Inget har gjorts.",
            f"{named(folder)} cannot be written ({reason(error, 'en')}). Nothing was made.",
            "DIR",
        ) from None
    card = max(
        (file.path for file in files if file.path.startswith("content/projects/")),
        key=lambda path: path.count(".") == 1,
    )
    go_on = f"cd {_typed(folder)}" if folder.resolve() != Path.cwd() else ""
    click.echo(
        say(
            spoken,
            f"Webbplatsen finns i {named(folder)}. Gör så här nu:",
            f"The site is in {named(folder)}. Now:",
        )
    )
    look = " && ".join(part for part in (go_on, "insyn serve") if part)
    click.echo(say(spoken, f"  1. Se den: {look}", f"  1. Look at it: {look}"))
    sv = f"  2. Skriv om det första projektet: {card}"
    click.echo(say(spoken, sv, f"  2. Rewrite the first project: {card}"))
    sv = "  3. Läs README.md. Där står hur ni kontrollerar, bygger och publicerar."
    click.echo(say(spoken, sv, "  3. Read README.md. It tells how to check, build and publish."))


def _typed(folder: Path) -> str:
    """A folder's name as it is typed in a terminal."""
    name = str(folder)
    plain = all(letter.isalnum() or letter in "/._-~" for letter in name)
    return name if plain else "'" + name.replace("'", "'\\''") + "'"


# --- insyn new ----------------------------------------------------------------------------------

_FOLDERS = {
    "project": "projects",
    "story": "stories",
    "organisation": "organisations",
    "notice": "notices",
}
_VERSIONS = ("easy", "translation")


def _site_languages(sources: Sources, first: str) -> tuple[str, ...]:
    """The site's languages as they are typed, the first one first."""
    typed = sources.site.fields.get("languages") if sources.site else None
    codes = [typed] if isinstance(typed, str) else typed or [first]
    return tuple(code for code in codes if isinstance(code, str))


@click.command(
    "new",
    epilog="""\b
Examples:
  insyn new project "Jobb i Vivalla"
  insyn new project "Jobb i Vivalla" --short
  insyn new organisation "Örebro universitet"
  insyn new translation content/projects/jobb-i-vivalla.md
  insyn new easy content/projects/jobb-i-vivalla.md --language en
  insyn new word "medfinansiär" """,
)
@click.argument("kind", type=click.Choice([*_FOLDERS, *_VERSIONS, "word"]))
@click.argument("title", type=Text(), metavar="TITLE|CARD|WORD")
@click.option(
    "--language",
    "code",
    metavar="CODE",
    default=None,
    help="Of a project, story, organisation or notice: the language of the help.  Of an "
    "easy-to-read text or a translation: its own.",
)
@click.option(
    "--short",
    is_flag=True,
    help="Of a project, story, organisation or notice: only the fields that must be there.",
)
@site_option
def new_command(kind: str, title: str, code: str | None, *, short: bool, site: Path) -> None:
    """Begin a card, a version of one, or a word of the glossary.

    A project, story, organisation or notice has a TITLE; its file's name, made from that, becomes
    the page's address.  An easy-to-read text or a translation is of a CARD.  Every field is
    explained.  Examples in it begin with EXAMPLE, and check tells of those that are left.
    """
    language = site_language(site)
    if short and kind not in _FOLDERS:
        raise Wrong(
            "Bara projekt, berättelser, organisationer och meddelanden kan göras korta.",
            "Only projects, stories, organisations and notices can be short.",
            "--short",
        )
    if kind == "word":
        _new_word(title, site, language)
        return
    if kind in _VERSIONS:
        card, text = _version(kind, title, site, language, code)
    else:
        title = " ".join(title.split())
        slug = slugify(title)
        if not slug:
            raise Wrong(
                "Titeln behöver minst en bokstav eller siffra.",
                "The title needs at least one letter or figure.",
                "TITLE",
            )
        card = site / "content" / _FOLDERS[kind] / f"{slug}.md"
        choices = site_choices(read_content(site), language)
        text = new_card(_FOLDERS[kind], title, code or language, choices.choices, short=short)
    try:
        _create(card, text.encode("utf-8"))
    except FileExistsError:
        if not card.exists():  # a file is in the way of its folder
            raise
        click.echo(
            say(
                language,
                f"{card} finns redan. Inget har ändrats. "
                + ("Öppna den." if kind in _VERSIONS else "Välj en annan titel."),
                f"{card} is there already. Nothing was changed. "
                + ("Open it." if kind in _VERSIONS else "Choose another title."),
            ),
            err=True,
        )
        raise SystemExit(1) from None
    then = to_run("insyn check", "make check")
    click.echo(
        say(
            language,
            f"{card} är skapad. Fyll i fälten och kör: {then}",
            f"{card} was made. Fill in the fields and run: {then}",
        )
    )


def _create(card: Path, content: bytes) -> None:
    """Write the new file whole, or not at all."""
    card.parent.mkdir(parents=True, exist_ok=True)
    with card.open("xb") as stream:
        try:
            stream.write(content)
            stream.flush()
        except OSError:
            card.unlink()
            raise


def _version(
    kind: str, typed: str, site: Path, language: str, code: str | None
) -> tuple[Path, str]:
    """The file of a card's translation or easy-to-read text, and what it begins with."""
    sources = read_content(site)
    original = _original(typed, site, sources)
    languages = _site_languages(sources, language)
    first = languages[0]
    beside = original.file.removesuffix(".md")
    if kind == "translation":
        if original.kind not in KINDS:
            raise Wrong(
                f"{typed} är av ett slag som inte översätts.",
                f"{typed} has no translations.",
                "CARD",
            )
        there = {card.language for card in sources.cards if _is_version(card, original)}
        missing = [one for one in languages[1:] if one not in there]
        code = code or (missing or languages[1:] or [""])[0]
        if code not in languages[1:]:
            told = ", ".join(languages[1:]) or say(language, "inga", "none")
            raise Wrong(
                f"Kort på {first} kan översättas till: {told}. Språken står i site.yaml.",
                f"Cards in {first} can be translated to: {told}. site.yaml has the languages.",
                "--language",
            )
        known = Translatable(original.kind, original.fields, original.body)
        return site / f"{beside}.{code}.md", translated_card(known, code)
    code = code or first
    if original.kind not in {"projects", "stories"} or code not in languages:
        raise Wrong(
            "Bara projekt och berättelser har lättlästa texter, på webbplatsens språk.",
            "Only projects and stories have easy-to-read texts, in the site's languages.",
            "CARD",
        )
    title = original.fields.get("title")
    translated = next(
        (
            card.fields.get("title")
            for card in sources.cards
            if _is_version(card, original) and card.language == code
        ),
        title,
    )
    ending = EASY if code == first else f"{EASY}.{code}"
    return site / f"{beside}.{ending}.md", easy_card(str(translated or ""), code)


def _is_version(card: Card, original: Card) -> bool:
    return (card.kind, card.slug) == (original.kind, original.slug) and not card.easy


def _original(typed: str, site: Path, sources: Sources) -> Card:
    """The card that is meant by its file, or by the file's name alone."""
    versions: list[Card] = []
    for path in (Path(typed), site / typed):
        for card in sources.cards:
            file = site / card.file
            if path.resolve() == file.resolve() or typed in (card.slug, Path(card.file).name):
                if card.language is None and not card.easy:
                    return card
                versions.append(card)
    for card in versions:
        original = f"content/{card.kind}/{card.slug}.md"
        sv, en = "en lättläst text", "an easy-to-read text"
        if not card.easy:
            sv, en = "en översättning", "a translation"
        raise Wrong(
            f"{typed} är redan {sv}. Skriv kortet som den hör till: {original}",
            f"{typed} is {en} already. Give the card that it belongs to: {original}",
            "CARD",
        )
    raise Wrong(
        f"{typed} är inget kort. Skriv dess fil, till exempel content/projects/ett-projekt.md.",
        f"{typed} is no card. Give its file, such as content/projects/a-project.md.",
        "CARD",
    )


def _new_word(term: str, site: Path, language: str) -> None:
    """Put a word last in the glossary, unless it is there."""
    term = " ".join(term.split())
    if not slugify(term):
        refused = _REFUSED["title-without-letters"]
        raise Wrong(refused.sv, refused.en, "WORD")
    file = site / "content" / GLOSSARY_FILE
    sources = read_content(site)
    languages = [code for code in _site_languages(sources, language) if code in SPOKEN]
    item = new_word(term, languages or [language])
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else "terms:\n"
    except UnicodeDecodeError as error:
        sv, en = reason(error, "sv"), reason(error, "en")
        sv = f"{file} går inte att läsa: {sv}. Rätta den: insyn fix"
        click.echo(say(language, sv, f"{file} cannot be read: {en}. Mend it: insyn fix"), err=True)
        raise SystemExit(1) from None
    after = f"{before.rstrip()}\n{item}"
    old, _ = parse_yaml_file(f"content/{GLOSSARY_FILE}", before.encode())
    new, problems = parse_yaml_file(f"content/{GLOSSARY_FILE}", after.encode())
    terms = (old.fields.get("terms") if old else None) or []
    if any(
        isinstance(word, dict) and folded(str(word.get("term", ""))) == folded(term)
        for one in terms
        if isinstance(one, dict)
        for word in one.values()
    ):
        sv = f"Ordet {term} finns redan i {file}. Inget har ändrats."
        click.echo(
            say(language, sv, f"{term} is in {file} already. Nothing was changed."), err=True
        )
        raise SystemExit(1)
    whole = new.fields.get("terms") if new else None
    if problems or not isinstance(whole, list) or len(whole) != len(terms) + 1:
        sv = f"{file} är skriven på ett annat sätt. Inget har ändrats. Skriv själv under terms:\n"
        en = f"{file} is written in another way. Nothing was changed. Write below terms yourself:\n"
        click.echo(say(language, sv, en) + item, err=True)
        raise SystemExit(1)
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(after, encoding="utf-8", newline="\n")
    beside.replace(file)
    line = after.count("\n") - item.count("\n") + 1
    then = to_run("insyn check", "make check")
    sv = f"Ordet står på rad {line} i {file}. Skriv vad det betyder och kör: {then}"
    en = f"The word is on line {line} of {file}. Write what it means and run: {then}"
    click.echo(say(language, sv, en))


# --- insyn demo ---------------------------------------------------------------------------------


@click.command(
    "demo",
    epilog="""\b
Examples:
  insyn demo 300 ~/made-up-projects""",
)
@click.argument("count", metavar="N", type=click.IntRange(0))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def demo_command(count: int, folder: Path) -> None:
    """Write a site with N made-up projects to DIR, a new or empty folder.

    For a first look, and for trying Insyn with many projects.  The same N gives the same site.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise _not_empty(folder)
        for file in demo_files(count):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    except OSError as error:
        raise Wrong(
            f"{named(folder)} går inte att skriva i ({reason(error, 'sv')}).",
            f"{named(folder)} cannot be written ({reason(error, 'en')}).",
            "DIR",
        ) from None
    sv = f"{count} påhittade projekt finns i {folder}. Bygg dem: insyn build --site {folder}"
    en = f"{count} made-up projects are in {folder}. Build them: insyn build --site {folder}"
    click.echo(say(site_language(folder), sv, en))
