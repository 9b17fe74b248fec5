"""Requests with more than we take: refused before they have arrived, with a sentence."""

import json
import socket
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from articles.admin.shell import too_large


def begin(live_server, path, length, cookie=""):
    """The answer to a request that declares so many bytes and sends none of them."""
    address = urlsplit(live_server.url)
    head = f"POST {path} HTTP/1.1\r\nHost: {address.netloc}\r\nCookie: {cookie}\r\nContent-Length: {length}\r\n"
    head += "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    with socket.create_connection((address.hostname, address.port), timeout=120) as line:
        line.sendall(head.encode())
        said = b""
        while piece := line.recv(65536):
            said += piece
            if b"\r\n\r\n" in said and said.rstrip().endswith((b"}", b"</html>", b"large.")):
                break
    start, _blank, body = said.partition(b"\r\n\r\n")
    return int(start.split()[1]), body.decode()


def test_a_server_refuses_by_the_declared_length_and_waits_for_nothing(live_server, client, reporter):
    client.force_login(reporter)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    sentence = "This file is larger than 20 MB: export the picture smaller."
    for length in (too_large.MOST + 1, 5 * 1024**3, "9" * 400):
        status, body = begin(live_server, reverse("admin:articles_photo_add"), length, cookie)
        assert (status, sentence in body) == (413, True), length
    status, body = begin(live_server, reverse("admin:articles_photo_upload"), 5 * 1024**3, cookie)
    assert (status, json.loads(body)) == (413, {"errors": {"image": [sentence]}})
    assert begin(live_server, "/", 5 * 1024**3) == (413, "This is too large.")


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["", "0", "-1", "nonsense", str(too_large.MOST), "٣" * 400])
def test_what_is_not_too_large_goes_on(client, length):
    assert client.get("/", CONTENT_LENGTH=length).status_code != 413
