"""What runs from left to right is drawn so: `drawn` a line, `drawn_text` HTML that is safe, `isolated` a title, `apart`
a name in a title of another language."""

from django import template

from articles.composing import drawing

register = template.Library()
register.filter(drawing.drawn)
register.filter(drawing.drawn_text)
register.filter(drawing.isolated)
register.filter(drawing.apart)
