"""What the toy app says, in both languages."""

from django.utils.functional import lazy
from django.utils.translation import get_language

both = lazy(lambda english, arabic: arabic if get_language() == "ar" else english, str)
