"""The wording of advice on plain language."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, advice

KINDS: dict[str, Kind] = {
    "sentence-long": advice(
        (
            "Meningen har {count} ord: ”{text}”",
            "Dela den. Med högst {most} ord hinner läsaren fram till punkten "
            "innan början är glömd.",
        ),
        (
            "The sentence has {count} words: “{text}”",
            "Split it. With at most {most} words, the reader gets to the full stop before the "
            "beginning is forgotten.",
        ),
    ),
    "word-plainer": advice(
        ("Det finns ett vanligare ord än ”{text}”.", "Skriv hellre: {mended}"),
        ("There is a more common word than “{text}”.", "Write instead: {mended}"),
    ),
    "heading-weak": advice(
        (
            "Rubriken ”{text}” passar vilken text som helst.",
            "Låt rubriken säga vad texten under den handlar om, "
            "till exempel ”Så söker du en plats”.",
        ),
        (
            "The heading “{text}” would fit any text.",
            "Let the heading say what the text below it is about, such as “How to apply”.",
        ),
    ),
    "lix-high": advice(
        (
            "Texten har LIX {value}. Det är mer än {goal}.",
            "Dela långa meningar och välj kortare ord. insyn language visar de längsta meningarna.",
        ),
        (
            "The text has a LIX of {value}. That is more than {goal}.",
            "Split long sentences and choose shorter words. "
            "insyn language shows the longest sentences.",
        ),
    ),
    "summary-long": advice(
        (
            "Sammanfattningen har {words} ord i {sentences} meningar.",
            "Skriv högst {most_words} ord i högst {most_sentences} meningar: "
            "vem gör vad, för vem, var?",
        ),
        (
            "The summary has {words} words in {sentences} sentences.",
            "Write at most {most_words} words in at most {most_sentences} sentences: "
            "who does what, for whom, where?",
        ),
    ),
    "passive": advice(
        (
            "”{text}” säger inte vem som gör det.",
            "Skriv vem som gör det, om läsaren behöver veta det: "
            "”Kommunen anordnar kursen” i stället för ”Kursen anordnas”.",
        ),
        (
            "“{text}” does not say who does it.",
            "Say who does it, if the reader needs to know: "
            "“The municipality holds the course” instead of “The course is held”.",
        ),
    ),
}
