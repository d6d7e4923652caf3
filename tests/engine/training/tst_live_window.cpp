#include "engine/media/audio_reader.h"
#include "engine/media/video_reader.h"
#include "engine/training/media/live_window.h"
#include "engine/training/media/segment_reader.h"

#include <QTest>

using namespace engine;

namespace {

constexpr const char* kSpeaker = DEMO "/media/bert_1.mp4";

/// A window that was given the first seconds of a recording, frame by frame.
void give(LiveWindow& window, double seconds)
{
    VideoReader video(MediaFile{kSpeaker});
    AudioReader audio(MediaFile(kSpeaker), kSegmentSoundRate, 1);
    std::vector<float> piece(3200);
    std::size_t sample = 0;
    for (std::size_t frame = 0; video.index().time(frame) < seconds; ++frame) {
        window.addPicture(video.frame(frame, kLargestSegmentFrame, kLargestSegmentFrame));
        while (static_cast<double>(sample) / kSegmentSoundRate < video.index().time(frame)) {
            audio.read(piece);
            window.addSound(static_cast<double>(sample) / kSegmentSoundRate, piece);
            sample += piece.size();
        }
    }
}

}

class TestLiveWindow : public QObject {
    Q_OBJECT

private slots:
    void aSpanIsWhatAReaderMakesOfIt_data()
    {
        QTest::addColumn<bool>("isFace");
        QTest::addColumn<double>("start");
        QTest::newRow("faces, from the start") << true << 0.0;
        QTest::newRow("faces, later") << true << 1.5;
        QTest::newRow("middle") << false << 2.0;
    }

    void aSpanIsWhatAReaderMakesOfIt()
    {
        QFETCH(const bool, isFace);
        QFETCH(const double, start);
        MediaOptions options;
        options.frames = isFace ? MediaOptions::Frames::Face : MediaOptions::Frames::Centre;
        LiveWindow window(options, 2.0);
        give(window, start + 2.0 + 0.3);
        LiveWindow::Spent spent;
        const SegmentMedia seen = window.read({start, start + 2.0}, spent);
        const SegmentMedia expected = SegmentReader(kSpeaker, options).read({start, start + 2.0}, {});
        QCOMPARE(seen.frames, std::size_t(4));
        QCOMPARE(seen.faces, expected.faces);
        QCOMPARE(seen.found, expected.found);
        QCOMPARE(seen.count, expected.count);
        QCOMPARE(seen.pieces, expected.pieces);
        QVERIFY(std::abs(window.newestInSpan() - (start + 1.5)) <= 0.04);
    }

    void whatIsKnownAheadIsThatOfTheWholeSpan_data()
    {
        QTest::addColumn<bool>("isFace");
        QTest::newRow("faces") << true;
        QTest::newRow("middle") << false;
    }

    void whatIsKnownAheadIsThatOfTheWholeSpan()
    {
        QFETCH(const bool, isFace);
        MediaOptions options;
        options.frames = isFace ? MediaOptions::Frames::Face : MediaOptions::Frames::Centre;
        constexpr Interval span{1.0, 3.0};
        LiveWindow::Progress done{span};
        LiveWindow::Spent spent;
        SegmentMedia ahead;
        for (const double until : {1.2, 1.9, 2.5, 2.9}) { // each time from the beginning: as much, and more
            LiveWindow window(options, 2.0);
            give(window, until);
            for (;;) {
                const SegmentMedia more = window.readAhead(done, 2, spent);
                if (more.frames == 0 && more.count == 0)
                    break;
                QVERIFY(more.count <= 2);
                ahead.faces.insert(ahead.faces.end(), more.faces.begin(), more.faces.end());
                ahead.pieces.insert(ahead.pieces.end(), more.pieces.begin(), more.pieces.end());
                ahead.frames += more.frames;
                ahead.count += more.count;
            }
        }
        LiveWindow window(options, 2.0);
        give(window, 3.3);
        const SegmentMedia whole = window.read(span, spent);
        QCOMPARE(whole.frames, std::size_t(4));
        QCOMPARE(whole.count, std::size_t(6)); // five pieces, and the frame at the very end
        QCOMPARE(ahead.frames, std::size_t(4));
        QCOMPARE(ahead.count, std::size_t(5));
        QCOMPARE(ahead.faces, whole.faces);
        QCOMPARE(ahead.pieces,
                 std::vector<float>(whole.pieces.begin(),
                                    whole.pieces.begin() + static_cast<std::ptrdiff_t>(ahead.pieces.size())));
    }

    void facesAreLookedForOnce()
    {
        LiveWindow window(MediaOptions{}, 2.0);
        give(window, 2.0);
        LiveWindow::Spent first, second;
        const SegmentMedia one = window.read({0.0, 2.0}, first);
        const SegmentMedia other = window.read({0.0, 2.0}, second);
        QCOMPARE(one.faces, other.faces);
        QVERIFY(first.faces > 0.0);
        QCOMPARE(second.faces, 0.0);
    }

    void whatWasNeverHeardIsSilence()
    {
        LiveWindow window(MediaOptions{}, 1.0);
        window.addSound(0.0, std::vector<float>(1600, 0.5F));
        window.addSound(0.5, std::vector<float>(8000, 0.5F));
        LiveWindow::Spent spent;
        const SegmentMedia heard = window.read({0.0, 1.0}, spent);
        QCOMPARE(heard.frames, std::size_t(0));
        QCOMPARE(heard.count, std::size_t(3));
        SegmentMedia expected;
        std::vector<float> sound(16000, 0.5F);
        std::fill(sound.begin() + 1600, sound.begin() + 8000, 0.0F);
        SegmentSenses(MediaOptions{}).hear(sound, expected);
        QCOMPARE(heard.pieces, expected.pieces);
    }
};

QTEST_GUILESS_MAIN(TestLiveWindow)
#include "tst_live_window.moc"
