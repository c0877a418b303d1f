"""Tests: laws, stories, vectors and golden files."""
