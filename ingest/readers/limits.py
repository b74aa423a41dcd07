"""How much one file may ask of this machine: the only place where these figures stand."""

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes of a file that is still read. The longest office texts have some megabytes; scans of a book fewer than this."""

LARGEST_UNPACKED = 400 * 1024 * 1024
"""Bytes that the parts of a packed file (DOCX, XLSX) may have together once unpacked."""

LARGEST_MEMORY = 1024 * 1024 * 1024
"""Bytes of memory that the process of one reader may take."""

LONGEST_READING = 300.0
"""Seconds that the reading of one file may take."""

LONGEST_SCAN = 3600.0
"""Seconds that the reading of a file of pictures may take: a page of a scan takes five or more, a book has hundreds."""

LONGEST_WORK = 7200
"""Seconds of the processor's time that one process of a reader, and each that it starts, may take in all its life."""

LARGEST_WRITTEN = 512 * 1024 * 1024
"""Bytes of a file that a reader, or a program it starts, may write meanwhile."""

MOST_TASKS = 128
"""Processes and threads that a reader may have at once, with those it starts; LibreOffice has some twenty."""

MOST_OPEN = 512
"""Files that a reader may have open at once."""
