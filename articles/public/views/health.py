"""Is it up, and can it reach its database?"""

from django.db import DatabaseError, connections
from django.http import HttpResponse


def healthz(request):
    """200 when both connections answer, 503 when one does not. It says no more: anyone may ask."""
    try:
        for alias in ("default", "readers"):
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("down\n", content_type="text/plain", status=503, headers={"Cache-Control": "no-store"})
    return HttpResponse("up\n", content_type="text/plain", headers={"Cache-Control": "no-store"})
