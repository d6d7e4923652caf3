#include "engine/training/figures/figure_tables.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace engine;

namespace {

Report row(std::vector<Metric> metrics)
{
    return {{"test", "text", "happy", std::move(metrics), nullptr},
            {"valid", "text", "happy", {{"mae", 9.0}}, nullptr}};
}

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

class TestFigureTables : public QObject {
    Q_OBJECT

private slots:
    void aTaskHasItsTables_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::addColumn<QByteArrayList>("names");
        QTest::newRow("scores") << QByteArray("regression") << QByteArrayList{"regression"};
        QTest::newRow("traits") << QByteArray("traits") << QByteArrayList{"regression"};
        QTest::newRow("yes and no") << QByteArray("binary") << QByteArrayList{"classification"};
        QTest::newRow("classes") << QByteArray("classes") << QByteArrayList{"classification"};
        QTest::newRow("emotions") << QByteArray(
            "emotions") << QByteArrayList{"regression", "classification_presence", "classification_dominant"};
    }

    void aTaskHasItsTables()
    {
        QFETCH(const QByteArray, task);
        QFETCH(const QByteArrayList, names);
        QByteArrayList found;
        std::size_t figures = 0;
        for (const FigureTable& table :
             figureTables(row({{"mae", 1.0}, {"f1", 0.5}, {"f1_has0", 0.5}, {"dominant_f1", 0.5}}), "text",
                          taskFromName(task.toStdString()))) {
            found << QByteArray::fromStdString(table.name);
            figures += table.figures.size();
        }
        QCOMPARE(found, names);
        QCOMPARE(figures, std::size_t(4)); // each figure once, of the test fold only
    }

    void aRunHasOneRowBelowAHeadingOfItsFigures()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto table = [](std::vector<Metric> metrics) {
            return figureTables(row(std::move(metrics)), "text", Task::Regression).front();
        };
        appendRow(path, "a", table({{"mae", 0.5}, {"corr", std::nullopt}}));
        appendRow(path, "a", table({{"mae", 0.5}, {"corr", std::nullopt}})); // finished twice
        appendRow(path, "b", table({{"mae", 0.25}, {"corr", 1.0}}));
        appendRow(path, "c", table({{"acc", 0.25}}));
        QCOMPARE(textOf(folder.filePath(QStringLiteral("regression.csv"))),
                 QByteArray("run,happy_mae,happy_corr\na,0.5,\nb,0.25,1\n\nrun,happy_acc\nc,0.25\n"));
    }
};

QTEST_GUILESS_MAIN(TestFigureTables)
#include "tst_figure_tables.moc"
