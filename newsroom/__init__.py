"""The project: settings, root addresses, and the server and database that it runs on. No models."""
