"""The page at `/admin/`, and the policy of what it may do: HTML of our own, as text.

It is no page of the site: no template makes it, no list names it, no search engine is told of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from insyn.admin.configuration import api_origin, configuration
from insyn.files import File
from insyn.model import Portfolio

_WORDS = {
    "sv": (
        "Redigera",
        "Formuläret startar.",
        "Det behöver JavaScript.",
        "Utan det öppnar du kortets fil på git-tjänstens webbsida, eller på din dator.",
        "Till git-tjänsten",
        "Till webbplatsen",
    ),
    "en": (
        "Edit",
        "The form is starting.",
        "It needs JavaScript.",
        "Without it, open the card’s file on the git host’s web page, or on your computer.",
        "To the git host",
        "To the site",
    ),
}

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>{edit} – {name}</title>
<link rel="stylesheet" href="form.css">
<link rel="icon" href="data:,">
<script type="module" src="start.js"></script>
</head>
<body>
<main id="form_start" class="form-start">
<h1>{edit} – {name}</h1>
<p id="form_status" role="status">{starting}</p>
<p>{needs} {without}</p>{host}
<p><a href="../">{back}</a></p>
</main>
</body>
</html>
"""

_STYLE = """\
.form-start {
  max-inline-size: 40rem;
  margin: 0 auto;
  padding: 2rem 1rem;
  font: 1.125rem/1.6 system-ui, sans-serif;
}
.form-start a {
  display: inline-block;
  padding-block: 0.6rem;
}
/* Sveltia makes a field when its place comes into view: a Tab that is faster passes it by. Here
   every place is in view at once, but for those in lists, which move as they are made. */
.content-editor .placeholder:not([data-field-type="list"] *) {
  position: fixed;
  inset: 0 auto auto 0;
  inline-size: 1px;
}
.field .footer .hint {
  color: var(--sui-secondary-foreground-color);
  font-size: 0.9375rem;
}
.choice input[type="text"] {
  inline-size: 100%;
}
.choice p {
  margin: 0.5rem 0;
}
.choice label {
  display: flex;
  gap: 0.6rem;
  align-items: center;
  min-block-size: 2.75rem;
}
.choice label input {
  flex: none;
  inline-size: 1.4rem;
  block-size: 1.4rem;
}
"""


def policy(portfolio: Portfolio, *, trial: bool = False) -> str:
    """What the form may load: its own files, and the git host's API.

    Sveltia writes styles into its page; its pictures and workers are made in the browser.
    """
    host = "" if trial else api_origin(portfolio.site.repository)
    rules = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' blob: data:",
        "media-src": "'self' blob:",
        "font-src": "'self'",
        "worker-src": "'self' blob:",
        "connect-src": f"'self' blob: data:{f' {host}' if host else ''}",
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def form_files(
    portfolio: Portfolio, *, trial: bool = False, cards: Mapping[str, str] | None = None
) -> tuple[File, ...]:
    """The files of the form that a site's content decides; `LookupError` without a repository.

    A trial begins with `cards`: the text of each by its path in the repository.
    """
    site = portfolio.site
    language = "sv" if site.languages[0] == "sv" else "en"
    edit, starting, needs, without, to_host, back = _WORDS[language]
    address = site.repository.address if site.repository and not trial else ""
    page = _PAGE.format(
        language=language,
        policy=escape(policy(portfolio, trial=trial)),
        name=escape(site.name),
        edit=edit,
        starting=starting,
        needs=needs,
        without=without,
        host=f'\n<p><a href="{escape(address)}">{to_host}</a></p>' if address else "",
        back=back,
    )
    told = json.dumps(configuration(portfolio, trial=trial), ensure_ascii=False, indent=1)
    return (
        File("admin/index.html", page.encode()),
        File("admin/form.css", _STYLE.encode()),
        File("admin/config.json", f"{told}\n".encode()),
        *([File("admin/cards.json", json.dumps(dict(cards)).encode())] if trial and cards else []),
    )
