"""What a constraint says of its violation stands beside it. Nothing of this reaches the database."""

import django.contrib.postgres.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_canonical_form"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="attribution",
            name="attribution_has_words",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("words", ""), _negated=True), ("occurrence__gte", 1)),
                name="attribution_has_words",
                violation_error_message="A statement has words, and stands in the text at least once.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="byline",
            name="byline_names_a_contributor_once",
            constraint=models.UniqueConstraint(
                fields=("story", "contributor"),
                name="byline_names_a_contributor_once",
                violation_error_message="A contributor can be named in the byline only once.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="contributor",
            name="contributor_has_slug_and_name",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("slug", ""), _negated=True), models.Q(("name", ""), _negated=True)),
                name="contributor_has_slug_and_name",
                violation_error_message="A contributor has a name and a slug.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="contributorname",
            name="contributor_has_one_name_a_language",
            constraint=models.UniqueConstraint(
                fields=("contributor", "language"),
                name="contributor_has_one_name_a_language",
                violation_error_message="A contributor has one name in each language.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="contributorname",
            name="contributorname_is_not_empty",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="contributorname_is_not_empty",
                violation_error_message="Write a name.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="edition",
            name="edition_only_one_is_the_default",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_default", True)),
                fields=("is_default",),
                name="edition_only_one_is_the_default",
                violation_error_code="unique",
                violation_error_message="Another edition is the default already: only one can be.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="edition",
            name="edition_has_a_name",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="edition_has_a_name",
                violation_error_message="Write a name.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="edition",
            name="edition_accents_are_colours",
            constraint=models.CheckConstraint(
                condition=models.Q(("accent__regex", "^#[0-9a-f]{6}$"), ("accent_dark__regex", "^#[0-9a-f]{6}$")),
                name="edition_accents_are_colours",
                violation_error_message="A colour as #rrggbb, in small letters.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="page",
            name="page_slug_is_unique_in_its_edition",
            constraint=models.UniqueConstraint(
                fields=("edition", "slug"),
                name="page_slug_is_unique_in_its_edition",
                violation_error_message="Another page of this edition has this slug already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="page",
            name="page_has_slug_and_title",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("slug", ""), _negated=True), models.Q(("title", ""), _negated=True)),
                name="page_has_slug_and_title",
                violation_error_message="A page has a title and a slug.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="photo",
            name="photo_has_slug_and_picture",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("slug", ""), _negated=True), models.Q(("image", ""), _negated=True)),
                name="photo_has_slug_and_picture",
                violation_error_message="A photo has a slug and a picture.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="photo",
            name="photo_focal_point_is_in_it",
            constraint=models.CheckConstraint(
                condition=models.Q(("focal_x__lte", 100), ("focal_y__lte", 100)),
                name="photo_focal_point_is_in_it",
                violation_error_message="The focal point lies within the picture: from 0 to 100.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="phototext",
            name="photo_has_one_text_a_language",
            constraint=models.UniqueConstraint(
                fields=("photo", "language"),
                name="photo_has_one_text_a_language",
                violation_error_message="A photo has one text in each language.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="placement",
            name="placement_slot_holds_one_story",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            models.F("edition_id"), models.F("edition_id"), models.Value("[]"), function="int8range"
                        ),
                        "&&",
                    ),
                    (models.Func(models.F("slot"), models.F("slot"), models.Value("[]"), function="int8range"), "&&"),
                    (models.Func(models.F("live_from"), models.F("live_until"), function="tstzrange"), "&&"),
                ],
                name="placement_slot_holds_one_story",
                violation_error_message="Another story has taken this place meanwhile: try again.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="placement",
            name="placement_story_stands_in_one_slot",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            models.F("edition_id"), models.F("edition_id"), models.Value("[]"), function="int8range"
                        ),
                        "&&",
                    ),
                    (
                        models.Func(
                            models.F("story_id"), models.F("story_id"), models.Value("[]"), function="int8range"
                        ),
                        "&&",
                    ),
                    (models.Func(models.F("live_from"), models.F("live_until"), function="tstzrange"), "&&"),
                ],
                name="placement_story_stands_in_one_slot",
                violation_error_message="This story has been placed meanwhile: look at the front page.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="placement",
            name="placement_ends_after_it_begins",
            constraint=models.CheckConstraint(
                condition=models.Q(("live_until", None), ("live_until__gt", models.F("live_from")), _connector="OR"),
                name="placement_ends_after_it_begins",
                violation_error_message="A placement begins now or later, and ends after that.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="placement",
            name="placement_slot_is_on_the_page",
            constraint=models.CheckConstraint(
                condition=models.Q(("slot__gte", 1), ("slot__lte", 12)),
                name="placement_slot_is_on_the_page",
                violation_error_message="A front page has the slots 1 to 12.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="publication",
            name="publication_periods_never_overlap",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            models.F("story_id"), models.F("story_id"), models.Value("[]"), function="int8range"
                        ),
                        "&&",
                    ),
                    (models.Func(models.F("live_from"), models.F("live_until"), function="tstzrange"), "&&"),
                ],
                name="publication_periods_never_overlap",
                violation_error_message="Another version has gone out meanwhile: look at the story again.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="publication",
            name="publication_waits_for_its_embargo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("embargo_until", None), ("live_from__gte", models.F("embargo_until")), _connector="OR"
                ),
                name="publication_waits_for_its_embargo",
                violation_error_message="The story is under embargo until after that moment.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="publication",
            name="publication_has_what_readers_need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(models.Q(("headline", ""), _negated=True), models.Q(("body", ""), _negated=True)),
                        ("erasure__isnull", False),
                        _connector="OR",
                    ),
                    models.Q(("slug", ""), _negated=True),
                    models.Q(("content_hash", ""), _negated=True),
                ),
                name="publication_has_what_readers_need",
                violation_error_message="Readers need a headline and a text.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="section",
            name="section_slug_is_unique_in_its_edition",
            constraint=models.UniqueConstraint(
                fields=("edition", "slug"),
                name="section_slug_is_unique_in_its_edition",
                violation_error_message="Another section of this edition has this slug already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="section",
            name="section_has_one_sibling_in_an_edition",
            constraint=models.UniqueConstraint(
                fields=("edition", "family"),
                name="section_has_one_sibling_in_an_edition",
                violation_error_message="Another section of this edition is its sibling already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="section",
            name="section_has_a_name",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="section_has_a_name",
                violation_error_message="Write a name.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="section",
            name="section_is_not_merged_into_itself",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("pk")), _negated=True),
                name="section_is_not_merged_into_itself",
                violation_error_message="Choose another than itself.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="source",
            name="source_has_slug_and_name",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("slug", ""), _negated=True), models.Q(("name", ""), _negated=True)),
                name="source_has_slug_and_name",
                violation_error_message="A source has a name and a slug.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="source",
            name="source_protected_is_no_public_figure",
            constraint=models.CheckConstraint(
                condition=models.Q(("protected_in", None), ("is_public_figure", False), _connector="OR"),
                name="source_protected_is_no_public_figure",
                violation_error_message="A protected source is not shown to readers as a public figure.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="sourcename",
            name="source_has_one_name_a_language",
            constraint=models.UniqueConstraint(
                fields=("source", "language"),
                name="source_has_one_name_a_language",
                violation_error_message="A source has one name in each language.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="sourcename",
            name="sourcename_is_not_empty",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="sourcename_is_not_empty",
                violation_error_message="Write a name.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="sourcetitle",
            name="source_bears_a_title_once",
            constraint=models.UniqueConstraint(
                fields=("source", "language", "title", "from_on"),
                name="source_bears_a_title_once",
                violation_error_message="This title stands there already, from the same day on.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="sourcetitle",
            name="sourcetitle_ends_after_it_begins",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_on", None), ("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"
                ),
                name="sourcetitle_ends_after_it_begins",
                violation_error_message="A title ends on the day on which it begins, or later.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="sourcetitle",
            name="sourcetitle_is_not_empty",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="sourcetitle_is_not_empty",
                violation_error_message="Write a title.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="story",
            name="story_has_one_sibling_in_an_edition",
            constraint=models.UniqueConstraint(
                fields=("edition", "family"),
                name="story_has_one_sibling_in_an_edition",
                violation_error_message="This story stands in that edition already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="tag",
            name="tag_key_is_unique_in_its_language",
            constraint=models.UniqueConstraint(
                fields=("language", "key"),
                name="tag_key_is_unique_in_its_language",
                violation_error_message="There is a tag of that name already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="tag",
            name="tag_slug_is_unique_in_its_language",
            constraint=models.UniqueConstraint(
                fields=("language", "slug"),
                name="tag_slug_is_unique_in_its_language",
                violation_error_message="Another tag of this language has this address already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="tag",
            name="tag_has_one_sibling_in_a_language",
            constraint=models.UniqueConstraint(
                fields=("language", "family"),
                name="tag_has_one_sibling_in_a_language",
                violation_error_message="Another tag of this language is its sibling already.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="tag",
            name="tag_has_name_key_and_slug",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("key", ""), _negated=True),
                    models.Q(("slug", ""), _negated=True),
                    models.Q(("name", ""), _negated=True),
                ),
                name="tag_has_name_key_and_slug",
                violation_error_message="Write a name that can be seen.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="tag",
            name="tag_is_not_merged_into_itself",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("pk")), _negated=True),
                name="tag_is_not_merged_into_itself",
                violation_error_message="Choose another than itself.",
            ),
        ),
    ]
