"""Journeys and states in a real browser."""
