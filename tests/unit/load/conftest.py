import pytest

from kaartenspel import messages


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty folder to work in, with English messages."""
    monkeypatch.chdir(tmp_path)
    messages.use("en")
    return tmp_path
