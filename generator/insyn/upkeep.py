"""What in the content needs a review, though nothing in it is wrong.

Time passes: projects end, persons leave, texts and statements grow old.  `review` is pure: what
was loaded, what git tells, and the day, in; findings out, the most urgent first.  `removal` tells
what would break if a card went.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote, urlsplit

from insyn.catalogue import catalogue_language
from insyn.front_matter import FieldPath, Raw
from insyn.model import Portfolio, load
from insyn.model.portfolio import Contact, Project, Story
from insyn.problem import Place, Problem, folded
from insyn.source import SITE_FILE, STATEMENT_FILE, Card, Sources
from insyn.starting import DRAFT, SPOKEN, Said

_STALE = 1  # years after its end during which a project's contact is likely to be there still
_UNTOUCHED = 1  # years
_BEHIND = 14  # days by which a translation may be older than what it translates
# What phases are called that a project is in when it has ended.
_OVER = re.compile(r"(?i)avslut|slutf|klar|färdig|finish|complet|ended|closed|done")
_LINKED = re.compile(r"organisations/([a-z0-9-]+)\.")
_MEDIA = re.compile(r"(?:images|documents)/[^\s\"'()<>]+")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: its heading, what is told of each, and what to do.  With `{values}`."""

    heading: Said
    told: Said
    cure: Said


KINDS: Mapping[str, Kind] = {
    "statement-old": Kind(
        Said("Tillgänglighetsredogörelsen", "The accessibility statement"),
        Said(
            "Redogörelsen sågs över {day}. Det är mer än ett år sedan.",
            "The statement was reviewed on {day}. That is more than a year ago.",
        ),
        Said(
            "Pröva webbplatsen igen, rätta redogörelsen och skriv dagens datum i reviewed.",
            "Try the site again, correct the statement, and write today's date in reviewed.",
        ),
    ),
    "contact-stale": Kind(
        Said("Gamla kontakter", "Stale contacts"),
        Said(
            "Projektet slutade {day}, men {name} står kvar som kontakt.",
            "The project ended on {day}, but {name} is still its contact.",
        ),
        Said(
            "Fråga om personen fortfarande svarar. Annars: ta bort namnet, och skriv en funktion "
            "som svarar.",
            "Ask if the person still answers. If not, delete the name, and give a role that does.",
        ),
    ),
    "catalogue-missing": Kind(
        Said("Språk utan Insyns egna texter", "Languages without Insyn's own texts"),
        Said(
            "Insyn har inga egna texter på språket {language}. Menyer och rubriker är på engelska.",
            "Insyn has no texts of its own in {language}. Menus and headings are in English.",
        ),
        Said(
            "Gör en fil att översätta: insyn translate, och språkets kod.",
            "Make a file to translate: insyn translate, and the code of the language.",
        ),
    ),
    "contact-missing": Kind(
        Said("Projekt utan kontakt", "Projects without a contact"),
        Said("Projektet pågår, men ingen kontakt står.", "The project runs, but has no contact."),
        Said("Skriv vem som svarar, under contact.", "Write below contact who answers."),
    ),
    "phase-passed": Kind(
        Said("Projekt som har slutat men står i fel fas", "Ended projects in an earlier phase"),
        Said(
            "Projektet slutade {day}, men fasen är {phase}.",
            "The project ended on {day}, but its phase is {phase}.",
        ),
        Said("Ändra phase, eller period: end.", "Change phase, or period: end."),
    ),
    "results-missing": Kind(
        Said("Avslutade projekt utan resultat", "Ended projects without results"),
        Said(
            "Projektet slutade {day}. Inget står om hur det gick.",
            "The project ended on {day}. Nothing tells how it went.",
        ),
        Said(
            "Skriv result under targets, participants: reached, eller lägg till slutrapporten.",
            "Write result below targets, or participants: reached, or add the final report.",
        ),
    ),
    "target-without-result": Kind(
        Said("Mål utan resultat", "Targets without a result"),
        Said("Målet ”{what}” har inget resultat.", "The target “{what}” has no result."),
        Said("Skriv talet som nåddes i result.", "Write the number that was reached in result."),
    ),
    "draft-left": Kind(
        Said("Utkast som ingen har skrivit om", "Drafts that nobody has rewritten"),
        Said(
            "Sammanfattningen är den som kortet började med.",
            "The summary is the one that the card began with.",
        ),
        Said("Skriv vem som gör vad, för vem och var.", "Write who does what, for whom and where."),
    ),
    "notice-ended": Kind(
        Said("Meddelanden som är över", "Notices that are over"),
        Said("Meddelandet visades till och med {day}.", "The notice was shown until {day}."),
        Said("Ta bort filen.", "Delete the file."),
    ),
    "translation-missing": Kind(
        Said("Saknade översättningar", "Missing translations"),
        Said("Kortet finns inte på språket {language}.", "The card is not there in {language}."),
        Said(
            "Börja en: insyn new translation, och kortets fil.",
            "Begin one: insyn new translation, and the card's file.",
        ),
    ),
    "translation-behind": Kind(
        Said("Översättningar som är äldre än originalet", "Translations older than the original"),
        Said(
            "Översättningen ändrades {own}, originalet {day}.",
            "The translation was changed on {own}, the original on {day}.",
        ),
        Said("Jämför texterna.", "Compare the texts."),
    ),
    "easy-missing": Kind(
        Said("Saknade lättlästa texter", "Missing easy-to-read texts"),
        Said("Ingen lättläst text på språket {language}.", "No easy-to-read text in {language}."),
        Said(
            "Börja en: insyn new easy, och kortets fil.",
            "Begin one: insyn new easy, and the card's file.",
        ),
    ),
    "untouched": Kind(
        Said("Kort som ingen har ändrat på ett år", "Cards that nobody has changed for a year"),
        Said("Ändrades senast {day}.", "Last changed on {day}."),
        Said("Läs kortet, och se om allt stämmer än.", "Read the card, and see if all holds."),
    ),
    "contact-elsewhere": Kind(
        Said("E-post hos någon annan", "E-mail somewhere else"),
        Said(
            "{email} hör inte till någon av projektets organisationer.",
            "{email} belongs to none of the project's organisations.",
        ),
        Said("Fråga om adressen är rätt.", "Ask if the address is right."),
    ),
    "organisation-unnamed": Kind(
        Said("Organisationer som inget kort nämner", "Organisations that no card names"),
        Said("Inget kort nämner {name}.", "No card names {name}."),
        Said(
            "Ta bort filen, om organisationen inte behövs.",
            "Delete the file, if the organisation is not needed.",
        ),
    ),
    "media-unused": Kind(
        Said("Filer som inget kort använder", "Files that no card uses"),
        Said("Inget kort använder filen.", "No card uses the file."),
        Said(
            "Ta bort den. Dokument går att nå så länge de finns kvar.",
            "Delete it. Documents can be reached as long as they are there.",
        ),
    ),
}
"""Every kind of finding, the most urgent first."""

_RANK = {code: rank for rank, code in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to review: where, which kind (`code` of `KINDS`), and the values for its words."""

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()

    def told(self, language: str) -> str:
        """One sentence, in Swedish or English."""
        return KINDS[self.code].told.in_language(language).format(**dict(self.values))


def _at(code: str, place: Place, **values: object) -> Finding:
    return Finding(code, place, tuple(sorted((name, str(value)) for name, value in values.items())))


# --- what needs a review ------------------------------------------------------------------------


@dataclass(frozen=True)
class _Review:
    portfolio: Portfolio
    cards: Mapping[str, Card]
    changed: Mapping[str, date]
    today: date
    templates: Sequence[str]
    catalogues: frozenset[str]

    def place(self, file: str, *path: str | int) -> Place:
        card = self.cards.get(file)
        return card.place(path) if card else Place(file)

    def all(self) -> Iterator[Finding]:
        yield from self._statement()
        for number, code in enumerate(self.portfolio.site.languages):
            if code not in SPOKEN and code not in self.catalogues:
                place = self.place(f"content/{SITE_FILE}", "languages", number)
                yield _at("catalogue-missing", place, language=code)
        for project in self.portfolio.projects.values():
            yield from self._contacts(project)
            yield from self._course(project)
        for notice in self.portfolio.notices.values():
            if notice.last < self.today:
                place = self.place(notice.file, "show_until")
                yield _at("notice-ended", place, day=notice.last)
        for kind in ("projects", "stories", "pages"):
            yield from self._versions(kind)
        yield from self._unused_organisations()
        yield from self._unused_media()

    def _statement(self) -> Iterator[Finding]:
        statement = self.portfolio.statement
        if statement and _years_after(statement.reviewed.day, 1) < self.today:
            place = self.place(statement.file, "reviewed")
            yield _at("statement-old", place, day=statement.reviewed.day)

    def _contacts(self, project: Project) -> Iterator[Finding]:
        end = project.period.end
        ended = project.period.status(self.today) == "ended"
        if not project.contacts and not ended:
            yield _at("contact-missing", self.place(project.file, "title"))
        policy = self.portfolio.site.withdraw_contacts_after_years is not None
        known = self._domains(project)
        for number, contact in enumerate(project.contacts):
            path = self._contact_path(project, number)
            if end and contact.name and not policy and _years_after(end, _STALE) < self.today:
                place = self.place(project.file, *path, "name")
                yield _at("contact-stale", place, day=end, name=contact.name)
            elif known and not ended and (domain := _domain(contact)) and domain not in known:
                place = self.place(project.file, *path, "email")
                yield _at("contact-elsewhere", place, email=contact.email)

    def _contact_path(self, project: Project, number: int) -> FieldPath:
        card = self.cards.get(project.file)
        first = bool(card and card.fields.get("contact"))
        if first and number == 0:
            return ("contact",)
        return ("other_contacts", number - first)

    def _domains(self, project: Project) -> set[str]:
        """The domains of the project's organisations; none where the owner's is not known."""
        organisations = self.portfolio.organisations
        owner = organisations.get(project.owner)
        if owner is None or not (owner.website or owner.email):
            return set()
        slugs = [project.owner, *project.co_funders, *project.partners]
        slugs += [organisations[slug].part_of for slug in slugs if slug in organisations]
        return {
            domain
            for slug in slugs
            if (one := organisations.get(slug))
            for domain in (_own_domain(urlsplit(one.website).hostname or ""), _domain(one))
            if domain
        }

    def _course(self, project: Project) -> Iterator[Finding]:
        if project.period.status(self.today) != "ended":
            return
        day, file = project.period.end, project.file
        over = [phase for phase in self.portfolio.site.phases if _says_over(phase.key)]
        if over and project.phase not in over:
            place = self.place(file, "phase")
            yield _at("phase-passed", place, day=day, phase=project.phase.key)
        results = [target.result is not None for target in project.targets]
        told = project.participants.reached is not None or any(
            document.kind in {"evaluation", "final_report"} for document in project.documents
        )
        if not any(results) and not told:
            place = self.place(file, "targets") if results else self.place(file, "title")
            yield _at("results-missing", place, day=day)
        elif any(results):
            for number, target in enumerate(project.targets):
                if target.result is None:
                    what, _ = target.what.in_language(self.portfolio.site.languages[0])
                    place = self.place(file, "targets", number, "what")
                    yield _at("target-without-result", place, what=what)

    def _versions(self, kind: str) -> Iterator[Finding]:
        languages = self.portfolio.site.languages
        for card in getattr(self.portfolio, kind).values():
            told = self.portfolio.translated.get(card.file, {})
            place = self.place(card.file, "title")
            summary = card.summary.versions[0][1]
            if folded(summary) in {folded(text) for text in DRAFT}:
                yield _at("draft-left", self.place(card.file, "summary"))
            for code in languages[1:]:
                if code not in told:
                    yield _at("translation-missing", place, language=code)
                else:
                    yield from self._behind(card.file, told[code])
            if isinstance(card, (Project, Story)):
                there = {code for code, _ in card.other_forms.easy}
                for code in (languages[0], *told):
                    if code not in there:
                        yield _at("easy-missing", place, language=code)
            day = self.changed.get(card.file)
            if day and _years_after(day, _UNTOUCHED) < self.today:
                yield _at("untouched", Place(card.file), day=day)

    def _behind(self, original: str, translation: str) -> Iterator[Finding]:
        day, own = self.changed.get(original), self.changed.get(translation)
        if day and own and (day - own).days > _BEHIND:
            yield _at("translation-behind", Place(translation), day=day, own=own)

    def _unused_organisations(self) -> Iterator[Finding]:
        portfolio = self.portfolio
        named: set[str] = {one.part_of for one in portfolio.organisations.values()}
        for project in portfolio.projects.values():
            named |= {project.owner, *project.co_funders, *project.partners}
        for story in portfolio.stories.values():
            named |= set(story.organisations)
        others = (card for card in self.cards.values() if card.kind != "organisations")
        texts = folded(
            " ".join(text for card in others for text in (card.body, *_strings(card.fields)))
        )
        linked = {slug for card in self.cards.values() for slug in _LINKED.findall(card.body)}
        publisher = folded(portfolio.site.publisher)
        for slug, one in portfolio.organisations.items():
            names = {folded(name) for _, name in one.name.versions}
            names |= {folded(name) for name in (*one.aliases, *one.also_typed)}
            if not one.file or slug in named or slug in linked or publisher in names:
                continue
            if not any(name in texts for name in names):
                place = self.place(one.file, "title")
                yield _at("organisation-unnamed", place, name=one.name.versions[0][1])

    def _unused_media(self) -> Iterator[Finding]:
        used = {path for card in self.cards.values() for path in _media_in(card)}
        used |= {path for text in self.templates for path in _MEDIA.findall(text)}
        for path in self.portfolio.media:
            if path not in used:
                yield _at("media-unused", Place(f"content/{path}"))


def review(
    portfolio: Portfolio,
    sources: Sources,
    changed: Mapping[str, date],
    today: date,
    templates: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """What to look at again on the day `today`, the most urgent first, then by place.

    `changed` tells on what day each file was last changed, as far as git knows; `templates` are
    the texts of the site's own templates and styles, which may use pictures.
    """
    cards = {card.file: card for card in _all_cards(sources)}
    own = frozenset(filter(None, map(catalogue_language, sources.overrides)))
    found = _Review(portfolio, cards, changed, today, templates, own).all()
    return tuple(sorted(found, key=lambda one: (_RANK[one.code], one.place, one.values)))


def _all_cards(sources: Sources) -> Iterator[Card]:
    yield from sources.cards
    for card in (sources.site, sources.glossary, sources.statement):
        if card:
            yield card


def _says_over(phase: str) -> bool:
    return bool(_OVER.search(phase))


def _years_after(day: date, years: int) -> date:
    if day.year + years > date.max.year:
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def _own_domain(host: str) -> str:
    """The domain that somebody owns: "obo.se" of "www.obo.se"."""
    return ".".join(host.casefold().split(".")[-2:])


def _domain(one: Contact | object) -> str:
    email: str = getattr(one, "email", "")
    return _own_domain(email.rpartition("@")[2]) if email else ""


def _media_in(card: Card) -> Iterator[str]:
    """The pictures and documents that a card names, by their place in `content/`."""
    for text in (card.body, *_strings(card.fields)):
        for found in _MEDIA.findall(text):
            yield found
            yield unquote(found)


def _strings(value: Raw | Mapping[str, Raw]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _strings(inner)


# --- what a removal would break -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Removal:
    """What would happen if the file `file` went, and with it its versions `along`.

    `broken` are the problems that would be there then; `named` are the places that name an
    organisation, which would lose its page's text; `aliases` the old addresses that lead to it.
    """

    file: str
    along: tuple[str, ...]
    broken: tuple[Problem, ...]
    named: tuple[Place, ...]
    aliases: tuple[str, ...]
    unused: tuple[str, ...]
    """Pictures and documents that nothing else uses."""


def removal(
    portfolio: Portfolio, problems: Sequence[Problem], sources: Sources, file: str
) -> Removal | None:
    """What would break if `file` went; `None` where it is nothing that can go.

    `portfolio` and `problems` are what `load` gives for all of `sources`.  The rest is
    loaded without it: what is wrong then, and is not now, is what would break.
    """
    media = file.removeprefix("content/")
    going = next((card for card in sources.cards if card.file == file), None)
    if going is None and media not in sources.media:
        return None
    along: tuple[str, ...] = ()
    rest = sources
    if going is None:
        rest = replace(
            sources, media={path: real for path, real in sources.media.items() if path != media}
        )
    else:
        gone = {file} | {card.file for card in sources.cards if _goes_along(card, going)}
        along = tuple(sorted(gone - {file}))
        rest = replace(
            sources, cards=tuple(card for card in sources.cards if card.file not in gone)
        )
    there = {(problem.place, problem.code) for problem in problems}
    broken = tuple(
        problem for problem in load(rest)[1] if (problem.place, problem.code) not in there
    )
    lost = {
        path
        for card in sources.cards
        if going and card.file in {file, *along}
        for path in _media_in(card)
    } - {path for card in _all_cards(rest) for path in _media_in(card)}
    typed = going.fields.get("aliases") if going else None
    return Removal(
        file,
        along,
        broken,
        tuple(_naming(portfolio, sources, going)) if going else (),
        tuple(_strings(typed)) if going and going.kind != "organisations" else (),
        tuple(sorted(lost & set(sources.media))),
    )


def _goes_along(card: Card, going: Card) -> bool:
    """Is `card` a version of the card `going`, of no use without it?"""
    if (card.kind, card.slug) != (going.kind, going.slug) or card is going:
        return False
    return going.language is None and not going.easy


def _naming(portfolio: Portfolio, sources: Sources, going: Card) -> Iterator[Place]:
    """Where cards name the organisation that goes."""
    if going.kind != "organisations" or going.language:
        return
    cards = {card.file: card for card in sources.cards}

    def places(file: str, field: str, slugs: Iterable[str]) -> Iterator[Place]:
        for number, slug in enumerate(slugs):
            if slug == going.slug:
                yield cards[file].place((field, number))

    for project in portfolio.projects.values():
        if project.owner == going.slug:
            yield cards[project.file].place(("owner",))
        yield from places(project.file, "co_funders", project.co_funders)
        yield from places(project.file, "partners", project.partners)
    for story in portfolio.stories.values():
        yield from places(story.file, "organisations", story.organisations)
    for one in portfolio.organisations.values():
        if one.part_of == going.slug and one.file:
            yield cards[one.file].place(("part_of",))


FIXED_FILES = frozenset({f"content/{SITE_FILE}", f"content/{STATEMENT_FILE}"})
"""The files that a site always has."""
