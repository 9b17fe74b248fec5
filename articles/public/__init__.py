"""The readers' side. It asks only behind the wall (`articles.wall`), and starts from `Publication.objects.live()`."""
