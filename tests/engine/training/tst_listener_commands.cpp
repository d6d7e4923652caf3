#include "engine/sequences/dataset_list.h"
#include "engine/sequences/timed_features.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

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
        train("turns", {{"model", {{"class", "BCLSTM"}, {"h", 6}, {"fc", 6}, {"layers", 1}}}});
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

    /// A model that predicts everyone tells of both, one after the other, or of those who are asked about.
    void figuresOfDialoguesAreOfThoseAskedAbout()
    {
        const auto linesOf = [this](const QStringList& more) {
            const auto result = run(asked("evaluate", "dialogues", more));
            if (result.exitCode != 0)
                qFatal("%s", result.errors.constData());
            return result.output.trimmed().split('\n');
        };
        const QString about = QStringLiteral("--about");
        const QByteArrayList both = linesOf({}), speaking = linesOf({about, QStringLiteral("speaking")}),
                             listening = linesOf({about, QStringLiteral("listening")});
        QByteArrayList withoutListeners;
        std::ranges::copy_if(both, std::back_inserter(withoutListeners),
                             [](const QByteArray& line) { return !line.contains(", listening\""); });
        QVERIFY(speaking != both);
        QCOMPARE(speaking, withoutListeners);
        QVERIFY(std::ranges::all_of(listening,
                                    [](const QByteArray& line) { return line.contains(", listening"); }));
        QVERIFY(both.contains(listening.last()) && listening.last().contains("\"test\""));
        QVERIFY(std::ranges::any_of(
            listening, [](const QByteArray& line) { return line.contains(", listening, turns 5+\""); }));
    }

    /// One that predicts speakers alone is asked as if those spoke who listen, by what is seen of them.
    void speakersAloneAreAskedAboutListeners()
    {
        const QStringList test{QStringLiteral("--fold"), QStringLiteral("test"), QStringLiteral("--about")};
        const auto listening
            = run(asked("evaluate", "turns", test + QStringList{QStringLiteral("listening")}));
        QVERIFY2(listening.exitCode == 0, listening.errors.constData());
        const auto speaking = run(asked("evaluate", "turns", test + QStringList{QStringLiteral("speaking")}));
        QCOMPARE(speaking.output, run(asked("evaluate", "turns", test.first(2))).output);
        const nlohmann::json heard = lastLine(speaking.output), seen = lastLine(listening.output);
        QVERIFY(heard.at("modalities") == "acoustic+visual" && seen.at("modalities") == "visual");
        const DatasetList list = readDatasetList(m_list.toStdString());
        const CsdFile labels(place("labels_listening.csd").toStdString());
        std::size_t labelled = 0;
        for (const std::string& entry : labels.ids()) {
            if (list.foldOf(entry) != "test")
                continue;
            const TimedFeatures told = readFeatures(labels, entry);
            for (std::size_t row = 0; row < told.intervals.size(); ++row)
                labelled += std::isfinite(told.features.at(row, 0)) ? 1 : 0;
        }
        QCOMPARE(seen.at("n").get<std::size_t>(), labelled);
    }

    void whatCannotBeAskedIsSaid()
    {
        train("deaf", {{"recipe", {{"text", ""}, {"visual", ""}}}});
        const QStringList listening{QStringLiteral("--about"), QStringLiteral("listening")};
        const auto unseen = run(asked("evaluate", "deaf", listening));
        QCOMPARE(unseen.exitCode, 1);
        QVERIFY2(unseen.errors.contains("sees nothing"), unseen.errors.constData());
        const auto windows = trained(
            "windows",
            {{"recipe", {{"text", ""}, {"about", "listening"}, {"segments", {{"window_s", 2.0}}}}}});
        QCOMPARE(windows.exitCode, 1);
        QVERIFY2(windows.errors.contains("listening"), windows.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestListenerCommands)
#include "tst_listener_commands.moc"
