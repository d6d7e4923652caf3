#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/engine/training/feature_file.h"
#include "tests/engine/training/models_program.h"

using namespace engine;
using test::run;

/// What only shows when configuration and data meet, as `train` says it.
class TestRefusedTraining : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath(QStringLiteral("features.h5"));

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QStringList training(const QString& data) const
    {
        return {QStringLiteral("train"),
                QStringLiteral("--model"),
                QStringLiteral("lmf"),
                QStringLiteral("--data"),
                data,
                QStringLiteral("--out"),
                place("refused"),
                QStringLiteral("--overwrite")};
    }

private slots:
    void initTestCase() { test::FeatureFile::make(m_data.toStdString(), 8); }

    void aFieldThatTheDataContradictIsSaidWithItsConfiguration()
    {
        QFile file(place("weights.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const nlohmann::json config{
            {"data", m_data.toStdString()}, {"model", "lmf"}, {"training", {{"label_weights", {1, 2}}}}};
        file.write(QByteArray::fromStdString(config.dump()));
        file.close();
        const auto result = run(
            {QStringLiteral("train"), place("weights.json"), QStringLiteral("--out"), place("weights")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("weights.json: training.label_weights: has 2 weights for 1 labels"),
                 result.errors.constData());
    }

    void whatLabelsContradictIsSaidWithTheirFile()
    {
        const auto result
            = run(training(m_data) + QStringList{QStringLiteral("--set"), QStringLiteral("task=classes")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("features.h5: labels: "), result.errors.constData());
    }

    void whatIsWrongIsSaidWithItsFile_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const QString model = QStringLiteral(DEMO "/model/lmf.safetensors");
        const QString config = place("unknown.json");
        const QStringList out{QStringLiteral("--out"), place("refused")};
        for (const char* const command : {"evaluate", "predict"})
            QTest::newRow(command) << QStringList{
                QLatin1String(command), model, QStringLiteral("--data"),
                m_data} << QByteArray("features.h5: train/text has 3 features, the model expects ");
        QTest::newRow("unknown model") << QStringList{QStringLiteral("train"), config} + out
                                       << QByteArray("unknown.json: model class \"x\": not in this build");
        QTest::newRow("unknown model with a size") << QStringList{QStringLiteral("train"), config,
                                                                  QStringLiteral("--set"),
                                                                  QStringLiteral("model.h=3")}
                + out << QByteArray("unknown.json: model class \"x\": not in this build");
        QTest::newRow("setting of a search")
            << QStringList{QStringLiteral("search"), config,
                           QStringLiteral("--set"),  QStringLiteral("model=lmf"),
                           QStringLiteral("--set"),  QStringLiteral("training.lr=0")}
                + out
            << QByteArray("unknown.json: training.lr: is 0");
        QTest::newRow("empty place") << QStringList{QStringLiteral("train"), config, QStringLiteral("--out"),
                                                    QString()}
                                     << QByteArray("--out: is empty, expected a path");
        QTest::newRow("rate far too large")
            << training(m_data) + QStringList{QStringLiteral("--set"), QStringLiteral("training.lr=1e30")}
            << QByteArray("--model lmf, ") + m_data.toUtf8() + ": The loss is no number any more in epoch ";
    }

    void whatIsWrongIsSaidWithItsFile()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, named);
        QFile file(place("unknown.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const nlohmann::json config{{"data", m_data.toStdString()}, {"model", "x"}};
        file.write(QByteArray::fromStdString(config.dump()));
        file.close();
        const auto result = run(arguments);
        QVERIFY(result.exitCode != 0);
        QVERIFY2(result.errors.contains(named), result.errors.constData());
    }

    void aSingleSegmentTeachesNothing()
    {
        const QString data = place("single.h5");
        test::FeatureFile file(data.toStdString());
        for (const char* fold : {"train", "valid"}) {
            file.write(std::string(fold) + "/text", {1, 2, 1}, {1, 2});
            file.write(std::string(fold) + "/labels", {1}, {2});
        }
        file.close();
        const auto result = run(training(data));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("single.h5: the fold train has a single segment, train_0"),
                 result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestRefusedTraining)
#include "tst_refused_training.moc"
