"""The command line. Start-up matters: each command imports what it needs when it runs."""

from kaartenspel.cli.main import main

__all__ = ["main"]
