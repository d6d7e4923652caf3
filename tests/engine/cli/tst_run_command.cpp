#include "engine/sequences/csd_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/support/cli.h"

using namespace engine;

namespace {

const QByteArray kLoad
    = R"("load": [{"name": "words", "file": "words.csd"}, {"name": "acoustic", "file": "acoustic.csd"}])";
const QByteArray kAlign = R"({"op": "align", "reference": "words", "collapse": ["mean_or_passthrough"]})";
const QByteArray kFrames = R"({"op": "align", "reference": REFERENCE, "collapse": {"acoustic": ["count"],
    "words": ["first"]}}, {"op": "remove", "name": "words"})";

}

class TestRunCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;

    QString path(const QString& name) const { return m_folder->filePath(name); }

    QString write(const QByteArray& recipe, const QString& name = QStringLiteral("recipe.json")) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(recipe);
        return file.fileName();
    }

    /// A recipe over two sequences of the demo.
    QString recipe(const QByteArray& steps, const QByteArray& more = {}) const
    {
        return write("{" + kLoad + ", \"steps\": [" + steps + "]" + more + "}");
    }

    test::ProgramResult run(const QString& recipe, const QStringList& more = {}) const
    {
        return test::runCli(QStringList{QStringLiteral("run"), recipe, QStringLiteral("--out"), m_out}
                            + more);
    }

    QJsonObject json(const QString& file) const
    {
        QFile opened(m_out + u'/' + file);
        return opened.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(opened.readAll()).object()
                                                : QJsonObject();
    }

    QByteArray bytes(const QString& file) const
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    QStringList written() const { return QDir(m_out).entryList(QDir::Files); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_out = path(QStringLiteral("made/for it"));
        for (const char* name : {"words.csd", "acoustic.csd"})
            QVERIFY(QFile::link(test::demo(name), path(QLatin1String(name))));
        QVERIFY(QFile::link(test::demo("words.csd"), path(QStringLiteral("ada_1.mp4")))); // which is no video
    }

    void whatWasWrittenIsTold()
    {
        const auto result = run(recipe(kAlign, R"(, "report": true)"));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(written(),
                 (QStringList{QStringLiteral("acoustic.csd"), QStringLiteral("alignment.json"),
                              QStringLiteral("words.csd")}));
        QVERIFY2(
            result.output.contains("acoustic: 1350 entries, 1350 rows → " + m_out.toUtf8() + "/acoustic.csd"),
            result.output.constData());
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    }

    void machinesGetJson()
    {
        const auto result = run(recipe(kAlign), {QStringLiteral("--json")});
        QCOMPARE(result.exitCode, 0);
        const QJsonObject summary = QJsonDocument::fromJson(result.output).object();
        const QJsonObject acoustic
            = summary[QStringLiteral("sequences")].toObject()[QStringLiteral("acoustic")].toObject();
        QCOMPARE(acoustic[QStringLiteral("entries")].toInt(), 1350);
        QCOMPARE(summary[QStringLiteral("valid")].toBool(), true);
    }

    void anUnknownFieldIsAWarning()
    {
        const auto result = run(recipe(kAlign, R"(, "stpes": [])"));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.errors,
                 QByteArray("warning: The recipe's field 'stpes' is not known and does nothing.\n"));
    }

    void everyFailureIsSaidAndWritten_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("message");
        const auto row
            = [](const char* name, const QByteArray& recipe, const char* code, const char* message) {
                  QTest::newRow(name) << recipe << QString::fromLatin1(code) << QByteArray(message);
              };
        const auto steps
            = [](const QByteArray& list) { return "{" + kLoad + ", \"steps\": [" + list + "]}"; };
        row("no JSON", "{\"load\": ", "recipe_invalid", "is no JSON");
        row("empty", "", "recipe_invalid", "is no JSON");
        row("no UTF-8", "{\"load\": \"\xff\"}", "recipe_invalid", "is no JSON");
        row("a list", "[]", "recipe_invalid", "it is [], expected an object");
        row("unknown step", steps(R"({"op": "dance"})"), "recipe_invalid",
            "steps[0].op is \"dance\", expected align,");
        row("unknown field of a step", steps(R"({"op": "sort", "by": 1})"), "recipe_invalid",
            "steps[0].by is unknown");
        row("wrong type", steps(R"({"op": "unify", "active": "no"})"), "recipe_invalid",
            "expected true or false");
        row("no steps but a number", "{" + kLoad + ", \"steps\": 3}", "recipe_invalid", "expected a list");
        row("absent file", R"({"load": [{"name": "a", "file": "absent.csd"}]})", "file_not_found",
            "absent.csd");
        row("absent folder", R"({"load": "absent"})", "folder_not_found", "absent");
        row("no HDF5", R"({"load": [{"name": "a", "file": "recipe.json"}]})", "not_hdf5", "recipe.json");
        row("nothing to load", R"({"load": []})", "empty_dataset", "no computational sequence");
        row("unknown reference", steps(R"({"op": "align", "reference": "letters"})"), "unknown_reference",
            "letters: no sequence has this name (there are words, acoustic)");
        row("mean of text", steps(R"({"op": "align", "reference": "words", "collapse": ["mean"]})"),
            "collapse_failed", "words, aligned to words, video ada_1: 'mean' cannot collapse text");
        row("matrices", steps(R"({"op": "align", "reference": "words",
                      "collapse": {"acoustic": ["mean_keepdims", "mean_keepdims"]}})"),
            "dimension_mismatch", "acoustic, aligned to words, video ada_1");
        row("aligned twice", steps(kAlign + "," + kAlign), "reference_already_aligned", "revert it first");
        row("not unified", steps(kAlign + R"(, {"op": "remove_id", "id": "ada_1"}, {"op": "align",
            "reference": "nobody"})"),
            "unknown_reference", "nobody");
        row("text filled in", steps(R"({"op": "align", "reference": {"rate_hz": 20}},
                {"op": "impute", "reference": "acoustic"})"),
            "data_invalid", "Text cannot be imputed");
        row("frames of no video", steps(R"({"op": "align", "reference": {"frames_of": "ada_1.mp4"}})"),
            "data_invalid", "ada_1.mp4");
        row("frames of another video", steps(R"({"op": "align", "reference": {"frames_of": "ada.mp4"}})"),
            "recipe_invalid", "ada.mp4: has the name of none of the 31 videos");
    }

    void everyFailureIsSaidAndWritten()
    {
        QFETCH(const QByteArray, recipe);
        QFETCH(const QString, code);
        QFETCH(const QByteArray, message);
        const auto result = run(write(recipe));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith(code.toUtf8() + ": "), result.errors.constData());
        QVERIFY2(result.errors.contains(message), result.errors.constData());
        QCOMPARE(result.errors.count('\n'), 1);
        QVERIFY2(result.output.isEmpty(), result.output.constData());
        QCOMPARE(written(), QStringList{QStringLiteral("error.json")});
        const QJsonObject error = json(QStringLiteral("error.json"));
        QCOMPARE(error[QStringLiteral("code")].toString(), code);
        QCOMPARE(code + QStringLiteral(": ") + error[QStringLiteral("message")].toString() + u'\n',
                 QString::fromUtf8(result.errors));
    }

    void aRecipeThatIsNotThereIsAFileThatIsNotThere()
    {
        const auto result = run(path(QStringLiteral("absent.json")));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("file_not_found: ")
                     && result.errors.contains("there is no such recipe"),
                 result.errors.constData());
        QCOMPARE(json(QStringLiteral("error.json"))[QStringLiteral("code")].toString(),
                 QStringLiteral("file_not_found"));
    }

    void aRunThatSucceedsTakesTheErrorAway()
    {
        QCOMPARE(run(recipe(R"({"op": "dance"})")).exitCode, 1);
        QCOMPARE(written(), QStringList{QStringLiteral("error.json")});
        QCOMPARE(run(recipe(kAlign)).exitCode, 0);
        QVERIFY(!written().contains(QStringLiteral("error.json")));
    }

    void earlierResultsAreNoResultsOfARunThatFailed()
    {
        QCOMPARE(run(recipe(kAlign)).exitCode, 0);
        const QByteArray words = bytes(m_out + QStringLiteral("/words.csd"));
        const auto result = run(recipe(R"({"op": "dance"})"));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("are called NAME.earlier now"), result.errors.constData());
        QCOMPARE(written(),
                 (QStringList{QStringLiteral("acoustic.csd.earlier"), QStringLiteral("error.json"),
                              QStringLiteral("words.csd.earlier")}));
        QVERIFY(bytes(m_out + QStringLiteral("/words.csd.earlier")) == words);
    }

    void aFileThatBreaksARuleIsAWrongResultNotAFailure()
    {
        const QByteArray folder = QStringLiteral(FIXTURES "/broken").toUtf8();
        const auto result = run(
            write(R"({"output": "integrity", "files": ["words.csd", ")" + folder + R"(/rows_differ.csd"]})"));
        QCOMPARE(result.exitCode, 1);
        const QJsonObject verdicts = json(QStringLiteral("integrity.json"));
        QCOMPARE(verdicts[QStringLiteral("words.csd")].toObject()[QStringLiteral("data_valid")].toBool(),
                 true);
        QVERIFY(!written().contains(QStringLiteral("error.json")));
    }

    void aWrongCallExitsWithTwo_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("shard 0") << QStringLiteral("--shard 0/2")
                                 << QByteArray("'0/2' is no shard; expected i/n");
        QTest::newRow("shard beyond") << QStringLiteral("--shard 3/2") << QByteArray("'3/2' is no shard");
        QTest::newRow("no number") << QStringLiteral("--shard a/2") << QByteArray("'a/2' is no shard");
        QTest::newRow("no slash") << QStringLiteral("--shard 2") << QByteArray("'2' is no shard");
        QTest::newRow("too much") << QStringLiteral("--shard 1/2/3") << QByteArray("'1/2/3' is no shard");
        QTest::newRow("negative") << QStringLiteral("--shard=-1/2") << QByteArray("'-1/2' is no shard");
        QTest::newRow("no jobs") << QStringLiteral("--jobs 0") << QByteArray("--jobs");
        QTest::newRow("unknown") << QStringLiteral("--fast") << QByteArray("--fast");
    }

    void aWrongCallExitsWithTwo()
    {
        QFETCH(const QString, arguments);
        QFETCH(const QByteArray, expected);
        const auto result = run(recipe(kAlign), arguments.split(u' '));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(expected), result.errors.constData());
        QVERIFY(written().isEmpty());
    }

    void theBytesDoNotDependOnTheJobs()
    {
        QCOMPARE(run(recipe(kAlign), {QStringLiteral("--jobs"), QStringLiteral("1")}).exitCode, 0);
        const QByteArray one = bytes(m_out + QStringLiteral("/acoustic.csd"));
        QCOMPARE(run(recipe(kAlign), {QStringLiteral("--jobs"), QStringLiteral("7")}).exitCode, 0);
        QVERIFY(bytes(m_out + QStringLiteral("/acoustic.csd")) == one);
    }

    void framesCountFromTheZeroThatTheRecipeNames_data()
    {
        QTest::addColumn<QByteArray>("zero");
        QTest::addColumn<double>("first"); // seconds
        QTest::newRow("not said") << QByteArray() << 0.5;
        QTest::newRow("the earliest stream") << QByteArray("earliest_stream") << 0.5;
        QTest::newRow("the first picture") << QByteArray("first_picture") << 0.0;
    }

    void framesCountFromTheZeroThatTheRecipeNames()
    {
        QFETCH(const QByteArray, zero);
        QFETCH(const double, first);
        const QString video = m_folder->filePath(QStringLiteral("ada_1.mkv")); // pictures begin late
        const QString made = QStringLiteral("-v error -y -f lavfi -i sine=duration=2 -itsoffset 0.5 -f lavfi "
                                            "-i testsrc=duration=1.5:rate=25:size=64x64 -map 0 -map 1");
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"), made.split(u' ') << video), 0);
        const QByteArray reference = "{\"frames_of\": \"" + video.toUtf8() + "\""
            + (zero.isEmpty() ? QByteArray() : ", \"zero\": \"" + zero + "\"") + "}";
        const auto result = run(recipe(QByteArray(kFrames).replace("REFERENCE", reference)));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const CsdFile acoustic((m_out + QStringLiteral("/acoustic.csd")).toStdString());
        double earliest = 1e9;
        for (const std::string& id : acoustic.ids())
            earliest = std::min(earliest, acoustic.entry(id).intervals.values.front().start);
        QVERIFY2(std::abs(earliest - first) < 0.045, std::to_string(earliest).c_str());
    }

    void framesOfAVideoAreAReference()
    {
        const auto result = run(recipe(R"({"op": "align", "reference": {"frames_of": ")"
                                       + test::demo("media/ada_1.mp4").toUtf8()
                                       + R"("}, "collapse": {"acoustic": ["count"], "words": ["first"]}},
                {"op": "remove", "name": "words"})"));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const CsdFile acoustic((m_out + QStringLiteral("/acoustic.csd")).toStdString());
        QVERIFY(acoustic.ids().size() > 50);
        for (const std::string& id : acoustic.ids()) {
            QVERIFY2(id.starts_with("ada_1["), id.c_str()); // of the other videos these are no frames
            const Interval covered = acoustic.entry(id).intervals.values.front();
            QVERIFY(covered.length() <= 0.04 + 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestRunCommand)
#include "tst_run_command.moc"
