"""Our games against Gambit's, in one run on one machine.

    python3 -m venv peers && peers/bin/pip install pygambit
    cargo build --release -p herz-games --example peers
    peers/bin/python benches/peers/games.py [path of the built example]

1. 200 random two-player games up to 5x5, half of them with payoffs 0, 1, 2 and so mostly degenerate: all extreme
   equilibria in fractions must be the same (Gambit: enummixed, rational).
2. 40 random games of three and four players: what Gambit lists (enumpoly, doubles, without proof) must be in our list.
   What only we list must be an equilibrium by Gambit's own regret; it is counted.
3. Every file of Gambit's catalogue is read, written by us, and read by Gambit as the same game.
4. Seconds side by side, as ratios.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pygambit as gbt


def nfg(payoffs, sizes):
    """The text of a game; payoffs in the file's order."""
    names = " ".join(f'"{k + 1}"' for k in range(len(sizes)))
    return f'NFG 1 R "" {{ {names} }} {{ {" ".join(map(str, sizes))} }}\n{" ".join(map(str, payoffs))}\n'


def random_game(luck, sizes, bound):
    cells = len(sizes)
    for size in sizes:
        cells *= size
    return nfg([luck.randrange(bound) for _ in range(cells)], sizes)


def ours(binary, paths):
    """For each path: seconds, complete or not, list of equilibria as text."""
    out = subprocess.run([binary, *map(str, paths)], capture_output=True, text=True, check=True).stdout
    found = {}
    for line in out.splitlines():
        parts = line.split("\t")
        if len(parts) == 4:
            found[parts[0]] = (float(parts[1]), parts[2], [e for e in parts[3].split(";") if e])
        else:
            found.setdefault(parts[0], line)
    return found


def profiles(game, result):
    """Equilibria of a result as lists of numbers, player by player."""
    return [[[e[s] for s in player.strategies] for player in game.players] for e in result.equilibria]


def timed(work):
    best, begin = float("inf"), time.perf_counter()
    for _ in range(20):
        clock = time.perf_counter()
        answer = work()
        best = min(best, time.perf_counter() - clock)
        if time.perf_counter() - begin > 1:
            break
    return answer, best


def same_two(folder, binary):
    luck = random.Random(2026)
    paths = []
    for k in range(200):
        path = folder / f"two-{k}.nfg"
        path.write_text(random_game(luck, [luck.randint(1, 5), luck.randint(1, 5)], 3 if k % 2 else 20))
        paths.append(path)
    answers, differ, total = ours(binary, paths), 0, 0
    for path in paths:
        game = gbt.read_nfg(str(path))
        theirs = profiles(game, gbt.nash.enummixed_solve(game, rational=True))
        wanted = {"|".join(" ".join(map(str, mix)) for mix in profile) for profile in theirs}
        _, complete, found = answers[str(path)]
        total += len(found)
        if complete != "true" or set(found) != wanted or len(found) != len(set(found)):
            differ += 1
            print(f"  differs: {path.read_text()}  ours {sorted(found)}\n  theirs {sorted(wanted)}")
    print(f"1. {len(paths)} two-player games: {total} extreme equilibria, {differ} games differ")
    return differ


def regret(game, point):
    """What the player who errs most could gain, by Gambit."""
    values = iter(point)
    profile = game.mixed_strategy_profile([[next(values) for _ in p.strategies] for p in game.players])
    return profile.max_regret()


def same_several(folder, binary):
    luck = random.Random(2027)
    paths = []
    for k in range(40):
        path = folder / f"several-{k}.nfg"
        path.write_text(random_game(luck, [[2, 2, 2], [2, 3, 2], [3, 3, 3], [2, 2, 2, 2]][k % 4], 1000))
        paths.append(path)
    answers, differ, total, mine, its, more, open_ = ours(binary, paths), 0, 0, 0.0, 0.0, 0, 0
    for path in paths:
        game = gbt.read_nfg(str(path))
        clock = time.perf_counter()
        theirs = [sum(p, []) for p in profiles(game, gbt.nash.enumpoly_solve(game))]
        its += time.perf_counter() - clock
        seconds, complete, found = answers[str(path)]
        mine += seconds
        found = [[float(v) for mix in e.split("|") for v in mix.split()] for e in found]
        total += len(found)

        def near(a, b):
            return all(abs(x - y) < 1e-5 for x, y in zip(a, b))

        missing = [p for p in theirs if not any(near(p, q) for q in found)]
        extra = [q for q in found if not any(near(p, q) for p in theirs)]
        open_ += complete != "true"
        more += len(extra)
        wrong = [q for q in extra if regret(game, q) > 1e-8]
        if missing or wrong:
            differ += 1
            print(f"  differs ({complete}): {path.read_text()}  only Gambit: {missing}\n  no equilibria: {wrong}")
    print(f"2. {len(paths)} games of 3 and 4 players: {total} equilibria, {differ} games differ; {more} that Gambit misses,"
          f" equilibria by its own regret; {open_} games not decided completely; enumpoly {its:.2f} s,"
          f" ours {mine:.2f} s, ratio {its / mine:.1f}")
    return differ


def payoffs(game):
    """All payoffs of the strategic form."""
    players = list(game.players)
    return [[game[tuple(c)][p] for p in players] for c in game.contingencies]


def same_files(folder, binary):
    source = Path(gbt.__file__).parent / "catalog_data"
    paths = []
    for k, path in enumerate(sorted([*source.rglob("*.nfg"), *source.rglob("*.efg")])):
        copy = folder / f"catalogue-{k}{path.suffix}"
        copy.write_text(path.read_text())
        paths.append(copy)
    answers, differ = ours(binary, paths), 0
    for path in paths:
        read = gbt.read_nfg if path.suffix == ".nfg" else gbt.read_efg
        again = Path(f"{path}.again")
        if not again.exists() or payoffs(read(str(path))) != payoffs(read(str(again))):
            differ += 1
            print(f"  differs: {path.read_text()[:200]} {answers.get(str(path))}")
    print(f"3. {len(paths)} files of the catalogue read, written and read by Gambit: {differ} differ")
    return differ


def speeds(folder, binary):
    print("4. seconds: ours (fractions, certified), Gambit in fractions, Gambit in doubles; Gambit / ours")
    luck = random.Random(2028)
    known = Path(__file__).parents[2] / "crates/games/tests/known/vonstengel1999.nfg"
    copy = folder / "vonstengel.nfg"
    copy.write_text(known.read_text())
    rows = [("6x6, 75 equilibria", copy, True)]
    for size in [8, 10, 12]:
        path = folder / f"random-{size}.nfg"
        path.write_text(random_game(luck, [size, size], 100))
        rows.append((f"random {size}x{size}", path, size <= 8))
    answers = ours(binary, [path for _, path, _ in rows])
    for name, path, both in rows:
        seconds, complete, found = answers[str(path)]
        line = f"  {name:20} {seconds * 1e3:9.3f} ms, {len(found)} equilibria, complete: {complete}"
        if both:
            game = gbt.read_nfg(str(path))
            exact, slow = timed(lambda: gbt.nash.enummixed_solve(game, rational=True))
            _, fast = timed(lambda: gbt.nash.enummixed_solve(game, rational=False))
            agree = len(exact.equilibria) == len(found)
            line += (f"; Gambit {slow * 1e3:.1f} ms and {fast * 1e3:.1f} ms, the same number: {agree};"
                     f" ratios {slow / seconds:.0f} and {fast / seconds:.0f}")
        print(line)


def main():
    binary = sys.argv[1] if len(sys.argv) > 1 else "target/release/examples/peers"
    print(f"pygambit {gbt.__version__}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong = same_two(folder, binary) + same_several(folder, binary) + same_files(folder, binary)
        speeds(folder, binary)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
