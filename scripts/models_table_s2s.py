"""The 26 rows of Pham et al., Seq2Seq2Sentiment (Challenge-HML 2018), for scripts/models-table: which model a row is, and the tables of its figures."""
import itertools

LETTERS = {"T": "text", "A": "acoustic", "V": "visual"}
# row: binary P R F1, seven-class P R F1 as printed
PAPER = {
    "T": ".77 .76 .76 | .32 .35 .33", "A": ".56 .56 .56 | .12 .19 .14", "V": ".57 .47 .48 | .12 .19 .12",
    "concat(T,V)": ".78 .67 .55 | .01 .16 .05", "concat(T,A)": ".44 .66 .53 | .02 .15 .04", "concat(A,V)": ".55 .47 .48 | .13 .16 .11",
    "concat(T,V,A)": ".75 .75 .75 | .24 .27 .24",
    "T→V": ".67 .67 .67 | .26 .22 .22", "T→A": ".66 .64 .65 | .28 .24 .18", "A→T": ".55 .60 .56 | .17 .34 .11", "A→V": ".55 .55 .54 | .16 .18 .16",
    "V→T": ".58 .58 .58 | .05 .16 .08", "V→A": ".58 .62 .58 | .12 .17 .01",
    "embed(T,V)→A": ".56 .60 .57 | .10 .16 .09", "embed(T,A)→V": ".60 .55 .56 | .26 .15 .07", "embed(A,V)→T": ".66 .53 .44 | .16 .04 .09",
    "embed(A,T)→V": ".59 .51 .52 | .13 .15 .09", "embed(V,T)→A": ".59 .60 .59 | .11 .17 .10", "embed(V,A)→T": ".57 .61 .58 | .11 .17 .09",
    "concat(T,V)→A": ".67 .66 .65 | .22 .17 .18", "concat(A,T)→V": ".54 .55 .63 | .19 .15 .21", "concat(V,A)→T": ".59 .59 .58 | .16 .12 .12",
    "T→concat(A,V)": ".70 .65 .66 | .23 .22 .18", "A→concat(T,V)": ".55 .53 .54 | .18 .20 .18",
    "concat(T,A)→concat(T,V)": ".62 .60 .61 | .23 .24 .22", "concat(T,V)→concat(T,A)": ".68 .70 .67 | .31 .24 .19",
}
ROWS = ["S2S:" + row for row in PAPER]
TRANSLATION = ["teacher_forcing=0"]
BASELINE = ["h=64", "attention=true", "head=linear"]
TRAINING = ["epochs=60", "patience=15", "batch=32", "lr=1e-3", "factor_lr=1e-3", "weight_decay=0", "label_weights=[1]"]
# sentiment alone, of which the paper speaks
LABELS = {"demo": '[{"name":"sentiment","column":0,"range":[-3,3]}]'}
CLASSES = ["-3", "-2", "-1", "0", "+1", "+2", "+3"]


def modalities(text):
    """`concat(T,V)` or `T` as a JSON list."""
    names = text[text.find("(") + 1:].rstrip(")").split(",")
    return "[%s]" % ",".join('"%s"' % LETTERS[name] for name in names)


def model_of(row):
    """The class of a row and its fields."""
    source, arrow, target = row.partition(":")[2].partition("→")
    if not arrow:
        return "eflstm", BASELINE + ["modalities=" + modalities(source)]
    if source.startswith("embed"):
        first, then = source[len("embed("):-1].split(",")
        return "hierseq2seq", TRANSLATION + ["source=" + modalities(first), "target=" + modalities(then), "then=" + modalities(target)]
    return "seq2seq", TRANSLATION + ["source=" + modalities(source), "target=" + modalities(target)]


def arguments(row, dataset):
    """What follows the model and the dataset in the command of a row."""
    fields = ["model." + field for field in model_of(row)[1]] + ["training." + field for field in TRAINING] + ["alone=false"]
    if dataset in LABELS:
        fields.append("labels=" + LABELS[dataset])
    return list(itertools.chain.from_iterable(("--set", field) for field in fields))


def mean(results, name):
    values = [result[name] for result in results if result.get(name) is not None]
    return sum(values) / len(values) if values else None


def short(value):
    return "n/a" if value is None else ("%.2f" % value).replace("0.", ".", 1)


def three(results, rule):
    """Precision, recall and F1."""
    return " ".join(short(mean(results, "%s_%s" % (name, rule))) for name in ("precision", "recall", "f1"))


def tables(title, results):
    """Markdown: the figures of each row beside the printed ones, and what becomes of the seven classes. `results`: row → one dictionary a seed."""
    yield "\n| %s | binary P R F1 (≥ 0) | binary P R F1 (without 0) | seven P R F1 | ratio of translation | printed: binary, seven |\n|---|---|---|---|---|---|" % title
    for row, own in results.items():
        name = row.partition(":")[2]
        binary, seven = PAPER[name].split(" | ")
        if not own or "error" in own[0]:
            yield "| %s | %s | | | | %s, %s |" % (name, own[0]["error"] if own else "not run", binary, seven)
            continue
        ratios = [mean(own, key) for key in ("translation_ratio", "translation2_ratio")]
        yield "| %s | %s | %s | %s | %s | %s, %s |" % (name, three(own, "has0"), three(own, "non0"), three(own, "7"),
                                                    " ".join(short(r) for r in ratios if r is not None), binary, seven)
    done = [own for own in results.values() if own and "confusion" in own[0]]
    if not done:
        return
    true = [sum(row) for row in done[0][0]["confusion"]]
    yield "\n| %s: F1 of a class (said, mean of the seeds) | %s |\n|---|%s" % (title, " | ".join("%s, truly %d" % c for c in zip(CLASSES, true)), "---|" * 7)
    for row, own in results.items():
        if own and "confusion" in own[0]:
            said = [sum(sum(line[c] for line in result["confusion"]) for result in own) / len(own) for c in range(7)]
            yield "| %s | %s |" % (row.partition(":")[2], " | ".join("%s (%.1f)" % (short(mean(own, "f1_" + CLASSES[c])), said[c]) for c in range(7)))
