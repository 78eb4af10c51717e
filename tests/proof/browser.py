"""A Chromium of a given size, with a clock that a test sets and nothing of an earlier run."""

import base64
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium import webdriver
from selenium.webdriver.common.by import By

PHONE, NARROW, BIG = (360, 740), (320, 640), (1920, 1080)
ZONE, WINTER = "Europe/Amsterdam", "+01:00"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
)  # fmt: skip
CLOCK = "window.kaartenspelNow = () => Number(localStorage.getItem('test-now') || 0);"
AXE = Path(__file__).parents[2] / ".venv" / "node" / "node_modules" / "axe-core" / "axe.min.js"
CHECK = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then((found) => done(found.violations.map(
  (one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html).join(" | ")}`)));
"""


class Browser:
    """A window on pages from files."""

    def __init__(self, driver: webdriver.Chrome, size: tuple[int, int]) -> None:
        self.driver, self.size = driver, size
        width, height = size
        measures = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        driver.set_script_timeout(60)
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", measures)
        driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": ZONE})
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": CLOCK})

    def open(self, page: Path, at: str = "13:20", view: str = "", date: str = "2027-01-20") -> None:
        """Open a page afresh, at a time."""
        self.driver.get(page.as_uri())
        self.driver.execute_script("sessionStorage.clear(); localStorage.clear();")
        self.at(at, date)
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + view)

    def at(self, clock: str, date: str = "2027-01-20") -> None:
        """Set the clock, and wait until the page has seen it."""
        moment = datetime.fromisoformat(f"{date}T{clock if clock.count(':') == 2 else clock + ':00'}{WINTER}")
        millis = int(moment.timestamp() * 1000)
        self.driver.execute_script("localStorage.setItem('test-now', arguments[0]);", str(millis))
        time.sleep(0.35)  # the page looks four times a second

    def click(self, name: str) -> None:
        self.driver.find_element(By.ID, f"clock-{name}").click()

    def text(self, name: str) -> str:
        """What a reader sees in a part of the clock."""
        return " ".join(self.driver.find_element(By.ID, f"clock-{name}").text.split())

    def shown(self, name: str) -> bool:
        return self.driver.find_element(By.ID, f"clock-{name}").is_displayed()

    def rows(self) -> list[str]:
        """What is still to come, without what can be done about it."""
        rows = self.driver.find_elements(By.CSS_SELECTOR, "#clock-then li")
        return [f"{row.find_element(By.CLASS_NAME, 'clock').text} {row.find_element(By.CLASS_NAME, 'title').text}"
                for row in rows]  # fmt: skip

    def shorten(self, title: str) -> None:
        """Press the button of a row that shortens a block; only a reader of screens hears its title."""
        buttons = self.driver.find_elements(By.CSS_SELECTOR, "#clock-coming button")
        next(button for button in buttons if button.get_property("textContent").endswith(f"({title})")).click()

    def violations(self) -> list[str]:
        """What axe-core finds. Its code is put in by the driver, since the page's policy lets nothing in."""
        self.driver.execute_script(AXE.read_text(encoding="utf-8"))
        found: list[str] = self.driver.execute_async_script(CHECK)
        return found

    def picture(self, folder: Path, name: str) -> None:
        """Keep a picture of the window."""
        folder.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(folder / f"{name}-{self.size[0]}.png"))

    def zoomed(self, rect: dict[str, float]) -> bytes:
        """A picture of a part of the page, twice its size."""
        clip = {**rect, "scale": 2}
        asked = {"clip": clip, "captureBeyondViewport": True}
        return base64.b64decode(self.driver.execute_cdp_cmd("Page.captureScreenshot", asked)["data"])

    def too_wide(self) -> int:
        """By how many pixels the page is wider than its window."""
        width: int = self.driver.execute_script("return document.documentElement.scrollWidth - innerWidth;")
        return width

    def complaints(self) -> list[str]:
        """What the browser wrote in its log, such as a policy that was broken."""
        return [line["message"] for line in self.driver.get_log("browser")]


@contextmanager
def browser(size: tuple[int, int]) -> Iterator[Browser]:
    """A Chromium that is gone afterwards."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        for flag in (*FLAGS, f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            yield Browser(driver, size)
        finally:
            driver.quit()
