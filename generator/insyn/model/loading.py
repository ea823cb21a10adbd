"""From cards as they were typed to a portfolio that is known to be true.

`load` is the one gate: it returns the portfolio together with every problem there is.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast, get_args
from urllib.parse import unquote, urlsplit

from insyn.front_matter import FieldPath
from insyn.markup import Passage, Reference, Rendered, render
from insyn.model.drafts import Drafts, find_drafts
from insyn.model.facts import Findings, is_example, read_facts
from insyn.model.fields import (
    KINDS,
    QUESTIONS,
    AccessibilityFields,
    ColoursFields,
    ContactFields,
    DocumentFields,
    EasyFields,
    GlossaryFields,
    NoticeFields,
    OrganisationFields,
    PageFields,
    PictureFields,
    PlainLanguageFields,
    ProjectFields,
    RepositoryFields,
    SideKey,
    SiteFields,
    SourceFields,
    StoryFields,
    TermFields,
    WordFields,
    WordsFields,
    asked_for,
    in_languages,
    translation_of,
)
from insyn.model.fields.shared import SUMMARY_LENGTH
from insyn.model.portfolio import (
    CardReference,
    Choice,
    Contact,
    Document,
    EasyText,
    Figure,
    Funding,
    GivenAddress,
    LeadPicture,
    Notice,
    Organisation,
    OtherForms,
    OwnColour,
    Participants,
    Period,
    Person,
    Portfolio,
    Project,
    Repository,
    Site,
    Source,
    Statement,
    Story,
    Target,
    Term,
    TextPage,
    Translated,
    Word,
    Words,
)
from insyn.model.statement import read_statement
from insyn.model.values import START_PAGE, Surroundings, listed
from insyn.plain import TOLD, USUAL, Limits, Reading, read
from insyn.problem import Place, Problem, folded, nearest
from insyn.processes import spread
from insyn.slugs import LONGEST_NAME, slugify
from insyn.source import EASY, GLOSSARY_FILE, STATEMENT_FILE, Card, Sources
from insyn.writing import (
    Setting,
    judge,
    judge_capitals,
    judge_picture,
    language_problem,
    spoken_language,
)

SIDES: tuple[SideKey, ...] = get_args(SideKey)

EASY_KINDS = ("projects", "stories")
EASY_LINE_LENGTH = 55
"""In characters: so long a line of an easy-to-read text may be."""
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
# So many years are hardly meant: a slip in a year, or 9999 for an end that nobody knows.
_LONG = 30
# Sweden's first projects with money from the EU began in 1995; what is planned ends soon enough.
_LIKELY_YEARS = (1990, 2050)
# What YAML finds wrong where the parts of a word do not stand below its language.
_OF_INDENTATION = frozenset({"duplicate-key", "field-outside-item", "indentation"})
# So near to the name of an organisation that it is likely to be a slip of the pen.
_SLIP = 0.92


@dataclass(frozen=True, slots=True)
class _Entry:
    """A card with its facts read, and its translations."""

    card: Card
    facts: Any
    translations: tuple[tuple[str, Card, Any], ...]
    easy: tuple[tuple[str, EasyText], ...] = ()


# --- the cards and their translations -----------------------------------------------------------


def _pair(
    sources: Sources, languages: tuple[str, ...], findings: Findings
) -> dict[str, dict[str, tuple[Card, dict[str, Card]]]]:
    """Originals with their translations, by kind and slug."""
    originals: dict[str, dict[str, Card]] = {kind: {} for kind in KINDS}
    cards = _named_as_meant(sources, languages, findings)
    for card in cards:
        if card.language is None:
            other = originals[card.kind].setdefault(card.slug, card)
            if other is not card and other.file != card.file:
                findings.add(Place(card.file), "address-claimed-twice", other=other.file)
    paired: dict[str, dict[str, tuple[Card, dict[str, Card]]]] = {
        kind: {slug: (card, {}) for slug, card in cards.items()}
        for kind, cards in originals.items()
    }
    for card in cards:
        if card.language is None:
            continue
        astray = _astray(card, languages, originals[card.kind])
        if astray is None:
            translations = paired[card.kind][card.slug][1]
            other = translations.setdefault(card.language, card)
            if other is not card:
                findings.add(Place(card.file), "address-claimed-twice", other=other.file)
        elif not (
            astray.code == "translation-without-original"
            and dict(astray.values)["original"] in sources.unread
        ):
            findings.problems.append(astray)
    return paired


def _named_as_meant(sources: Sources, languages: tuple[str, ...], findings: Findings) -> list[Card]:
    """The cards, without the easy-to-read texts and without those whose names say something else.

    `a-en.md` that gives nothing but what a translation may give, beside `a.md`, is meant to be
    `a.en.md`: that is told here, and not all that it lacks as a card of its own.
    """
    slugs = {(card.kind, card.slug) for card in sources.cards if card.language is None}
    endings = {f"-{code}": f".{code}" for code in languages[1:]}
    endings |= {f"-{EASY}": f".{EASY}", "-easy": f".{EASY}", "-easy-to-read": f".{EASY}"}
    kept: list[Card] = []
    for card in sources.cards:
        if card.easy:
            continue
        ending = next((end for end in endings if card.slug.endswith(end)), "")
        original = card.slug.removesuffix(ending)
        texts = translation_of(KINDS[card.kind]).model_fields
        if ending and (card.kind, original) in slugs and set(card.fields) <= set(texts):
            code = f".{card.language}" if card.language else ""
            proper = f"{original}{endings[ending]}{code}.md"
            findings.add(Place(card.file), "file-name-of-version", original=original, proper=proper)
        else:
            kept.append(card)
    return kept


def _easy_texts(
    sources: Sources,
    languages: tuple[str, ...],
    paired: Mapping[str, Mapping[str, object]],
    findings: Findings,
) -> dict[tuple[str, str], dict[str, Card]]:
    """The easy-to-read texts of each card, by language."""
    found: dict[tuple[str, str], dict[str, Card]] = {}
    for card in sources.cards:
        if not card.easy:
            continue
        place, beside = Place(card.file), f"content/{card.kind}/{card.slug}"
        language = card.language or languages[0]
        if card.kind not in EASY_KINDS:
            findings.add(place, "easy-text-out-of-place")
        elif language not in languages:
            code, known = "translation-language-unknown", ", ".join(languages)
            findings.add(place, code, language=language, languages=known)
        elif card.language == languages[0]:
            code, original = "translation-of-first-language", f"{beside}.{EASY}.md"
            findings.add(place, code, language=language, original=original)
        elif card.slug not in paired[card.kind]:
            if f"{beside}.md" not in sources.unread:
                near = nearest(card.slug, paired[card.kind])
                like = f"{near}{card.file.removeprefix(beside)}" if near else ""
                code = "easy-text-without-original"
                findings.add(place, code, original=f"{beside}.md", nearest=like)
        elif not card.body.strip():
            findings.add(place, "easy-text-empty")
        else:
            texts = found.setdefault((card.kind, card.slug), {})
            other = texts.setdefault(language, card)
            if other is not card:
                findings.add(place, "address-claimed-twice", other=other.file)
    return found


def _astray(
    card: Card, languages: tuple[str, ...], originals: Mapping[str, Card]
) -> Problem | None:
    """Why `card` is no translation of one of the `originals`, if it is none."""
    place, language = Place(card.file), card.language
    original = f"content/{card.kind}/{card.slug}.md"
    if language not in languages:
        code = "translation-language-unknown"
        return Problem.at(place, code, language=language, languages=", ".join(languages))
    if language == languages[0]:
        code = "translation-of-first-language"
        return Problem.at(place, code, language=language, original=original)
    if card.slug not in originals:
        code, near = "translation-without-original", nearest(card.slug, originals)
        return Problem.at(
            place, code, original=original, nearest=f"{near}.{language}.md" if near else ""
        )
    return None


def _same_counts(card: Card, translation: Card, findings: Findings) -> bool:
    """Is every list of the translation as long as the original's?  Their items go by position."""
    same = True
    for name, items in translation.fields.items():
        original = card.fields.get(name) or []
        if isinstance(items, list) and isinstance(original, list) and len(items) != len(original):
            findings.add(
                translation.place((name,)),
                "translation-count-differs",
                field=name,
                count=len(items),
                original=len(original),
            )
            same = False
    return same


# --- texts --------------------------------------------------------------------------------------


def _card_named(path: str, sources: Sources, known: Mapping[str, frozenset[str]]) -> str:
    """How a link says that it leads to the file `path`, relative to `content/`; else empty."""
    if path == GLOSSARY_FILE and (sources.glossary or f"content/{path}" in sources.unread):
        return "glossary/"
    if path == STATEMENT_FILE and (sources.statement or f"content/{path}" in sources.unread):
        return "statement/"
    kind, _, name = path.removesuffix(".md").partition("/")
    slug, *rest = name.split(".")
    if slug not in known.get(kind, ()):
        return ""
    return f"{f'{EASY}-' if EASY in rest else ''}{kind}/{slug}"


def _links(
    card: Card,
    sources: Sources,
    known: Mapping[str, frozenset[str]],
    drafts: Drafts,
    findings: Findings,
) -> Callable[[Reference], str | None]:
    """How a target typed in `card` is found: another card, a file, or an address."""

    def find(reference: Reference) -> str | None:
        target = reference.target
        elsewhere = re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE)
        if reference.kind == "image":
            if elsewhere:
                findings.add(reference.place, "image-elsewhere", target=target)
                return None
        elif elsewhere or target.startswith(("#", "/")):
            return target
        path, _, fragment = target.partition("#")
        path = unquote(path)
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(card.file), path))
        within = posixpath.normpath(path.lstrip("/"))
        candidates = [beside.removeprefix("content/"), within]
        for candidate in candidates:
            if candidate in sources.media:
                return f"media:{candidate}"
        if reference.kind == "image":
            findings.add(
                reference.place,
                "image-missing",
                target=target,
                nearest=nearest(target, [f"../{path}" for path in sources.media]),
            )
            return None
        anchor = f"#{fragment}" if fragment else ""
        names = (_card_named(candidate, sources, known) for candidate in candidates)
        named = next(filter(None, names), "")
        if not named:
            findings.problems.append(_nowhere(reference, known))
        elif drafts.hidden_from(card, named.removeprefix(f"{EASY}-")):
            findings.add(reference.place, "link-to-draft", target=target)
            named = named if drafts.shown else ""
        return f"card:{named}{anchor}" if named else None

    return find


_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _nowhere(reference: Reference, known: Mapping[str, frozenset[str]]) -> Problem:
    """A link that leads to nothing here."""
    target, place = reference.target, reference.place
    if mended := _whole_address(target):
        text = reference.text or target
        return Problem.at(place, "link-incomplete", target=target, text=text, mended=mended)
    names = [f"../{kind}/{slug}.md" for kind, slugs in known.items() for slug in slugs]
    return Problem.at(place, "link-broken", target=target, nearest=nearest(target, names))


def _whole_address(target: str) -> str:
    """A link's target with what it lacks at its beginning; empty where it lacks nothing."""
    if _HOST.fullmatch(target):
        return f"https://{target}"
    return f"mailto:{target}" if _EMAIL.fullmatch(target) else ""


def _tell_of_questions(card: Card, findings: Findings) -> None:
    """A new card's questions are for whoever writes it: none may be left where readers see it."""
    heading = card.fields.get("title")
    for number, line in enumerate(card.body.split("\n"), card.body_line):
        text = line.strip()
        if text.startswith("#"):
            heading = text.strip("# ")
        elif text in QUESTIONS:
            place = Place(card.file, number, line.index(text) + 1)
            findings.add(place, "template-question", heading=heading or text)


_Text = tuple[Rendered, tuple[Problem, ...], Reading]


@dataclass(slots=True)
class TextMemory:
    """The texts of the last portfolio, for a preview that loads it again and again.

    They hold while there are the same cards and files to link to.
    """

    linked: object = None
    texts: dict[str, tuple[Card, _Text]] = field(default_factory=dict)


# Where cards name organisations: abbreviations in names need no explanation.
_NAMES = ("title", "aliases", "also_typed", "owner", "co_funders", "partners", "organisations")
_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")


def _explained(sources: Sources, glossary: tuple[Term, ...]) -> frozenset[str]:
    """The words in capitals that no text needs to explain: they are names, or in the glossary."""
    found: set[str] = set()
    for card in sources.cards:
        for name in _NAMES:
            typed = card.fields.get(name)
            for value in typed if isinstance(typed, list) else [typed]:
                # A title that shouts does not explain its words; an organisation's name may.
                shouts = (
                    name == "title"
                    and card.kind != "organisation"
                    and isinstance(value, str)
                    and any(judge_capitals(value, _heading(value, card), Setting()))
                )
                if isinstance(value, str) and not shouts:
                    found |= set(_CAPITALS.findall(value))
    for term in glossary:
        for _, word in term.words.versions:
            found |= set(_CAPITALS.findall(" ".join((word.term, *word.forms))))
    return frozenset(found)


def _heading(typed: str, card: Card) -> Passage:
    return Passage("heading", typed, (card.place(("title",)),))


# Lists of names, where a text alone counts as a list of one.
_NAMES_LISTED = ("co_funders", "partners", "organisations", "target_groups")


def _names_on_one_line(card: Card, findings: Findings) -> None:
    """`co_funders: Region Skåne, Malmö stad` would be one organisation of that name."""
    for name in _NAMES_LISTED:
        typed = card.fields.get(name)
        if isinstance(typed, str) and ", " in typed and not is_example(typed):
            findings.add(card.place((name,)), "names-on-one-line", field=name, typed=typed)


def _judge_facts(card: Card, language: str, setting: Setting, findings: Findings) -> None:
    """What is hard to take in of the two facts that everybody reads first."""
    for name, kind in (("title", "heading"), ("summary", "text")):
        typed = card.fields.get(name)
        if not isinstance(typed, str) or not typed.strip() or is_example(typed):
            continue
        place = card.place((name,))
        passage = Passage("heading" if kind == "heading" else "text", typed, (place,))
        for problem in judge_capitals(typed, passage, setting):
            findings.problems.append(replace(problem, place=place))
        # A title may be a name.
        if name == "summary" and (spoken := spoken_language(typed, language)):
            told = language_problem(place, "language-of-field", spoken, field=name)
            findings.problems.append(told)


# In a name or a source, words are not the editor's own.
_NOT_OWN_WORDS = frozenset({"title", "summary", "source", "aliases", "also_typed"})
_FEW_WORDS = 5


def _fact_passages(card: Card, typed: object, path: FieldPath = ()) -> Iterator[Passage]:
    """The facts of a card that are whole sentences, as passages."""
    if isinstance(typed, str):
        if typed.rstrip()[-1:] in {".", "!", "?"} and len(typed.split()) >= _FEW_WORDS:
            yield _passage(card, path, typed)
    elif isinstance(typed, Mapping):
        for name, value in typed.items():
            if path or name not in _NOT_OWN_WORDS:
                yield from _fact_passages(card, value, (*path, name))
    elif isinstance(typed, Sequence):
        for number, value in enumerate(typed):
            yield from _fact_passages(card, value, (*path, number))


def _passage(card: Card, path: FieldPath, value: str) -> Passage:
    """The text `value` of a fact with its lines as they are typed, if they can be found."""
    place = card.place(path)
    before = "\n".join(card.typed[: place.line - 1])
    typed = "\n".join(card.typed)
    start = len(before) + (place.line > 1) + place.column - 1
    found = re.compile(r"\s+".join(map(re.escape, value.split()))).search(typed, start)
    if found is None:
        return Passage("text", value, (place,))
    line = typed.count("\n", 0, found.start()) + 1
    column = found.start() - typed.rfind("\n", 0, found.start())
    below = range(line + 1, line + 1 + found.group().count("\n"))
    lines = (Place(card.file, line, column), *(Place(card.file, number) for number in below))
    return Passage("text", found.group(), lines)


def _read_plainly(
    card: Card,
    language: str,
    passages: tuple[Passage, ...],
    limits: Limits,
    abbreviations: Iterable[Problem],
) -> Reading:
    """How the card reads: its summary, the sentences among its facts, and its text."""
    summary = card.fields.get("summary")
    summed = _passage(card, ("summary",), summary) if isinstance(summary, str) else None
    reading = read(
        (*_fact_passages(card, card.fields), *passages),
        language,
        limits,
        summary=summed if summed and summed.typed.strip() else None,
        start=Place(card.file, card.body_line),
    )
    found = (*reading.findings, *abbreviations) if limits.on else ()
    # A summary with too many characters is told of as an error.
    is_told = isinstance(summary, str) and len(summary) > SUMMARY_LENGTH
    kept = (problem for problem in found if not (is_told and problem.code == "summary-long"))
    return replace(reading, findings=tuple(sorted(kept)))


def _texts(  # noqa: PLR0913, PLR0917 - all that a text depends on
    sources: Sources,
    first: str,
    known: Mapping[str, frozenset[str]],
    explained: frozenset[str],
    limits: Limits,
    drafts: Drafts,
    memory: TextMemory,
) -> dict[str, _Text]:
    """The text of each card, by file, what is wrong with it, and how it reads."""
    setting = Setting(explained, frozenset(sources.media))

    def rendered(card: Card) -> _Text:
        findings = Findings()
        language = card.language or first
        text, problems = render(
            card.body,
            file=card.file,
            first_line=card.body_line,
            language=language,
            link=_links(card, sources, known, drafts, findings),
        )
        _tell_of_questions(card, findings)
        _judge_facts(card, language, setting, findings)
        _names_on_one_line(card, findings)
        # A heading that is wrong in itself, such as the title once more, is told of once.
        wrong = {problem.place.line for problem in problems}
        judged = [
            problem
            for problem in judge(text, language, setting)
            if problem.code != "section-empty" or problem.place.line not in wrong
        ]
        short = (problem for problem in judged if problem.code.startswith("abbreviation-"))
        reading = _read_plainly(card, language, text.passages, limits, short)
        plain = [problem for problem in reading.findings if problem.code in TOLD]
        problems = (*findings.problems, *problems, *judged, *plain)
        return replace(text, passages=()), problems, reading

    alone = (sources.glossary is None, sources.statement is None)
    linked = (first, known, setting, limits, alone, sources.unread, drafts)
    if memory.linked != linked:
        memory.linked = linked
        memory.texts.clear()
    changed = [
        card
        for card in sources.cards
        if card.file not in memory.texts or memory.texts[card.file][0] != card
    ]
    for card, text in zip(changed, spread(rendered, changed), strict=True):
        memory.texts[card.file] = (card, text)
    return {card.file: memory.texts[card.file][1] for card in sources.cards}


def _words(original: str | None, language: str, others: Iterable[tuple[str, str | None]]) -> Words:
    return Translated(
        ((language, original or ""), *((code, text) for code, text in others if text))
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the readers of all kinds of cards need."""

    first: str
    sources: Sources
    known: Mapping[str, frozenset[str]]
    texts: Mapping[str, _Text]
    findings: Findings

    def words(self, entry: _Entry, *path: str | int) -> Words:
        """The text at `path` of the facts, in all languages that give it."""
        return _words(
            _at(entry.facts, path),
            self.first,
            ((code, _at(facts, path)) for code, _, facts in entry.translations),
        )

    def words_or_none(self, entry: _Entry, *path: str | int) -> Words | None:
        """As `words`, or `None` where the original has no text."""
        return self.words(entry, *path) if _at(entry.facts, path) else None

    def text(self, entry: _Entry) -> Translated[Rendered]:
        """The card's text in all languages that have one."""
        versions = [(self.first, entry.card)]
        versions += [(code, card) for code, card, _ in entry.translations if card.body.strip()]
        return Translated(tuple((code, self.rendered(card)) for code, card in versions))

    def rendered(self, card: Card) -> Rendered:
        """The text of one card."""
        text, problems, _ = self.texts[card.file]
        self.findings.problems += problems
        return text

    def easy(self, card: Card) -> EasyText | None:
        """The easy-to-read text of one card; `None` where facts fail.

        A line of its file is a line on its page, and should be no longer than one takes in at once.
        """
        for number, line in enumerate(card.body.split("\n"), card.body_line):
            length = len(_LINK_TARGET.sub("]", line.strip()))
            if length > EASY_LINE_LENGTH:
                place, most = Place(card.file, number), EASY_LINE_LENGTH
                self.findings.add(place, "easy-line-long", length=length, most=most)
        text = self.rendered(card)
        facts = read_facts(card, EasyFields, self.findings, Surroundings())
        if facts is None:
            return None
        return EasyText(card.file, facts.title or "", facts.summary or "", text)

    def other_forms(self, entry: _Entry) -> OtherForms:
        """What helps to take in the card in other ways than by reading it."""

        def place(name: str) -> Words | None:
            found = self.words_or_none(entry, name)
            return found and Translated(
                tuple(
                    (code, path if "://" in path else f"media:{path}")
                    for code, path in found.versions
                )
            )

        return OtherForms(
            pronunciation=self.words_or_none(entry, "pronunciation"),
            sign_language_film=place("sign_language_film"),
            audio=place("audio"),
            easy=entry.easy,
        )

    def source(self, entry: _Entry) -> Source | None:
        """Where the facts come from."""
        given: SourceFields | None = entry.facts.source
        if given is None or not (given.address or given.reference):
            return None
        return Source(given.address or "", self.words_or_none(entry, "source", "reference"))


def _picture(entry: _Entry, reader: _Reader) -> LeadPicture | None:
    """The picture at the top of the card's page."""
    given: PictureFields | None = entry.facts.picture
    if given is None:
        return None
    versions = [(entry.card, given)]
    versions += [(card, facts.picture) for _, card, facts in entry.translations if facts.picture]
    for card, said in versions:
        place = card.place(("picture", "alt"))
        found = judge_picture(said.alt or "", said.caption or "", given.file, place)
        # Of the file itself is told once.
        reader.findings.problems += (
            problem for problem in found if card is entry.card or problem.code != "picture-of-text"
        )
    return LeadPicture(
        media=given.file,
        alternative=reader.words_or_none(entry, "picture", "alt"),
        caption=reader.words_or_none(entry, "picture", "caption"),
        credit=given.credit or "",
    )


def _at(facts: Any, path: Sequence[str | int]) -> str | None:
    for part in path:
        if facts is None:
            return None
        if isinstance(part, int):
            facts = facts[part] if part < len(facts) else None
        else:
            facts = getattr(facts, part, None)
    return cast("str | None", facts)


# --- the kinds ----------------------------------------------------------------------------------


def _choices(given: Sequence[WordsFields], languages: Sequence[str]) -> tuple[Choice, ...]:
    found: list[Choice] = []
    for words in given:
        codes = dict.fromkeys((*languages, *WordsFields.model_fields))
        spelled = [(code, text) for code in codes if (text := getattr(words, code))]
        if spelled:
            found.append(Choice(spelled[0][1], Translated(tuple(spelled))))
    return tuple(found)


def _site(sources: Sources, findings: Findings) -> Site | None:
    card = sources.site
    if card is None:
        return None
    model = in_languages(SiteFields, _typed_languages(sources))
    facts = read_facts(card, model, findings, Surroundings())
    if facts is None:
        return None
    languages = tuple(dict.fromkeys(facts.languages))

    def texts(words: WordsFields | None) -> Words:
        given = [(code, getattr(words, code, None) or "") for code in languages]
        spelled = [(code, text) for code, text in given if text]
        return Translated(tuple(spelled or [(languages[0], "")]))

    return Site(
        name=facts.name,
        languages=languages,
        address=facts.address.rstrip("/"),
        tagline=texts(facts.tagline),
        description=texts(facts.description),
        publisher=facts.publisher.name,
        publisher_email=facts.publisher.email,
        publisher_phone=facts.publisher.phone or "",
        publisher_website=facts.publisher.website or "",
        currency=facts.currency,
        programme_areas=_choices(facts.programme_areas, languages),
        phases=_choices(facts.phases, languages),
        target_groups=_choices(facts.target_groups, languages),
        repository=_repository(facts.repository, card, findings),
        withdraw_contacts_after_years=facts.withdraw_contacts_after_years,
        plain_language=_limits(facts.plain_language, languages[0]),
        colours=tuple(
            OwnColour(
                name.replace("_", "-"),
                own.light,
                own.dark,
                card.place(("colours", name, "light")),
                card.place(("colours", name, "dark")),
            )
            for name, own in (facts.colours or ColoursFields())
            if own
        ),
    )


def _limits(given: PlainLanguageFields | None, first: str) -> Limits:
    """What the advice on plain language goes by."""
    if given is None:
        return USUAL
    own = ((one.language or first, one.word, one.instead) for one in given.plainer)
    return Limits(
        sentence_words=given.sentence_words,
        lix=given.lix,
        let_pass=frozenset(map(str.lower, given.let_pass)),
        plainer=tuple(own),
        on=given.advice,
    )


# How git hosts spell the addresses of a file's editor and history, after the repository's own.
_GIT_HOSTS = {
    "github": ("/edit/{branch}/{path}", "/commits/{branch}/{path}"),
    "gitlab": ("/-/edit/{branch}/{path}", "/-/commits/{branch}/{path}"),
    "gitea": ("/_edit/{branch}/{path}", "/commits/branch/{branch}/{path}"),
}
_GIT_HOSTS |= {"forgejo": _GIT_HOSTS["gitea"], "codeberg": _GIT_HOSTS["gitea"]}


def _repository(
    given: RepositoryFields | None, card: Card, findings: Findings
) -> Repository | None:
    """Where the cards are kept; the host is known by its name, or says how it spells addresses."""
    if given is None:
        return None
    address = given.address.rstrip("/").removesuffix(".git")
    host = urlsplit(address).hostname or ""
    named = next((name for name in host.split(".") if name in _GIT_HOSTS), "")
    kind = given.host or {"forgejo": "gitea", "codeberg": "gitea"}.get(named, named)
    known = _GIT_HOSTS.get(kind)
    if known is None and given.edit is None:
        findings.add(card.place(("repository", "address")), "repository-host-unknown", value=host)
    edit, history = (f"{address}{end}" for end in known) if known else ("", "")
    return Repository(
        given.branch,
        given.folder.strip("/"),
        given.edit or edit,
        given.history or history,
        address=address,
        host=kind,
        sign_in=given.sign_in or "",
        app_id=given.app_id or "",
        review=given.review,
    )


@dataclass(slots=True)
class _Organisations:
    """The organisations, found by any of their names.  Names without a file are added as met."""

    first: str
    by_slug: dict[str, Organisation]
    by_name: dict[str, str]
    typed: frozenset[str]
    """The names that cards give, folded: they are known whichever card is read first."""
    findings: Findings

    def _known(self, name: str) -> bool:
        return folded(name) in self.by_name or folded(name) in self.typed

    def find(self, name: str, place: Place) -> str:
        """The slug of the organisation called `name`; a new one if nobody has that name."""
        found = self.by_name.get(folded(name))
        if found:
            return found
        parts = listed(name)
        near = nearest(name, [org.name.versions[0][1] for org in self.by_slug.values()], _SLIP)
        if len(parts) > 1 and all(self._known(part) for part in parts):
            self.findings.add(place, "organisations-on-one-line", value=name)
        elif near:
            self.findings.add(place, "organisation-name-near", value=name, nearest=near)
        slug = slugify(name, LONGEST_NAME) or "organisation"
        unique, number = slug, 2
        while unique in self.by_slug:
            unique, number = f"{slug}-{number}", number + 1
        self.by_slug[unique] = Organisation(unique, Translated(((self.first, name),)))
        self.by_name[folded(name)] = unique
        return unique


def _organisations(
    entries: Mapping[str, _Entry], typed: frozenset[str], reader: _Reader
) -> _Organisations:
    findings = reader.findings
    by_name: dict[str, str] = {}
    claimed: dict[str, tuple[Place, str]] = {}
    for slug, entry in entries.items():
        facts: OrganisationFields = entry.facts
        names: list[tuple[str, tuple[str | int, ...]]] = [(facts.title, ("title",))]
        names += [(alias, ("aliases", i)) for i, alias in enumerate(facts.aliases)]
        names += [(typed, ("also_typed", i)) for i, typed in enumerate(facts.also_typed)]
        for name, path in names:
            owner = by_name.setdefault(folded(name), slug)
            first, first_name = claimed.setdefault(folded(name), (entry.card.place(path), name))
            if owner != slug:
                # Nobody can know in which of the two files the mistake is.
                code, here = "organisation-name-claimed-twice", entry.card.place(path)
                findings.add(here, code, value=name, other=first.file)
                findings.add(first, code, value=first_name, other=here.file)
    for slug in entries:
        by_name.setdefault(slug, slug)
    by_slug: dict[str, Organisation] = {}
    for slug, entry in entries.items():
        facts = entry.facts
        part_of = by_name.get(folded(facts.part_of or ""), "")
        if facts.part_of and not part_of:
            findings.add(
                entry.card.place(("part_of",)),
                "organisation-unknown",
                value=facts.part_of,
                nearest=nearest(facts.part_of, [other.facts.title for other in entries.values()]),
            )
        by_slug[slug] = Organisation(
            slug=slug,
            name=reader.words(entry, "title"),
            aliases=facts.aliases,
            also_typed=facts.also_typed,
            kind=facts.kind,
            municipality=facts.municipality,
            part_of="" if part_of == slug else part_of,
            website=facts.website or "",
            email=facts.email or "",
            phone=facts.phone or "",
            text=reader.text(entry) if entry.card.body.strip() else None,
            file=entry.card.file,
        )
    return _Organisations(reader.first, by_slug, by_name, typed, findings)


def _typed_names(entries: Mapping[str, Mapping[str, _Entry]]) -> frozenset[str]:
    """The names of organisations in projects and stories, folded."""
    names: list[str] = []
    for entry in entries["projects"].values():
        facts: ProjectFields = entry.facts
        names += [facts.owner, *facts.co_funders, *facts.partners]
    for entry in entries["stories"].values():
        names += entry.facts.organisations
    return frozenset(folded(name) for name in names)


def _find_all(
    names: Sequence[str], name: str, entry: _Entry, organisations: _Organisations
) -> tuple[str, ...]:
    found = (
        organisations.find(text, entry.card.place((name, index)))
        for index, text in enumerate(names)
    )
    return tuple(dict.fromkeys(found))


def _related(
    slugs: Sequence[str], known: Mapping[str, frozenset[str]]
) -> tuple[CardReference, ...]:
    return tuple(
        CardReference("projects" if slug in known["projects"] else "stories", slug)
        for slug in dict.fromkeys(slugs)
    )


def _aliases(entry: _Entry) -> tuple[GivenAddress, ...]:
    card = entry.card
    return tuple(
        GivenAddress(path, card.place(("aliases", index)))
        for index, path in enumerate(entry.facts.aliases)
    )


def _tell_of_twins(entries: Mapping[str, _Entry], findings: Findings) -> None:
    """Tell of cards that two people may have made of the same thing: the same title, or number.

    One that goes on with another may be called the same.
    """
    titles: dict[str, _Entry] = {}
    numbers: dict[str, _Entry] = {}
    for entry in entries.values():
        facts, card = entry.facts, entry.card
        other = titles.setdefault(folded(facts.title), entry)
        if other is not entry and not _goes_on(entry, other):
            line, title = other.card.place(("title",)).line, facts.title
            values = {"title": title, "other": other.card.file, "line": line}
            findings.add(card.place(("title",)), "title-twice", **values)
            continue
        reference = (facts.source and facts.source.reference) or ""
        if not _NUMBERED.search(reference):
            continue
        other = numbers.setdefault(folded(reference), entry)
        if other is not entry and not _goes_on(entry, other):
            line = other.card.place(("source", "reference")).line
            values = {"reference": reference, "other": other.card.file, "line": line}
            findings.add(card.place(("source", "reference")), "reference-twice", **values)


_NUMBERED = re.compile(
    r"(?:dnr|diarienummer|nr|no)\b\W*\S*\d|\d{4}[-/]\d{5,}|\d{6,}", re.IGNORECASE
)


def _goes_on(one: _Entry, other: _Entry) -> bool:
    named = {getattr(one.facts, "continues", None), getattr(other.facts, "continues", None)}
    return bool(named & {one.card.slug, other.card.slug})


def _project(entry: _Entry, reader: _Reader, site: Site, organisations: _Organisations) -> Project:
    facts: ProjectFields = entry.facts
    card = entry.card
    for index, place in enumerate(facts.municipalities):
        if place.region != facts.region:
            reader.findings.add(
                card.place(("municipalities", index)),
                "municipality-outside-region",
                value=place.name,
                region_sv=place.region.name_sv,
                region_en=place.region.name_en,
                given_sv=facts.region.name_sv,
                given_en=facts.region.name_en,
            )
    period = Period(facts.period.start, facts.period.end)
    if period.end and period.end.year - period.start.year > _LONG:
        findings, years = reader.findings, period.end.year - period.start.year
        findings.add(
            card.place(("period", "end")), "period-long", years=years, start=period.start.year
        )
    for name, day in (("start", period.start), ("end", period.end)):
        if day and not _LIKELY_YEARS[0] <= day.year <= _LIKELY_YEARS[1]:
            told = {problem.place for problem in reader.findings.problems}
            # Of a period that is too long all is said already.
            if (at := card.place(("period", name))) not in told:
                reader.findings.add(at, "year-unlikely", year=day.year)
            break
    funding = facts.funding
    given: list[tuple[tuple[str | int, ...], ContactFields]] = [
        *([(("contact",), facts.contact)] if facts.contact else []),
        *((("other_contacts", index), one) for index, one in enumerate(facts.other_contacts)),
    ]
    sides = facts.accessibility or AccessibilityFields()
    return Project(
        slug=card.slug,
        file=card.file,
        title=reader.words(entry, "title"),
        summary=reader.words(entry, "summary"),
        programme_area=next(c for c in site.programme_areas if c.key == facts.programme_area),
        phase=next(c for c in site.phases if c.key == facts.phase),
        target_groups=tuple(c for c in site.target_groups if c.key in facts.target_groups),
        owner=organisations.find(facts.owner, card.place(("owner",))),
        contacts=tuple(
            Contact(
                name=contact.name or "",
                role=reader.words_or_none(entry, *path, "role"),
                email=contact.email or "",
                phone=contact.phone or "",
            )
            for path, contact in given
            if contact.name or contact.email or contact.phone
        ),
        funding=Funding(funding.eu, funding.total) if funding else Funding(),
        period=period,
        region=facts.region,
        municipalities=tuple(dict.fromkeys(facts.municipalities)),
        co_funders=_find_all(facts.co_funders, "co_funders", entry, organisations),
        partners=_find_all(facts.partners, "partners", entry, organisations),
        participants=Participants(facts.participants.planned, facts.participants.reached)
        if facts.participants
        else Participants(),
        targets=tuple(
            Target(
                what=reader.words(entry, "targets", index, "what"),
                target=target.target,
                unit=reader.words_or_none(entry, "targets", index, "unit"),
                minimum=target.minimum,
                result=target.result,
            )
            for index, target in enumerate(facts.targets)
        ),
        accessibility=tuple(
            (side, reader.words(entry, "accessibility", side))
            for side in SIDES
            if getattr(sides, side)
        ),
        source=reader.source(entry),
        continues=facts.continues or "",
        related=_related(facts.related, reader.known),
        aliases=_aliases(entry),
        documents=tuple(
            Document(
                title=reader.words(entry, "documents", index, "title"),
                media=document.file or "",
                address=document.address or "",
                size=reader.sources.media[document.file].stat().st_size if document.file else None,
                kind=document.kind,
                language=document.language or reader.first,
                format=_format(document),
            )
            for index, document in enumerate(facts.documents)
        ),
        text=reader.text(entry),
        picture=_picture(entry, reader),
        other_forms=reader.other_forms(entry),
    )


def _in_phases(
    projects: Mapping[str, Project], entries: Mapping[str, _Entry], findings: Findings
) -> dict[str, Project]:
    """The projects, where `continues` leads to an earlier one and never in a circle.

    A card that was left out is nobody's earlier phase.
    """
    earlier = {
        slug: project.continues
        for slug, project in projects.items()
        if project.continues in projects
    }
    settled: set[str] = set()
    for first in projects:
        way: dict[str, None] = {}
        slug = first
        while slug in earlier and slug not in settled and slug not in way:
            way[slug] = None
            slug = earlier[slug]
        if slug in way:
            circle = list(way)[list(way).index(slug) :]
            for one in circle:
                place, other = entries[one].card.place(("continues",)), earlier.pop(one)
                code = "continues-itself" if other == one else "continues-in-a-circle"
                findings.add(place, code, value=other)
        settled |= way.keys()
    for slug, before in earlier.items():
        start, begun = projects[slug].period.start, projects[before].period.start
        if start < begun:
            findings.add(
                entries[slug].card.place(("continues",)),
                "continues-a-later-one",
                value=before,
                start=start,
                other=begun,
            )
    return {
        slug: replace(project, continues=earlier.get(slug, ""))
        for slug, project in projects.items()
    }


def _format(document: DocumentFields) -> str:
    """The ending of a file as "PDF", else what the card says of an address."""
    ending = (document.file or "").rpartition("/")[2].rpartition(".")
    return ending[2].upper() if ending[0] else document.format or ""


def _story(entry: _Entry, reader: _Reader, organisations: _Organisations) -> Story:
    facts: StoryFields = entry.facts
    return Story(
        slug=entry.card.slug,
        file=entry.card.file,
        title=reader.words(entry, "title"),
        summary=reader.words(entry, "summary"),
        municipalities=tuple(dict.fromkeys(facts.municipalities)),
        place=facts.place or "",
        organisations=_find_all(facts.organisations, "organisations", entry, organisations),
        projects=tuple(dict.fromkeys(facts.projects)),
        people=tuple(
            Person(person.name, reader.words_or_none(entry, "people", index, "role"))
            for index, person in enumerate(facts.people)
        ),
        figures=tuple(
            Figure(
                what=reader.words(entry, "figures", index, "what"),
                number=figure.number,
                unit=reader.words_or_none(entry, "figures", index, "unit"),
            )
            for index, figure in enumerate(facts.figures)
        ),
        source=reader.source(entry),
        related=_related(facts.related, reader.known),
        aliases=_aliases(entry),
        text=reader.text(entry),
        picture=_picture(entry, reader),
        other_forms=reader.other_forms(entry),
    )


def _place_of_address(card: Card) -> Place:
    """Where a page's address is given: in its field, else by the file's name."""
    return card.place(("address",)) if "address" in card.fields else Place(card.file)


def _text_page(entry: _Entry, reader: _Reader) -> TextPage:
    facts: PageFields = entry.facts
    given = [(reader.first, entry.card, facts.address or entry.card.slug)]
    given += [
        (code, card, translated.address)
        for code, card, translated in entry.translations
        if translated.address
    ]
    addresses = tuple(
        (code, GivenAddress(slugify(address), _place_of_address(card)))
        for code, card, address in given
    )
    return TextPage(
        slug=entry.card.slug,
        file=entry.card.file,
        addresses=Translated(addresses),
        title=reader.words(entry, "title"),
        summary=reader.words(entry, "summary"),
        aliases=_aliases(entry),
        text=reader.text(entry),
        in_header=facts.in_header,
    )


def _notice(entry: _Entry, reader: _Reader) -> Notice:
    facts: NoticeFields = entry.facts
    text = reader.text(entry) if entry.card.body.strip() else None
    for _, version in text.versions if text else ():
        for heading in version.headings:
            reader.findings.add(heading.place, "notice-heading", text=heading.text)
    return Notice(
        slug=entry.card.slug,
        file=entry.card.file,
        title=reader.words(entry, "title"),
        first=facts.show_from,
        last=facts.show_until,
        severity=facts.severity,
        on_start_page=START_PAGE in facts.shown_on,
        projects=tuple(slug for slug in dict.fromkeys(facts.shown_on) if slug != START_PAGE),
        text=text,
        place=entry.card.place(("show_until",)),
    )


# --- the glossary -------------------------------------------------------------------------------


def _indented_as_meant(card: Card, findings: Findings) -> Card:
    """The glossary, with the parts of a word that stand beside its languages put below each.

    That is told once for each word, in place of all that follows from it.
    """
    typed = card.fields.get("terms")
    terms = list(typed) if isinstance(typed, list) else []
    begins = [card.place(("terms", index)).line for index in range(len(terms))]
    for index, term in enumerate(terms):
        if not isinstance(term, dict):
            continue
        beside = [name for name in term if name in WordFields.model_fields]
        bare = [name for name in term if name in TermFields.model_fields and not term[name]]
        if not (beside and bare):
            continue
        after = begins[index + 1] if index + 1 < len(terms) else sys.maxsize
        findings.problems[:] = [
            problem
            for problem in findings.problems
            if problem.place.file != card.file
            or problem.code not in _OF_INDENTATION
            or not begins[index] <= problem.place.line < after
        ]
        place = card.keys[("terms", index, beside[0])]
        findings.add(place, "glossary-indentation", language=bare[0])
        rest = {name: inner for name, inner in term.items() if name not in beside}
        terms[index] = rest | {name: {part: term[part] for part in beside} for name in bare}
    return replace(card, fields={**card.fields, "terms": terms})


def _glossary(sources: Sources, languages: tuple[str, ...], findings: Findings) -> tuple[Term, ...]:
    """The terms that the site explains.  A word or form belongs to one term only."""
    card = sources.glossary
    if card is None:
        return ()
    card = _indented_as_meant(card, findings)
    model = in_languages(GlossaryFields, languages)
    facts = read_facts(card, model, findings, Surroundings())
    if facts is None:
        return ()
    claimed: dict[tuple[str, str], tuple[int, str, Place]] = {}
    slugs: set[str] = set()
    terms: list[Term] = []
    asked = asked_for(languages)
    for index, term in enumerate(facts.terms):
        versions: list[tuple[str, Word]] = []
        for language in languages:
            given: WordFields | None = getattr(term, language, None)
            if given is None:
                if language in asked:
                    known = (getattr(term, code, None) for code in languages)
                    name = next((word.term for word in known if word), f"nr {index + 1}")
                    place, code = card.place(("terms", index)), "glossary-word-missing"
                    findings.add(place, code, language=language, term=name)
                continue
            path: tuple[str | int, ...] = ("terms", index, language)
            spelled = [(given.term, card.place((*path, "term")))]
            spelled += [
                (form, card.place((*path, "forms", number)))
                for number, form in enumerate(given.forms)
            ]
            for form, place in spelled:
                owner, name, there = claimed.setdefault(
                    (language, folded(form)), (index, given.term, place)
                )
                if owner != index:
                    code = "glossary-form-claimed-twice"
                    findings.add(place, code, value=form, term=name, line=there.line)
            versions.append(
                (
                    language,
                    Word(
                        term=given.term,
                        explanation=given.explanation,
                        stands_for=given.stands_for or "",
                        forms=given.forms,
                        synonyms=given.synonyms,
                    ),
                )
            )
        if versions:
            slug = _unused(slugify(versions[0][1].term) or "term", slugs)
            slugs.add(slug)
            terms.append(Term(slug, Translated(tuple(versions))))
    return tuple(terms)


def _unused(slug: str, used: Collection[str]) -> str:
    """`slug`, with the first number that makes it another than all that are `used`."""
    unique, number = slug, 2
    while unique in used:
        unique, number = f"{slug}-{number}", number + 1
    return unique


def _glossary_left_out(glossary: tuple[Term, ...], findings: Findings) -> frozenset[CardReference]:
    """The glossary, if it has no word because of a problem: links to it are not broken."""
    file = f"content/{GLOSSARY_FILE}"
    wrong = not glossary and any(problem.place.file == file for problem in findings.problems)
    return frozenset({CardReference("glossary", "")} if wrong else ())


def _statement_left_out(
    statement: Statement | None, findings: Findings
) -> frozenset[CardReference]:
    """The accessibility statement, if it is none because of a problem."""
    file = f"content/{STATEMENT_FILE}"
    wrong = not statement and any(problem.place.file == file for problem in findings.problems)
    return frozenset({CardReference("statement", "")} if wrong else ())


def _spellings(site: Site) -> dict[str, dict[str, str]]:
    """For each field with choices: how a card may spell a choice, and the choice's key."""
    fields = {
        "programme_areas": site.programme_areas,
        "phases": site.phases,
        "target_groups": site.target_groups,
    }
    return {
        name: {text: choice.key for choice in choices for _, text in choice.name.versions}
        for name, choices in fields.items()
    }


def _unread(sources: Sources) -> dict[str, frozenset[str]]:
    """The originals whose files cannot be read, by kind: they are there, and told of already."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for file in sources.unread:
        _, _, within = file.partition("content/")
        kind, _, name = within.partition("/")
        slug, _, ending = name.partition(".")
        if kind in found and ending == "md":
            found[kind].add(slug)
    return {kind: frozenset(slugs) for kind, slugs in found.items()}


def _typed_languages(sources: Sources) -> tuple[str, ...]:
    """The languages of a site whose settings are not usable; as a last resort those in use."""
    typed = sources.site.fields.get("languages") if sources.site else None
    given = [typed] if isinstance(typed, str) else typed
    codes = [code for code in given if isinstance(code, str)] if isinstance(given, list) else []
    return tuple(codes) or ("", *sorted({card.language or "" for card in sources.cards}))


def _told(findings: Findings) -> tuple[Problem, ...]:
    """The problems, sorted, each once.

    Where a card's facts do not end, nobody knows which are missing: the end is all that is told.
    """
    endless = {p.place.file for p in findings.problems if p.code == "front-matter-unclosed"}
    missing = {"field-missing", "field-missing-choice", "field-missing-group"}
    several = {p.place for p in findings.problems if p.code == "organisations-on-one-line"}
    said_better = {
        p for p in findings.problems if p.code == "names-on-one-line" and p.place in several
    }
    # A field that only lacks its colon is not told of once more as missing.
    without_colon = {
        (problem.place.file, (dict(problem.values)["typed"].split() or [""])[0])
        for problem in findings.problems
        if problem.code == "colon-missing"
    }
    return tuple(
        sorted(
            problem
            for problem in set(findings.problems) - said_better
            if problem.code not in missing
            or not (
                problem.place.file in endless
                or (problem.place.file, dict(problem.values)["field"]) in without_colon
            )
        )
    )


def surroundings_of(sources: Sources) -> Surroundings:
    """What the cards of `sources` may choose, as far as the site's settings can be read."""
    site = _site(sources, Findings())
    return Surroundings(choices=_spellings(site) if site else {}, media=frozenset(sources.media))


def load(
    sources: Sources, memory: TextMemory | None = None, *, with_drafts: bool = False
) -> tuple[Portfolio | None, tuple[Problem, ...]]:
    """The portfolio in `sources`, and every problem with it (the sources' own among them).

    What is wrong in a card is left out of it; a card that then lacks a fact it must have is left
    out of the portfolio.  Without a usable `site.yaml` there is no portfolio.  Whether to go on in
    spite of problems is the caller's choice.  Drafts are left out, but `with_drafts`.
    """
    findings = Findings(list(sources.problems))
    site = _site(sources, findings)
    languages = site.languages if site else _typed_languages(sources)
    paired = _pair(sources, languages, findings)
    easy = _easy_texts(sources, languages, paired, findings)
    glossary = _glossary(sources, languages, findings)
    unread = _unread(sources)
    known = {kind: frozenset(cards) | unread[kind] for kind, cards in paired.items()}
    surroundings = Surroundings(
        choices=_spellings(site) if site else {},
        cards=known,
        media=frozenset(sources.media),
    )
    statement = (
        read_statement(sources.statement, languages, surroundings, findings)
        if sources.statement
        else None
    )
    explained = _explained(sources, glossary)
    drafts = find_drafts(sources.cards, shown=with_drafts)
    findings.problems += drafts.problems(sources.cards)
    limits = site.plain_language if site else USUAL
    texts = _texts(sources, languages[0], known, explained, limits, drafts, memory or TextMemory())
    reader = _Reader(languages[0], sources, known, texts, findings)
    entries: dict[str, dict[str, _Entry]] = {kind: {} for kind in KINDS}
    for kind, cards in paired.items():
        model = KINDS[kind]
        for slug in sorted(cards):
            card, translations = cards[slug]
            facts = read_facts(card, model, findings, surroundings)
            read: list[tuple[str, Card, Any]] = []
            for language in sorted(translations):
                translation = translations[language]
                told = read_facts(
                    translation, translation_of(model), findings, surroundings, original=model
                )
                if told is not None and _same_counts(card, translation, findings):
                    read.append((language, translation, told))
                else:
                    reader.rendered(translation)
            plain = tuple(
                (language, text)
                for language, written in sorted(easy.get((kind, slug), {}).items())
                if (text := reader.easy(written))
            )
            if facts is not None and (drafts.shown or f"{kind}/{slug}" not in drafts.names):
                entries[kind][slug] = _Entry(card, facts, tuple(read), plain)
            else:
                reader.rendered(card)
    organisations = _organisations(entries["organisations"], _typed_names(entries), reader)
    if site is None:
        for kind in ("projects", "stories", "pages", "notices"):
            for entry in entries[kind].values():
                reader.text(entry)
        return None, _told(findings)
    _tell_of_twins(entries["projects"], findings)
    projects = {
        slug: _project(entry, reader, site, organisations)
        for slug, entry in entries["projects"].items()
    }
    stories = {
        slug: _story(entry, reader, organisations) for slug, entry in entries["stories"].items()
    }
    portfolio = Portfolio(
        site=site,
        projects=_in_phases(projects, entries["projects"], findings),
        stories=stories,
        organisations=dict(sorted(organisations.by_slug.items())),
        pages={slug: _text_page(entry, reader) for slug, entry in entries["pages"].items()},
        media=sources.media,
        sizes={
            path: real.stat().st_size
            for path, real in sources.media.items()
            if path.startswith("documents/")
        },
        notices={slug: _notice(entry, reader) for slug, entry in entries["notices"].items()},
        left_out=frozenset(
            CardReference(kind, slug)
            for kind, slugs in known.items()
            for slug in slugs
            if slug not in entries[kind]
        )
        | _glossary_left_out(glossary, findings)
        | _statement_left_out(statement, findings),
        glossary=glossary,
        statement=statement,
        translated={
            entry.card.file: {code: card.file for code, card, _ in entry.translations}
            for cards in entries.values()
            for entry in cards.values()
            if entry.translations
        },
        readings={file: reading for file, (_, _, reading) in texts.items()},
        drafts=drafts.names if with_drafts else frozenset(),
    )
    return portfolio, _told(findings)
