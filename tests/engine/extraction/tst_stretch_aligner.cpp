#include "engine/core/error.h"
#include "engine/extraction/speech_sound.h"
#include "engine/extraction/stretch_aligner.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/timed_speech.h"
#include "tests/support/waiting.h"

using namespace engine;
using test::TimedSpeech;

namespace {

const std::filesystem::path kTalk = std::filesystem::path(DEMO) / "media" / "ada_1.mp4";

/// The talk's words [first, last) with a bit of sound around them.
SpokenStretch stretchOf(const TimedSpeech& speech, std::size_t first, std::size_t last)
{
    SpokenStretch stretch;
    stretch.sound = {first == 0 ? 0.0 : speech.words[first - 1].time.end, speech.words[last].time.start};
    for (std::size_t i = first; i < last; ++i)
        stretch.words.push_back(speech.words[i].text);
    return stretch;
}

double worstStart(const TimedSpeech& speech, std::size_t first, const StretchTimes& times)
{
    double worst = 0.0;
    for (std::size_t i = 0; i < times.words.size(); ++i)
        worst = std::max(worst, std::abs(times.words[i]->time.start - speech.words[first + i].time.start));
    return worst;
}

}

class StretchAlignerTest : public QObject {
    Q_OBJECT

private slots:
    /// The sound that is read as it is looked at is the one that is read whole, wherever one looks.
    void soundIsReadPieceByPiece()
    {
        const std::filesystem::path media = DEMO "/media/grid_talk_a.mp4";
        const std::vector<float> whole = speechSound(media, {0.0, 1e9});
        ReadSound read(media, {});
        QCOMPARE(read.size(), whole.size());
        QVERIFY(!read.isSilent());
        const std::size_t size = whole.size();
        for (const auto& [first, end] :
             std::initializer_list<std::pair<std::size_t, std::size_t>>{{0, 100},
                                                                        {50'000, 130'000},
                                                                        {49'000, 60'000},
                                                                        {400'000, 430'000},
                                                                        {100, 20'000},
                                                                        {size - 5, size},
                                                                        {size, size}}) {
            const std::span<const float> piece = read.samples(first, end);
            QCOMPARE(piece.size(), end - first);
            QVERIFY(std::ranges::equal(piece, std::span(whole).subspan(first, end - first)));
        }
    }

    void initTestCase() { m_speech = test::demoSpeech(DEMO, {"ada_1"}).front(); }

    void messagesComeBackAsTheyWere()
    {
        const StretchWish wish{
            7, "/a b/\xc3\xa9.mp4", true, "/model", {{{1.5, 2.25}, {"naïve", "\"quoted\"", "–"}}}};
        QVERIFY(stretchWishIn(lineOf(wish)) == wish);
        const StretchReply reply{
            8, std::nullopt, "", {{{SpokenTime{{1.5, 1.75}, 0.5, 0.01, 0.02, true}, std::nullopt}, "Why."}}};
        QVERIFY(stretchReplyIn(lineOf(reply)) == reply);
        const StretchReply far{9, 0.25, "", {}};
        QVERIFY(stretchReplyIn(lineOf(far)) == far);
        QCOMPARE(lineOf(wish).find('\n'), std::string::npos);
        for (const char* line : {"", "no", "{}", "{\"id\":\"x\"}"}) {
            QVERIFY_EXCEPTION_THROWN(stretchWishIn(line), FormatError);
            QVERIFY_EXCEPTION_THROWN(stretchReplyIn(line), FormatError);
        }
    }

    void aStretchLiesWhereItIsSaid()
    {
        StretchAligner aligner(Installation::ofThisProgram());
        const StretchReply reply = aligner.answer({3, kTalk, false, {}, {stretchOf(m_speech, 5, 15)}});
        QCOMPARE(reply.id, std::uint64_t(3));
        QCOMPARE(reply.stretches.size(), std::size_t(1));
        QCOMPARE(reply.stretches[0].words.size(), std::size_t(10));
        QVERIFY2(worstStart(m_speech, 5, reply.stretches[0]) < 0.08,
                 qPrintable(QString::number(worstStart(m_speech, 5, reply.stretches[0]))));
        QCOMPARE(reply.stretches[0].reason, std::string());
    }

    void theSameWordsWhateverWasAlignedBefore()
    {
        const StretchWish wish{1, kTalk, false, {}, {stretchOf(m_speech, 5, 15)}};
        StretchAligner fresh(Installation::ofThisProgram());
        const StretchReply first = fresh.answer(wish);
        StretchAligner used(Installation::ofThisProgram());
        used.answer({2, kTalk, false, {}, {stretchOf(m_speech, 0, 20), {{0.0, 3.0}, {"quite", "wrong"}}}});
        QVERIFY(used.answer(wish) == first);
        QVERIFY(used.answer(wish) == first);
    }

    /// A stretch without words is only read; the next answer about its sound is the same.
    void whatWasPreparedChangesNothing()
    {
        const StretchWish wish{1, kTalk, false, {}, {stretchOf(m_speech, 5, 15)}};
        StretchAligner fresh(Installation::ofThisProgram());
        const StretchReply first = fresh.answer(wish);
        StretchWish ahead = wish;
        ahead.stretches[0].words.clear();
        QVERIFY(isQuestion(wish) && !isQuestion(ahead));
        StretchAligner prepared(Installation::ofThisProgram());
        const StretchReply nothing = prepared.answer(ahead);
        QCOMPARE(nothing.stretches.size(), std::size_t(1));
        QVERIFY(nothing.stretches[0].words.empty() && nothing.problem.empty());
        QVERIFY(prepared.answer(wish) == first);
        // another file in its place is read anew
        QTemporaryDir folder;
        const std::filesystem::path copy = folder.filePath(QStringLiteral("talk.mp4")).toStdString();
        std::filesystem::copy_file(std::filesystem::path(DEMO) / "media" / "bert_1.mp4", copy);
        StretchWish moved = wish;
        moved.media = copy;
        StretchAligner other(Installation::ofThisProgram());
        const StretchReply wrong = other.answer(moved);
        std::filesystem::copy_file(kTalk, copy, std::filesystem::copy_options::overwrite_existing);
        QVERIFY(wrong != first);
        QVERIFY(other.answer(moved) == first);
    }

    void partsOfAWordAreOneAndWhatIsNotSaidHasNoTime()
    {
        SpokenStretch stretch = stretchOf(m_speech, 5, 15);
        stretch.words[3] = stretch.words[3] + "-" + stretch.words[4];
        stretch.words[4] = "–";
        StretchAligner aligner(Installation::ofThisProgram());
        const StretchTimes times = aligner.answer({1, kTalk, false, {}, {stretch}}).stretches.front();
        QCOMPARE(times.words.size(), std::size_t(10));
        QVERIFY(!times.words[4]);
        QVERIFY(std::abs(times.words[3]->time.start - m_speech.words[8].time.start) < 0.08);
        QVERIFY(std::abs(times.words[3]->time.end - m_speech.words[9].time.end) < 0.12);
    }

    void theProgramAnswersUntilItsInputEnds()
    {
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-extract"), {QStringLiteral("--serve")});
        const auto ask = [&](const StretchWish& wish) {
            program.write((lineOf(wish) + "\n").c_str());
            StretchReply reply;
            do {
                while (!program.canReadLine() && program.waitForReadyRead(support::kPatience)) {
                }
                reply = stretchReplyIn(program.readLine().toStdString());
            } while (reply.progress);
            return reply;
        };
        QVERIFY(ask({1, kTalk, false, {}, {}}).stretches.empty()); // the model is loaded
        SpokenStretch ten = stretchOf(m_speech, 0, m_speech.words.size() - 1);
        while (ten.sound.length() > 10.0) {
            ten.words.pop_back();
            ten.sound.end = m_speech.words[ten.words.size()].time.start;
        }
        const StretchReply reply = ask({2, kTalk, false, {}, {ten}});
        qint64 least = std::numeric_limits<qint64>::max(); // what others do on the machine does not count
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer clock;
            clock.start();
            QVERIFY(ask({2, kTalk, false, {}, {ten}}) == reply);
            least = std::min(least, clock.elapsed());
        }
        qInfo("%.1f s of sound, %d words: %d ms", ten.sound.length(), int(ten.words.size()), int(least));
        QCOMPARE(reply.problem, std::string());
        QVERIFY(worstStart(m_speech, 0, reply.stretches.front()) < 0.1);
        QVERIFY(ask({3, "/nowhere.mp4", false, {}, {ten}}).problem.find("nowhere.mp4") != std::string::npos);
        QVERIFY(ask({4, kTalk, false, {}, {ten}}).stretches == reply.stretches);
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished(support::kPatience));
        QCOMPARE(program.exitCode(), 0);
    }

private:
    TimedSpeech m_speech;
};

QTEST_GUILESS_MAIN(StretchAlignerTest)

#include "tst_stretch_aligner.moc"
