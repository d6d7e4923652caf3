#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/engine/training/models_program.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

namespace {

constexpr const char* kModel = DEMO "/models/fv2es.safetensors";
constexpr const char* kRecording = DEMO "/media/finn_1.mp4";

std::vector<json> lines(const QByteArray& output)
{
    std::vector<json> parsed;
    for (const QByteArray& line : output.trimmed().split('\n'))
        parsed.push_back(json::parse(line.toStdString()));
    return parsed;
}

}

/// Answers about a recording that plays in the place of a camera, in real time.
class TestLiveCommand : public QObject {
    Q_OBJECT

private slots:
    void dueQuestionsAreAnsweredAsPredictDoes()
    {
        QTemporaryDir folder;
        const QString transcript = folder.filePath(QStringLiteral("t.srt"));
        QFile file(transcript);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1\n00:00:00,500 --> 00:00:01,000\nhello\n\n2\n00:00:04,200 --> 00:00:04,900\nworld\n");
        file.close();
        const ProgramResult live
            = run({QStringLiteral("live"), QLatin1String(kModel), QStringLiteral("--media"),
                   QLatin1String(kRecording), QStringLiteral("--seconds"), QStringLiteral("5"),
                   QStringLiteral("--transcript"), transcript, QStringLiteral("--json")});
        QVERIFY2(live.exitCode == 0, live.errors.constData());
        const ProgramResult predicted
            = run({QStringLiteral("predict"), QLatin1String(kModel), QStringLiteral("--media"),
                   QLatin1String(kRecording), QStringLiteral("--window"), QStringLiteral("4"),
                   QStringLiteral("--hop"), QStringLiteral("0.5"), QStringLiteral("--json")});
        QVERIFY2(predicted.exitCode == 0, predicted.errors.constData());
        const json spans = json::parse(predicted.output.toStdString());
        const std::vector<json> said = lines(live.output);
        QVERIFY(said.size() >= 2);
        for (std::size_t i = 0; i + 1 < said.size(); ++i) {
            const json& answer = said[i];
            const auto same = std::ranges::find_if(spans, [&](const json& span) {
                return std::abs(span.at("start").get<double>() - answer.at("start").get<double>()) < 1e-6
                    && std::abs(span.at("end").get<double>() - answer.at("end").get<double>()) < 1e-6;
            });
            QVERIFY(same != spans.end());
            for (const auto& [label, score] : answer.at("scores").items())
                QVERIFY2(std::abs(same->at("scores").at(label).get<double>() - score.get<double>()) <= 1e-5,
                         label.c_str());
            QCOMPARE(answer.at("frames").get<int>(), 16);
            QVERIFY(answer.at("age_ms").get<double>() >= 250.0); // that old is the newest of its pictures
            for (const char* const part : {"decode_ms", "face_ms", "features_ms", "model_ms", "processor_ms"})
                QVERIFY2(answer.at(part).get<double>() >= 0.0, part);
        }
        QCOMPARE(said.front().at("words").get<std::string>(), std::string("hello"));
        const json& end = said.back();
        QCOMPARE(end.at("due").get<std::size_t>(),
                 end.at("answered").get<std::size_t>() + end.at("skipped").get<std::size_t>());
        QCOMPARE(end.at("answered").get<std::size_t>(), said.size() - 1);
        QCOMPARE(end.at("due").get<int>(), 3); // at 4, 4.5 and 5 s
        QVERIFY(end.at("age_p50_ms").get<double>() <= end.at("age_p95_ms").get<double>());
        QVERIFY(end.at("with_face").is_number());
    }

    void whatCannotBeLiveIsSaid_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("media");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("model of features")
            << QStringLiteral(DEMO "/model/lmf.safetensors") << QString::fromLatin1(kRecording)
            << QByteArray("reads rows of features");
        QTest::newRow("no recording") << QString::fromLatin1(kModel) << QStringLiteral(DEMO "/dataset.json")
                                      << QByteArray("dataset.json");
    }

    void whatCannotBeLiveIsSaid()
    {
        QFETCH(const QString, model);
        QFETCH(const QString, media);
        QFETCH(const QByteArray, sentence);
        const ProgramResult result = run({QStringLiteral("live"), model, QStringLiteral("--media"), media,
                                          QStringLiteral("--seconds"), QStringLiteral("5")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(sentence), result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestLiveCommand)
#include "tst_live_command.moc"
