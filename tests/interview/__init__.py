"""The interview: its questions, its words, a scripted sitting, and a real pseudo-terminal."""
