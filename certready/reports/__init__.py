"""Paper out: one Report, several pens. What a report says is settled in content.py; a pen draws and decides nothing."""
