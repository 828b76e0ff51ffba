"""The table of README.md, from `herz run PRESET --json` documents given as files.

    python3 studies/coverage/table.py cold-war.json naval-race.json …

Standard library only.
"""
import json
import math
import sys


def inside(value, low, high):
    return low <= value <= high


def rows(document):
    issues = {issue["id"]: issue["name"]["en"].lower() for issue in document["issues"]}
    for actor in document["actors"]:
        seen = actor["observed"]
        if not seen:
            continue
        band = actor["effort"]
        at = {round(year): k for k, year in enumerate(band["year"])}
        points = [(round(y), v) for y, v in zip(seen["years"], seen["values"]) if round(y) in at]
        later = points[1:]  # the first year is given to the model as the initial effort
        share = lambda low, high: sum(inside(v, band[low][at[y]], band[high][at[y]]) for y, v in later) / len(later)
        widths = sorted(math.log(band["q95"][at[y]] / band["q05"][at[y]]) for y, _ in later)
        above = sum(v > band["q50"][at[y]] for y, v in later) / len(later)
        yield {
            "preset": document["scenario"],
            "series": actor["name"]["en"] + (f", {issues[actor['issue']]}" if len(issues) > 1 else ""),
            "years": f"{points[0][0]}–{points[-1][0]}",
            "c50": seen["coverage50"],
            "c90": seen["coverage90"],
            "c50_later": share("q25", "q75"),
            "c90_later": share("q05", "q95"),
            "above": above,
            "width": math.exp(widths[len(widths) // 2]),
        }


def percent(share):
    return f"{100 * share:.0f} %"


def main():
    table = [row for path in sys.argv[1:] for row in rows(json.load(open(path, encoding="utf-8")))]
    print("| preset | series | years | in 50 % band | in 90 % band | without the first year | above the median | width of the 90 % band |")
    print("|---|---|---|---|---|---|---|---|")
    for r in table:
        print(f"| {r['preset']} | {r['series']} | {r['years']} | {percent(r['c50'])} | {percent(r['c90'])} | "
              f"{percent(r['c50_later'])}, {percent(r['c90_later'])} | {percent(r['above'])} | × {r['width']:.1f} |")
    mean = lambda key: percent(sum(r[key] for r in table) / len(table))
    print(f"| mean of series | | | {mean('c50')} | {mean('c90')} | {mean('c50_later')}, {mean('c90_later')} | {mean('above')} | |")


if __name__ == "__main__":
    main()
