"""What readers may know: of each table, which rows and which columns. The only place where it is said.

A table that is not here does not exist for them."""

from dataclasses import dataclass

from django.db import connections

from articles import models

NOW = "statement_timestamp()"
NOT_LIFTED = f"(w.lifted_at IS NULL OR w.lifted_at > {NOW})"
BEGUN = f"p.live_from <= {NOW} AND NOT p.is_withheld"

# What only an advertisement bears is no topic and no source of the paper.
NEWS = f"{BEGUN} AND p.kind <> 'sponsored'"


def there_is(rows):
    """SQL: whether there are such `rows`, as true or NULL, looked up for each row of the view.

    Not EXISTS: for that PostgreSQL may read the whole record first, once for each guarded column, to save a few looks.
    """
    return f"(SELECT true FROM {rows} LIMIT 1)"


def carried(table, column, own="id", by=BEGUN):
    """SQL: some version that has begun carries this row, by `column` of the through-table `table`."""
    return there_is(
        f"{table} c JOIN articles_publication p ON p.id = c.publication_id WHERE c.{column} = t.{own} AND {by}"
        # In the order of the table's list, so that it is its index that is walked, and not the table.
        " ORDER BY c.first_live_at DESC"
    )


OF_A_VERSION = there_is(f"articles_publication p WHERE p.id = t.publication_id AND {BEGUN}")
MAY_HAVE_PAGE = there_is("articles_source s WHERE s.id = t.source_id AND s.may_have_page")
# The portrait of someone who has a byline that readers see. It opens no photo that nobody let out.
PORTRAYED = (
    "articles_contributor r JOIN articles_publishedbyline c ON c.contributor_id = r.id"
    f" JOIN articles_publication p ON p.id = c.publication_id WHERE r.portrait_id = t.id AND {BEGUN}"
)


@dataclass(frozen=True)
class Shown:
    """What readers see of a table: which rows, and which columns. A column named nowhere is NULL to them.

    `guarded` columns are NULL, not merely filtered away, on rows that readers may not see: PostgreSQL may try a
    condition of the caller's before the view's own, and one that fails prints the value. `plain` ones carry indexes.
    `if_paged` ones, of sources, are for such as may have a page. `told_by`: foreign keys to rows whose events tell of a
    change too, beside those that `articles.wall.telling` finds by itself. `moments`: columns with the times at which
    something begins or ends for readers without anything being written.
    """

    rows: str
    plain: tuple[str, ...]
    guarded: tuple[str, ...] = ()
    if_paged: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()

    @property
    def columns(self):
        """All columns that readers know of some row."""
        return (*self.plain, *self.guarded, *self.if_paged)

    @property
    def rows_ever(self):
        """SQL: the rows that readers see, and those that they will see once what is scheduled has begun."""
        ahead = self.rows.replace(NOW, "'infinity'::timestamptz")
        return self.rows if ahead == self.rows else f"(({ahead}) OR ({self.rows}))"

    def column(self, field):
        name = f't."{field.column}"'
        if field.column in self.plain:
            return name
        if field.column in self.if_paged:
            return f'CASE WHEN t.may_have_page THEN {name} END AS "{field.column}"'
        if field.column in self.guarded:
            return f'CASE WHEN {self.rows} THEN {name} END AS "{field.column}"'
        return f'NULL::{field.cast_db_type(connections["default"])} AS "{field.column}"'


def _names(text):
    return tuple(text.split())


SHOWN = {
    models.Edition: Shown(
        "true",
        _names("id language name tagline direction time_zone copyright_line accent accent_dark is_default position"),
    ),
    models.Section: Shown("t.merged_into_id IS NULL", _names("id edition_id name slug family description position")),
    models.Page: Shown("true", _names("id edition_id slug title body position")),
    models.Publication: Shown(
        f"t.live_from <= {NOW} AND NOT t.is_withheld",
        _names(
            "id story_id edition_id section_id number family first_live_at live_from live_until updated_at day"
            " is_withheld vector"
        ),
        _names(
            "slug change kind kicker headline standfirst body dateline photo_id photo_alt photo_caption photo_credit"
            " canonical_form content_hash previous_hash is_import"
        ),
        moments=("live_from", "live_until"),
    ),
    models.PublishedByline: Shown(
        OF_A_VERSION, _names("id publication_id story_id first_live_at contributor_id position")
    ),
    models.PublishedTag: Shown(OF_A_VERSION, _names("id publication_id story_id first_live_at tag_id position")),
    models.PublishedPhoto: Shown(
        OF_A_VERSION,
        _names("id publication_id story_id first_live_at photo_id position"),
        _names("alt_text caption credit"),
    ),
    models.Statement: Shown(
        OF_A_VERSION,
        _names("id publication_id story_id first_live_at source_id occurrence position owner_place"),
        _names(
            "words kind terms capacity occasion obtained_on check_made name evidence_kind evidence_use evidence_hash"
            " passage_start passage_end"
        ),
    ),
    models.Correction: Shown(
        OF_A_VERSION, _names("id publication_id story_id edition_id at kind"), _names("wrong right")
    ),
    models.Withdrawal: Shown("true", _names("id story_id at reason lifted_at is_import"), moments=("lifted_at",)),
    models.Address: Shown(
        f"""({there_is(f"articles_publication p WHERE p.story_id = t.story_id AND {BEGUN}")}
        OR {there_is(f"articles_withdrawal w WHERE w.story_id = t.story_id AND {NOT_LIFTED}")}
        OR {carried("articles_publishedtag", "tag_id", "tag_id", by=NEWS)}
        OR {there_is("articles_section s WHERE s.id = t.section_id AND s.merged_into_id IS NULL")})""",
        _names("id edition_id day story_id tag_id section_id"),
        _names("slug"),
    ),
    models.Placement: Shown(
        f"t.live_from <= {NOW}",
        _names("id edition_id story_id slot live_from live_until"),
        # What a called-off placement would have ended stands on: the event is of the other story, in this edition.
        told_by=("edition_id",),
        moments=("live_from", "live_until"),
    ),
    models.Contributor: Shown(
        carried("articles_publishedbyline", "contributor_id"), _names("id slug"), _names("name portrait_id")
    ),
    models.ContributorName: Shown(
        carried("articles_publishedbyline", "contributor_id", "contributor_id"),
        _names("id contributor_id language"),
        _names("name about"),
    ),
    models.Tag: Shown(
        f"t.merged_into_id IS NULL AND {carried('articles_publishedtag', 'tag_id', by=NEWS)}",
        _names("id language slug key kind family"),
        _names("name about"),
    ),
    models.Source: Shown(
        carried("articles_statement", "source_id", by=NEWS),
        _names("id may_have_page"),
        _names("name kind is_public_figure"),
        if_paged=("slug",),
    ),
    models.SourceName: Shown(
        f"{MAY_HAVE_PAGE} AND {carried('articles_statement', 'source_id', 'source_id', by=NEWS)}",
        _names("id source_id language"),
        _names("name"),
    ),
    models.SourceTitle: Shown(
        f"{MAY_HAVE_PAGE} AND {carried('articles_statement', 'source_id', 'source_id', by=NEWS)}",
        _names("id source_id language"),
        _names("title from_on until_on organisation_id"),
    ),
    models.Photo: Shown(
        f"""({there_is(f"articles_publication p WHERE p.photo_id = t.id AND {BEGUN}")}
        OR {carried("articles_publishedphoto", "photo_id")}
        OR (t.is_let_out AND {there_is(PORTRAYED)}))""",
        _names("id width height focal_x focal_y"),
        # The uploaded file is not among them: readers get what was made of it.
        _names("slug credit made_as widths origin"),
    ),
}
