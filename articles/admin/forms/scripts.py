"""Who asks: a browser that wants a page, or a script of ours that wants JSON."""


def is_asked_by(request):
    """Whether a script has sent a form, and wants to be told in JSON what came of it."""
    wanted = request.get_preferred_type(["text/html", "application/json"])
    return request.method == "POST" and wanted == "application/json"
