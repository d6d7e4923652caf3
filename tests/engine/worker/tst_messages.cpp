#include "engine/core/error.h"
#include "engine/worker/frames.h"
#include "engine/worker/messages.h"

#include <QTest>

using namespace engine;
using nlohmann::json;

namespace {

FeatureMatrix matrix(std::size_t rows, std::size_t columns, std::vector<float> values)
{
    FeatureMatrix result(rows, columns);
    result.values = std::move(values);
    return result;
}

SegmentInput twoWords()
{
    return {matrix(2, 3, {1, 2, 3, 4, 5, 6}), matrix(2, 1, {0.1f, -0.2f}), matrix(2, 0, {})};
}

/// What the other end decodes, after the message went through real bytes.
json overTheWire(const json& message)
{
    FrameReader reader;
    reader.feed(encodeFrame(message));
    return reader.next().value();
}

/// A request that decodes, to be damaged.
json predictMessage()
{
    return encode(Request(PredictRequest{3, twoWords(), {true, true, true}, false}));
}

}

Q_DECLARE_METATYPE(engine::Request)
Q_DECLARE_METATYPE(engine::Reply)
Q_DECLARE_METATYPE(nlohmann::json)

class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void aRequestSurvivesTheWire_data()
    {
        QTest::addColumn<Request>("request");
        QTest::newRow("load") << Request(LoadModel{1, "models/lmf.safetensors"});
        QTest::newRow("predict") << Request(
            PredictRequest{(1ull << 63u) + 1, twoWords(), {true, false, true}, true});
        QTest::newRow("cancel") << Request(Cancel{3});
        QTest::newRow("shutdown") << Request(Shutdown{});
    }

    void aRequestSurvivesTheWire()
    {
        QFETCH(const Request, request);
        QVERIFY(decodeRequest(overTheWire(encode(request))) == request);
    }

    void aReplySurvivesTheWire_data()
    {
        Prediction prediction{7, {1.25f, -3.0f}, {}, {}, {}, 0.5};
        QTest::addColumn<Reply>("reply");
        QTest::newRow("model") << Reply(
            ModelInfo{1, "LMF", {"sentiment", "happy"}, {{"architecture", "LMF"}}});
        QTest::newRow("prediction") << Reply(prediction);
        prediction.occlusion = {std::vector{1.0f, 2.0f}, std::vector{3.0f, 4.0f}, std::vector{5.0f, 6.0f}};
        prediction.wordImportance = matrix(1, 2, {0.1f, 0.2f});
        prediction.outputs = {{"rank_contribution", {{2, 1}, {0.1f, 0.2f}}}, {"scalar", {{}, {1.0f}}}};
        QTest::newRow("explained prediction") << Reply(prediction);
        QTest::newRow("progress") << Reply(Progress{8, 0.5, "Epoch 3"});
        QTest::newRow("failure") << Reply(Failure{9, "wrong_width", "acoustic has 3 features, 74 expected"});
    }

    void aReplySurvivesTheWire()
    {
        QFETCH(const Reply, reply);
        QVERIFY(decodeReply(overTheWire(encode(reply))) == reply);
    }

    void floatsTravelAsBytes()
    {
        const json message = predictMessage();
        const json& text = message.at("input").at("text");
        QVERIFY(text.at("data").is_binary());
        QCOMPARE(text.at("data").get_binary().size(), std::size_t(24));
        QCOMPARE(text.at("data").get_binary().at(3), std::uint8_t(0x3f)); // 1.0f is 00 00 80 3f
    }

    void aDamagedRequestIsRefused_data()
    {
        QTest::addColumn<json>("message");
        json message = predictMessage();
        QTest::newRow("no object") << json(3);
        message["op"] = "fly";
        QTest::newRow("unknown op") << message;
        message = predictMessage();
        message.erase("enabled");
        QTest::newRow("missing field") << message;
        message = predictMessage();
        message["id"] = "three";
        QTest::newRow("other type") << message;
        message = predictMessage();
        message["input"]["text"]["shape"] = {2, 4};
        QTest::newRow("shape larger than the data") << message;
        message["input"]["text"]["shape"] = {-2, -3};
        QTest::newRow("negative shape") << message;
        message["input"]["text"]["shape"] = {1ll << 62, 4};
        QTest::newRow("shape that overflows to nothing") << message;
        message["input"]["text"]["shape"] = {6};
        QTest::newRow("one axis") << message;
        message["input"]["text"]["data"] = {1, 2, 3, 4, 5, 6};
        QTest::newRow("floats as a list") << message;
    }

    void aDamagedRequestIsRefused()
    {
        QFETCH(const json, message);
        try {
            decodeRequest(message);
            QFAIL("a damaged request was accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("bad_message"));
        }
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
