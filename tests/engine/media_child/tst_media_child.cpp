#include "engine/media/audio_reader.h"
#include "engine/media/frame_server.h"
#include "engine/media/peak_pyramid.h"
#include "engine/media/video_reader.h"
#include "engine/media_child/media_template.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/support/odd_media.h"
#include "tests/support/waiting.h"

using namespace engine;
using support::frameNumber;

namespace {

/// The copies that a template has made and that have not ended.
std::vector<int> copiesOf(const MediaTemplate& original)
{
    std::vector<int> copies;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const int process = name.toInt(&isNumber);
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (!isNumber || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray status = file.readAll();
        const QList<QByteArray> fields = status.mid(status.lastIndexOf(')') + 2).split(' ');
        const bool hasEnded = fields[0] == "Z" || fields[0] == "X"; // the second while it is tidied up
        if (fields.size() > 1 && !hasEnded && fields[1].toInt() == original.process())
            copies.push_back(process);
    }
    return copies;
}

void killAll(const MediaTemplate& original)
{
    for (const int process : copiesOf(original))
        ::kill(process, SIGKILL);
}

/// What a frame server said, from whichever thread.
struct Heard {
    std::mutex mutex;
    std::vector<int> frames;
    std::vector<std::string> interruptions;
    std::vector<std::string> failures;

    FrameServer::Callbacks callbacks()
    {
        FrameServer::Callbacks all;
        all.frame = [this](const std::shared_ptr<const VideoFrame>& frame) {
            const std::lock_guard lock(mutex);
            frames.push_back(frameNumber(*frame));
        };
        all.failed = [this](const std::string& message) {
            const std::lock_guard lock(mutex);
            failures.push_back(message);
        };
        all.interrupted = [this](const std::string& message) {
            const std::lock_guard lock(mutex);
            interruptions.push_back(message);
        };
        return all;
    }
    int last()
    {
        const std::lock_guard lock(mutex);
        return frames.empty() ? -1 : frames.back();
    }
    std::vector<std::string> said(std::vector<std::string> Heard::*which)
    {
        const std::lock_guard lock(mutex);
        return this->*which;
    }
};

}

/// Media in confined processes: what happens when one ends, and how many there are.
class TestMediaChild : public QObject {
    Q_OBJECT

    support::OddMedia m_media;
    MediaTemplate m_template{PROGRAMS "/polylogue-media"};

private slots:
    void init()
    {
        QVERIFY(m_template.isThere());
        QTRY_VERIFY(copiesOf(m_template).empty());
    }

    void thePictureComesBackWhenWhatDecodesIsKilled()
    {
        Heard heard;
        FrameServer server(m_media.file("plain_30fps.mp4"), 0, 0, heard.callbacks());
        QTRY_COMPARE(heard.last(), 0);
        killAll(m_template);
        server.showFrame(70);
        QTRY_COMPARE(heard.last(), 70);
        const auto interruptions = heard.said(&Heard::interruptions);
        QCOMPARE(interruptions.size(), std::size_t{1});
        QVERIFY(
            interruptions.front().find("plain_30fps.mp4: the program that reads it (polylogue-media) ended")
            != std::string::npos);
        QVERIFY(heard.said(&Heard::failures).empty());
        server.showFrame(20);
        QTRY_COMPARE(heard.last(), 20);
        QCOMPARE(heard.said(&Heard::interruptions).size(), std::size_t{1});
    }

    void aPictureThatEndsItEveryTimeIsGivenUpAndOthersAreShown()
    {
        Heard heard;
        FrameServer server(m_media.file("plain_30fps.mp4"), 0, 0, heard.callbacks());
        QTRY_COMPARE(heard.last(), 0);
        std::atomic<bool> kills{true};
        std::thread killer([&] {
            while (kills)
                killAll(m_template);
        });
        int wished = 1; // one of them is in work when it is killed, again and again
        while (heard.said(&Heard::failures).empty() && wished < 600) {
            server.showFrame(static_cast<std::size_t>(wished++ % 119 + 1));
            QTest::qWait(5); // the passing of time is what is shown
        }
        kills = false;
        killer.join();
        if (heard.said(&Heard::failures).empty())
            QSKIP("every picture was there before the process was found");
        server.showFrame(0);
        server.showFrame(33);
        // Where the file could not be opened again either, the server is at its end, as for any such file.
        QTRY_VERIFY(heard.last() == 33 || copiesOf(m_template).empty());
    }

    void soundGoesOnWhereItWasWhenWhatDecodesIsKilled()
    {
        AudioReader whole(m_media.file("plain_30fps.mp4"), 16000, 1);
        std::vector<float> expected(32000);
        QCOMPARE(whole.read(expected), expected.size());
        AudioReader reader(m_media.file("plain_30fps.mp4"), 16000, 1);
        std::vector<float> got(32000);
        QCOMPARE(reader.read(std::span(got).first(9000)), std::size_t{9000});
        killAll(m_template);
        QCOMPARE(reader.read(std::span(got).subspan(9000)), std::size_t{23000});
        double farthest = 0.0; // a codec settles for some samples after a jump
        for (std::size_t i = 0; i < got.size(); ++i)
            farthest = std::max(farthest, static_cast<double>(std::abs(got[i] - expected[i])));
        QVERIFY2(farthest < 0.02, qPrintable(QString::number(farthest)));
    }

    void peaksAreMadeAnewWhenWhatDecodesIsKilled()
    {
        const auto expected = PeakPyramid::build(m_media.file("plain_30fps.mp4"));
        std::atomic<bool> isKilled{false};
        RunContext run;
        run.progress = [&](double fraction) {
            if (fraction > 0.2 && !isKilled.exchange(true))
                killAll(m_template);
        };
        const auto got = PeakPyramid::build(m_media.file("plain_30fps.mp4"), run);
        QVERIFY(isKilled);
        QVERIFY(std::ranges::equal(got->bins(), expected->bins()));
    }

    void aProcessEndsWithWhoeverOpenedTheFile()
    {
        {
            const VideoReader reader(m_media.file("plain_30fps.mp4"));
            const AudioReader sound(m_media.file("plain_30fps.mp4"));
            QCOMPARE(copiesOf(m_template).size(), std::size_t{2});
        }
        QTRY_VERIFY(copiesOf(m_template).empty());
    }

    void picturesThatAreKeptStayAsTheyAre()
    {
        VideoReader reader(m_media.file("plain_30fps.mp4"));
        std::vector<std::shared_ptr<const VideoFrame>> kept;
        for (std::size_t k = 0; k < 12; ++k) // more than there are places
            kept.push_back(reader.frame(k, 0, 0));
        for (std::size_t k = 0; k < kept.size(); ++k)
            QCOMPARE(frameNumber(*kept[k]), static_cast<int>(k));
    }

    void processesOfAWholeDayAreLeftBehindByNone()
    {
        for (int i = 0; i < 200; ++i) {
            VideoReader reader(m_media.file("plain_30fps.mp4"));
            QCOMPARE(frameNumber(*reader.frame(1, 160, 0)) >= -1, true);
        }
        QTRY_VERIFY(copiesOf(m_template).empty());
    }

    /// The last: the other template takes the place of the first for good.
    void filesOpenWithoutTheTemplateToo()
    {
        {
            const MediaTemplate other(PROGRAMS
                                      "/polylogue-media"); // takes the place of the first in the environment
            ::kill(other.process(), SIGKILL);
            VideoReader reader(m_media.file("plain_30fps.mp4"));
            QCOMPARE(frameNumber(*reader.frame(5, 0, 0)), 5);
        }
        VideoReader reader(m_media.file("plain_30fps.mp4"));
        QCOMPARE(frameNumber(*reader.frame(6, 0, 0)), 6);
    }
};

QTEST_GUILESS_MAIN(TestMediaChild)
#include "tst_media_child.moc"
