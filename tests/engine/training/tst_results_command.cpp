#include "engine/npz/npz_reader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include "tests/engine/training/feature_file.h"
#include "tests/engine/training/models_program.h"

using namespace engine;
using test::bytes;
using test::lastLine;
using test::run;

namespace {

FeatureArray arrayOf(const NpzReader& file, const std::string& name)
{
    const auto found = std::ranges::find(file.arrays(), name, &NpzReader::Array::name);
    return found == file.arrays().end() ? FeatureArray() : file.read(*found);
}

/// The file of all results has these rows of figures, each with its name.
void checkFigures(const QString& path, const std::vector<std::string>& tables)
{
    const NpzReader file(path.toStdString());
    for (const std::string& table : tables) {
        const FeatureArray names = arrayOf(file, table + "_names"), figures = arrayOf(file, table);
        QVERIFY2(figures.shape.size() == 1 && figures.shape[0] > 0, table.c_str());
        QVERIFY2(figures.shape == names.shape, table.c_str());
    }
}

}

/// What `train` leaves beside a model with `"results": true`.
class TestResultsCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

private slots:
    void resultsAreWrittenAsTablesAndTensors()
    {
        const QString data = place("emotions.h5");
        test::FeatureFile file(data.toStdString());
        for (const char* fold : {"train", "valid", "test"}) {
            const std::string name = fold;
            file.write(name + "/text", {4, 2, 1}, {1, 2, 3, 4, 5, 6, 7, 8});
            file.write(name + "/labels", {4, 6},
                       {0, 0, 0, 0, 0, 0, 1, 0, 0.34f, 0, 0, 0, 0, 2, 0, 2, 0, 0, 3, 0, 0, 0, 0, 0});
        }
        file.close();
        const QStringList train{QStringLiteral("train"),
                                QStringLiteral("--model"),
                                QStringLiteral("lmf"),
                                QStringLiteral("--data"),
                                data,
                                QStringLiteral("--out"),
                                place("emotions"),
                                QStringLiteral("--set"),
                                QStringLiteral("results=true"),
                                QStringLiteral("--set"),
                                QStringLiteral("training.epochs=1"),
                                QStringLiteral("--json")};
        const auto first = run(train);
        QVERIFY2(first.exitCode == 0, first.errors.constData());
        const auto resumed = run(train + QStringList{QStringLiteral("--resume")}); // adds no second row
        QVERIFY2(resumed.exitCode == 0, resumed.errors.constData());
        QCOMPARE(lastLine(first.output).at("labels").size(), std::size_t(7));
        QCOMPARE(bytes(place("emotions/true_scores_all.csv")).split('\n').at(2),
                 QByteArray("test_1,1,0,0.33,0,0,0"));
        const QList<QByteArray> dominant = bytes(place("emotions/true_classes_dom.csv")).split('\n');
        QCOMPARE(dominant.at(0), QByteArray("id,happy,sad,anger,surprise,disgust,fear,neutral"));
        QCOMPARE(dominant.at(1), QByteArray("test_0,0,0,0,0,0,0,1"));
        QCOMPARE(dominant.at(3), QByteArray("test_2,0,1,0,1,0,0,0"));
        const QStringList named
            = QDir(place("emotions")).entryList({QStringLiteral("results_l_1_n_*_d_*_b_32_s_2.npz")});
        QCOMPARE(named.size(), 1);
        const QString name = named.first().mid(8).chopped(4); // between results_ and .npz
        for (const QString& written : {QStringLiteral("dataset.npz"), QStringLiteral("train.npz"),
                                       QStringLiteral("results_%1.npz").arg(name),
                                       QStringLiteral("pred_scores_coarse_%1.csv").arg(name),
                                       QStringLiteral("confusion_classes_pres_%1.csv").arg(name),
                                       QStringLiteral("confusion_%1.csv").arg(name)})
            QVERIFY2(QFile::exists(place("emotions/") + written), qPrintable(written));
        const QList<QByteArray> confusion
            = bytes(place("emotions/confusion_classes_dom_") + name + QStringLiteral(".csv")).split('\n');
        QCOMPARE(confusion.size(), 2 + 7 * 4); // the head, the end, and of each class four counts
        int counted = 0;
        for (const QByteArray& line : confusion) {
            if (line.startsWith("neutral,"))
                counted += line.split(',').last().toInt();
        }
        QCOMPARE(counted, 4); // segments of the fold
        checkFigures(place("emotions/results_") + name + QStringLiteral(".npz"),
                     {"regression", "classification_presence", "classification_dominant"});
        for (const char* table : {"regression", "classification_presence", "classification_dominant"})
            QCOMPARE(bytes(place("emotions/") + QLatin1String(table) + QStringLiteral(".csv")).count('\n'),
                     2);
    }

    void classesAreWrittenByTheirNames()
    {
        const QString data = place("classes.h5");
        test::FeatureFile file(data.toStdString());
        for (const char* fold : {"train", "valid", "test"}) {
            file.write(std::string(fold) + "/text", {3, 2, 1}, {1, 2, 3, 4, 5, 6});
            file.write(std::string(fold) + "/labels", {3}, {2, 0, 1});
        }
        file.writeTexts("label_names", {"calm", "glad", "cross"});
        file.close();
        QStringList train{QStringLiteral("train"),
                          QStringLiteral("--model"),
                          QStringLiteral("lmf"),
                          QStringLiteral("--data"),
                          data,
                          QStringLiteral("--out"),
                          place("classes")};
        for (const char* const field : {"task=classes", "results=true", "training.epochs=1"})
            train << QStringLiteral("--set") << QLatin1String(field);
        const auto trained = run(train);
        QVERIFY2(trained.exitCode == 0, trained.errors.constData());
        QCOMPARE(bytes(place("classes/classes_true.csv")),
                 QByteArray("id,class\ntest_0,cross\ntest_1,calm\ntest_2,glad\n"));
        const QStringList named
            = QDir(place("classes")).entryList({QStringLiteral("results_*.npz")}, QDir::Files);
        QCOMPARE(named.size(), 1);
        const QString name = named.first().mid(8).chopped(4); // between results_ and .npz
        const QByteArray confusion
            = bytes(place("classes/confusion_classes_") + name + QStringLiteral(".csv"));
        QVERIFY2(confusion.startsWith("truth,prediction,count\ncalm,calm,"), confusion.constData());
        QCOMPARE(confusion.count('\n'), 1 + 3 * 3);
        QCOMPARE(bytes(place("classes/classification.csv")).count('\n'), 2);
        QVERIFY(!QFile::exists(place("classes/regression.csv")));

        const QString results = place("classes/") + named.first();
        checkFigures(results, {"classification"});
        const NpzReader all(results.toStdString());
        const auto said = std::get<std::vector<std::string>>(arrayOf(all, "classes_pred").values);
        const auto counts = std::get<std::vector<std::int64_t>>(arrayOf(all, "confusion_classes").values);
        QCOMPARE(said.size(), std::size_t(3));
        const std::vector<std::string> classes{"calm", "glad", "cross"};
        for (std::size_t i = 0; i < said.size(); ++i) { // of the classes cross, calm, glad
            const std::size_t truth = (i + 2) % 3;
            const auto at = std::ranges::find(classes, said[i]) - classes.begin();
            QVERIFY(counts.at(truth * 3 + static_cast<std::size_t>(at)) == 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestResultsCommand)
#include "tst_results_command.moc"
