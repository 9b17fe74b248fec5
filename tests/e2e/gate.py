"""Where a browser's requests reach the application: shut, and empty, before a test's rows are swept away."""

from threading import Condition


class Gate:
    """A WSGI application before another.

    A window that is closed does not end the request that it made: a preview that is still being composed would hold
    its tables against their TRUNCATE, and the two would wait for one another.
    """

    def __init__(self, application):
        self.application = application
        self.within = 0
        self.is_open = True
        self.moved = Condition()

    def __call__(self, environ, start_response):
        with self.moved:
            if not self.is_open:
                start_response("503 Service Unavailable", [("Content-Length", "0")])
                return []
            self.within += 1
        try:
            response = self.application(environ, start_response)
            try:
                return [b"".join(response)]
            finally:
                response.close()
        finally:
            with self.moved:
                self.within -= 1
                self.moved.notify_all()

    def shut(self, seconds):
        """Let nobody in, and wait until all have left; TimeoutError after so many seconds."""
        with self.moved:
            self.is_open = False
            if not self.moved.wait_for(lambda: not self.within, seconds):
                raise TimeoutError(f"{self.within} requests were still at work after {seconds} seconds.")
