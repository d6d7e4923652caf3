#include <QTemporaryDir>
#include <QTest>

#include "tests/engine/training/models_program.h"
#include "tests/support/known_truths.h"

using namespace engine;
using engine::test::run;
using engine::test::Truth;
using engine::test::TruthCount;
using engine::test::TruthFile;

/// Models learn tasks of which it is known what decides; then it is asked what decides. One seed;
/// `scripts/bench truths` takes five.
class KnownTruthsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// A model of the task, and a line of JSON per segment of the test fold.
    std::vector<nlohmann::json> explained(const QString& task, const QString& model, const QStringList& more)
    {
        const QString data = path(task + QStringLiteral(".h5")),
                      results = path(task + QStringLiteral("_") + model);
        if (!QFile::exists(results))
            test::trainOn(data, model, results);
        return test::explainedLines(results, data, more);
    }

private slots:
    void classesAreThoseOfTheTask_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<int>("truth");
        QTest::newRow("xor") << "xor" << static_cast<int>(Truth::Xor);
        QTest::newRow("additive") << "additive" << static_cast<int>(Truth::Additive);
        QTest::newRow("dominated") << "dominated" << static_cast<int>(Truth::Dominated);
        QTest::newRow("redundant") << "redundant" << static_cast<int>(Truth::Redundant);
    }
    void classesAreThoseOfTheTask()
    {
        QFETCH(QString, task);
        QFETCH(int, truth);
        const auto decides = static_cast<Truth>(truth);
        const TruthFile::Fold fold
            = TruthFile::make(path(task + QStringLiteral(".h5")).toStdString(), decides, 1);
        const auto lines = explained(task, QStringLiteral("lmf"), {});
        const TruthCount count = test::classesOf(decides, fold, lines);
        qInfo("%zu of %zu right, the class of %zu", count.right, count.segments, count.explained);
        QCOMPARE(lines.front().at("absent").get<std::string>(), std::string("mean"));
        QVERIFY(count.error < 1e-5);
        QVERIFY(count.isRight(95));
        QVERIFY(count.isExplained(95));
    }

    /// By each method, the step that decides comes first; deletion and insertion agree.
    void thePlantedStepComesFirst_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<int>("truth");
        QTest::newRow("a word") << "word" << static_cast<int>(Truth::PlantedWord);
        QTest::newRow("a sound") << "sound" << static_cast<int>(Truth::PlantedSound);
    }
    void thePlantedStepComesFirst()
    {
        QFETCH(QString, task);
        QFETCH(int, truth);
        const auto decides = static_cast<Truth>(truth);
        const TruthFile::Fold fold
            = TruthFile::make(path(task + QStringLiteral(".h5")).toStdString(), decides, 1);
        const auto lines
            = explained(task, QStringLiteral("mfn"),
                        {QStringLiteral("--attribution"), QStringLiteral("occlusion,gradient,ig"),
                         QStringLiteral("--faithfulness")});
        for (const char* const method : {"occlusion", "gradient", "ig"}) {
            const TruthCount count = test::stepsOf(decides, fold, lines, method);
            qInfo("%s: %zu right, %zu found, %zu better than chance", method, count.right, count.explained,
                  count.faithful);
            QVERIFY(count.isRight(95));
            QVERIFY2(count.isExplained(95), method);
            QVERIFY2(10 * count.faithful >= 8 * count.right, method);
        }
        for (const nlohmann::json& line : lines)
            QVERIFY(line.at("attribution").at("ig").at("steps").get<int>() <= 256);
    }

    /// By the sequences of a dataset, all seven outputs, with the segments of the held-out speaker.
    void theDemoIsExplained()
    {
        const QString demo = QStringLiteral(DEMO);
        const auto said = run({QStringLiteral("explain"), demo + QStringLiteral("/model/lmf.safetensors"),
                               QStringLiteral("--dataset"), demo + QStringLiteral("/dataset.json"),
                               QStringLiteral("--fold"), QStringLiteral("test"), QStringLiteral("--json")});
        QCOMPARE(said.exitCode, 0);
        const QList<QByteArray> lines = said.output.trimmed().split('\n');
        QCOMPARE(lines.size() % 7, 0);
        const nlohmann::json first = nlohmann::json::parse(lines[0].toStdString());
        QCOMPARE(first.at("output").get<std::string>(), std::string("sentiment"));
        QCOMPARE(first.at("fold").get<std::string>(), std::string("test"));
        const auto predicted = run(
            {QStringLiteral("predict"), demo + QStringLiteral("/model/lmf.safetensors"),
             QStringLiteral("--dataset"), demo + QStringLiteral("/dataset.json"), QStringLiteral("--ids"),
             QString::fromStdString(first.at("id").get<std::string>()), QStringLiteral("--json")});
        const nlohmann::json scores = nlohmann::json::parse(predicted.output.toStdString());
        QVERIFY(std::abs(scores.at(0).at("scores").at("sentiment").get<double>()
                         - first.at("f").at("tav").get<double>())
                < 1e-5);
    }

    void arraysAndTablesHoldTheSame()
    {
        const QString data = path(QStringLiteral("table.h5"));
        TruthFile::make(data.toStdString(), Truth::Additive, 1, 200);
        const QString table = path(QStringLiteral("maps.csv")), arrays = path(QStringLiteral("maps.npz"));
        const auto lines = explained(
            QStringLiteral("table"), QStringLiteral("lmf"),
            {QStringLiteral("--out"), table, QStringLiteral("--absent"), QStringLiteral("marginal")});
        const auto again = explained(
            QStringLiteral("table"), QStringLiteral("lmf"),
            {QStringLiteral("--out"), arrays, QStringLiteral("--absent"), QStringLiteral("marginal")});
        QCOMPARE(lines.size(), std::size_t(100));
        QVERIFY(lines == again); // what is drawn is drawn by the seed
        const QList<QByteArray> rows = test::bytes(table).trimmed().split('\n');
        QCOMPARE(rows.size(), 101);
        QVERIFY(rows[0].startsWith(
            "id,fold,output,absent,class,of,f_none,f_t,f_a,f_v,f_ta,f_tv,f_av,f_tav,m_t,"));
        QVERIFY(rows[1].startsWith("test_0[0],test,sentiment,marginal,"));
        QCOMPARE(rows[1].split(',').at(13).toDouble(), lines[0].at("f").at("tav").get<double>());
        QVERIFY(test::bytes(arrays).startsWith("PK"));
    }

    /// A model with a mask of keys is asked with modalities that no other attends to.
    void aMaskHidesModalities()
    {
        const QStringList ask{QStringLiteral("explain"),   QStringLiteral(DEMO "/models/mult.safetensors"),
                              QStringLiteral("--dataset"), QStringLiteral(DEMO "/dataset.json"),
                              QStringLiteral("--fold"),    QStringLiteral("test"),
                              QStringLiteral("--json"),    QStringLiteral("--absent")};
        const auto masked = run(ask + QStringList{QStringLiteral("mask")});
        QVERIFY2(masked.exitCode == 0, masked.errors.constData());
        const auto mean = run(ask + QStringList{QStringLiteral("mean")});
        const QList<QByteArray> lines = masked.output.trimmed().split('\n'),
                                others = mean.output.trimmed().split('\n');
        QVERIFY(lines.size() >= 20);
        int different = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const auto line = nlohmann::json::parse(lines[i]), other = nlohmann::json::parse(others[i]);
            double sum = 0.0;
            for (const auto& [set, term] : line.at("m").items())
                sum += term.get<double>();
            const double whole = line.at("f").at("tav").get<double>();
            QVERIFY(std::abs(sum - (whole - line.at("f").at("").get<double>())) < 1e-5);
            QVERIFY(std::abs(whole - other.at("f").at("tav").get<double>()) < 1e-5); // nothing is absent
            different
                += std::abs(line.at("f").at("t").get<double>() - other.at("f").at("t").get<double>()) > 1e-4;
        }
        QVERIFY(different > lines.size() / 2);
        const auto steps = run(ask
                               + QStringList{QStringLiteral("mask"), QStringLiteral("--attribution"),
                                             QStringLiteral("occlusion")});
        QCOMPARE(steps.exitCode, 1);
        QVERIFY2(steps.errors.contains("as a whole"), steps.errors.constData());
    }

    void whatCannotBeExplainedIsSaid()
    {
        const QString data = path(QStringLiteral("table.h5"));
        const QString model = path(QStringLiteral("table_lmf/model.safetensors"));
        const auto said = run({QStringLiteral("explain"), model, QStringLiteral("--data"), data,
                               QStringLiteral("--absent"), QStringLiteral("mask")});
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.errors.contains("--absent mask: the model has no mask"), said.errors.constData());
        QCOMPARE(run({QStringLiteral("explain"), model, QStringLiteral("--data"), data,
                      QStringLiteral("--absent"), QStringLiteral("gone")})
                     .exitCode,
                 2);
        const auto over = run({QStringLiteral("explain"), model, QStringLiteral("--data"), data,
                               QStringLiteral("--out"), model});
        QCOMPARE(over.exitCode, 1);
        QVERIFY(QFile::exists(model));
        const auto ending = run({QStringLiteral("explain"), model, QStringLiteral("--data"), data,
                                 QStringLiteral("--out"), path(QStringLiteral("x.txt"))});
        QCOMPARE(ending.exitCode, 1);
        QVERIFY(ending.errors.contains("ends neither with .csv nor with .npz"));
    }
};

QTEST_GUILESS_MAIN(KnownTruthsTest)
#include "tst_known_truths.moc"
