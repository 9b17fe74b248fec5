"""The readers' side. It asks only behind the wall (`articles.wall`), and starts from `Publication.objects.live()`.

addresses   the addresses of the paper's own pages
calendars   a month as a sheet of weeks
converters  the parts of public addresses
forwarding  what is not found where it is sought
pages       what makes a view a readers' page
spelling    addresses written otherwise than they are
stylesheet  our stylesheets as one
urls        the public addresses
views       the pages, one file per area
walking     a walk through all public addresses
"""
