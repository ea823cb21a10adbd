"""The site for machines: open data, feeds, the site map, and where old addresses lead."""

from insyn.data.open_data import list_csvs, projects_csv, projects_json
from insyn.data.search_helps import search_helps
from insyn.data.statement import statement_json
from insyn.data.syndication import feed, list_feed, redirect_rules, robots, sitemap

__all__ = [
    "feed",
    "list_csvs",
    "list_feed",
    "projects_csv",
    "projects_json",
    "redirect_rules",
    "robots",
    "search_helps",
    "sitemap",
    "statement_json",
]
