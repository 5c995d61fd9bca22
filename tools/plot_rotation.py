"""Measures the rotation and writes docs/rotation.md and its picture: `python -m tools.plot_rotation`.

The picture needs matplotlib, which is in no lock, since nothing that is shipped or tested stands on it:
`pip install --target FOLDER matplotlib`, then `PYTHONPATH=FOLDER`. Without it the page alone is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.app.rotation.simulated_year import Year
from bot.domain.rotation_past import GENTLE_REPEAT_AFTER, REPEAT_AFTER
from tools.rotation_tables import by_setting, by_share, measured, page
from tools.venvs import ROOT, say

PAGE = ROOT / "docs" / "rotation.md"
PICTURE = ROOT / "docs" / "rotation.png"
INK, PALE = "#3d4a4f", "#c9d1d3"
COLOURS = ("#6b8f9c", "#d0a878", "#a3b18a")
"""Quiet, and apart in grey as well as to those who see few colours."""
WRITTEN = {"fontsize": 7, "color": INK, "ha": "center"}
STEP = 15


def main() -> None:
    """Measure, write the page, and draw where matplotlib is at hand."""
    stock = load(library_folder()).stock()
    say("Playing the years of all settings; this takes some minutes.")
    columns = by_setting(stock)
    PAGE.write_text(page(PAGE.read_text("utf-8"), measured(columns, by_share(stock))), "utf-8")
    try:
        draw(columns[0].years)
    except ModuleNotFoundError:
        say("matplotlib is not here, so docs/rotation.png stays as it was.")


def draw(years: Sequence[Year]) -> None:
    """Draw the repeats of each person, and how long ago what came back was seen.

    Raises:
        ModuleNotFoundError: matplotlib is not here.
    """
    from matplotlib.figure import Figure  # noqa: PLC0415 - the one need of it

    sheet = Figure(figsize=(9, 3.6), dpi=150, layout="constrained")
    people, ago = sheet.subplots(1, 2)
    repeats = [
        [sum(ask.since is not None for ask in year.checkins) for year in years if year.is_spelled is spelled]
        for spelled in (False, True)
    ]
    steps = [number - 0.5 for number in range(max(map(max, repeats)) + 2)]
    labels = ["low days now and then", "and four weeks of them in a row"]
    people.hist(repeats, bins=steps, stacked=True, color=COLOURS[:2], label=labels, edgecolor="white")
    people.xaxis.get_major_locator().set_params(integer=True)
    people.set_title("Check-ins of a year that came back", fontsize=10, color=INK)
    people.set_xlabel("check-ins, of 261")
    people.set_ylabel("people")

    back = [ask for year in years for ask in year.asks if ask.since is not None]
    kinds = [
        [ask.since for ask in back if not ask.beside and not ask.prompt.gentle],
        [ask.since for ask in back if not ask.beside and ask.prompt.gentle],
        [ask.since for ask in back if ask.beside],
    ]
    names = ["check-in", "check-in, a gentle one", "beside a low mark"]
    steps = [*range(0, 366, STEP), 366]
    ago.hist(kinds, bins=steps, stacked=True, color=COLOURS, label=names, edgecolor="white", linewidth=0.3)
    for rest, whose in ((GENTLE_REPEAT_AFTER.days, "gentle ones"), (REPEAT_AFTER.days, "all others")):
        ago.axvline(rest, ymax=0.9, color=INK, linewidth=0.8, linestyle=":")
        place = (rest, 0.92)
        ago.annotate(f"{whose} rest\n{rest} days", place, xycoords=("data", "axes fraction"), **WRITTEN)
    ago.set_ylim(top=1.12 * ago.get_ylim()[1])
    ago.set_title("What came back: days since it was seen", fontsize=10, color=INK)
    ago.set_xlabel("days")
    ago.set_ylabel("asks, all people together")
    for axes in (people, ago):
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(PALE)
        axes.tick_params(colors=INK, labelsize=8)
        axes.yaxis.grid(visible=True, color=PALE, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.xaxis.label.set(size=9, color=INK)
        axes.yaxis.label.set(size=9, color=INK)
        below = {"loc": "upper center", "bbox_to_anchor": (0.5, -0.16), "ncols": 3}
        axes.legend(frameon=False, fontsize=8, labelcolor=INK, **below)
    sheet.savefig(PICTURE, metadata={"Software": None})


if __name__ == "__main__":
    main()
