#include "engine/core/error.h"
#include "engine/features/speech/word_aligner.h"

#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/timed_speech.h"

using namespace engine;
using test::BoundaryErrors;
using test::TimedSpeech;

namespace {

WordAlignment alignWhole(WordAligner& aligner, const TimedSpeech& speech, const AlignOptions& options = {})
{
    const TranscriptPart part{speech.transcript(), std::nullopt};
    return aligner.align(speech.sound, {&part, 1}, options);
}

/// The words from `first` to `end`, with the time of the first and the last, made rough.
TranscriptPart roughPart(const TimedSpeech& speech, std::size_t first, std::size_t end, double off)
{
    TranscriptPart part;
    for (std::size_t i = first; i < end; ++i)
        part.text += speech.words[i].text + " ";
    part.roughly = Interval{speech.words[first].time.start + off, speech.words[end - 1].time.end + off};
    return part;
}

/// Two minutes, by several speakers.
TimedSpeech longSpeech()
{
    TimedSpeech joined;
    for (const TimedSpeech& one : test::demoSpeech(
             DEMO, {"ada_1", "ada_2", "bert_1", "bert_3", "cleo_1", "cleo_2", "dan_1", "dan_2", "eve_1"})) {
        const double offset = static_cast<double>(joined.sound.size()) / kSpeechRate;
        joined.sound.insert(joined.sound.end(), one.sound.begin(), one.sound.end());
        for (test::TimedWord word : one.words) {
            word.time = {word.time.start + offset, word.time.end + offset};
            joined.words.push_back(word);
        }
    }
    return joined;
}

double shareOfDoubtful(const WordAlignment& alignment)
{
    const auto doubtful = std::ranges::count_if(alignment.words, &AlignedWord::isDoubtful);
    return static_cast<double>(doubtful) / static_cast<double>(alignment.words.size());
}

}

class WordAlignerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_aligner = std::make_unique<WordAligner>(defaultSpeechModel(), Installation::ofThisProgram());
        std::vector<TimedSpeech> speech = test::demoSpeech(DEMO, {"ada_1", "bert_2", "grid_talk_a"});
        m_ada = std::move(speech[0]);
        m_bert = std::move(speech[1]);
        m_real = std::move(speech[2]);
    }

    void wordsAreWhereTheyAreSaid()
    {
        const WordAlignment found = alignWhole(*m_aligner, m_ada);
        QVERIFY2(found.fits, found.reason.c_str());
        BoundaryErrors errors;
        QVERIFY(errors.add(found.words, m_ada.words));
        QVERIFY2(errors.all().mean < 15.0, qPrintable(QString::number(errors.all().mean)));
        QVERIFY2(errors.f1() > 0.85, qPrintable(QString::number(errors.f1())));
        QVERIFY(shareOfDoubtful(found) < 0.1);
    }

    void refinementHelps()
    {
        AlignOptions plain;
        plain.refine = false;
        BoundaryErrors before;
        BoundaryErrors after;
        for (const TimedSpeech* speech : {&m_ada, &m_bert}) {
            QVERIFY(before.add(alignWhole(*m_aligner, *speech, plain).words, speech->words));
            QVERIFY(after.add(alignWhole(*m_aligner, *speech).words, speech->words));
        }
        QVERIFY(after.f1() > before.f1() + 0.05);
        QVERIFY(after.all().mean < before.all().mean);
    }

    void realSpeakerWithLooseEdges()
    {
        AlignOptions options;
        options.pad = EdgePadding{};
        BoundaryErrors errors;
        QVERIFY(errors.add(alignWhole(*m_aligner, m_real, options).words, m_real.words));
        QVERIFY2(errors.all().mean < 25.0, qPrintable(QString::number(errors.all().mean)));
        QVERIFY2(errors.all().within100 > 0.97, qPrintable(QString::number(errors.all().within100)));
    }

    void wordsAndPhonesTouchAndDoNotOverlap()
    {
        const WordAlignment found = alignWhole(*m_aligner, m_bert);
        double last = 0.0;
        for (const AlignedWord& word : found.words) {
            QVERIFY(word.time.start >= last && word.time.length() > 0.0);
            last = word.time.end;
            QVERIFY(!word.phones.empty());
            QCOMPARE(word.phones.front().time.start, word.time.start);
            QCOMPARE(word.phones.back().time.end, word.time.end);
            for (std::size_t i = 1; i < word.phones.size(); ++i)
                QCOMPARE(word.phones[i].time.start, word.phones[i - 1].time.end);
            for (const AlignedPhone& phone : word.phones)
                QVERIFY(phone.time.length() > 0.0);
            QVERIFY(word.startError > 0.0 && word.endError > 0.0);
        }
    }

    void sameCallGivesTheSameTimes()
    {
        const WordAlignment first = alignWhole(*m_aligner, m_ada);
        AlignOptions noisy;
        noisy.denoise = true;
        const WordAlignment firstNoisy = alignWhole(*m_aligner, m_real, noisy);
        alignWhole(*m_aligner, m_bert);
        QVERIFY(alignWhole(*m_aligner, m_ada) == first);
        WordAligner fresh(defaultSpeechModel(), Installation::ofThisProgram());
        QVERIFY(alignWhole(fresh, m_ada) == first);
        alignWhole(fresh, m_bert, noisy);
        QVERIFY(alignWhole(fresh, m_real, noisy) == firstNoisy);
    }

    void partsAreSoughtAroundTheirRoughTimes()
    {
        const std::size_t middle = m_ada.words.size() / 2;
        const std::vector<TranscriptPart> parts{roughPart(m_ada, 0, middle, 0.2),
                                                roughPart(m_ada, middle, m_ada.words.size(), -0.2)};
        const WordAlignment found = m_aligner->align(m_ada.sound, parts);
        BoundaryErrors errors;
        QVERIFY(errors.add(found.words, m_ada.words));
        QVERIFY2(errors.all().mean < 15.0, qPrintable(QString::number(errors.all().mean)));
        QCOMPARE(found.words.front().part, 0U);
        QCOMPARE(found.words.back().part, 1U);
    }

    void stretchIsAlignedAgainInItsPlace()
    {
        const WordAlignment whole = alignWhole(*m_aligner, m_ada);
        const TranscriptPart part = roughPart(m_ada, 10, 25, 0.0);
        const WordAlignment found = m_aligner->align(m_ada.sound, {&part, 1});
        QCOMPARE(found.words.size(), 15U);
        for (std::size_t i = 0; i < 15; ++i)
            QVERIFY(std::abs(found.words[i].time.start - whole.words[i + 10].time.start) < 0.06);
    }

    void longSoundIsCutAtPauses()
    {
        const TimedSpeech joined = longSpeech();
        std::vector<double> progress;
        const RunContext run{{}, [&](double fraction) { progress.push_back(fraction); }};
        const TranscriptPart part{joined.transcript(), std::nullopt};
        const WordAlignment found = m_aligner->align(joined.sound, {&part, 1}, {}, run);
        QVERIFY2(found.fits, found.reason.c_str());
        BoundaryErrors errors;
        QVERIFY(errors.add(found.words, joined.words));
        QVERIFY2(errors.all().within100 > 0.97, qPrintable(QString::number(errors.all().within100)));
        QVERIFY(progress.size() >= 3 && std::ranges::is_sorted(progress) && progress.back() == 1.0);
    }

    void longTranscriptFindsItsWayAgain()
    {
        const TimedSpeech joined = longSpeech();
        const std::string unsaid
            = "none of these seventeen words is said by anybody here so nobody can ever find them";
        std::string text;
        const std::size_t at = 120;
        for (std::size_t i = 0; i < joined.words.size(); ++i)
            text += (i == at ? unsaid + " " : std::string()) + joined.words[i].text + " ";
        const TranscriptPart part{text, std::nullopt};
        WordAlignment found = m_aligner->align(joined.sound, {&part, 1});
        const auto first = found.words.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = first + static_cast<std::ptrdiff_t>(found.words.size() - joined.words.size());
        QVERIFY(std::count_if(first, end, [](const AlignedWord& word) { return word.isDoubtful; }) > 8);
        found.words.erase(first, end);
        BoundaryErrors errors;
        QVERIFY(errors.add(found.words, joined.words));
        QVERIFY2(errors.all().within100 > 0.9, qPrintable(QString::number(errors.all().within100)));
    }

    /// A passage that is said and not written, or written and not said, at the beginning, inside, at the end:
    /// the other words stay where they are, and the place is told.
    void passagesThatAreMissingAreTold_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<bool>("isAdded");
        for (const bool isAdded : {false, true}) {
            QTest::addRow("%s, at the beginning", isAdded ? "not said" : "not written") << 0 << isAdded;
            QTest::addRow("%s, inside", isAdded ? "not said" : "not written") << 19 << isAdded;
            QTest::addRow("%s, at the end", isAdded ? "not said" : "not written") << 39 << isAdded;
        }
    }
    void passagesThatAreMissingAreTold()
    {
        QFETCH(int, first);
        QFETCH(bool, isAdded);
        constexpr std::size_t count = 8;
        const auto at = static_cast<std::size_t>(first);
        TimedSpeech changed = m_ada;
        const auto place = changed.words.begin() + first;
        if (isAdded)
            changed.words.insert(place, m_bert.words.begin() + 10, m_bert.words.begin() + 10 + count);
        else
            changed.words.erase(place, place + count);
        WordAlignment found = alignWhole(*m_aligner, changed);
        QCOMPARE(found.words.size(), changed.words.size());
        QVERIFY(!found.fits);
        if (isAdded) {
            QVERIFY(found.unwritten.empty());
            QCOMPARE(found.unspoken.size(), std::size_t(1));
            QVERIFY(found.unspoken[0].first + 1 >= at && found.unspoken[0].first <= at + 1);
            QVERIFY(found.unspoken[0].end + 1 >= at + count && found.unspoken[0].end <= at + count + 1);
            QVERIFY2(found.reason.starts_with("Words that are not said: “"), found.reason.c_str());
            for (std::size_t i = at; i < at + count; ++i)
                QVERIFY(found.words[i].isDoubtful);
            found.words.erase(found.words.begin() + first, found.words.begin() + first + count);
            changed.words = m_ada.words;
        } else {
            const Interval said{m_ada.words[at].time.start, m_ada.words[at + count - 1].time.end};
            QVERIFY(found.unspoken.empty());
            QCOMPARE(found.unwritten.size(), std::size_t(1));
            QVERIFY(found.unwritten[0].overlap(said) > 0.8 * said.length());
            QVERIFY2(found.reason.starts_with("Speech without words at "), found.reason.c_str());
            QVERIFY(at == 0 || found.words[at - 1].isDoubtful);
            QVERIFY(at >= found.words.size() || found.words[at].isDoubtful);
        }
        BoundaryErrors errors;
        QVERIFY(errors.add(found.words, changed.words));
        QVERIFY2(errors.all().within50 > 0.9, qPrintable(QString::number(errors.all().within50)));
    }

    void wholeTranscriptsLackNothing()
    {
        for (const TimedSpeech* speech : {&m_ada, &m_bert, &m_real}) {
            const WordAlignment found = alignWhole(*m_aligner, *speech);
            QVERIFY2(found.fits && found.unwritten.empty() && found.unspoken.empty(), found.reason.c_str());
        }
    }

    void workIsStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        const TranscriptPart part{m_ada.transcript(), std::nullopt};
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 m_aligner->align(m_ada.sound, {&part, 1}, {}, {stop.get_token(), {}}));
        QVERIFY_THROWS_EXCEPTION(Cancelled, m_aligner->draft(m_ada.sound, {stop.get_token(), {}}));
    }

    void transcriptOfAnotherRecordingDoesNotFit()
    {
        const TranscriptPart part{m_bert.transcript(), std::nullopt};
        const WordAlignment found = m_aligner->align(m_ada.sound, {&part, 1});
        QVERIFY(!found.fits);
        QVERIFY(!found.reason.empty());
        QCOMPARE(found.words.size(), m_bert.words.size());
    }

    void wordThatIsNotSaidIsDoubtful()
    {
        TimedSpeech wrong = m_ada;
        wrong.words[12].text = "elephant";
        wrong.words[30].text = "chocolate";
        const WordAlignment found = alignWhole(*m_aligner, wrong);
        QVERIFY2(found.fits, found.reason.c_str());
        QVERIFY(found.words[12].isDoubtful);
        QVERIFY(found.words[30].isDoubtful);
        QVERIFY(shareOfDoubtful(found) < 0.2);
    }

    void moreWordsThanTheSoundCanHold()
    {
        const std::vector<float> sound(m_ada.sound.begin() + 8000, m_ada.sound.begin() + 24000);
        const TranscriptPart part{m_ada.transcript(), std::nullopt};
        const WordAlignment found = m_aligner->align(sound, {&part, 1});
        QVERIFY(!found.fits);
        QCOMPARE(found.words.size(), m_ada.words.size());
        for (const AlignedWord& word : found.words)
            QVERIFY(word.isDoubtful && word.time.start >= 0.0 && word.time.end <= 1.0);
    }

    void oddSoundsAndTranscripts_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<float>("level");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << 0.0F << "hello";
        QTest::newRow("one sample") << 1.0 / 16000 << 0.5F << "hello";
        QTest::newRow("silence") << 3.0 << 0.0F << "hello there";
        QTest::newRow("not finite") << 1.0 << std::nanf("") << "hello";
        QTest::newRow("no words") << 3.0 << 0.0F << "[laughter] ...";
    }
    void oddSoundsAndTranscripts()
    {
        QFETCH(double, seconds);
        QFETCH(float, level);
        QFETCH(QString, text);
        const std::vector<float> sound(static_cast<std::size_t>(std::lround(seconds * kSpeechRate)), level);
        const TranscriptPart part{text.toStdString(), std::nullopt};
        const WordAlignment found = m_aligner->align(sound, {&part, 1});
        QVERIFY(!found.fits);
        QVERIFY(!found.reason.empty());
        for (const AlignedWord& word : found.words)
            QVERIFY(std::isfinite(word.time.start) && std::isfinite(word.time.end)
                    && std::isfinite(word.confidence));
    }

    void writtenFormsAreKept()
    {
        TimedSpeech speech = m_ada;
        speech.words[0].text = "“" + speech.words[0].text + "”,";
        speech.words[1].text += "xq"; // no dictionary has it
        const WordAlignment found = alignWhole(*m_aligner, speech);
        QCOMPARE(found.words[0].text, speech.words[0].text);
        QCOMPARE(found.words[0].spoken, m_ada.words[0].text);
        QVERIFY(!found.words[1].phones.empty());
    }

    void draftSaysWhatItIs()
    {
        const WordAlignment draft = m_aligner->draft(m_ada.sound);
        QVERIFY(draft.isDraft);
        QVERIFY(std::ranges::all_of(draft.words, &AlignedWord::isDoubtful));
        std::size_t right = 0;
        for (const test::TimedWord& word : m_ada.words) {
            right += std::ranges::any_of(draft.words, [&](const AlignedWord& one) {
                return one.text == word.text && std::abs(one.time.start - word.time.start) < 0.1;
            });
        }
        QVERIFY2(right * 2 > m_ada.words.size(), qPrintable(QString::number(right)));
        const WordAlignment nothing = m_aligner->draft(std::vector<float>(32000));
        QVERIFY(!nothing.fits && nothing.isDraft);
    }

    /// Parts of the sound are sought at once, where it pauses.
    void twoThreadsFindTheSameWords()
    {
        for (const TimedSpeech* const speech : {&m_ada, &m_bert, &m_real}) {
            const WordAlignment one = alignWhole(*m_aligner, *speech);
            m_aligner->setConcurrent(true);
            const WordAlignment two = alignWhole(*m_aligner, *speech);
            m_aligner->setConcurrent(false);
            QCOMPARE(two.words.size(), one.words.size());
            for (std::size_t i = 0; i < one.words.size(); ++i) {
                const Interval& time = one.words[i].time;
                const double off = std::max(std::abs(two.words[i].time.start - time.start),
                                            std::abs(two.words[i].time.end - time.end));
                QVERIFY2(off < 0.011,
                         qPrintable(QStringLiteral("%1 at %2 s: %3 s")
                                        .arg(QString::fromStdString(one.words[i].text))
                                        .arg(time.start)
                                        .arg(off)));
            }
        }
    }

    /// Words that are not said in the sound cannot be parted; then all of it is sought at once.
    void wordsThatDoNotFitAreSoughtAsAWhole()
    {
        TimedSpeech wrong = m_ada;
        wrong.words = m_bert.words;
        m_aligner->setConcurrent(true);
        const WordAlignment found = alignWhole(*m_aligner, wrong);
        m_aligner->setConcurrent(false);
        QVERIFY(!found.fits);
    }

    void modelThatIsNotThereIsNamed()
    {
        SpeechModel model = defaultSpeechModel();
        model.acoustic = "/nowhere";
        QVERIFY_THROWS_EXCEPTION(IoError, (WordAligner{model, Installation::ofThisProgram()}));
        QVERIFY_THROWS_EXCEPTION(IoError, speechModelIn("/nowhere"));
        const SpeechModel found = speechModelIn(defaultSpeechModel().acoustic.parent_path());
        QCOMPARE(found.dictionary, defaultSpeechModel().dictionary);
        QCOMPARE(found.language, defaultSpeechModel().language);
    }

private:
    std::unique_ptr<WordAligner> m_aligner;
    TimedSpeech m_ada;
    TimedSpeech m_bert;
    TimedSpeech m_real;
};

QTEST_GUILESS_MAIN(WordAlignerTest)
#include "tst_word_aligner.moc"
