#include "engine/sequences/timed_features.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

#include "tests/engine/training/models_program.h"
#include "tests/support/copied_conversation.h"

using namespace engine;
using test::bytes;
using test::lastLine;
using test::run;

/// Models that are asked about those who listen, on a dataset of conversations.
class TestListenerCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_list = place("dataset.json");

    QString place(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    test::ProgramResult trained(const char* name, nlohmann::json fields) const
    {
        nlohmann::json config{{"dataset", "dataset.json"},
                              {"name", name},
                              {"recipe", {{"text", ""}}},
                              {"model", {{"class", "EFLSTM"}, {"h", 6}}},
                              {"labels", {{{"name", "sentiment"}, {"column", 0}, {"range", {-3, 3}}}}},
                              {"training", {{"epochs", 4}, {"lr", 0.02}, {"batch", 4}, {"seed", 1}}},
                              {"alone", false}};
        config.update(fields);
        std::ofstream(place("train.json").toStdString()) << config.dump();
        return run({QStringLiteral("train"), place("train.json"), QStringLiteral("--out"), model(name),
                    QStringLiteral("--progress"), QStringLiteral("none")});
    }
    QString model(const char* name) const { return place(name) + QStringLiteral(".safetensors"); }
    void train(const char* name, const nlohmann::json& fields) const
    {
        const test::ProgramResult result = trained(name, fields);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }

    QStringList asked(const char* command, const char* name, const QStringList& more) const
    {
        return QStringList{QLatin1String(command), model(name), QStringLiteral("--dataset"), m_list,
                           QStringLiteral("--json")}
        + more;
    }
    nlohmann::json predicted(const char* name, const QStringList& more) const
    {
        const test::ProgramResult result = run(asked("predict", name, more));
        if (result.exitCode != 0)
            qFatal("%s", result.errors.constData());
        return nlohmann::json::parse(result.output.toStdString());
    }

private slots:
    void initTestCase()
    {
        test::copyConversation(std::filesystem::path(DEMO "_conversation"), m_folder.path().toStdString(),
                               {"thursday", "friday", "sunday", "monday"});
        train("speakers", nlohmann::json::object());
        train("listeners", {{"recipe", {{"text", ""}, {"about", "listening"}}}});
        train("dialogues",
              {{"model",
                {{"class", "DialogueRNN"},
                 {"d_g", 6},
                 {"d_p", 6},
                 {"d_e", 6},
                 {"d_h", 6},
                 {"predict", "all"},
                 {"listener", "vision"}}}});
    }

    /// Trained on those who speak, tested on those who listen.
    void figuresOfListenersAreOfWhatIsSeen()
    {
        const QStringList test{QStringLiteral("--fold"), QStringLiteral("test")};
        const auto ofListeners
            = run(asked("evaluate", "speakers",
                        test + QStringList{QStringLiteral("--about"), QStringLiteral("listening")}));
        QVERIFY2(ofListeners.exitCode == 0, ofListeners.errors.constData());
        const auto ofSpeakers = run(asked("evaluate", "speakers", test));
        QVERIFY(lastLine(ofListeners.output).at("modalities") == "visual");
        QVERIFY(lastLine(ofSpeakers.output).at("modalities") != "visual");
        QVERIFY(lastLine(ofListeners.output).at("mae") != lastLine(ofSpeakers.output).at("mae"));
        const auto same
            = run(asked("evaluate", "speakers",
                        test + QStringList{QStringLiteral("--about"), QStringLiteral("speaking")}));
        QCOMPARE(same.output, ofSpeakers.output);
    }

    void itIsSaidWhoListens()
    {
        const nlohmann::json both
            = predicted("speakers",
                        {QStringLiteral("--about"), QStringLiteral("speaking,listening"),
                         QStringLiteral("--ids"), QStringLiteral("monday@tom")});
        const CsdFile labels(place("labels_listening.csd").toStdString());
        const TimedFeatures told = readFeatures(labels, "monday@tom");
        std::size_t listening = 0;
        for (const nlohmann::json& row : both) {
            QVERIFY(row.at("participant") == "tom");
            if (row.at("about") != "listening")
                continue;
            QVERIFY(row.at("learnt_from") == "speakers");
            const std::string id = row.at("id");
            const auto place = static_cast<std::size_t>(std::stoi(id.substr(id.find('[') + 1)));
            QVERIFY(std::abs(row.at("labels").at("sentiment").get<float>() - told.features.at(place, 0))
                    < 1e-6F);
            QVERIFY(std::abs(row.at("start").get<double>() - told.intervals[place].start) < 1e-6);
            ++listening;
        }
        QCOMPARE(listening, told.intervals.size());
        QVERIFY(both.size() > listening);
        QVERIFY(!predicted("speakers", {}).at(0).contains("about")); // nobody asked
    }

    void aModelOfListenersSeesAlone()
    {
        const nlohmann::json rows = predicted("listeners", {});
        QVERIFY(!rows.empty());
        for (const nlohmann::json& row : rows)
            QVERIFY(row.at("about") == "listening" && row.at("learnt_from") == "listeners");
        const auto figures = run(asked("evaluate", "listeners", {}));
        QVERIFY(lastLine(figures.output).at("modalities") == "visual");
    }

    void dialoguesLearnListenersOfADataset()
    {
        const nlohmann::json rows = predicted("dialogues",
                                              {QStringLiteral("--about"), QStringLiteral("listening"),
                                               QStringLiteral("--ids"), QStringLiteral("monday")});
        const CsdFile labels(place("labels_listening.csd").toStdString());
        std::size_t labelled = 0;
        for (const nlohmann::json& row : rows) {
            QVERIFY(row.at("learnt_from") == "listeners");
            labelled += row.at("labels").is_null() ? 0 : 1;
        }
        QVERIFY(labelled > 20);
        const auto figures = run(asked("evaluate", "dialogues", {}));
        QVERIFY2(figures.exitCode == 0, figures.errors.constData());
        QVERIFY(figures.output.contains(", listening\""));
    }

    void whatCannotBeAskedIsSaid()
    {
        train("deaf", {{"recipe", {{"text", ""}, {"visual", ""}}}});
        const QStringList listening{QStringLiteral("--about"), QStringLiteral("listening")};
        const auto unseen = run(asked("evaluate", "deaf", listening));
        QCOMPARE(unseen.exitCode, 1);
        QVERIFY2(unseen.errors.contains("sees nothing"), unseen.errors.constData());
        const auto ofBoth = run(asked("evaluate", "dialogues", listening));
        QCOMPARE(ofBoth.exitCode, 2);
        const auto windows = trained(
            "windows",
            {{"recipe", {{"text", ""}, {"about", "listening"}, {"segments", {{"window_s", 2.0}}}}}});
        QCOMPARE(windows.exitCode, 1);
        QVERIFY2(windows.errors.contains("listening"), windows.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestListenerCommands)
#include "tst_listener_commands.moc"
