"""Django's engine for PostgreSQL. Each commit of the desk is marked before and after: see `kept.commits`."""

from django.db.backends.postgresql import base

from newsroom.kept import commits


class DatabaseWrapper(base.DatabaseWrapper):
    def commit(self) -> None:
        shared = commits.of_this_host() if self.alias == "default" else None
        if shared is None:
            return super().commit()
        with shared.commit():
            return super().commit()
