#include <QRegularExpression>
#include <QTest>

#include <filesystem>
#include <functional>

#include "tests/support/cli.h"

namespace {

enum class Link { None, Hard, Symbolic };

/// A command that would write `written`, where an input lies.
struct Case {
    QString content; ///< of the input: a file to copy, or `=` and the text
    QString written; ///< relative to the folder
    QString input; ///< its other name, relative to the folder
    std::function<QStringList(const QString& input, const QString& folder)> arguments;
};

}

/// No command writes over what it reads, by whatever name it knows it.
class TestOutputsNeverInputs : public QObject {
    Q_OBJECT

    static QByteArray bytes(const QString& file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    static void write(const QString& file, const QByteArray& text)
    {
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::WriteOnly));
        opened.write(text);
    }

    static QByteArray quoted(const QString& text) { return '"' + text.toUtf8() + '"'; }

    /// A recipe beside everything else that loads this file.
    static QString recipeOf(const QString& folder, const QString& csd, const QByteArray& more = {})
    {
        const QString recipe = folder + QStringLiteral("/a recipe.json");
        write(recipe, R"({"load": [{"name": "words", "file": )" + quoted(csd) + "}]" + more + "}");
        return recipe;
    }

    /// The commands that have rows below, and those that write no file.
    static QStringList known()
    {
        return QStringLiteral("align unify impute revert run merge convert edit-metadata make-dataset slurm "
                              "extract fetch demo media agreement cite info validate stats words probe "
                              "table fuse-ratings merge-projects audit complete arousal expression face-mesh "
                              "snapshot speech valence export publish consensus design influence route "
                              "run-case words-score preferences best-worst "
                              "deidentify erase-person turns synchrony accommodation offset")
            .split(u' ');
    }

private slots:
    void everyCommandIsKnown()
    {
        const QString help = QString::fromUtf8(engine::test::runCli({QStringLiteral("--help")}).output);
        QStringList commands;
        auto found
            = QRegularExpression(QStringLiteral("^  ([a-z][a-z-]*) "), QRegularExpression::MultilineOption)
                  .globalMatch(help.mid(help.indexOf(QStringLiteral("Subcommands:"))));
        while (found.hasNext())
            commands << found.next().captured(1);
        QStringList expected = known();
        commands.sort();
        expected.sort();
        QCOMPARE(commands, expected);
    }

    void theInputStays_data()
    {
        QTest::addColumn<Case>("tried");
        QTest::addColumn<Link>("link");
        const auto row = [](const char* name, const Case& tried) {
            QTest::addRow("%s, itself", name) << tried << Link::None;
            QTest::addRow("%s, a hard link", name) << tried << Link::Hard;
            QTest::addRow("%s, a symbolic link", name) << tried << Link::Symbolic;
        };
        const QString words = engine::test::demo("words.csd");
        const auto step = [&](const char* name, const char* written, const QStringList& more) {
            row(name,
                {words, QLatin1String(written), QStringLiteral("in.csd"),
                 [more](const QString& input, const QString& folder) {
                     return more
                         + QStringList{QStringLiteral("--sequences"), input, QStringLiteral("--out"),
                                       folder + QStringLiteral("/out")};
                 }});
        };
        const auto options = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
        step("align", "out/words.csd", options("align --reference words"));
        step("align, the report", "out/alignment.json", options("align --reference words --report"));
        step("unify", "out/words.csd", options("unify"));
        step("impute", "out/words.csd", options("impute --reference words"));
        step("revert", "out/words.csd", options("revert"));

        const auto run = [](const QString& recipe, const QString& folder) {
            return QStringList{QStringLiteral("run"), recipe, QStringLiteral("--out"),
                               folder + QStringLiteral("/out")};
        };
        const QString recipe
            = QStringLiteral("={\"report\": true, \"load\": [{\"file\": \"%1\"}]}").arg(words);
        row("run, the recipe as report",
            {recipe, QStringLiteral("out/alignment.json"), QStringLiteral("r.json"), run});
        row("run, the recipe as error",
            {recipe, QStringLiteral("out/error.json"), QStringLiteral("r.json"), run});
        row("run, a sequence",
            {words, QStringLiteral("out/words.csd"), QStringLiteral("in.csd"),
             [run](const QString& input, const QString& folder) {
                 return run(recipeOf(folder, input), folder);
             }});
        row("run, a checked file",
            {words, QStringLiteral("out/integrity.json"), QStringLiteral("in.csd"),
             [run](const QString& input, const QString& folder) {
                 return run(
                     recipeOf(folder, input, R"(, "output": "integrity", "files": [)" + quoted(input) + "]"),
                     folder);
             }});
        row("run, a list of folds",
            {QStringLiteral("={\"name\": \"x\", \"folds\": {\"train\": [\"ada_1\"]}}"),
             QStringLiteral("out/alignment.json"), QStringLiteral("list.json"),
             [run](const QString& input, const QString& folder) {
                 return run(
                     recipeOf(folder, engine::test::demo("words.csd"),
                              R"(, "report": true, "output": "tensors", "tensors": {"seq_len": 1, "folds": )"
                                  + quoted(input) + "}"),
                     folder);
             }});
        row("merge",
            {words, QStringLiteral("out/words.csd"), QStringLiteral("shard/words.csd"),
             [](const QString& input, const QString& folder) {
                 const QString shard = QFileInfo(input).path();
                 write(shard + QStringLiteral("/shard.json"),
                       R"({"shard": 1, "of": 1, "recipe": "x", "output": "sequences",
                                    "gzip_level": 0, "npz": false})");
                 return QStringList{QStringLiteral("merge"), shard, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out")};
             }});
        row("run-case",
            {QStringLiteral("={\"what\": \"set_scores\", \"truth\": [], \"said\": []}"),
             QStringLiteral("out.json"), QStringLiteral("in.json"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("run-case"), input, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.json")};
             }});
        row("fuse-ratings",
            {QStringLiteral("=1\n00:00:00,000 --> 00:00:01,000\nhi\n"), QStringLiteral("out.srt"),
             QStringLiteral("in.srt"), [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("fuse-ratings"), input, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.srt"), QStringLiteral("--overwrite")};
             }});
        row("consensus",
            {QStringLiteral("=unit,ann,bob\na,1,2\nb,2,3\n"), QStringLiteral("out.csv"),
             QStringLiteral("in.csv"), [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("consensus"), input, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.csv")};
             }});
        row("run-case",
            {QStringLiteral("={\"what\": \"reliability\", \"options\": {\"one\": 0.5, \"k\": [2]}}"),
             QStringLiteral("out.json"), QStringLiteral("in.json"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("run-case"), input, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.json")};
             }});
        row("arousal",
            {QStringLiteral("=no sound"), QStringLiteral("out.csv"), QStringLiteral("in.wav"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("arousal"), input, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.csv")};
             }});
        row("face-mesh",
            {QStringLiteral("=") + QString(48 * 48, u'x'), QStringLiteral("out.csv"),
             QStringLiteral("in.bin"), [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("face-mesh"), input,
                                    QStringLiteral("--size"),    QStringLiteral("48x48"),
                                    QStringLiteral("--out"),     folder + QStringLiteral("/out.csv")};
             }});
        row("face-mesh, its blendshapes",
            {QStringLiteral("=") + QString(48 * 48, u'x'), QStringLiteral("out.csv"),
             QStringLiteral("in.bin"), [](const QString& input, const QString& folder) {
                 return QStringList{
                     QStringLiteral("face-mesh"),     engine::test::demo("media/grid_talk_a.mp4"),
                     QStringLiteral("--blendshapes"), input,
                     QStringLiteral("--out"),         folder + QStringLiteral("/out.csv")};
             }});
        row("expression",
            {QStringLiteral("=") + QString(48 * 48, u'x'), QStringLiteral("out.csv"),
             QStringLiteral("in.bin"), [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("expression"), input,
                                    QStringLiteral("--size"),     QStringLiteral("48x48"),
                                    QStringLiteral("--out"),      folder + QStringLiteral("/out.csv")};
             }});
        row("expression, the inner numbers",
            {QStringLiteral("=") + QString(48 * 48, u'x'), QStringLiteral("inner.csv"),
             QStringLiteral("in.bin"), [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("expression"), input,
                                    QStringLiteral("--size"),     QStringLiteral("48x48"),
                                    QStringLiteral("--out"),      folder + QStringLiteral("/out.csv"),
                                    QStringLiteral("--inner"),    folder + QStringLiteral("/inner.csv")};
             }});
        row("valence",
            {QStringLiteral("=text\nhi\n"), QStringLiteral("out.csv"), QStringLiteral("in.csv"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("valence"), input, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.csv")};
             }});
        row("deidentify, the key",
            {QStringLiteral("=no project"), QStringLiteral("key.json"), QStringLiteral("in.polylogue"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("deidentify"),        input,
                                    QStringLiteral("--everybody"),       QStringLiteral("--out"),
                                    folder + QStringLiteral("/out"),     QStringLiteral("--key"),
                                    folder + QStringLiteral("/key.json")};
             }});
        row("merge-projects",
            {QStringLiteral("=no project"), QStringLiteral("out.polylogue"), QStringLiteral("in.polylogue"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("merge-projects"),
                                    folder + QStringLiteral("/mine.polylogue"),
                                    input,
                                    QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.polylogue"),
                                    QStringLiteral("--overwrite")};
             }});
        row("export",
            {QStringLiteral("=no project"), QStringLiteral("out/tiers/tiers.csv"),
             QStringLiteral("tiers.polylogue"), [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("export"),      input,
                                    QStringLiteral("--out"),       folder + QStringLiteral("/out"),
                                    QStringLiteral("--to"),        QStringLiteral("csv"),
                                    QStringLiteral("--one-table"), QStringLiteral("--overwrite")};
             }});
        row("complete",
            {QStringLiteral("=no project"), QStringLiteral("out.polylogue"), QStringLiteral("in.polylogue"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("complete"),   input,
                                    QStringLiteral("--tier"),     QStringLiteral("labels"),
                                    QStringLiteral("--out"),      folder + QStringLiteral("/out.polylogue"),
                                    QStringLiteral("--overwrite")};
             }});
        row("convert",
            {QStringLiteral("=1\n00:00:00,000 --> 00:00:01,000\nhi\n"), QStringLiteral("out.srt"),
             QStringLiteral("in.srt"), [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("convert"), input, folder + QStringLiteral("/out.srt"),
                                    QStringLiteral("--overwrite")};
             }});
        row("table",
            {engine::test::demo("acoustic.csd"), QStringLiteral("out.csv"), QStringLiteral("in.csd"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("table"), input, folder + QStringLiteral("/out.csv")};
             }});
        row("media, the sound",
            {engine::test::demo("media/grid_talk_a.mp4"), QStringLiteral("out.wav"), QStringLiteral("in.mp4"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("media"), input, QStringLiteral("--sound"),
                                    QStringLiteral("--out"), folder + QStringLiteral("/out.wav")};
             }});
        row("speech",
            {engine::test::demo("media/grid_talk_a.mp4"), QStringLiteral("out.csv"), QStringLiteral("in.mp4"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("speech"), input, QStringLiteral("--out"),
                                    folder + QStringLiteral("/out.csv")};
             }});
        const auto extract = [](const char* out, const QStringList& more) {
            return [out, more](const QString& input, const QString& folder) {
                return QStringList{QStringLiteral("extract"), input, QStringLiteral("--out"),
                                   folder + QLatin1String(out)}
                + more;
            };
        };
        const QString talk = engine::test::demo("media/ada_1.mp4");
        row("extract",
            {talk, QStringLiteral("out/mfcc.csd"), QStringLiteral("in.mp4"),
             extract("/out", {QStringLiteral("--features"), QStringLiteral("mfcc")})});
        row("extract, the list",
            {talk, QStringLiteral("out/dataset.json"), QStringLiteral("in.mp4"), extract("/out", {})});
        row("extract, the sound",
            {talk, QStringLiteral("out/audio/audio.wav"), QStringLiteral("audio.mp4"),
             extract("/out", {QStringLiteral("--wav")})});
        row("extract, the mel spectrogram",
            {talk, QStringLiteral("out.npz"), QStringLiteral("in.mp4"),
             extract("/out.npz", {QStringLiteral("--mel")})});
        row("edit-metadata",
            {words, QStringLiteral("out.csd"), QStringLiteral("in.csd"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("edit-metadata"), input, QStringLiteral("a=1"),
                                    QStringLiteral("--out"), folder + QStringLiteral("/out.csd")};
             }});
        const auto makeDataset = [](const QString& data, const QString& folder) {
            return QStringList{QStringLiteral("make-dataset"), data, QStringLiteral("--force"),
                               QStringLiteral("--out"), folder + QStringLiteral("/out.json")};
        };
        row("make-dataset, the folds",
            {QStringLiteral("={\"name\": \"x\", \"folds\": {\"train\": [\"ada_1\"]}}"),
             QStringLiteral("out.json"), QStringLiteral("folds.json"),
             [makeDataset](const QString& input, const QString& folder) {
                 return makeDataset(QString::fromLatin1(DEMO), folder)
                     + QStringList{QStringLiteral("--folds"), input};
             }});
        row("slurm",
            {recipe, QStringLiteral("out/slurm/run.sbatch"), QStringLiteral("r.json"),
             [](const QString& input, const QString& folder) {
                 return QStringList{QStringLiteral("slurm"), QStringLiteral("run"), input,
                                    QStringLiteral("--out"), folder + QStringLiteral("/out")};
             }});
        const auto fetch = [](const QString& input, const QString& folder) {
            return QStringList{QStringLiteral("fetch"),  input,
                               QStringLiteral("--out"),  folder + QStringLiteral("/out"),
                               QStringLiteral("--from"), QStringLiteral("http://127.0.0.1:1")};
        };
        const QString list
            = QStringLiteral("={\"name\": \"x\", \"sequences\": [{\"name\": \"w\", \"file\": \"w.csd\"}]}");
        row("fetch, the list",
            {list, QStringLiteral("out/dataset.json"), QStringLiteral("list.json"), fetch});
        row("fetch, a file",
            {list, QStringLiteral("out/w.csd"), QStringLiteral("list.json"),
             [fetch](const QString& input, const QString& folder) {
                 return fetch(input, folder) + QStringList{QStringLiteral("--again")};
             }});
    }

    void theInputStays()
    {
        QFETCH(const Case, tried);
        QFETCH(const Link, link);
        const QTemporaryDir temporary;
        const QString folder = temporary.path();
        const QString written = folder + u'/' + tried.written;
        write(written, tried.content.startsWith(u'=') ? tried.content.mid(1).toUtf8() : bytes(tried.content));
        const QString input = link == Link::None ? written : folder + u'/' + tried.input;
        QVERIFY(QDir().mkpath(QFileInfo(input).path()));
        if (link == Link::Hard)
            std::filesystem::create_hard_link(written.toStdString(), input.toStdString());
        if (link == Link::Symbolic)
            std::filesystem::create_symlink(written.toStdString(), input.toStdString());
        const QByteArray before = bytes(written);
        QVERIFY(!before.isEmpty());

        const auto result = engine::test::runCli(tried.arguments(input, folder));
        QVERIFY2(result.exitCode == 1 || result.exitCode == 2, result.output + result.errors);
        // A recording that is called dataset.json is taken for a list, which it is not.
        const bool isRefused
            = result.errors.startsWith("same_file: ") || result.errors.startsWith("recipe_invalid: ");
        QVERIFY2(result.exitCode == 2 || isRefused, result.errors);
        QVERIFY(bytes(written) == before);
        QVERIFY(bytes(input) == before);
    }

    void theDemoIsNoFolderForItsResults()
    {
        const QTemporaryDir folder;
        const QString link = folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(QString::fromLatin1(DEMO), link));
        const auto result = engine::test::runCli({QStringLiteral("demo"), QStringLiteral("--out"), link});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("same_file: "), result.errors);
    }
};

QTEST_GUILESS_MAIN(TestOutputsNeverInputs)
#include "tst_outputs_never_inputs.moc"
