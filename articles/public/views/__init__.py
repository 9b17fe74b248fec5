"""The readers' pages, one file per area: fetch, decide, render."""
