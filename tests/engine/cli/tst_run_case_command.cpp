#include <QDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;
using nlohmann::json;

namespace {

/// Where two results differ, as places and values; numbers within tolerance · max(1, size) are equal, texts
/// are to be the same.
QStringList differences(const json& expected, const json& found, double tolerance, const QString& place = {})
{
    if (expected.is_number() && found.is_number()) {
        const double size = std::max(1.0, std::abs(expected.get<double>()));
        if (std::abs(expected.get<double>() - found.get<double>()) <= tolerance * size)
            return {};
    } else if (expected.is_object() && found.is_object()) {
        QStringList all;
        json keys = expected;
        keys.update(found);
        for (const auto& [key, value] : keys.items())
            all += differences(expected.value(key, json()), found.value(key, json()), tolerance,
                               place + QLatin1Char('/') + QString::fromStdString(key));
        return all;
    } else if (expected.is_array() && found.is_array() && expected.size() == found.size()) {
        QStringList all;
        for (std::size_t i = 0; i < expected.size(); ++i)
            all += differences(expected[i], found[i], tolerance, place + QStringLiteral("/%1").arg(i));
        return all;
    } else if (expected == found) {
        return {};
    }
    return {QStringLiteral("%1: %2, not %3")
                .arg(place, QString::fromStdString(found.dump()), QString::fromStdString(expected.dump()))};
}

}

/// `run-case` answers every recorded case as its reference program does.
class TestRunCaseCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString made(const char* name, const json& recorded) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        std::ofstream(path.toStdString()) << recorded.dump();
        return path;
    }

    json answerTo(const QString& path) const
    {
        const QString out = m_folder.filePath(QStringLiteral("result.json"));
        const auto result = test::runCli({QStringLiteral("run-case"), path, QStringLiteral("--out"), out});
        if (result.exitCode != 0)
            qFatal("%s", result.errors.constData());
        std::ifstream stream(out.toStdString());
        return json::parse(stream);
    }

private slots:
    void theAnswerIsTheExpectedOne_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(test::fixture("agreement"));
        const QStringList kinds{QStringLiteral("segments-*.json"), QStringLiteral("words-*.json"),
                                QStringLiteral("splits-*.json"), QStringLiteral("voice-*.json")};
        for (const QString& kind : kinds) {
            const QStringList names = folder.entryList({kind});
            QVERIFY2(!names.isEmpty(), qPrintable(kind));
            for (const QString& name : names)
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void theAnswerIsTheExpectedOne()
    {
        QFETCH(QString, path);
        std::ifstream stream(path.toStdString());
        const json recorded = json::parse(stream);
        const QStringList found
            = differences(recorded.at("expected"), answerTo(path), recorded.at("tolerance"));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void measuresOfConversationsAreTheExpectedOnes_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(test::fixture("conversations"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")});
        QCOMPARE(names.size(), 10);
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void measuresOfConversationsAreTheExpectedOnes()
    {
        QFETCH(QString, path);
        std::ifstream stream(path.toStdString());
        const auto recorded = nlohmann::ordered_json::parse(stream);
        const nlohmann::ordered_json& cases = recorded.at("cases");
        json expected = json::array();
        if (cases.contains("expected"))
            expected.push_back(json(cases.at("expected")));
        else if (cases.begin()->contains("expected"))
            for (const auto& one : cases)
                expected.push_back(json(one.at("expected")));
        else
            expected.push_back(json(cases)); // which are asked for nothing
        const QStringList found = differences(expected, answerTo(path), recorded.at("tolerance").get<double>());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void oneMeasureAloneIsAnswered()
    {
        const QString path = made("one.json",
                                  {{"what", "turns"},
                                   {"input", {{"speech", {{"ada", {{0, 1}}}}}, {"duration", 2}}}});
        QCOMPARE(answerTo(path).at("summary").at("silence_share").get<double>(), 0.5);
        const auto odd = test::runCli({QStringLiteral("run-case"),
                                       made("odd.json",
                                            {{"what", "turns"},
                                             {"input",
                                              {{"speech", {{"ada", {{0, 1}}}}},
                                               {"duration", 2},
                                               {"options", {{"jion", 1}}}}}}),
                                       QStringLiteral("--out"), m_folder.filePath(QStringLiteral("odd_out.json"))});
        QCOMPARE(odd.exitCode, 1);
        QVERIFY(odd.errors.contains("jion"));
    }

    void anotherAnswerIsSeen()
    {
        QCOMPARE(
            differences(json::parse(R"({"a": [1, "x"], "b": 2})"), json::parse(R"({"a": [1.1, "y"]})"), 0.01)
                .size(),
            3);
    }

    void theOrderOfSharesDecidesTies()
    {
        json recorded{{"what", "splits"}, {"videos", json::array({{{"id", "v"}, {"seconds", 5}}})}};
        const auto splitOf = [&](const char* shares) {
            std::string text = recorded.dump();
            text.insert(1, std::string(R"("shares": )") + shares + ", ");
            const QString path = m_folder.filePath(QStringLiteral("shares.json"));
            std::ofstream(path.toStdString()) << text;
            return answerTo(path).at("videos").at("v").at("split").get<std::string>();
        };
        QCOMPARE(splitOf(R"({"valid": 0.5, "test": 0.5})"), std::string("valid"));
        QCOMPARE(splitOf(R"({"test": 0.5, "valid": 0.5})"), std::string("test"));
    }

    void whatIsNotKnownIsSaid()
    {
        const auto tried = [&](const QString& path) {
            return test::runCli({QStringLiteral("run-case"), path, QStringLiteral("--out"),
                                 m_folder.filePath(QStringLiteral("out.json"))});
        };
        const auto unknown = tried(made("unknown.json", {{"what", "nothing"}}));
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.errors.contains("unknown_case"));
        const auto partial = tried(made("partial.json", {{"statistic", "gamma"}}));
        QCOMPARE(partial.exitCode, 1);
        QVERIFY(partial.errors.contains("data_invalid"));
    }
};

QTEST_GUILESS_MAIN(TestRunCaseCommand)
#include "tst_run_case_command.moc"
