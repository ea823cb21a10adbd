"""What a budget means, in words."""

from __future__ import annotations

from insyn.language import Language
from insyn.pages.views import Funding

_WHOLE = 100  # per cent


def say_funding(language: Language, funding: Funding, currency: str) -> tuple[str, str]:
    """What is paid and how much of it the EU pays: the main sentence, and one that follows.

    The second may be empty.  Nothing is divided by an unknown or zero budget.
    """

    def short(amount: int) -> str:
        return language.money_short(amount, currency)

    say = language.say
    sentences: tuple[str, str]
    match (funding.eu, funding.total):
        case (int(eu), int(total)) if funding.unsplit:
            sentences = _say_unsplit(language, eu, short(total), short(eu), short(funding.unsplit))
        case (None, None):
            sentences = (say("The budget is not known."), "")
        case (int(eu), None):
            sentences = (
                say("The EU pays %(amount)s.", amount=short(eu)),
                say("The whole budget is not known."),
            )
        case (_, 0):
            sentences = (
                say("%(amount)s is reported.", amount=short(0)),
                say("So there is no share to work out."),
            )
        case (None, int(total)):
            sentences = (
                say("The whole budget is %(amount)s.", amount=short(total)),
                say("How much of it the EU pays is not known."),
            )
        case (0, int(total)):
            sentences = (
                say("The whole budget is %(amount)s.", amount=short(total)),
                say("The EU pays none of it."),
            )
        case (int(eu), int(total)) if eu == total:
            sentences = (say("The EU pays all of it: %(amount)s.", amount=short(total)), "")
        case (int(eu), int(total)):
            sentences = (
                say("Of %(total)s, %(eu)s comes from the EU.", total=short(total), eu=short(eu)),
                _say_share(language, eu / total),
            )
    return sentences


def _say_unsplit(
    language: Language, eu: int, total: str, least: str, unsplit: str
) -> tuple[str, str]:
    """A budget of which a part is paid by nobody knows whom."""
    say = language.say
    if not eu:
        return (
            say("The whole budget is %(amount)s.", amount=total),
            say(
                "Of %(amount)s it is not known who pays. The EU pays none of the rest.",
                amount=unsplit,
            ),
        )
    return (
        say("Of %(total)s, at least %(eu)s comes from the EU.", total=total, eu=least),
        say("Of %(amount)s it is not known who pays.", amount=unsplit),
    )


def _say_share(language: Language, share: float) -> str:
    """A share that is neither nothing nor all, so never said to be 0 or 100 per cent."""
    percent = round(100 * share)
    if percent == 0:
        return language.say("That is less than one per cent.")
    if percent == _WHOLE:
        return language.say("That is more than 99 per cent.")
    return language.say("That is %(percent)s per cent.", percent=language.number(percent))
