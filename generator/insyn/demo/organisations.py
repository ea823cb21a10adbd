"""The organisations of a made-up portfolio, added as projects meet them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from insyn.demo import words
from insyn.demo.dice import Dice
from insyn.demo.words import Said
from insyn.model.register import Municipality, load_register
from insyn.slugs import slugify

# So many projects share an owner on average.
_PROJECTS_AN_OWNER = 5
# The whole agencies that the local offices are part of.
_WHOLE = {
    "Arbetsförmedlingen": Said("Arbetsförmedlingen", "The Swedish Public Employment Service"),
    "Försäkringskassan": Said("Försäkringskassan", "The Swedish Social Insurance Agency"),
}
# These are known by their names only: nobody has written a card for them.
WITHOUT_CARD = (
    *("Bageriet Kringlan", "Cykelköket", "Norrskens Åkeri", "Grannars hjälp", "Ullspinneriet"),
    *("Trädgård & Torg", "Ateljé 4", "Hörselskadades lokala krets i Bergslagen"),
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A made-up organisation.  `kind` may be empty; `part_of` is another's Swedish name."""

    slug: str
    name: Said
    kind: str
    municipality: Municipality | None
    part_of: str = ""


class Organisations:
    """Those that have been met so far, each once."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        places = load_register().municipalities.values()
        self._places = sorted(places, key=lambda place: dice.below(place.code, 1 << 60))
        self._met: dict[str, Organisation] = {}
        self._slugs: set[str] = set()

    @property
    def met(self) -> Mapping[str, Organisation]:
        """All of them, by Swedish name."""
        return self._met

    def owner(self, dice: Dice, number: int) -> Organisation:
        """The owner of project `number`: an old one, or now and then a new one."""
        kinds = len(words.OWNERS)
        count = min(number // _PROJECTS_AN_OWNER + 1, kinds * len(self._places))
        chosen = count - 1 if number % _PROJECTS_AN_OWNER == 0 else dice.below("owner", count)
        name, kind = words.OWNERS[chosen % kinds]
        return self._meet(name, kind, self._places[chosen % len(self._places)])

    def helpers(
        self, dice: Dice, question: str, count: int, place: Municipality
    ) -> tuple[Organisation, ...]:
        """`count` organisations that pay a part or work together, most of them in `place`."""
        found: list[Organisation] = []
        for name, kind in dice.some(question, words.OTHERS, count):
            near = not dice.chance(f"{question}/{name.sv}", 20)
            found.append(
                self._meet(name, kind, place if near else dice.pick(name.sv, self._places[:40]))
            )
        return tuple(found)

    def _meet(self, name: Said, kind: str, place: Municipality) -> Organisation:
        whole = Said(place.whole_name("sv"), place.whole_name("en"))
        name = name.fill(m=place.name, whole=whole)
        if name.sv in self._met:
            return self._met[name.sv]
        part_of = ""
        if kind == "municipal_department":
            part_of = self._meet(Said("{whole}", "{whole}"), "municipality", place).name.sv
        elif kind == "state_agency":
            agency = _WHOLE[name.sv.partition(" ")[0]]
            part_of = agency.sv
            if agency.sv not in self._met:
                self._add(Organisation(slugify(agency.sv), agency, kind, None))
        slug = slugify(name.sv)
        if slug in self._slugs:  # Habo and Håbo
            slug = f"{slug}-{place.code}"
        return self._add(Organisation(slug, name, kind, place, part_of))

    def _add(self, organisation: Organisation) -> Organisation:
        self._slugs.add(organisation.slug)
        self._met[organisation.name.sv] = organisation
        return organisation
