"""The addresses of the paper's own pages, below an edition. Those of other apps come in by the same door."""

from django.urls import path

from articles.public import converters
from articles.public.views import (
    about,
    archive,
    contributors,
    corrections,
    fronts,
    manifests,
    sources,
    stories,
    topics,
)

converters.register()

PAGES = [
    path("", fronts.front, name="front"),
    path("<paper_day:day>/<paper_slug:slug>/", stories.story, name="story"),
    path("topics/", topics.index, name="topics"),
    path("topics/kinds/<paper_tag:kind>/", topics.of_kind, name="topics_of"),
    path("topics/<paper_slug:slug>/", topics.topic, name="topic"),
    path("sources/<paper_slug:slug>/", sources.source, name="source"),
    path("contributors/<paper_slug:slug>/", contributors.contributor, name="contributor"),
    path("archive/", archive.years, name="archive"),
    path("archive/<paper_year:year>/", archive.year, name="archive_year"),
    path("archive/<paper_month:month>/", archive.month, name="archive_month"),
    path("archive/<paper_day:day>/", archive.day, name="archive_day"),
    path("manifest.webmanifest", manifests.manifest, name="manifest"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/<paper_correction:kind>/", corrections.corrections, name="corrections_of"),
    path("about/<paper_slug:slug>/", about.page, name="page"),
]
