"""The interview: a pure question, a thin asker, and everything saved after every answer."""
