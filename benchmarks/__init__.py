"""How long readers' pages take, and whether they take longer when the archive grows: `make bench`."""
