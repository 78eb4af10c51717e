"""Write `schemas/`: what an editor that knows YAML schemas completes and checks by (`make schemas`)."""

import json
import sys
from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.load.schema import schemas
from kaartenspel.problems import KaartenspelError

ROOT = Path(__file__).resolve().parents[1]


def texts(folder: Path) -> dict[str, str]:
    """What belongs in each file of `schemas/`, by its name; raises KaartenspelError where a kind is not right."""
    project = Project(folder)
    made = schemas(project)
    if project.problems:
        raise KaartenspelError(project.problems)
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()
    }


def main() -> None:
    """Write what differs."""
    target = ROOT / "schemas"
    target.mkdir(exist_ok=True)
    for name, text in texts(ROOT).items():
        file = target / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{file.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
