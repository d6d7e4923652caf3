#include "engine/core/error.h"
#include "engine/worker/frames.h"
#include "engine/worker/messages.h"

#include <QTest>

#include "tests/support/byte_mutator.h"
#include "tests/support/matrices.h"

using namespace engine;
using nlohmann::json;
using test::matrix;

namespace {

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

ModelInfo modelWithDisplays()
{
    return {1,
            "model",
            {"sentiment"},
            {{"architecture", "any"}},
            {{"share", "Attention", {"step", "modality"}, {{}, {"text", "visual"}}, DisplayScale::Share},
             {"gate", "Memory kept", {"step"}, {{}}, DisplayScale::Gate},
             {"scores", "Texts", {"hypothesis"}, {{}}, DisplayScale::Signed, "ids", {"<end>", "good"}, 1},
             {"change", "Contribution", {}, {}, DisplayScale::Signed},
             {"norm", "Size", {"layer", "step", "step"}, {{}, {}, {}}, DisplayScale::Magnitude}}};
}

LiveRequest liveRequest()
{
    LiveRequest request;
    request.id = 4;
    request.begins = true;
    request.window = 2.5;
    request.pictures = {{1.25, 2, 1, {1, 2, 3, 255, 5, 6, 7, 255}}};
    request.soundStart = 1.0;
    request.sound = {0.5F, -0.5F};
    request.span = Interval{1.0, 3.5};
    request.upcoming = Interval{1.5, 4.0};
    request.transcript = "just said";
    request.enabled = {true, false, true};
    request.explain = true;
    request.findsFace = true;
    return request;
}

LiveReply liveReply()
{
    LiveReply reply;
    reply.id = 4;
    reply.span = Interval{1.0, 3.5};
    reply.values = {0.25F, 0.75F};
    reply.occlusion[1] = {0.1F, -0.1F};
    reply.parts.assign(kPartNumbers, 0.5F);
    reply.frames = 8;
    reply.found = 7;
    reply.newest = 3.25;
    reply.face = LiveFace{3.25, 640, 360, {10.0F, 20.0F, 110.0F, 120.0F}, 1.5F, {1.0F, 2.0F}};
    reply.faceMilliseconds = 12.0;
    reply.featureMilliseconds = 3.0;
    reply.modelMilliseconds = 30.0;
    return reply;
}

Explanation explanation()
{
    Explanation told;
    told.wish = {AbsentKind::Zero, AttributionMethod::Integrated, 1};
    told.coalitions = matrix(8, 2, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    told.attribution = Attribution{AttributionMethod::Integrated, {}, {0.01, 0.02}, 64};
    told.attribution->values[0] = matrix(2, 2, {0.1F, 0.2F, 0.3F, 0.4F});
    told.faithfulness = Faithfulness{{1.0, 0.5}, {0.0, 1.0}, {1.0, 0.75}, {0.0, 0.5}, 0.3, 0.1, 2};
    told.agreement = 0.75;
    told.pairs = {{{Modality::Text, 0, 1}, {Modality::Visual, 1, 2}, {0.5, -0.5}}};
    told.milliseconds = 12.5;
    return told;
}

/// Every kind of message as the bytes that travel.
std::vector<std::string> soundFrames()
{
    Prediction prediction{7, {1.25f, -3.0f}, {}, {}, {}, 0.5};
    prediction.occlusion = {std::vector{1.0f, 2.0f}, std::vector{3.0f, 4.0f}, std::vector{5.0f, 6.0f}};
    prediction.seen = {{1.5, {0.1F, 0.2F, 0.3F, 0.4F}}};
    prediction.wordImportance = matrix(1, 2, {0.1f, 0.2f});
    prediction.outputs = {{"share", {{2, 1}, {0.1f, 0.2f}}}, {"scalar", {{}, {1.0f}}}};
    prediction.explanation = explanation();
    PredictRequest whyRequest{4, twoWords(), {}, true};
    whyRequest.explanation = ExplanationWish{AbsentKind::Mean, AttributionMethod::Gradient, 0};
    std::vector<std::string> frames;
    for (const Request& request :
         {Request(LoadModel{1, "models/lmf.safetensors"}), Request(PredictRequest{3, twoWords(), {}, true}),
          Request(whyRequest), Request(liveRequest()), Request(Cancel{3}), Request(Shutdown{})})
        frames.push_back(encodeFrame(encode(request)));
    for (const Reply& reply :
         {Reply(modelWithDisplays()), Reply(prediction), Reply(liveReply()),
          Reply(Progress{8, 0.5, "Epoch 3"}), Reply(Failure{9, "wrong_width", "31 expected"})})
        frames.push_back(encodeFrame(encode(reply)));
    return frames;
}

/// Heads of CBOR that promise 2^60 of something, or go deep, or are none.
constexpr std::array cborPieces{
    std::string_view("\x9b\x10\0\0\0\0\0\0\0", 9),   std::string_view("\xbb\x10\0\0\0\0\0\0\0", 9),
    std::string_view("\x5b\x10\0\0\0\0\0\0\0", 9),   std::string_view("\x7b\x10\0\0\0\0\0\0\0", 9),
    std::string_view("\xfb\x7f\xf0\0\0\0\0\0\0", 9), std::string_view("\x81\x81\x81\x81\x81\x81", 6),
    std::string_view("\x9f\xbf\x5f\x7f", 4),         std::string_view("\x1c", 1)};

/// A request that decodes, to be damaged.
json predictMessage()
{
    return encode(Request(PredictRequest{3, twoWords(), {true, true, true}, false}));
}

}

class TestMessages : public QObject {
    Q_OBJECT

    template <class Decode>
    static bool isRefused(Decode&& decode)
    {
        try {
            decode();
            return false;
        } catch (const FormatError& error) {
            return error.code() == "bad_message";
        }
    }

private slots:
    void anExplanationTravels()
    {
        PredictRequest request{4, twoWords(), {}, true};
        request.explanation = ExplanationWish{AbsentKind::Marginal, AttributionMethod::Gradient, 1};
        QCOMPARE(std::get<PredictRequest>(decodeRequest(overTheWire(encode(Request(request))))), request);
        Prediction prediction{7, {1.25F, -3.0F}, {}, {}, {}, 0.5};
        prediction.explanation = explanation();
        QCOMPARE(std::get<Prediction>(decodeReply(overTheWire(encode(Reply(prediction))))), prediction);
        prediction.explanation->attribution.reset(); // only the map
        prediction.explanation->faithfulness.reset();
        prediction.explanation->pairs.clear();
        QCOMPARE(std::get<Prediction>(decodeReply(overTheWire(encode(Reply(prediction))))), prediction);
    }

    void anExplanationThatDoesNotFitIsRefused()
    {
        Prediction prediction{7, {1.25F, -3.0F}, {}, {}, {}, 0.5};
        prediction.explanation = explanation();
        const json whole = encode(Reply(prediction));
        const auto refused = [&](const char* pointer, const json& value) {
            json message = whole;
            message[json::json_pointer(std::string("/explanation") + pointer)] = value;
            return isRefused([&] { decodeReply(message); });
        };
        QVERIFY(refused("/wish/output", 2));
        QVERIFY(refused("/wish/absent", "gone"));
        QVERIFY(refused("/coalitions/shape", {16, 1}));
        QVERIFY(refused("/attribution/errors", {0.5}));
        QVERIFY(refused("/attribution/method", "magic"));
        QVERIFY(refused("/faithfulness/insertion", {0.5}));
        QVERIFY(refused("/pairs/0/values", {0.5}));
        QVERIFY(refused("/pairs/0/span", {3, 0, 1}));
        QVERIFY(refused("/agreement", "high"));
    }

    void aLiveSessionTravels()
    {
        QCOMPARE(std::get<LiveRequest>(decodeRequest(overTheWire(encode(Request(liveRequest()))))),
                 liveRequest());
        QCOMPARE(std::get<LiveReply>(decodeReply(overTheWire(encode(Reply(liveReply()))))), liveReply());
        LiveRequest nothingAsked = liveRequest();
        nothingAsked.span.reset();
        nothingAsked.upcoming.reset();
        QCOMPARE(std::get<LiveRequest>(decodeRequest(overTheWire(encode(Request(nothingAsked))))),
                 nothingAsked);
    }

    void aPictureHasAsManyPixelsAsItSays()
    {
        LiveRequest request = liveRequest();
        request.pictures.front().height = 3;
        QVERIFY_EXCEPTION_THROWN(decodeRequest(overTheWire(encode(Request(request)))), FormatError);
        request = liveRequest();
        request.span = Interval{3.0, 3.0};
        QVERIFY_EXCEPTION_THROWN(decodeRequest(overTheWire(encode(Request(request)))), FormatError);
        request = liveRequest();
        request.upcoming = Interval{3.0, 3000.0};
        QVERIFY_EXCEPTION_THROWN(decodeRequest(overTheWire(encode(Request(request)))), FormatError);
    }

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
            ModelInfo{1, "LMF", {"sentiment", "happy"}, {{"architecture", "LMF"}}, {}});
        QTest::newRow("model with displays") << Reply(modelWithDisplays());
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

    void aReplyThatIsTooLargeBecomesAFailure()
    {
        const Reply reply = Failure{9, "wrong_width", std::string(2000, 'x')};
        FrameReader reader(1000);
        reader.feed(replyFrame(reply, 1000));
        const auto answered = std::get<Failure>(decodeReply(*reader.next()));
        QCOMPARE(answered.id, std::uint64_t(9));
        QCOMPARE(answered.code, std::string("too_large"));
        QCOMPARE(replyFrame(reply), encodeFrame(encode(reply)));
    }

    void floatsTravelAsBytes()
    {
        const json message = predictMessage();
        const json& text = message.at("input").at("text");
        QVERIFY(text.at("data").is_binary());
        QCOMPARE(text.at("data").get_binary().size(), std::size_t(24));
        QCOMPARE(text.at("data").get_binary().at(3), std::uint8_t(0x3f)); // 1.0f is 00 00 80 3f
    }

    /// Whoever reads the pipe lives on: each frame is a message, or an error of the engine's own.
    void aDamagedFrameIsAMessageOrAnError_data()
    {
        QTest::addColumn<std::string>("sound");
        const std::vector<std::string> frames = soundFrames();
        for (std::size_t i = 0; i < frames.size(); ++i)
            QTest::newRow(qPrintable(QString::number(i))) << frames[i];
    }

    void aDamagedFrameIsAMessageOrAnError()
    {
        QFETCH(const std::string, sound);
        constexpr std::size_t header = 4;
        int refused = 0;
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            std::string frame = engine::test::damaged(sound.substr(header), seed, cborPieces);
            std::string length(header, '\0');
            for (std::size_t i = 0; i < header; ++i)
                length[i] = static_cast<char>(frame.size() >> (8 * i));
            try {
                FrameReader reader;
                reader.feed(length + frame);
                const std::optional<json> message = reader.next();
                QVERIFY(message);
                refused += isRefused([&] { decodeRequest(*message); });
                refused += isRefused([&] { decodeReply(*message); });
            } catch (const FormatError& error) {
                QCOMPARE(error.code(), std::string("bad_frame"));
                ++refused;
            }
        }
        QVERIFY(refused > 300); // damage is found: a message that reads another way is rare
    }

    void aDamagedLengthIsWaitedForOrRefused()
    {
        for (const std::string& sound : soundFrames()) {
            for (std::uint32_t seed = 0; seed < 100; ++seed) {
                FrameReader reader(4096);
                reader.feed(engine::test::damaged(sound.substr(0, 4), seed, cborPieces) + sound.substr(4));
                try {
                    while (reader.next()) {
                    }
                } catch (const FormatError& error) {
                    QCOMPARE(error.code(), std::string("bad_frame"));
                }
            }
        }
    }

    void aDamagedReplyIsRefused_data()
    {
        QTest::addColumn<json>("message");
        const json model = encode(Reply(modelWithDisplays()));
        json message = model;
        message["displays"][0]["scale"] = "colourful";
        QTest::newRow("unknown scale") << message;
        message = model;
        message["displays"][0]["labels"].erase(0);
        QTest::newRow("labels for one axis too few") << message;
        message = model;
        message["displays"] = 3;
        QTest::newRow("displays that are no list") << message;
        message = model;
        message["id"] = 1e300;
        QTest::newRow("fraction as id") << message;
        message = encode(Reply(Prediction{7, {1.0f}, {}, {}, {}, 0.5}));
        message["word_importance"]["shape"] = {1ll << 60, 0};
        QTest::newRow("importance of 2^60 words") << message;
        message = encode(Reply(Prediction{7, {1.0f}, {}, {}, {{"x", {{1}, {1.0f}}}}, 0.5}));
        message["outputs"]["x"]["shape"] = {1e300};
        QTest::newRow("shape of a fraction") << message;
        message["outputs"]["x"]["shape"] = 1;
        QTest::newRow("shape that is no list") << message;
    }

    void aDamagedReplyIsRefused()
    {
        QFETCH(const json, message);
        QVERIFY(isRefused([&] { decodeReply(message); }));
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
