"""Which pages the site has, where each lies, and what a template may know of it."""

from insyn.pages.planning import Pause, Plan, plan, plan_page
from insyn.pages.views import Page

__all__ = ["Page", "Pause", "Plan", "plan", "plan_page"]
