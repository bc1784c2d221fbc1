"""`python -m skinproof`: the same as the command `skinproof`."""

import sys

from skinproof.faces.cli import main

if __name__ == "__main__":
    sys.exit(main())
