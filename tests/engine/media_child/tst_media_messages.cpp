#include "engine/core/error.h"
#include "engine/media_messages/media_messages.h"
#include "engine/media_messages/message_socket.h"
#include "engine/media_messages/shared_pictures.h"

#include <QTest>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

using namespace engine;

namespace {

std::string frameOf(std::uint32_t head, std::uint32_t bytes, std::string_view rest)
{
    const std::array<std::uint32_t, 2> lengths{head, bytes};
    std::string frame(sizeof lengths, '\0');
    std::memcpy(frame.data(), lengths.data(), sizeof lengths);
    return frame.append(rest);
}

/// What a process gets that receives these bytes, after which the line is closed.
std::optional<MediaMessage> received(const std::string& bytes)
{
    auto [ours, others] = makeLine();
    std::thread writer([&bytes, line = std::move(others)] {
        const char* next = bytes.data();
        std::size_t left = bytes.size();
        while (left > 0) {
            const ssize_t sent = ::write(line.get(), next, left);
            if (sent <= 0)
                break;
            next += sent;
            left -= static_cast<std::size_t>(sent);
        }
    });
    MessageSocket socket(std::move(ours));
    auto message = socket.receive();
    writer.join();
    return message;
}

}

/// What a media process that fell into wrong hands may say, and what becomes of it.
class TestMediaMessages : public QObject {
    Q_OBJECT

private slots:
    void messagesArriveAsTheyWereSent()
    {
        auto [one, two] = makeLine();
        MessageSocket sender(std::move(one));
        MessageSocket receiver(std::move(two));
        const std::string bytes(100'000, 'x');
        const int memory = ::memfd_create("test", MFD_CLOEXEC);
        std::thread sending([&] {
            sender.send({{"do", "this"}}, bytes, memory);
            sender.send({{"do", "that"}});
        });
        const auto first = receiver.receive();
        const auto second = receiver.receive();
        sending.join();
        ::close(memory);
        QVERIFY(first && second);
        QCOMPARE(first->head.at("do").get<std::string>(), std::string("this"));
        QCOMPARE(std::string(first->bytes.begin(), first->bytes.end()), bytes);
        QVERIFY(static_cast<bool>(first->handle));
        QVERIFY(!second->handle);
    }

    void whatIsNoMessageEndsTheLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        row("nothing", "");
        row("half of a length", std::string(5, '\1'));
        row("a head as long as memory", frameOf(0xFFFFFFFFU, 0, ""));
        row("more bytes than any answer has", frameOf(1, 0xFFFFFFFFU, "\xa0"));
        row("no CBOR", frameOf(3, 0, "\xff\xff\xff"));
        row("no object", frameOf(1, 0, "\x01"));
        row("nested without end", frameOf(100'000, 0, std::string(100'000, '\x81')));
        row("less than it says", frameOf(10, 0, "\xa0"));
    }
    void whatIsNoMessageEndsTheLine()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!received(bytes.toStdString()));
    }

    void indexesAreTakenOnlyInOrder()
    {
        const FrameIndex index({{0, -1, true}, {3, -1, false}, {6, -1, false}}, 0.01, 0.0, 0.03, true);
        IndexPart part = partOf(index, 0);
        const auto read = [&] { return indexWith({}, part.head, {part.bytes.data(), part.bytes.size()}); };
        const FrameIndex same = read();
        QCOMPARE(same.size(), index.size());
        QCOMPARE(same.time(2), index.time(2));
        QVERIFY(same.entry(0).key && !same.entry(1).key && same.complete());
        const FrameIndex rest = indexWith(FrameIndex({{0, -1, true}}, 0.01, 0.0, 0.03, false),
                                          partOf(index, 1).head,
                                          {part.bytes.data() + sizeof(FrameIndex::Entry),
                                           2 * sizeof(FrameIndex::Entry)});
        QCOMPARE(rest.size(), std::size_t{3});
        part.bytes.pop_back();
        QVERIFY_EXCEPTION_THROWN(read(), FormatError);
        part = partOf(index, 0);
        std::swap_ranges(part.bytes.begin(), part.bytes.begin() + 32, part.bytes.begin() + 32);
        QVERIFY_EXCEPTION_THROWN(read(), FormatError);
        part = partOf(index, 0);
        part.head["from"] = 7;
        QVERIFY_EXCEPTION_THROWN(read(), FormatError);
        part.head["from"] = 0;
        part.head["tick"] = -1.0;
        QVERIFY_EXCEPTION_THROWN(read(), FormatError);
    }

    void infosOfImpossibleMediaAreRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<double>("value");
        QTest::newRow("wider than any picture") << "width" << 1e7;
        QTest::newRow("no height") << "height" << 0.0;
        QTest::newRow("no rate") << "sample_rate" << 0.0;
        QTest::newRow("endless") << "duration" << std::numeric_limits<double>::infinity();
    }
    void infosOfImpossibleMediaAreRefused()
    {
        QFETCH(QString, field);
        QFETCH(double, value);
        MediaInfo info;
        info.hasVideo = info.hasAudio = true;
        info.width = info.height = 100;
        info.sampleRate = 16000;
        info.channels = 1;
        nlohmann::json json = jsonOf(info);
        QCOMPARE(mediaInfoIn(json, std::filesystem::path("a.mp4")).width, 100);
        json[field.toStdString()] = value;
        QVERIFY_EXCEPTION_THROWN(mediaInfoIn(json, std::filesystem::path("a.mp4")), FormatError);
    }

    void errorsComeOutAsTheyWentIn()
    {
        const auto thrown = [](const std::exception& error) { throwErrorIn(jsonOf(error), "a.mp4"); };
        QVERIFY_EXCEPTION_THROWN(thrown(Cancelled()), Cancelled);
        QVERIFY_EXCEPTION_THROWN(thrown(std::bad_alloc()), std::bad_alloc);
        QVERIFY_EXCEPTION_THROWN(thrown(FormatError("x", "a.mp4", "y")), FormatError);
        const std::string absolute = std::filesystem::absolute("a.mp4").string();
        try {
            thrown(IoError("not_media", absolute, "is empty."));
            QFAIL("nothing was thrown");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("not_media"));
            QCOMPARE(std::string(error.what()), std::string("a.mp4: is empty."));
        }
    }

    void sharedMemoryOfAnotherSizeIsRefused()
    {
        const auto pictures = SharedPictures::make(5000);
        const auto taken = [&](int handle, std::size_t bytes) {
            const Descriptor own(::dup(handle));
            return SharedPictures::take(own, bytes);
        };
        const auto same = taken(pictures->handle(), pictures->bytes());
        same->place(3)[0] = 42;
        QCOMPARE(pictures->place(3)[0], std::uint8_t{42});
        QVERIFY_EXCEPTION_THROWN(taken(pictures->handle(), 4 * pictures->bytes()), FormatError);
        const Descriptor unsealed(::memfd_create("test", MFD_CLOEXEC));
        QCOMPARE(::ftruncate(unsealed.get(), static_cast<off_t>(4096 * SharedPictures::kPlaces)), 0);
        QVERIFY_EXCEPTION_THROWN(taken(unsealed.get(), 4096), FormatError);
        QVERIFY(::ftruncate(pictures->handle(), 0) != 0); // neither end can take it from the other
    }

    void placesAreFreeAgainWhenNobodyLooks()
    {
        const auto pictures = SharedPictures::make(4096);
        std::vector<SharedPictures::Place> places;
        for (std::size_t i = 0; i + 1 < SharedPictures::kPlaces; ++i) {
            places.push_back(pictures->reserve());
            QVERIFY(!places.back().isLast);
        }
        for (int i = 0; i < 3; ++i)
            QVERIFY(pictures->reserve().isLast); // and let go at once
        places.pop_back();
        QVERIFY(!pictures->reserve().isLast);
    }
};

QTEST_GUILESS_MAIN(TestMediaMessages)
#include "tst_media_messages.moc"
