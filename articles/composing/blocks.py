"""The blocks at the end of a story or of a front page, of whichever app."""

from articles import doors


def at_the_end(of, context):
    """The blocks of a page, set from its context: what each template has as `block`."""
    found = [(block.template, block.content(context)) for block in doors.BLOCKS if block.of == of]
    return [{"template": template, "block": content} for template, content in found if content is not None]
