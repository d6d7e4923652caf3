#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/engine/training/feature_file.h"
#include "tests/engine/training/models_program.h"

using namespace engine;
using nlohmann::json;
using test::bytes;
using test::lastLine;
using test::run;

class TestCompareCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_data = place("features.h5");

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString model(const char* name) const { return place(name) + QStringLiteral("/model.safetensors"); }

    void train(const char* name, const QStringList& fields) const
    {
        QStringList arguments{QStringLiteral("train"),
                              QStringLiteral("--model"),
                              QStringLiteral("lmf"),
                              QStringLiteral("--data"),
                              m_data,
                              QStringLiteral("--out"),
                              place(name),
                              QStringLiteral("--progress"),
                              QStringLiteral("none")};
        for (const QString& field :
             QStringList{QStringLiteral("training.batch=8"), QStringLiteral("model.h_l=6"),
                         QStringLiteral("model.h_a=4"), QStringLiteral("model.h_v=4"),
                         QStringLiteral("model.text_out=4")}
                 + fields)
            arguments << QStringLiteral("--set") << field;
        const auto result = run(arguments);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }

    QStringList comparing(const QStringList& models, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("compare")} + models + QStringList{QStringLiteral("--data"), m_data}
        + more;
    }

    json compared(const QStringList& models, const QStringList& more = {}) const
    {
        const auto result = run(comparing(models, more + QStringList{QStringLiteral("--json")}));
        if (result.exitCode != 0)
            qWarning("%s", result.errors.constData());
        return result.exitCode == 0 ? lastLine(result.output) : json();
    }

    static json figure(const json& compared, const char* name)
    {
        for (const json& figure : compared.at("figures")) {
            if (figure.at("figure") == name)
                return figure;
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        test::FeatureFile::make(m_data.toStdString(), 128);
        train("learnt", {QStringLiteral("training.epochs=40")});
        train("hardly", {QStringLiteral("training.epochs=1")});
        train("seed", {QStringLiteral("training.epochs=40"), QStringLiteral("training.seed=2")});
    }

    void figuresAreThoseOfEvaluate()
    {
        const json result = compared({model("learnt"), model("hardly")});
        QCOMPARE(result.at("n").get<int>(), 64);
        QCOMPARE(result.at("videos").get<int>(), 16);
        for (const char* name : {"learnt", "hardly"}) {
            const json evaluated
                = lastLine(run({QStringLiteral("evaluate"), model(name), QStringLiteral("--data"), m_data,
                                QStringLiteral("--fold"), QStringLiteral("test"), QStringLiteral("--json")})
                               .output);
            const std::size_t place = std::string_view(name) == "learnt" ? 0 : 1;
            for (const char* each : {"mae", "corr", "acc2_non0", "f1_non0"})
                QCOMPARE(figure(result, each)["models"][place]["value"].get<double>(),
                         evaluated.at(each).get<double>());
        }
    }

    void aModelThatLearntIsBetterThanChance()
    {
        const json mae = figure(compared({model("hardly"), model("learnt")}), "mae");
        const json& second = mae["models"][1];
        QVERIFY(second["difference"].get<double>() < 0.0);
        QVERIFY2(second["difference_interval"][1].get<double>() < 0.0, mae.dump().c_str());
        QVERIFY(second["interval"][0].get<double>() <= second["value"].get<double>());
        QVERIFY(second["interval"][1].get<double>() >= second["value"].get<double>());
        QVERIFY(!mae["models"][0].contains("difference"));
    }

    void aModelDoesNotDifferFromItself()
    {
        const json result = compared({model("learnt"), model("learnt")});
        for (const json& each : result.at("figures")) {
            QCOMPARE(each["models"][1]["difference"].get<double>(), 0.0);
            QVERIFY(each["models"][1]["difference_interval"] == json({0.0, 0.0}));
        }
    }

    void theSameSeedDrawsTheSameIntervals()
    {
        const QStringList models{model("learnt"), model("hardly")};
        QVERIFY(compared(models) == compared(models));
        QVERIFY(compared(models) != compared(models, {QStringLiteral("--seed"), QStringLiteral("2")}));
    }

    /// A side is the mean of its models' figures; with one model each it is the comparison of these.
    void sidesAreComparedByTheMeanOfTheirModels()
    {
        const QStringList against{QStringLiteral("--against"), model("hardly")};
        const json one = compared({model("learnt")}, against);
        const json plain = compared({model("learnt"), model("hardly")});
        for (const char* each : {"mae", "corr", "acc2_non0", "f1_non0"}) {
            const json side = figure(one, each)["models"][1], model = figure(plain, each)["models"][1];
            QCOMPARE(side["difference"].get<double>(), model["difference"].get<double>());
            QVERIFY(side["difference_interval"] == model["difference_interval"]);
            QCOMPARE(side["deviation"].get<double>(), 0.0);
        }
        const json two = compared({model("learnt"), model("seed")}, against);
        const json mae = figure(two, "mae"), all = figure(compared({model("learnt"), model("seed")}), "mae");
        const double first = all["models"][0]["value"].get<double>();
        const double second = all["models"][1]["value"].get<double>();
        QVERIFY(std::abs(mae["models"][0]["value"].get<double>() - (first + second) / 2.0) < 1e-12);
        QVERIFY(std::abs(mae["models"][0]["deviation"].get<double>() - std::abs(first - second) / 2.0)
                < 1e-12);
        const double difference = mae["models"][1]["value"].get<double>() - (first + second) / 2.0;
        QVERIFY(std::abs(mae["models"][1]["difference"].get<double>() - difference) < 1e-12);
        QVERIFY(mae["models"][1]["difference_interval"][0].get<double>() > 0.0); // it learnt less
        QCOMPARE(two.at("models").size(), std::size_t(2));
        QVERIFY(!mae.contains("mean"));
    }

    void oneModelAloneIsRefused() { QCOMPARE(run(comparing({model("learnt")})).exitCode == 0, false); }

    void segmentsAreOrderedByTheirDifference()
    {
        const auto result = run(
            comparing({model("learnt"), model("hardly")}, {QStringLiteral("--out"), place("table.csv")}));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(result.output.contains("B − A"));
        const QList<QByteArray> lines = bytes(place("table.csv")).trimmed().split('\n');
        QCOMPARE(lines.size(), 65); // all, and the heading
        QVERIFY(lines.front().startsWith("id,fold,output,truth,"));
        double before = 1e9;
        for (const QByteArray& line : lines.mid(1)) {
            const QList<QByteArray> cells = line.split(',');
            QCOMPARE(cells.size(), 9);
            const double difference = cells[6].toDouble();
            QVERIFY(std::abs(difference - (cells[5].toDouble() - cells[4].toDouble())) < 1e-5);
            QVERIFY(std::abs(difference) <= before);
            before = std::abs(difference);
        }
        QCOMPARE(result.output.count(" true "), 20);
    }

    void severalModelsHaveAMeanAndASpread()
    {
        const json result = compared({model("learnt"), model("seed"), model("hardly")});
        const json mae = figure(result, "mae");
        QCOMPARE(mae.at("models").size(), std::size_t(3));
        QVERIFY(mae.at("mean").at("value").is_number());
        const json& first = result.at("segments").front();
        double mean = 0.0, squares = 0.0;
        for (const json& said : first.at("predictions"))
            mean += said.get<double>() / 3.0;
        for (const json& said : first.at("predictions"))
            squares += (said.get<double>() - mean) * (said.get<double>() - mean) / 3.0;
        QVERIFY(std::abs(first.at("mean").get<double>() - mean) < 1e-6);
        QVERIFY(std::abs(first.at("spread").get<double>() - std::sqrt(squares)) < 1e-6);
        // the mean of models errs no more than they do on average
        double average = 0.0;
        for (const json& each : mae.at("models"))
            average += each.at("value").get<double>() / 3.0;
        QVERIFY(mae["mean"]["value"].get<double>() <= average + 1e-9);
    }

    /// What one model learnt from is not held out for the other.
    void segmentsThatAModelLearntFromAreLeftOut()
    {
        json split{{"train", json::array()}, {"valid", json::array()}, {"test", json::array()}};
        for (int video = 0; video < 32; ++video)
            split["train"].push_back("train_" + std::to_string(video));
        for (int video = 0; video < 16; ++video) {
            split[video < 8 ? "train" : "test"].push_back("test_" + std::to_string(video));
            split["valid"].push_back("valid_" + std::to_string(video));
        }
        train("other",
              {QStringLiteral("training.epochs=2"),
               QStringLiteral("split=") + QString::fromStdString(split.dump())});
        const auto result = run(comparing({model("learnt"), model("other")}, {QStringLiteral("--json")}));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(lastLine(result.output).at("n").get<int>(), 32);
        QVERIFY2(result.errors.contains("32 of its segments in the fold test are left out"),
                 result.errors.constData());
    }

    void otherOutputsAreRefused()
    {
        train("scaled",
              {QStringLiteral("training.epochs=1"),
               QStringLiteral(R"(labels=[{"name":"sentiment","column":0,"range":[0,1]}])")});
        auto result = run(comparing({model("learnt"), model("scaled")}));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("its scale of sentiment is 0 to 1"), result.errors.constData());
        train("joy",
              {QStringLiteral("training.epochs=1"),
               QStringLiteral(R"(labels=[{"name":"joy","column":0,"range":[-3,3]}])")});
        result = run(comparing({model("learnt"), model("joy")}));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("its outputs are joy"), result.errors.constData());
    }

    void aWrongCallIsSaidSo()
    {
        QCOMPARE(run(comparing({model("learnt")})).exitCode, 2);
        QCOMPARE(run({QStringLiteral("compare"), model("learnt"), model("hardly")}).exitCode, 2);
        QCOMPARE(run(comparing({model("learnt"), model("hardly")},
                               {QStringLiteral("--fold"), QStringLiteral("best")}))
                     .exitCode,
                 2);
    }
};

QTEST_GUILESS_MAIN(TestCompareCommand)
#include "tst_compare_command.moc"
