"""How days and times are written where nothing else is said: as the paper writes them. A module for each language."""
