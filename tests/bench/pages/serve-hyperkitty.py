"""Imports a mailbox into Debian's HyperKitty and serves it, compressed, as a production site would be.

python3 hyperkitty.py <mailbox> <folder>: prints the address of the mailbox's one thread, then serves until killed.
"""

import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings

MAILBOX, FOLDER = sys.argv[1], Path(sys.argv[2])
LIST = "talk@lists.quay.example"

settings.configure(
    DEBUG=False,
    SECRET_KEY="only for this measurement",
    SITE_ID=1,
    ALLOWED_HOSTS=["localhost"],
    ROOT_URLCONF="hyperkitty_urls",
    MAILMAN_REST_API_URL="http://localhost:1",
    MAILMAN_REST_API_USER="",
    MAILMAN_REST_API_PASS="",
    MAILMAN_ARCHIVER_KEY="",
    MAILMAN_ARCHIVER_FROM=(),
    INSTALLED_APPS=[
        "hyperkitty",
        "django_mailman3",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.sites",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "rest_framework",
        "django_gravatar",
        "compressor",
        "haystack",
        "django_extensions",
        "django_q",
        "allauth",
        "allauth.account",
        "allauth.socialaccount",
    ],
    MIDDLEWARE=[
        "django.middleware.gzip.GZipMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django_mailman3.middleware.TimezoneMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.i18n",
                    "django.template.context_processors.static",
                    "django.template.context_processors.tz",
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                    "django_mailman3.context_processors.common",
                    "hyperkitty.context_processors.common",
                ]
            },
        }
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "list.db")}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=True,
    USE_I18N=True,
    STATIC_URL="/static/",
    STATIC_ROOT=str(FOLDER / "static"),
    STATICFILES_FINDERS=[
        "django.contrib.staticfiles.finders.AppDirectoriesFinder",
        "compressor.finders.CompressorFinder",
    ],
    COMPRESS_ENABLED=True,
    COMPRESS_PRECOMPILERS=[("text/x-scss", "sassc -t compressed {infile} {outfile}")],
    HAYSTACK_CONNECTIONS={"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}},
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    Q_CLUSTER={"orm": "default", "sync": True, "timeout": 60, "retry": 90},
    LOGIN_URL="account_login",
    HYPERKITTY_ENABLE_GRAVATAR=False,
    LOGGING_CONFIG=None,
)

URLS = """
from django.http import FileResponse
from django.urls import include, path, re_path
from django.conf import settings
from django.contrib.staticfiles import finders
import os

def static(request, name):
    kept = os.path.join(settings.STATIC_ROOT, name)
    return FileResponse(open(kept if os.path.exists(kept) else finders.find(name), "rb"))

urlpatterns = [
    re_path("^static/(?P<name>.*)$", static),
    path("archives/", include("hyperkitty.urls")),
    path("", include("django_mailman3.urls")),
    path("accounts/", include("allauth.urls")),
]
"""
(FOLDER / "hyperkitty_urls.py").write_text(URLS)
sys.path.insert(0, str(FOLDER))
django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from hyperkitty.models import Thread  # noqa: E402


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


os.chdir(FOLDER)
with open(os.devnull, "w") as nowhere:
    call_command("migrate", stdout=nowhere, verbosity=0)
    call_command("hyperkitty_import", MAILBOX, list_address=LIST, no_sync_mailman=True, stdout=nowhere, verbosity=0)
thread = Thread.objects.get()
with make_server("localhost", 0, get_wsgi_application(), Server, Quiet) as server:
    print(f"http://localhost:{server.server_port}/archives/list/{LIST}/thread/{thread.thread_id}/", flush=True)
    server.serve_forever()
