"""All settings. What differs between machines comes from the environment, through typed readers."""

import atexit
from pathlib import Path

from csp.constants import NONE, SELF

from newsroom import databases, environment
from newsroom.embedded.cluster import Cluster

BASE_DIR = Path(__file__).resolve().parent.parent

# The environment

DEBUG = environment.flag("DEBUG")
DEMO = environment.flag("DEMO")
IS_TRIAL = DEBUG or DEMO
# Where the embedded database, uploads and collected static files live.
VAR = environment.folder("NEWSROOM_VAR", default=BASE_DIR / "var", base=BASE_DIR)
SECRET_KEY = environment.secret_key("SECRET_KEY", stored_in=VAR / "secret-key" if IS_TRIAL else None)
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"] if IS_TRIAL else [])

# The database. Only its address is worked out here: manage.py and the launcher start it.

EMBEDDED = None if environment.text("DATABASE_URL") else Cluster(VAR / "postgres")
DATABASES = databases.connections(EMBEDDED, SECRET_KEY)
# From Python 3.13 on, each thread of a pool that is left open holds up the end of its process for five seconds.
atexit.register(databases.close_pools)
DATABASE_ROUTERS = ["articles.wall.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The connection of readers' pages. Only the test settings name another.
READERS_ALIAS = "readers"

# The house

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "newsroom.staticfiles.ServedFiles",
    "django.contrib.postgres",
    "django_prose_editor",
    "taggit",
    "articles",
]
MIDDLEWARE = [
    # Before all that might answer in a view's stead: files, redirects and errors carry the policies too.
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.admin.shell.too_large.refuse",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# Callables, by dotted path, that look at whatever is about to leave the house: a story being published, a preview
# by link, mail. One that raises stops it. An outer app adds its own here, so that nothing inside has to know of it.
GATE_CHECKS: list[str] = []

# Tags

TAGGIT_CASE_INSENSITIVE = True
# Or Arabic slugs vanish.
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False
TAGGIT_TAGS_FROM_STRING = "articles.text.subjects.tags"

# People

AUTH_USER_MODEL = "articles.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
# Where a login leads that does not say whereto, or says an address that is not ours.
LOGIN_REDIRECT_URL = "admin:index"
# How many proxies of ours stand before the application: the last of so many addresses in X-Forwarded-For is believed.
PROXIES = environment.number("PROXIES", default=0)
# Those that keep pages, and are told of a story that is gone; and by what they know that it is us who ask.
REFRESH, REFRESH_SECRET = environment.proxies("REFRESH"), environment.text("REFRESH_SECRET")
if REFRESH and not REFRESH_SECRET:
    raise environment.CannotStart("REFRESH names a proxy: set REFRESH_SECRET to what deploy/nginx.conf has for it.")
# Nobody is mailed an error report: it would carry what a page held.
ADMINS: list[str] = []
# Not in a cookie, which anyone at the keyboard can read.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Languages and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ar", "العربية")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

# A story with a hundred attributions sends thirteen fields for each: what was typed is not refused for their number.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_HANDLERS = ["newsroom.uploads.FilesOfAnyName"]

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "uploads"
STORAGES = {
    "default": {"BACKEND": "newsroom.uploads.WholeFiles"},
    # Nothing serves these but a page of the desk, which asks who wants them.
    "evidence": {
        "BACKEND": "newsroom.uploads.WholeFiles",
        "OPTIONS": {"location": VAR / "evidence", "base_url": "", "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "newsroom.staticfiles.HashedFiles"},
}

# How wide pictures are made, in pixels: for frames on a phone, at a desk, and on screens of twice the density.
PICTURE_WIDTHS = (320, 640, 960, 1280, 1920)

# What keeps it safe. A trial is served over plain HTTP, everything else over HTTPS.

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not IS_TRIAL
# Whoever asks whether it is up, asks from inside.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
CSRF_FAILURE_VIEW = "articles.admin.shell.forged.refuse"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Where a reader goes on to, nobody learns what was being read here; and no window that we did not open reaches ours.
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 0 if IS_TRIAL else 365 * 24 * 60 * 60
# No inline script, no inline style, nothing from elsewhere; and no nonce, so that every answer carries the same. A page
# that shows another in a frame says so itself (docs/decisions/0018).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "manifest-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# What our pages, and what is framed in them, may ask of the machine they are read on and of what it knows: nothing.
# The names are those that browsers know: they complain in the console of any other.
PERMISSIONS_POLICY = dict.fromkeys((
    "accelerometer", "autoplay", "browsing-topics", "camera", "captured-surface-control", "ch-ua-high-entropy-values",
    "clipboard-read", "clipboard-write", "compute-pressure", "digital-credentials-create", "digital-credentials-get",
    "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid",
    "identity-credentials-get", "idle-detection", "keyboard-map", "language-detector", "language-model", "local-fonts",
    "local-network", "local-network-access", "loopback-network", "magnetometer", "microphone", "midi",
    "on-device-speech-recognition", "otp-credentials", "payment", "picture-in-picture", "private-state-token-issuance",
    "private-state-token-redemption", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock",
    "serial", "speaker-selection", "storage-access", "summarizer", "translator", "usb", "window-management",
    "xr-spatial-tracking",
), "none")  # fmt: skip
# Other names under the paper's domain, and the browsers' preload list, are for the domain's owner to commit.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# Outside services

CACHES = {"default": environment.cache("CACHE_URL")}
# How many megabytes of readers' pages each worker keeps. 0 for none: each page is set anew.
PAGE_CACHE = environment.number("PAGE_CACHE", default=48)
globals().update(environment.mail("EMAIL_URL"))

LOG_LINE = "{asctime} {levelname} {name}: {message}"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "newsroom.logs.Discreet", "format": LOG_LINE, "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # In place of Django's own handlers, which print exceptions with their messages.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # What readers ask for in vain is the proxy's log's to tell.
        "django.request": {"level": "ERROR"},
        # Never at DEBUG: it would print statements with their parameters.
        "django.db.backends": {"level": "WARNING"},
    },
}
