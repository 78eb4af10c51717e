"""`python -m kaartenspel` is the command `kaartenspel`."""

import sys

from kaartenspel.cli import main

sys.exit(main())
