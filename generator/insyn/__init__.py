"""Insyn builds accessible websites of publicly funded projects from Markdown cards."""

__version__ = "0.1.0"
