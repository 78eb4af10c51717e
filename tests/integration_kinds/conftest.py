import pytest
from integration_kinds.school import School


@pytest.fixture
def school(tmp_path):
    return School(tmp_path)


@pytest.fixture(autouse=True)
def in_dutch(monkeypatch):
    monkeypatch.delenv("KAARTENSPEL_LANG", raising=False)
