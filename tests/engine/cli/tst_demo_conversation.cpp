#include <QTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;

/// The demo's conversation (resources/demo_conversation): the tools find what scripts/make-demo planted in
/// it.
class TestDemoConversation : public QObject {
    Q_OBJECT

    QString m_folder = QStringLiteral(DEMO "_conversation");

    nlohmann::json found(const char* command, const QStringList& arguments) const
    {
        QStringList all{QLatin1String(command)};
        if (qstrcmp(command, "offset") != 0)
            all += m_folder;
        const test::ProgramResult result
            = test::runCli(all + arguments + QStringList{QStringLiteral("--json")});
        if (result.exitCode != 0)
            qFatal("%s", result.errors.constData());
        return nlohmann::json::parse(result.output.toStdString());
    }

    nlohmann::json planted() const
    {
        std::ifstream stream((m_folder + QStringLiteral("/source/planted.json")).toStdString());
        return nlohmann::json::parse(stream);
    }

    nlohmann::json turnsBy(const char* source) const
    {
        return found("turns", {QStringLiteral("--source"), QLatin1String(source)}).at("turns");
    }

    nlohmann::json synchronyOf(const char* signal) const
    {
        return found("synchrony", {QStringLiteral("--signal"), QLatin1String(signal)}).at("pairs").at(0);
    }

private slots:
    void voicesInTheRecordingsTellTheSameTurns()
    {
        const nlohmann::json words = turnsBy("words"), voices = turnsBy("vad");
        QCOMPARE(voices.size(), words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            QCOMPARE(voices[i].at("participant").get<std::string>(),
                     words[i].at("participant").get<std::string>());
            QVERIFY(std::abs(voices[i].at("start").get<double>() - words[i].at("start").get<double>()) < 0.2);
        }
    }

    /// The times are those of two recordings; what is found is in conversation time.
    void everyTurnIsWhereItWasPlanted()
    {
        const nlohmann::json turns = found("turns", {}), all = planted();
        std::size_t next = 0;
        for (const nlohmann::json& said : all.at("said")) {
            if (said.at("within").get<bool>())
                continue;
            const nlohmann::json& turn = turns.at("turns").at(next++);
            QCOMPARE(turn.at("participant").get<std::string>(), said.at("who").get<std::string>());
            QVERIFY(std::abs(turn.at("start").get<double>() - said.at("start").get<double>()) < 1e-3);
            QVERIFY(std::abs(turn.at("end").get<double>() - said.at("end").get<double>()) < 1e-3);
        }
        QCOMPARE(next, turns.at("turns").size());
        QCOMPARE(next, std::size_t{26});
    }

    void overlapsBackchannelsAndTheInterruptionAreFound()
    {
        const nlohmann::json turns = found("turns", {});
        const nlohmann::json& mira = turns.at("participants").at("mira");
        const nlohmann::json& tom = turns.at("participants").at("tom");
        QCOMPARE(mira.at("backchannels").get<int>(), 1);
        QCOMPARE(tom.at("backchannels").get<int>(), 5);
        QCOMPARE(tom.at("attempts").get<int>(), 1);
        QCOMPARE(mira.at("interruptions").get<int>(), 0);
        QCOMPARE(tom.at("interruptions").get<int>(), 1);
        QCOMPARE(turns.at("summary").at("overlap_transitions").get<int>(), 4);
        const auto& transitions = turns.at("transitions");
        const auto isLong
            = [](const nlohmann::json& one) { return std::abs(one.at("fto").get<double>() - 1.6) < 1e-3; };
        QCOMPARE(std::ranges::count_if(transitions, isLong), 1);
        QVERIFY(std::abs(turns.at("duration").get<double>() - 103.8) < 0.1);
    }

    /// Words alone tell the same order of turns.
    void wordsTellTheTurnsToo()
    {
        const nlohmann::json turns = found("turns", {QStringLiteral("--source"), QStringLiteral("words")});
        QCOMPARE(turns.at("turns").size(), std::size_t{26});
        QCOMPARE(turns.at("source").get<std::string>(), std::string("words"));
    }

    void oneSmileFollowsTheOther()
    {
        const nlohmann::json smile = synchronyOf("visual:smile");
        QCOMPARE(smile.at("pair").dump(), std::string(R"(["mira","tom"])"));
        QVERIFY(smile.at("p_strength").get<double>() <= 0.01);
        QVERIFY(std::abs(smile.at("lag_s").get<double>() - planted().at("smile_lag_s").get<double>()) < 0.1);
        QVERIFY(std::abs(smile.at("strength_r").get<double>() - 0.55) < 0.1);
    }

    void whatIsNotCoupledIsNotFound()
    {
        QVERIFY(synchronyOf("visual:brow").at("p_strength").get<double>() > 0.3);
        QVERIFY(synchronyOf("acoustic:loudness").at("p_strength").get<double>() > 0.3);
    }

    void theOffsetIsHeard()
    {
        const nlohmann::json offset = found(
            "offset",
            {m_folder + QStringLiteral("/media/mira.mp4"), m_folder + QStringLiteral("/media/tom.mp4")});
        QVERIFY(offset.at("found").get<bool>());
        QVERIFY(std::abs(offset.at("offset_s").get<double>() - planted().at("offset_s").get<double>())
                < 0.01);
        QVERIFY(offset.at("outstanding").get<double>() > 20.0);
    }

    void pitchIsThatOfTheSpeaker()
    {
        const nlohmann::json figures
            = found("accommodation", {QStringLiteral("--value"), QStringLiteral("f0,rate,loudness")});
        const nlohmann::json& values = figures.at("conversations").at(0).at("values");
        for (const char* const value : {"f0", "rate", "loudness"})
            QVERIFY2(values.at(value).at("pairs").get<int>() >= 20, value);
    }

    /// Labels tell of who speaks, and of who listens; each row is a turn.
    void labelsAreOfBothRoles()
    {
        for (const auto& [file, role] :
             {std::pair("labels", "speaking"), std::pair("labels_listening", "listening")}) {
            const test::ProgramResult result
                = test::runCli({QStringLiteral("info"), QStringLiteral("--json"),
                                m_folder + QStringLiteral("/%1.csd").arg(QLatin1String(file))});
            QCOMPARE(result.exitCode, 0);
            const nlohmann::json about = nlohmann::json::parse(result.output.toStdString());
            QVERIFY2(about.dump().find(std::string("\"role\":\"") + role) != std::string::npos,
                     result.output.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestDemoConversation)
#include "tst_demo_conversation.moc"
