"""What a visitor pressed and heard: a value, and the text of it that people read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_SILENCE = "(silence)"


@dataclass(frozen=True)
class Phrase:
    """Words that were spoken, and the language of the voice ("sv")."""

    words: str
    language: str


@dataclass(frozen=True)
class Move:
    """Something that the visitor did ("h", "opens /", "types jobb"), and what was said then."""

    done: str
    heard: tuple[Phrase, ...]

    @property
    def words(self) -> str:
        """All that was said, in one line."""
        return " ".join(phrase.words for phrase in self.heard)

    @property
    def is_press(self) -> bool:
        """Is it a key?  An address is where a journey begins, and letters everybody types."""
        return not self.done.startswith(("opens ", "types "))


@dataclass(frozen=True)
class Transcript:
    """A journey by ear, in `language`: moves, and in between what the next ones are for."""

    language: str
    steps: tuple[Move | str, ...]

    @property
    def moves(self) -> Iterator[Move]:
        """What was done, in order."""
        return (step for step in self.steps if isinstance(step, Move))

    @property
    def presses(self) -> int:
        """How many keys were pressed."""
        return sum(move.is_press for move in self.moves)

    def presses_until(self, words: str) -> int:
        """How many keys were pressed before one heard these words."""
        count = 0
        for move in self.moves:
            count += move.is_press
            if words in move.words:
                return count
        raise ValueError(f"{words!r} is never heard")

    @property
    def presses_after_typing(self) -> int:
        """How many keys were pressed after the last letters were typed."""
        done = [move.is_press for move in self.moves]
        typed = [place for place, is_press in enumerate(done) if not is_press]
        return sum(done[typed[-1] :])

    @property
    def text(self) -> str:
        """The transcript to read.  A phrase in another voice begins with its language: `[en]`."""
        lines = []
        for step in self.steps:
            if isinstance(step, str):
                lines += ["", f"# {step}"]
                continue
            lines.append(step.done)
            for phrase in step.heard:
                voice = "" if phrase.language == self.language else f"[{phrase.language}] "
                lines.append(f"    {voice}{phrase.words}")
            if not step.heard:
                lines.append(f"    {_SILENCE}")
        return "\n".join(lines) + "\n"


def read_transcript(text: str, language: str) -> Transcript:
    """Read the text of a transcript in `language` back."""
    steps: list[Move | str] = []
    for line in text.splitlines():
        if line.startswith("# "):
            steps.append(line.removeprefix("# "))
        elif line.startswith("    "):
            move = steps.pop()
            assert isinstance(move, Move), line
            words = line.strip()
            voice = language
            if words.startswith("["):
                voice, words = words[1:].split("] ", 1)
            said = () if words == _SILENCE else (Phrase(words, voice),)
            steps.append(Move(move.done, (*move.heard, *said)))
        elif line:
            steps.append(Move(line, ()))
    return Transcript(language, tuple(steps))
