"""The demo as anybody's recordings: videos and texts, and sequences that `polylogue-cli extract` makes of them."""
import json
import shutil
import statistics
import subprocess
from pathlib import Path

FEATURES = ["words", "phones", "covarep74", "face", "word_vectors"]
RECIPE = {"acoustic": "covarep74", "visual": "face"}  # so that a model reads what anybody extracts


def write_texts(demo: Path, folder: Path) -> None:
    """A text beside nothing but its name: what is said in each video, without times."""
    folder.mkdir(parents=True, exist_ok=True)
    talks = json.loads((demo / "source" / "talks.json").read_text(encoding="utf-8"))
    said = {name: [word[0] for word in talk["words"]] for name, talk in talks.items()}
    real = json.loads((demo / "source" / "grid_talk_a.words.json").read_text(encoding="utf-8"))
    said["grid_talk_a"] = [word["w"] for word in real["words"]]
    for name, words in said.items():
        (folder / f"{name}.txt").write_text(" ".join(words) + "\n", encoding="utf-8")


def with_known_times(found: Path, demo: Path, target: Path) -> None:
    """The same rows, at the times that the demo knows. Both have the same words in the same order."""
    import h5py

    shutil.copyfile(found, target)
    with h5py.File(target, "r+") as file, h5py.File(demo / "words.csd") as known:
        data = file[next(iter(file))]["data"]
        for name in data:
            times = known["words"]["data"][name]["intervals"][...]
            if len(times) != len(data[name]["intervals"]):
                raise ValueError(f"{found}: {name} has {len(data[name]['intervals'])} words, the demo {len(times)}")
            data[name]["intervals"][...] = times


def write_list(demo: Path, out: Path, files: dict) -> None:
    """dataset.json with the demo's labels, folds and speakers."""
    dataset = json.loads((demo / "dataset.json").read_text(encoding="utf-8"))
    dataset["name"] += ", extracted"
    dataset["id"] += "_extracted"
    dataset["sequences"] = [{"group": "highlevel", "name": name, "file": file}
                            for name, file in files.items()]
    for media in dataset["media"]:
        media["file"] = str(demo.resolve() / media["file"])
    (out / "dataset.json").write_text(json.dumps(dataset, indent=1) + "\n", encoding="utf-8")


def make(demo: Path, out: Path, programs: Path) -> None:
    """OUT/dataset.json from videos and texts alone, and OUT/known_times/dataset.json with the words where they are."""
    write_texts(demo, out / "texts")
    subprocess.run([programs / "polylogue-cli", "extract", demo / "media", "--transcripts", out / "texts", "--features",
                    ",".join(FEATURES), "--vectors", "spelling", "--out", out], check=True)
    shutil.copyfile(demo / "labels.csd", out / "labels.csd")
    names = [name for name in FEATURES if name != "phones"] + ["labels"]
    write_list(demo, out, {name: f"{name}.csd" for name in names})
    known = out / "known_times"
    known.mkdir(exist_ok=True)
    for name in ("words", "word_vectors"):
        with_known_times(out / f"{name}.csd", demo, known / f"{name}.csd")
    write_list(demo, known, {name: f"{name}.csd" if name in ("words", "word_vectors") else f"../{name}.csd"
                             for name in names})


def score(demo: Path, dataset: Path, seed: int, programs: Path) -> float:
    """The correlation of sentiment on the held-out speaker, of the demo's LMF trained on a dataset."""
    config = json.loads((demo / "model" / "train.json").read_text(encoding="utf-8"))
    config["dataset"] = str(dataset.resolve())
    config["recipe"] = RECIPE
    config["training"] |= {"epochs": 120, "patience": 30}
    place = dataset.parent / "trained" / f"seed_{seed}"
    place.parent.mkdir(exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    written = place.parent / f"seed_{seed}.json"
    written.write_text(json.dumps(config), encoding="utf-8")
    printed = subprocess.run([programs / "polylogue-models", "train", written, "--seed", str(seed), "--out", place, "--progress", "none",
                              "--json"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(printed.splitlines()[-1])["labels"]["sentiment"]["corr"]


def compare(demo: Path, out: Path, programs: Path, seeds: int) -> str:
    """Held-out figures of both datasets over some seeds, as lines to print."""
    lines = []
    means = {}
    for title, dataset in (("found times", out), ("known times", out / "known_times")):
        figures = [score(demo, dataset / "dataset.json", seed, programs) for seed in range(1, seeds + 1)]
        means[title] = (statistics.mean(figures), statistics.stdev(figures))
        lines.append(f"{title}: r {means[title][0]:.3f} ± {means[title][1]:.3f} over {seeds} seeds "
                     f"({', '.join(f'{figure:.3f}' for figure in figures)})")
    (found, _), (known, deviation) = means["found times"], means["known times"]
    lines.append(f"difference {found - known:+.3f}, one deviation {deviation:.3f}")
    return "\n".join(lines)
