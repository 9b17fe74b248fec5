"""The public addresses. The default edition has no prefix, the others their language."""

from django.urls import include, path

from articles import doors
from articles.public.views import fronts, health, photos, styles

pages = [
    *doors.ADDRESSES,
    # Last: a section may be called whatever no page is.
    path("<paper_slug:slug>/", fronts.section, name="section"),
]

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("photos/<int:pk>/<slug:made_as>/<int:width>.<slug:form>", photos.picture, name="picture"),
    path("photos/<int:pk>/<slug:made_as>/card-<int:x>-<int:y>.jpg", photos.card, name="card"),
    path("about/styles/<paper_colour:light>-<paper_colour:dark>-<paper_slug:mark>.css", styles.styles, name="styles"),
    path("<paper_language:language>/", include(pages)),
    path("", include(pages), {"language": ""}),
]
