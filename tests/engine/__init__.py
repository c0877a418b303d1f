"""The engine against the method: reference, vectors, laws, stories, plans."""
