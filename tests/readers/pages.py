"""Pages of readers, compared."""

import re

TIME = re.compile(r'<time datetime="[^"]*">[^<]*</time>')
PICTURE = re.compile(r'(src|srcset)="[^"]*photos?/[^"]*"')


def main(response):
    """What stands in <main>, but for the moments and the addresses of pictures."""
    text = re.search("<main.*</main>", response.content.decode(), re.DOTALL).group()
    return PICTURE.sub("picture", TIME.sub("time", text))
