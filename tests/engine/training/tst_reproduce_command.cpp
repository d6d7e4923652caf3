#include "engine/sequences/csd_file.h"
#include "engine/training/data/feature_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/engine/training/feature_file.h"
#include "tests/engine/training/models_program.h"

using namespace engine;
using nlohmann::json;
using test::bytes;
using test::lastLine;
using test::run;

class TestReproduceCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data = place("features.h5");
    QString m_record = place("run/record.json");

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    static QStringList reproduce(const QString& record, const QStringList& more = {})
    {
        return QStringList{QStringLiteral("reproduce"), record, QStringLiteral("--json"),
                           QStringLiteral("--progress"), QStringLiteral("none")}
        + more;
    }

    QStringList training(const QString& out, const QStringList& more = {}) const
    {
        QStringList arguments{QStringLiteral("train"),
                              QStringLiteral("--model"),
                              QStringLiteral("lmf"),
                              QStringLiteral("--data"),
                              m_data,
                              QStringLiteral("--out"),
                              out,
                              QStringLiteral("--progress"),
                              QStringLiteral("none")};
        for (const char* field : {"training.epochs=5", "training.batch=8", "training.patience=100",
                                  "model.h_l=6", "model.h_a=4", "model.h_v=4", "model.text_out=4"})
            arguments << QStringLiteral("--set") << QLatin1String(field);
        return arguments + more;
    }

    json recorded() const { return json::parse(bytes(m_record).toStdString()); }

    /// A record that somebody changed.
    QString write(const char* name, const json& record) const
    {
        QFile file(place(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(QByteArray::fromStdString(record.dump()));
        return place(name);
    }

    /// Writes the bytes with one bit of a value changed. @param value  floats that are in the file once
    void writeChanged(const QString& from, const QString& to, const std::vector<float>& value) const
    {
        QByteArray whole = bytes(from);
        const QByteArray wanted(reinterpret_cast<const char*>(value.data()),
                                static_cast<qsizetype>(value.size() * sizeof(float)));
        const qsizetype at = whole.indexOf(wanted);
        QVERIFY(at >= 0 && whole.indexOf(wanted, at + 1) < 0);
        whole[at + 2] = static_cast<char>(whole[at + 2] ^ 1);
        QFile::remove(to);
        QFile file(to);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(whole);
    }

private slots:
    void initTestCase()
    {
        test::FeatureFile::make(m_data.toStdString(), 64);
        const auto result = run(training(place("run")));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }

    void trainWritesARecord()
    {
        const json record = recorded();
        QCOMPARE(record.at("files").size(), std::size_t(1));
        QCOMPARE(record["files"][0]["path"].get<std::string>(), m_data.toStdString());
        QCOMPARE(record["files"][0]["sha256"].get<std::string>().size(), std::size_t(64));
        QCOMPARE(record.at("folds").size(), std::size_t(3));
        QCOMPARE(record["folds"][0]["ids"].size(), std::size_t(64));
        QCOMPARE(record["environment"]["threads"].get<int>(), 1);
        QVERIFY(!record["environment"]["libtorch"].get<std::string>().empty());
        QCOMPARE(record.at("curves").size(), std::size_t(5));
        QVERIFY(!record["curves"][0].contains("seconds"));
        QCOMPARE(record["settings"]["training"]["seed"].get<int>(), 1);
        QVERIFY(record.at("configuration") == json::parse(bytes(place("run/config.json")).toStdString()));
    }

    void aModelAloneHasItsRecordBesideIt()
    {
        const auto result = run(training(place("alone.safetensors")));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const json record = json::parse(bytes(place("alone.record.json")).toStdString());
        QVERIFY(record.at("weights") == recorded().at("weights"));
        QVERIFY(record.at("curves") == recorded().at("curves"));
    }

    void theSameAgainIsEqual()
    {
        const auto result = run(reproduce(m_record, {QStringLiteral("--out"), place("again")}));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(lastLine(result.output).at("verdict").get<std::string>(), std::string("equal"));
        QVERIFY(lastLine(result.output).at("differences").empty());
        QVERIFY(bytes(place("again/model.safetensors")) == bytes(place("run/model.safetensors")));
    }

    void aResumedRunHasTheSameRecord()
    {
        QStringList shorter = training(place("parts"));
        shorter[shorter.indexOf(QStringLiteral("training.epochs=5"))] = QStringLiteral("training.epochs=2");
        QCOMPARE(run(shorter).exitCode, 0);
        QCOMPARE(run(training(place("parts"), {QStringLiteral("--resume")})).exitCode, 0);
        const json record = json::parse(bytes(place("parts/record.json")).toStdString());
        QVERIFY(record.at("weights") == recorded().at("weights"));
        QVERIFY(record.at("curves") == recorded().at("curves"));
    }

    /// What follows the segments changes nothing, and goes on where a run was stopped.
    void followingTheSegmentsChangesNoWeights()
    {
        const QStringList follows{QStringLiteral("--dynamics")};
        auto result = run(training(place("followed"), follows));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const json record = json::parse(bytes(place("followed/record.json")).toStdString());
        QVERIFY(record.at("weights") == recorded().at("weights"));
        const QByteArray table = bytes(place("followed/dynamics.csv"));
        QVERIFY(table.startsWith("id,start,end,epochs,mean_error,deviation\ntrain_0[0],,,5,"));
        QCOMPARE(table.count('\n'), 65);
        QStringList shorter = training(place("followed-parts"), follows);
        shorter[shorter.indexOf(QStringLiteral("training.epochs=5"))] = QStringLiteral("training.epochs=2");
        QCOMPARE(run(shorter).exitCode, 0);
        QCOMPARE(run(training(place("followed-parts"), follows + QStringList{QStringLiteral("--resume")}))
                     .exitCode,
                 0);
        const QList<QByteArray> whole = table.trimmed().split('\n');
        const QList<QByteArray> parts = bytes(place("followed-parts/dynamics.csv")).trimmed().split('\n');
        QCOMPARE(parts.size(), whole.size());
        for (qsizetype i = 1; i < whole.size(); ++i) {
            const QList<QByteArray> one = whole[i].split(','), other = parts[i].split(',');
            QCOMPARE(one.mid(0, 4), other.mid(0, 4));
            for (const int column : {4, 5})
                QVERIFY(std::abs(one[column].toDouble() - other[column].toDouble()) < 1e-9);
        }
        QCOMPARE(run(training(place("alone-2.safetensors"), follows)).exitCode, 2);
    }

    void dataThatMovedAreNamed()
    {
        const QString moved = place("moved.h5");
        QVERIFY(QFile::rename(m_data, moved));
        auto result = run(reproduce(m_record));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("--data"), result.errors.constData());
        result = run(reproduce(m_record, {QStringLiteral("--data"), moved}));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(lastLine(result.output).at("verdict").get<std::string>(), std::string("equal"));
        QVERIFY(QFile::rename(moved, m_data));
    }

    void aChangedValueIsSaidWithItsFile()
    {
        const FeatureData data = readFeatureFile(m_data.toStdString());
        const std::vector<float>& labels = data.training().labels.values;
        writeChanged(m_data, place("changed.h5"), {labels.begin(), labels.begin() + 2});
        const auto result = run(reproduce(m_record, {QStringLiteral("--data"), place("changed.h5")}));
        QCOMPARE(result.exitCode, 1);
        const json said = lastLine(result.output);
        QCOMPARE(said.at("verdict").get<std::string>(), std::string("different"));
        QCOMPARE(said["first_difference"]["what"].get<std::string>(), std::string("data"));
        QVERIFY(said["first_difference"]["sentence"].get<std::string>().starts_with("changed.h5 has other"));
        QCOMPARE(said["differences"][1]["sentence"].get<std::string>(),
                 std::string("labels of the fold train differ"));
        QVERIFY(!QDir(place("out")).exists());
    }

    /// A dataset of sequences: one label of one row of one file.
    void aChangedSequenceIsSaidWithItsName()
    {
        const QDir demo(QStringLiteral(DEMO));
        QDir().mkpath(place("demo/media"));
        for (const QString& file : demo.entryList({QStringLiteral("*.csd"), QStringLiteral("*.json")}))
            QVERIFY(QFile::copy(demo.filePath(file), place("demo/") + file));
        const QString list = place("demo/dataset.json");
        json config = json::parse(bytes(demo.filePath(QStringLiteral("model/train.json"))).toStdString());
        config["dataset"] = list.toStdString();
        config["training"]["epochs"] = 2;
        config["alone"] = false;
        auto result = run({QStringLiteral("train"), write("demo.json", config), QStringLiteral("--out"),
                           place("of-demo"), QStringLiteral("--progress"), QStringLiteral("none")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QString record = place("of-demo/record.json");
        result = run(reproduce(record));
        QVERIFY2(result.exitCode == 0, result.output.constData());

        const QString labels = place("demo/labels.csd");
        std::vector<float> row;
        {
            const CsdFile file(labels.toStdString());
            row = std::get<std::vector<float>>(file.features(file.ids().front()).values);
        }
        writeChanged(labels, labels, row);
        result = run(reproduce(record));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(lastLine(result.output)["first_difference"]["sentence"].get<std::string>().starts_with(
                     "labels.csd (labels) has other bytes"),
                 result.output.constData());
    }

    void whatIsOnlyNearIsWithinTheTolerance()
    {
        json record = recorded();
        record["weights"] = std::string(64, '0');
        for (json& row : record["figures"]) {
            if (row.contains("mae"))
                row["mae"] = row["mae"].get<double>() + 0.0005;
        }
        const QString near = write("near.json", record);
        auto result = run(reproduce(near));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(lastLine(result.output).at("verdict").get<std::string>(), std::string("within tolerance"));
        QVERIFY(std::abs(lastLine(result.output).at("largest_difference").get<double>() - 0.0005) < 1e-9);
        result = run(reproduce(near, {QStringLiteral("--tolerance"), QStringLiteral("0.0001")}));
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(lastLine(result.output)["first_difference"]["what"].get<std::string>(),
                 std::string("figures"));
    }

    void whatDiffersFirstIsSaidFirst_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("the configuration") << "/configuration/training/lr"
                                           << "0.5"
                                           << "settings"
                                           << "training/lr is 0.5, recorded is 0.001";
        QTest::newRow("an epoch") << "/curves/2/loss"
                                  << "17.0"
                                  << "curves"
                                  << "from epoch 3 of text+acoustic+visual on: loss is ";
        QTest::newRow("the version") << "/environment/polylogue"
                                     << "\"0.0.1\""
                                     << "environment"
                                     << "polylogue is ";
        QTest::newRow("a fold's segments") << "/folds/1/ids/3"
                                           << "\"zoe[0]\""
                                           << "data"
                                           << "segment 4 of the fold valid is valid_0[3]";
    }
    void whatDiffersFirstIsSaidFirst()
    {
        QFETCH(const QString, pointer);
        QFETCH(const QString, value);
        QFETCH(const QString, what);
        QFETCH(const QString, sentence);
        json record = recorded();
        record[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
        const auto result = run(reproduce(write("other.json", record)));
        const json first = lastLine(result.output).at("first_difference");
        QCOMPARE(QString::fromStdString(first.at("what")), what);
        QVERIFY2(QString::fromStdString(first.at("sentence")).contains(sentence), result.output.constData());
        const bool isOnlyTheVersion = what == QLatin1String("environment");
        QCOMPARE(result.exitCode, isOnlyTheVersion || what == QLatin1String("curves") ? 0 : 1);
    }

    void aMutatedRecordIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("another kind of file") << "/format"
                                              << "\"x\""
                                              << "format is \"x\", expected";
        QTest::newRow("a newer version") << "/version"
                                         << "9"
                                         << "version 9; this program knows version 1";
        QTest::newRow("no hash") << "/weights"
                                 << "\"12\""
                                 << "weights is \"12\", expected a SHA-256";
        QTest::newRow("files that are none") << "/files"
                                             << "7"
                                             << "files is 7, expected a list";
        QTest::newRow("a file without size") << "/files/0/size"
                                             << "\"x\""
                                             << "files[0].size is \"x\", expected a whole number";
        QTest::newRow("ids that are numbers") << "/folds/0/ids"
                                              << "[1, 2]"
                                              << "folds[0].ids[0] is 1, expected";
        QTest::newRow("no threads") << "/environment/threads"
                                    << "0"
                                    << "environment.threads is 0, expected a whole number from 1 to";
        QTest::newRow("a configuration of nonsense") << "/configuration/training/epochs"
                                                     << "\"many\""
                                                     << "epochs";
        QTest::newRow("figures that are none") << "/figures"
                                               << "[1]"
                                               << "figures[0] is 1, expected an object";
    }
    void aMutatedRecordIsRefusedWithASentence()
    {
        QFETCH(const QString, pointer);
        QFETCH(const QString, value);
        QFETCH(const QString, sentence);
        json record = recorded();
        record[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
        const QString file = write("mutated.json", record);
        const auto result = run(reproduce(file));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("mutated.json") && result.errors.contains(sentence.toUtf8()),
                 result.errors.constData());
    }

    void whatIsNoRecordIsRefused()
    {
        QFile cut(place("cut.json"));
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(bytes(m_record).left(1000));
        cut.close();
        for (const QString& file : {place("cut.json"), place("run/config.json"), place("nothing.json"),
                                    place("run/model.safetensors"), m_folder.path()}) {
            const auto result = run(reproduce(file));
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.errors.contains(file.toUtf8()), result.errors.constData());
        }
    }

    void aWrongCallIsSaidSo()
    {
        QCOMPARE(run({QStringLiteral("reproduce")}).exitCode, 2);
        QCOMPARE(run(reproduce(m_record, {QStringLiteral("--dataset"), m_data})).exitCode, 2);
        QCOMPARE(run(reproduce(m_record, {QStringLiteral("--tolerance"), QStringLiteral("-1")})).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestReproduceCommand)
#include "tst_reproduce_command.moc"
