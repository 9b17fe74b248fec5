"""The root of all addresses: the desk, then readers."""

from django.urls import include, path

from articles.admin import desk

urlpatterns = [
    path("admin/", desk.urls),
    path("", include("articles.public.urls")),
]

handler400 = "articles.public.views.errors.bad_request"
handler404 = "articles.public.views.errors.not_found"
handler500 = "articles.public.views.errors.server_error"
