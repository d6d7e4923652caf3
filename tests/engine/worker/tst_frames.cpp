#include "engine/core/error.h"
#include "engine/worker/frames.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace engine;
using nlohmann::json;

class TestFrames : public QObject {
    Q_OBJECT

private slots:
    void aFrameComesBackAsTheMessage()
    {
        const json message{{"op", "predict"}, {"data", json::binary({0, 1, 255})}};
        FrameReader reader;
        reader.feed(encodeFrame(message));
        QVERIFY(reader.next() == message);
        QVERIFY(!reader.next());
    }

    void theLengthIsLittleEndian()
    {
        // 7 is the one byte 0x07 in CBOR.
        QVERIFY(encodeFrame(7) == std::string("\x01\x00\x00\x00\x07", 5));
    }

    void bytesMayArriveOneByOne()
    {
        const std::string frame = encodeFrame({{"text", "hello"}});
        FrameReader reader;
        for (std::size_t i = 0; i + 1 < frame.size(); ++i) {
            reader.feed(std::string_view(frame).substr(i, 1));
            QVERIFY(!reader.next());
        }
        reader.feed(std::string_view(frame).substr(frame.size() - 1));
        QVERIFY(reader.next() == json({{"text", "hello"}}));
    }

    void severalFramesMayArriveAtOnce()
    {
        FrameReader reader;
        reader.feed(encodeFrame(1) + encodeFrame(2) + encodeFrame(3).substr(0, 3));
        QVERIFY(reader.next() == json(1));
        QVERIFY(reader.next() == json(2));
        QVERIFY(!reader.next());
        reader.feed(encodeFrame(3).substr(3));
        QVERIFY(reader.next() == json(3));
    }

    void aFrameOverTheLimitIsRefusedBeforeItArrives()
    {
        FrameReader reader(100);
        reader.feed(encodeFrame(std::string(200, 'x')).substr(0, 4));
        QVERIFY_THROWS_EXCEPTION(FormatError, reader.next());
    }

    void aMessageOfTooManyValuesIsRefused()
    {
        FrameReader reader(4);
        reader.setLimit(1000);
        reader.feed(encodeFrame({1, 2, 3, 4})); // with the list that holds these
        QVERIFY(decodeMessage(*reader.nextFrame(), 5) == json({1, 2, 3, 4}));
        reader.feed(encodeFrame({1, 2, 3, 4, 5}));
        const std::string frame(*reader.nextFrame());
        QVERIFY_THROWS_EXCEPTION(FormatError, decodeMessage(frame, 5));
        QVERIFY(decodeMessage(frame, 6) == json({1, 2, 3, 4, 5}));
    }

    void garbageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("cbor");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("reserved initial byte") << QByteArray("\x1c", 1);
        QTest::newRow("string cut short") << QByteArray("\x65he", 3);
        QTest::newRow("bytes after the message") << QByteArray("\x01\x01", 2);
        QTest::newRow("array of 2^60 elements") << QByteArray("\x9b\x10\0\0\0\0\0\0\0", 9);
        QTest::newRow("a million arrays inside each other") << QByteArray(1'000'000, '\x81');
        QTest::newRow("a million open arrays") << QByteArray(1'000'000, '\x9f');
        QTest::newRow("a million open texts") << QByteArray(1'000'000, '\x7f');
        QTest::newRow("a million open runs of bytes") << QByteArray(1'000'000, '\x5f');
        QTest::newRow("open texts in a list") << QByteArray("\x82\x01\x7f\x7f\x61\x61\xff\xff", 8);
        QTest::newRow("a million tags") << QByteArray(1'000'000, '\xc1');
    }

    void garbageIsRefused()
    {
        QFETCH(const QByteArray, cbor);
        std::string frame(4, '\0');
        for (std::size_t i = 0; i < 4; ++i)
            frame[i] = static_cast<char>(static_cast<std::size_t>(cbor.size()) >> (8 * i));
        frame.append(cbor.constData(), static_cast<std::size_t>(cbor.size()));
        FrameReader reader;
        reader.feed(frame);
        try {
            reader.next();
            QFAIL("garbage was accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("bad_frame"));
        }
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
