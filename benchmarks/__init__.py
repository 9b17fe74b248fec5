"""How long readers' pages and the desk's take, and whether they take longer when the archive grows: `make bench`."""
