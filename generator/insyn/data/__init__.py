"""The site for machines: open data, feeds, the site map, and where old addresses lead."""

from insyn.data.open_data import projects_csv, projects_json
from insyn.data.syndication import feed, redirect_rules, robots, sitemap

__all__ = ["feed", "projects_csv", "projects_json", "redirect_rules", "robots", "sitemap"]
