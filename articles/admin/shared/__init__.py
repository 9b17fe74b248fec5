"""What stories share: who speaks, who writes, what about, and where it stands. Rows are merged and never deleted.

contributors  those who have a byline
editions      editions, sections, and the pages about the paper
merging       “Merge into…” for tags and sections
recalls       a source that does not hold any more, and what relies on it
siblings      the same tag or section in the other edition
sources       who or what a statement came from
tags          one tag for each name
usage         how often something is used
where_used    which stories a row has
"""
