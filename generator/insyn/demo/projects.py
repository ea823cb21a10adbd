"""What is drawn for each made-up project, before a word of its card is written."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from insyn.demo import words
from insyn.demo.dice import Dice
from insyn.demo.organisations import WITHOUT_CARD, Organisation, Organisations
from insyn.demo.words import Said
from insyn.model.register import Municipality, Register, load_register
from insyn.slugs import slugify

_FIRST_YEAR, _LAST_YEAR = 2011, 2030
# What ended by then may have known results.  A fixed day: the cards do not follow the clock.
_SETTLED = date(2025, 6, 30)

# Every sixth project follows on a planned one, and a few of those are followed up once more.
_CYCLE, _PLANS, _FOLLOWS = 6, 1, 5
_LONG_CYCLE, _SPREADS = 24, 23


@dataclass(frozen=True, slots=True)
class Target:
    """A target in figures, as it is typed."""

    what: Said
    unit: Said | None
    minimum: bool
    target: str
    result: str


@dataclass(frozen=True, slots=True)
class Project:
    """A made-up project.  What an editor has left out is `None` or empty."""

    number: int
    dice: Dice
    slug: str
    name: Said
    title: Said
    area: Said
    phase: Said
    owner: Organisation
    start: date
    end: date | None
    region: str
    municipalities: tuple[Municipality, ...]
    place: str
    group: Said
    methods: tuple[Said, Said]
    eu: int | None
    total: int | None
    co_funders: tuple[str, ...]
    partners: tuple[str, ...]
    friend: Organisation
    targets: tuple[Target, ...]
    follows: Project | None

    @property
    def ended(self) -> bool:
        """Has it ended so long ago that its results may be known?"""
        return self.end is not None and self.end <= _SETTLED


def draw_projects(count: int, dice: Dice, organisations: Organisations) -> tuple[Project, ...]:
    """The first `count` projects.  Those of a lower count are among those of a higher one."""
    found: list[Project] = []
    titles: set[str] = set()
    slugs: set[str] = set()
    for number in range(count):
        found.append(_draw(number, dice.of(number), organisations, found, titles, slugs))
    return tuple(found)


def _followed(number: int, earlier: Sequence[Project]) -> Project | None:
    """The project that number `number` follows on: another phase of the same effort."""
    if number % _LONG_CYCLE == _SPREADS:
        return earlier[number - _CYCLE]
    return earlier[number - (_FOLLOWS - _PLANS)] if number % _CYCLE == _FOLLOWS else None


def _draw(  # noqa: PLR0913, PLR0917  (what has been drawn before decides what is left)
    number: int,
    dice: Dice,
    organisations: Organisations,
    earlier: Sequence[Project],
    titles: set[str],
    slugs: set[str],
) -> Project:
    follows = _followed(number, earlier)
    owner = follows.owner if follows else organisations.owner(dice, number)
    home = owner.municipality or next(iter(load_register().municipalities.values()))
    municipalities = follows.municipalities if follows else _municipalities(dice, home)
    place = follows.place if follows else _place(municipalities, home)
    plans = number % _CYCLE == _PLANS
    if follows:
        phase = words.SPREADING if number % _LONG_CYCLE == _SPREADS else words.RUNNING
    else:
        phase = words.PLANNING if plans or dice.chance("phase", 12) else words.RUNNING
    name = follows.name if follows else dice.pick("name", words.NAMES)
    group = dice.below("group", len(words.GROUPS))
    few = words.SHORT_GROUPS[group]
    title = _title(dice, name, place, few, titles, phase if follows else None)
    titles.add(title.sv)
    slug = base = slugify(title.sv, max_length=60)
    copy = 2
    while slug in slugs:
        slug, copy = f"{base}-{copy}", copy + 1
    slugs.add(slug)
    start, end = _period(dice, phase, follows, must_end=plans or number % _CYCLE == _FOLLOWS)
    eu, total = _budget(dice, phase)
    chosen = dice.some("methods", words.METHODS, 2)
    co_funders = organisations.helpers(
        dice, "co-funders", dice.pick("payers", (0, 1, 1, 2, 3)), home
    )
    partners = organisations.helpers(dice, "partners", dice.pick("others", (0, 1, 2, 3, 6)), home)
    ended = end is not None and end <= _SETTLED
    return Project(
        number=number,
        dice=dice,
        slug=slug,
        name=name,
        title=title,
        area=follows.area if follows else dice.pick("area", words.AREAS),
        phase=phase,
        owner=owner,
        start=start,
        end=end,
        region=home.region.name_sv,
        municipalities=municipalities,
        place=place,
        group=follows.group if follows else words.GROUPS[group],
        methods=(chosen[0][1], chosen[1][1]),
        eu=eu,
        total=total,
        co_funders=tuple(organisation.name.sv for organisation in co_funders),
        partners=(
            *(organisation.name.sv for organisation in partners),
            *([dice.pick("lonely", WITHOUT_CARD)] if dice.chance("named", 15) else []),
        ),
        friend=partners[0] if partners else owner,
        targets=_targets(dice, ended=ended),
        follows=follows,
    )


def _municipalities(dice: Dice, home: Municipality) -> tuple[Municipality, ...]:
    """None, one, a few, or as many as a county has."""
    count = dice.pick("places", (0, 1, 1, 1, 1, 1, 2, 2, 3, 12))
    if count <= 1:
        return (home,) * count
    near = [place for place in _neighbours(load_register(), home) if place != home]
    return (home, *dice.some("neighbours", near, count - 1))


def _neighbours(register: Register, home: Municipality) -> list[Municipality]:
    return [place for place in register.municipalities.values() if place.county == home.county]


def _place(municipalities: Sequence[Municipality], home: Municipality) -> str:
    """Where the project is, in the fewest words that are the same in both languages."""
    return (municipalities[0] if municipalities else home).name


def _title(  # noqa: PLR0913, PLR0917
    dice: Dice, name: Said, place: str, few: Said, taken: set[str], phase: Said | None
) -> Said:
    """One that nobody has yet: from one word to a line and a half.

    `few` are the few words for whom the project is; `phase` is that of one that follows another.
    """
    if phase:
        wanted = Said("{name} {place}: {phase}", "{name} {place}: {phase}").fill(
            name=name, place=place, phase=_lower(phase)
        )
    else:
        wanted = _first_title(dice, name, place, few)
    if wanted.sv in taken and place not in wanted.sv:
        wanted = Said("{title} i {place}", "{title} in {place}").fill(title=wanted, place=place)
    number, free = 2, wanted
    while free.sv in taken:
        number, free = number + 1, Said(f"{wanted.sv} {number}", f"{wanted.en} {number}")
    return free


_TITLES = (
    Said("{name}", "{name}"),
    Said("{name} {place}", "{name} {place}"),
    Said("{one} för {few}", "{one} for {few}"),
    Said("{one} i {place}", "{one} in {place}"),
    Said("{name} – {small}", "{name} – {small}"),
    Said("”{name}” – {small} & {other}", "“{name}” – {small} & {other}"),
    Said(
        "{name}: {small}, {other} och {third} i samverkan mellan kommunen, regionen och företagen "
        "i {place} för {few}",
        "{name}: {small}, {other} and {third} together with the municipality, the region and the "
        "companies in {place} for {few}",
    ),
)


def _first_title(dice: Dice, name: Said, place: str, few: Said) -> Said:
    one, other, third = (title for title, _ in dice.some("title methods", words.METHODS, 3))
    return dice.pick("title", _TITLES).fill(
        name=name,
        place=place,
        one=one,
        small=_lower(one),
        other=_lower(other),
        third=_lower(third),
        few=few,
    )


def _lower(words: Said) -> Said:
    return Said(
        words.sv[0].lower() + words.sv[1:],
        words.en if words.en.startswith("Swedish") else words.en[0].lower() + words.en[1:],
    )


def _period(
    dice: Dice, phase: Said, follows: Project | None, *, must_end: bool
) -> tuple[date, date | None]:
    """From when to when: mostly whole months, sometimes with no end yet."""
    if follows and follows.end:
        start = _months_later(follows.end, dice.between("pause", 1, 9))
    else:
        year = dice.between("year", _FIRST_YEAR, _LAST_YEAR)
        day = 1 if dice.chance("whole month", 80) else dice.between("day", 2, 28)
        start = date(year, dice.between("month", 1, 12), day)
    if not must_end and dice.chance("endless", 8):
        return start, None
    length = (
        dice.between("length", 5, 11) if phase == words.PLANNING else dice.between("length", 12, 41)
    )
    last = _months_later(start, length)
    return start, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _budget(dice: Dice, phase: Said) -> tuple[int | None, int | None]:
    """EU support and total: known or not, all or nothing from the EU, or 0 kr."""
    low, high = (180_000, 750_000) if phase == words.PLANNING else (900_000, 14_000_000)
    eu = dice.between("eu", low, high)
    if dice.chance("round", 30):
        eu = eu // 50_000 * 50_000
    total = eu * dice.between("share", 105, 320) // 100
    case = dice.below("budget", 100)
    if case < 8:  # noqa: PLR2004  (per cent of the projects)
        return None, None
    if case < 12:  # noqa: PLR2004
        return eu, None
    if case < 16:  # noqa: PLR2004
        return None, total
    if case < 19:  # noqa: PLR2004
        return eu, eu
    if case < 21:  # noqa: PLR2004
        return 0, total
    return (0, 0) if case == 21 else (eu, total)  # noqa: PLR2004


def _targets(dice: Dice, *, ended: bool) -> tuple[Target, ...]:
    found: list[Target] = []
    count = dice.pick("targets", (0, 0, 1, 2, 3, 5))
    for number, (what, unit, (low, high), minimum) in enumerate(
        dice.some("which targets", words.TARGETS, count)
    ):
        mine = dice.of(f"target {number}")
        target = mine.between("target", low, high)
        reached = target * mine.between("reached", 0, 140) // 100
        if unit and unit.sv in ("%", "procent"):
            reached = min(reached, 100)
        found.append(
            Target(
                what,
                unit,
                minimum and mine.chance("minimum", 60),
                "" if mine.chance("no figure", 10) else str(target),
                str(reached) if ended and mine.chance("known", 70) else "",
            )
        )
    return tuple(found)
