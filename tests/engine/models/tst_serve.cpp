#include "engine/models/predict/predictor.h"
#include "engine/worker/frames.h"
#include "engine/worker/math_environment.h"
#include "engine/worker/messages.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <deque>
#include <limits>
#include <set>

#include "tests/engine/models/random_model.h"
#include "tests/support/waiting.h"

using namespace engine;

namespace {

/// The real program with its pipes.
class Worker {
public:
    explicit Worker(const QStringList& arguments = {})
    {
        m_process.start(QStringLiteral(PROGRAMS "/polylogue-models"),
                        QStringList(QStringLiteral("serve")) + arguments);
    }

    ~Worker()
    {
        m_process.kill();
        m_process.waitForFinished(support::kPatience);
    }

    void send(const Request& request) { sendBytes(encodeFrame(encode(request))); }
    void sendBytes(const std::string& bytes)
    {
        m_process.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

    /// The next reply, or a Failure `timeout`.
    Reply next()
    {
        while (m_replies.empty()) {
            if (!m_process.waitForReadyRead(support::kPatience))
                return Failure{0, "timeout", m_process.readAllStandardError().toStdString()};
            const QByteArray bytes = m_process.readAllStandardOutput();
            m_reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
            while (const auto message = m_reader.next())
                m_replies.push_back(decodeReply(*message));
        }
        Reply reply = std::move(m_replies.front());
        m_replies.pop_front();
        return reply;
    }

    QProcess& process() { return m_process; }

private:
    QProcess m_process;
    FrameReader m_reader;
    std::deque<Reply> m_replies;
};

PredictRequest request(std::uint64_t id, std::size_t words = 5, bool explain = true)
{
    PredictRequest result{id,
                          {FeatureMatrix(words, 3), FeatureMatrix(words, 2), FeatureMatrix(words, 1)},
                          {true, true, true},
                          explain};
    for (std::size_t word = 0; word < words; ++word)
        result.input.text.at(word, word % 3) = static_cast<float>(word);
    return result;
}

std::string codeOf(const Reply& reply)
{
    const auto* const failure = std::get_if<Failure>(&reply);
    return failure ? failure->code : "no failure";
}

}

class TestServe : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("model.safetensors"));

private slots:
    void initTestCase()
    {
        for (const auto& [name, value] : mathEnvironment())
            qputenv(name.c_str(), QByteArray::fromStdString(value));
        writeModel(m_path.toStdString(), test::randomModel());
    }

    void aLoadedModelIntroducesItself()
    {
        Worker worker;
        worker.send(LoadModel{1, m_path.toStdString()});
        const Reply reply = worker.next();
        const auto& info = std::get<ModelInfo>(reply);
        QCOMPARE(info.id, std::uint64_t(1));
        QCOMPARE(info.name, std::string("random LMF"));
        QVERIFY((info.labels == std::vector<std::string>{"sentiment", "happy"}));
        QVERIFY(info.card == toJson(test::randomModel().card));
    }

    void theAnswerIsThatOfTheModel()
    {
        Worker worker({QStringLiteral("--model"), m_path});
        QCOMPARE(std::get<ModelInfo>(worker.next()).id, std::uint64_t(0));
        worker.send(request(2));
        const Reply reply = worker.next();
        const auto prediction = std::get<Prediction>(reply);
        const Prediction expected = Predictor(test::randomModel()).predict(request(2));
        QVERIFY(prediction.milliseconds > 0.0);
        QCOMPARE(prediction.id, expected.id);
        // The worker may use other kernels than this process: the last digits differ.
        const auto isClose = [](const std::vector<float>& actual, const std::vector<float>& wanted) {
            return std::ranges::equal(actual, wanted,
                                      [](float a, float b) { return std::abs(a - b) < 1e-5f; });
        };
        QVERIFY(isClose(prediction.values, expected.values));
        QCOMPARE(prediction.outputs.size(), expected.outputs.size());
        for (const auto& [name, tensor] : expected.outputs) {
            QVERIFY(prediction.outputs.at(name).shape == tensor.shape);
            QVERIFY2(isClose(prediction.outputs.at(name).values, tensor.values), name.c_str());
        }
    }

    void onlyTheNewestOfManyRequestsIsAnswered()
    {
        Worker worker({QStringLiteral("--model"), m_path});
        // All in one write: they wait together while the model is being loaded.
        std::string bytes;
        for (std::uint64_t id = 1; id <= 50; ++id)
            bytes += encodeFrame(encode(Request(request(id))));
        worker.sendBytes(bytes);
        std::set<std::uint64_t> superseded;
        std::uint64_t answered = 0;
        for (int replies = 0; replies < 51; ++replies) {
            const Reply reply = worker.next();
            if (const auto* const prediction = std::get_if<Prediction>(&reply)) {
                QVERIFY(prediction->id > answered);
                answered = prediction->id;
            } else if (const auto* const failure = std::get_if<Failure>(&reply)) {
                QCOMPARE(failure->code, std::string("superseded"));
                QVERIFY(superseded.insert(failure->id).second);
            }
        }
        QCOMPARE(answered, std::uint64_t(50));
        QVERIFY(superseded.size() >= 10);
        QVERIFY(!superseded.contains(50));
    }

    void aRequestCanBeWithdrawn()
    {
        Worker worker({QStringLiteral("--model"), m_path});
        worker.sendBytes(encodeFrame(encode(Request(request(7, 400))))
                         + encodeFrame(encode(Request(Cancel{7}))));
        Reply reply = worker.next();
        if (std::holds_alternative<ModelInfo>(reply))
            reply = worker.next();
        QCOMPARE(codeOf(reply), std::string("cancelled"));
    }

    void whatDoesNotFitFailsAndTheWorkerLivesOn_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("wrong width") << QStringLiteral("wrong width") << QByteArray("wrong_width");
        QTest::newRow("NaN") << QStringLiteral("NaN") << QByteArray("not_finite");
        QTest::newRow("no words") << QStringLiteral("no words") << QByteArray("no_words");
        QTest::newRow("missing model") << QStringLiteral("missing model") << QByteArray("io");
        QTest::newRow("bad message") << QStringLiteral("bad message") << QByteArray("bad_message");
    }

    void whatDoesNotFitFailsAndTheWorkerLivesOn()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, code);
        Worker worker({QStringLiteral("--model"), m_path});
        QVERIFY(std::holds_alternative<ModelInfo>(worker.next()));
        PredictRequest wrong = request(3, kind == QLatin1String("no words") ? 0 : 2);
        if (kind == QLatin1String("wrong width"))
            wrong.input.acoustic = FeatureMatrix(2, 74);
        if (kind == QLatin1String("NaN"))
            wrong.input.text.at(1, 1) = std::numeric_limits<float>::quiet_NaN();
        if (kind == QLatin1String("missing model"))
            worker.send(LoadModel{3, "/no/such/model.safetensors"});
        else if (kind == QLatin1String("bad message"))
            worker.sendBytes(encodeFrame({{"op", "dance"}, {"id", 3}}));
        else
            worker.send(wrong);
        const Reply reply = worker.next();
        QCOMPARE(codeOf(reply), code.toStdString());
        QCOMPARE(std::get<Failure>(reply).id, std::uint64_t(3));
        worker.send(request(4));
        QVERIFY(std::holds_alternative<Prediction>(worker.next()));
    }

    void withoutAModelItSaysSo()
    {
        Worker worker;
        worker.send(request(1));
        QCOMPARE(codeOf(worker.next()), std::string("no_model"));
    }

    void itEndsWithItsInput()
    {
        Worker worker({QStringLiteral("--model"), m_path});
        QVERIFY(std::holds_alternative<ModelInfo>(worker.next()));
        worker.process().closeWriteChannel();
        QVERIFY(worker.process().waitForFinished(support::kPatience));
        QCOMPARE(worker.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(worker.process().exitCode(), 0);
    }

    void itEndsWhenAskedTo()
    {
        Worker worker;
        worker.send(Shutdown{});
        QVERIFY(worker.process().waitForFinished(support::kPatience));
        QCOMPARE(worker.process().exitCode(), 0);
    }

    void garbageEndsIt()
    {
        Worker worker;
        worker.sendBytes("\xff\xff\xff\xff");
        QVERIFY(worker.process().waitForFinished(support::kPatience));
        QCOMPARE(worker.process().exitCode(), 1);
        QVERIFY(worker.process().readAllStandardError().startsWith("polylogue-models: "));
        QVERIFY(worker.process().readAllStandardOutput().isEmpty());
    }

    void killingItIsSeen()
    {
        Worker worker({QStringLiteral("--model"), m_path});
        QVERIFY(std::holds_alternative<ModelInfo>(worker.next()));
        worker.process().kill();
        QVERIFY(worker.process().waitForFinished(support::kPatience));
        QCOMPARE(worker.process().exitStatus(), QProcess::CrashExit);
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
