#include "engine/extraction/extraction.h"
#include "engine/extraction/extraction_inputs.h"
#include "engine/extraction/recording_lengths.h"
#include "engine/formats/praat/textgrid.h"
#include "engine/media/wav_writer.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/media_matching.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/demo_recordings.h"
#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

/// Recordings become sequences: in one run, in shards, again, and when some of them cannot.
class TestExtraction : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_media = test::demoRecordings(folder("talks"), {"ada_1", "bert_2"});
        ExtractionWish wish = wishInto("whole");
        const ExtractionRecord record = extractFeatures(wish, [this](const ExtractionEvent& event) {
            QVERIFY(event.overall >= 0.0 && event.overall <= 1.0);
            m_events.push_back(event);
        });
        QCOMPARE(record.failedFiles(), std::size_t(0));
        QCOMPARE(record.files.size(), std::size_t(2));
    }

    void theResultIsADataset()
    {
        const DatasetList list = readDatasetList(out("whole") / "dataset.json");
        QCOMPARE(list.media.size(), std::size_t(2));
        QVERIFY(fs::equivalent(list.mediaOf("ada_1")->file, m_media[0]));
        for (const char* name : {"words", "phones", "word_alignment", "word_vectors", "covarep74"}) {
            const DatasetList::Sequence* sequence = list.sequence(name);
            QVERIFY2(sequence, name);
            const CsdFile csd(sequence->file);
            QCOMPARE(csd.ids(), (std::vector<std::string>{"ada_1", "bert_2"}));
            QCOMPARE(csd.rootName(), std::string(name));
        }
        QVERIFY(!fs::exists(out("whole") / ".parts"));
        const CsdFile sound(out("whole") / "covarep74.csd");
        const auto names = sound.metadata().at("dimension names").get<std::vector<std::string>>();
        QCOMPARE(names.size(), sound.shape("ada_1").features.at(1));
        QVERIFY(names.front().ends_with("[Hz]"));
    }

    void answersOfALiveSessionAreListedWhereTheyLieBesideARecording()
    {
        const auto media = test::demoRecordings(folder("live"), {"ada_1", "bert_2"});
        for (const fs::path& each : media)
            fs::copy_file(fs::path(DEMO) / "acoustic.csd", answersBeside(each));
        ExtractionWish wish = wishInto("answered");
        wish.media = media;
        wish.sets = {FeatureSet::Words};
        for (int i = 0; i < 2; ++i) { // once, however often
            extractFeatures(wish);
            const DatasetList list = readDatasetList(out("answered") / "dataset.json");
            QVERIFY(fs::equivalent(list.sequence("answers")->file, answersBeside(media[0])));
            QVERIFY(fs::equivalent(list.sequence("answers of bert_2")->file, answersBeside(media[1])));
            QCOMPARE(std::ranges::count(list.sequences, "answers", &DatasetList::Sequence::group), 2);
        }
    }

    /// The demo's times are exact; half of the edges are off by less than 20 ms.
    void theWordsLieWhereTheyAreSaid()
    {
        const CsdFile exact(fs::path(DEMO) / "words.csd");
        const CsdFile found(out("whole") / "words.csd");
        std::vector<double> errors;
        for (const char* id : {"ada_1", "bert_2"}) {
            const TimedText truth = readText(exact, id);
            const TimedText words = readText(found, id);
            QCOMPARE(words.texts, truth.texts);
            for (std::size_t i = 0; i < truth.intervals.size(); ++i) {
                errors.push_back(std::abs(words.intervals[i].start - truth.intervals[i].start));
                errors.push_back(std::abs(words.intervals[i].end - truth.intervals[i].end));
            }
        }
        std::ranges::sort(errors);
        QVERIFY2(errors[errors.size() / 2] < 0.02, qPrintable(QString::number(errors[errors.size() / 2])));
        QVERIFY2(errors[errors.size() * 9 / 10] < 0.08,
                 qPrintable(QString::number(errors[errors.size() * 9 / 10])));
    }

    void theRowsBelongToTheWords()
    {
        const CsdFile words(out("whole") / "words.csd");
        for (const char* name : {"word_vectors", "word_alignment"}) {
            const CsdFile rows(out("whole") / (std::string(name) + ".csd"));
            QCOMPARE(rows.intervals("ada_1").values, words.intervals("ada_1").values);
        }
        const CsdFile phones(out("whole") / "phones.csd");
        const auto times = phones.intervals("ada_1").values;
        QVERIFY(times.size() > words.intervals("ada_1").values.size());
        QCOMPARE(times.front().start, words.intervals("ada_1").values.front().start);
    }

    void progressEndsWithTheWork()
    {
        std::map<std::string, int> ended;
        for (const ExtractionEvent& event : m_events)
            if (event.kind != ExtractionEvent::Kind::Searching) // of no recording
                ended[event.id] += event.kind == ExtractionEvent::Kind::Done ? 1 : 0;
        QCOMPARE(ended,
                 (std::map<std::string, int>{{"ada_1", 3}, {"bert_2", 3}})); // sound, words, word vectors
        QVERIFY(std::ranges::any_of(m_events, [](const ExtractionEvent& event) {
            return event.kind == ExtractionEvent::Kind::Running && event.fraction > 0.0;
        }));
    }

    void shardsAndJobsGiveTheSameBytes()
    {
        for (const std::size_t shard : {std::size_t(1), std::size_t(0)}) {
            ExtractionWish part = wishInto("sharded");
            part.shard = shard;
            part.shards = 2;
            QCOMPARE(extractFeatures(part).files.size(), std::size_t(1));
            QVERIFY(!fs::exists(out("sharded") / "words.csd"));
        }
        int made = 0;
        extractFeatures(wishInto("sharded"), [&](const ExtractionEvent& event) {
            made += event.kind == ExtractionEvent::Kind::Done ? 1 : 0;
        });
        QCOMPARE(made, 0); // all of it lay in the parts
        ExtractionWish together = wishInto("together");
        together.jobs = 2;
        std::ranges::reverse(together.media);
        extractFeatures(together);
        for (const char* other : {"sharded", "together"})
            compareWithWhole(other);
    }

    void whatIsDoneIsNotDoneAgain()
    {
        std::vector<ExtractionEvent::Kind> kinds;
        const auto changed = fs::last_write_time(out("whole") / "words.csd");
        extractFeatures(wishInto("whole"), [&](const ExtractionEvent& event) {
            if (event.kind != ExtractionEvent::Kind::Searching)
                kinds.push_back(event.kind);
        });
        QCOMPARE(kinds, (std::vector<ExtractionEvent::Kind>(6, ExtractionEvent::Kind::Reused)));
        QCOMPARE(fs::last_write_time(out("whole") / "words.csd"), changed);
    }

    void whatIsDoneIsDoneAgainWhereThatIsWished()
    {
        fs::copy(out("whole"), out("anew"));
        ExtractionWish wish = wishInto("anew");
        wish.sets = {FeatureSet::Words, FeatureSet::Phones, FeatureSet::WordAlignment};
        wish.again = true;
        int made = 0;
        extractFeatures(wish, [&](const ExtractionEvent& event) {
            made += event.kind == ExtractionEvent::Kind::Done ? 1 : 0;
        });
        QCOMPARE(made, 2);
        QCOMPARE(bytesOf(out("anew") / "words.csd"), bytesOf(out("whole") / "words.csd"));
        QCOMPARE(readDatasetList(out("anew") / "dataset.json").sequences.size(),
                 readDatasetList(out("whole") / "dataset.json").sequences.size());
    }

    void whereATranscriptLayIsRemembered()
    {
        const fs::path talks = folder("apart");
        ExtractionWish wish = wishInto("apart-out");
        wish.media = test::demoRecordings(talks, {"dan_3"});
        wish.sets = {FeatureSet::Words};
        wish.transcripts = {folder("none"), folder("texts")};
        fs::rename(talks / "dan_3.txt", wish.transcripts.back() / "dan_3.txt");
        extractFeatures(wish);
        wish.transcripts.clear();
        wish.again = true;
        QCOMPARE(extractFeatures(wish).files.at("dan_3").steps.at("words").state, StepRecord::State::Done);
        QVERIFY(fs::exists(out("apart-out") / "words.csd"));
    }

    /// A folder without a list is a dataset of all its files.
    void whatOthersPutThereStaysListed()
    {
        const fs::path talks = folder("theirs");
        ExtractionWish wish = wishInto("theirs");
        wish.media = {test::demoRecordings(talks, {"dan_4", "eve_4"}).front()};
        wish.sets = {FeatureSet::Mfcc};
        wish.out = talks;
        fs::copy_file(fs::path(DEMO) / "labels.csd", talks / "labels.csd");
        extractFeatures(wish);
        const DatasetList list = readDatasetList(talks / "dataset.json");
        QVERIFY(list.sequence("mfcc") && list.sequence("labels"));
        QCOMPARE(list.media.size(), std::size_t(2));
    }

    void anotherTranscriptOrSettingIsDoneAgain()
    {
        fs::copy(out("whole"), out("again"));
        std::ofstream(folder("other") / "ada_1.txt") << "we watched";
        ExtractionWish wish = wishInto("again");
        wish.media.resize(1);
        wish.transcript = folder("other") / "ada_1.txt";
        std::map<std::string, ExtractionEvent::Kind> kinds;
        std::map<std::string, std::string> remarks;
        const auto note = [&](const ExtractionEvent& event) {
            if (event.kind == ExtractionEvent::Kind::Remark)
                remarks[event.code] = event.text;
            else
                kinds[name(event.step)] = event.kind;
        };
        extractFeatures(wish, note);
        QCOMPARE(kinds.at("words"), ExtractionEvent::Kind::Done);
        QCOMPARE(kinds.at("sound"), ExtractionEvent::Kind::Reused);
        // Most of what is said is a pause now.
        QVERIFY(remarks.at("voicing").find("of its pauses") != std::string::npos);
        QCOMPARE(
            readExtractionRecord(out("again") / "extraction.json").files.at("ada_1").steps.at("sound").reason,
            remarks.at("voicing"));
        QVERIFY(readExtractionRecord(out("whole") / "extraction.json")
                    .files.at("ada_1")
                    .steps.at("sound")
                    .reason.empty());
        const CsdFile words(out("again") / "words.csd");
        QCOMPARE(readText(words, "ada_1").texts.size(), std::size_t(2));
        QCOMPARE(readText(words, "bert_2"), readText(CsdFile(out("whole") / "words.csd"), "bert_2"));
        wish.settings.pad = EdgePadding{};
        extractFeatures(wish, note);
        QCOMPARE(kinds.at("words"), ExtractionEvent::Kind::Done);
    }

    /// What somebody put in its place stays there, and what is made of words lies there, too.
    void wordsKeepTheTimesThatTheyAreKnownToHave()
    {
        const TimedText found = readText(CsdFile(out("whole") / "words.csd"), "ada_1");
        const auto aligned
            = [&](const char* name) { return CsdFile(out(name) / "phones.csd").intervals("ada_1").values; };
        ExchangedTiers known;
        known.tiers.emplace_back().tier.name = "words";
        std::vector<Interval> times;
        for (std::size_t i = 0; i < found.texts.size(); ++i) {
            Segment word;
            word.id = static_cast<SegmentId>(i + 1);
            word.text = i == 3 ? "[laughter]" : found.texts[i]; // which nobody says
            word.start = TimePoint::ofSeconds(found.intervals[i].start);
            word.end
                = TimePoint::ofSeconds(i == 2 ? found.intervals[i].start + 0.04 : found.intervals[i].end);
            times.push_back({word.start.seconds(), word.end.seconds()});
            known.tiers.back().segments.push_back(word);
        }
        textGridFormat().write(known, folder("timed") / "ada_1.TextGrid", {});
        ExtractionWish wish = wishInto("timed-out");
        wish.media = test::demoRecordings(folder("timed-media"), {"ada_1"});
        fs::remove(folder("timed-media") / "ada_1.txt");
        wish.timedWords = {folder("timed")};
        std::map<std::string, ExtractionEvent::Kind> kinds;
        const auto note = [&](const ExtractionEvent& event) {
            if (event.kind != ExtractionEvent::Kind::Remark)
                kinds[name(event.step)] = event.kind;
        };
        extractFeatures(wish, note);
        for (const char* name : {"words", "word_vectors", "word_alignment"}) {
            const auto intervals
                = CsdFile(out("timed-out") / (std::string(name) + ".csd")).intervals("ada_1").values;
            QCOMPARE(intervals.size(), times.size());
            for (std::size_t i = 0; i < times.size(); ++i)
                QVERIFY2(std::abs(intervals[i].start - times[i].start) < 1e-6
                             && std::abs(intervals[i].end - times[i].end) < 1e-6,
                         name);
        }
        const auto phones = aligned("timed-out");
        QVERIFY(phones.size() > times.size());
        QVERIFY(phones.size() < aligned("whole").size()); // none of what nobody says
        for (const Interval& phone : phones)
            QVERIFY(std::ranges::any_of(times, [&](const Interval& word) {
                return phone.start >= word.start - 1e-6 && phone.end <= word.end + 1e-6;
            }));
        wish.timedWords.clear(); // where the words lay, and that they have times, is remembered
        extractFeatures(wish, note);
        QCOMPARE(kinds.at("words"), ExtractionEvent::Kind::Reused);
        std::ofstream(folder("untimed") / "ada_1.TextGrid") << "no such thing";
        wish.timedWords = {folder("untimed")};
        QCOMPARE(extractFeatures(wish).files.at("ada_1").steps.at("words").state, StepRecord::State::Failed);
    }

    void aFailureStopsOnlyWhatNeedsIt()
    {
        const fs::path talks = folder("mixed");
        ExtractionWish wish = wishInto("mixed");
        wish.media = test::demoRecordings(talks, {"cleo_1", "dan_1"});
        std::ofstream(talks / "broken.mp4") << "no video at all";
        std::ofstream(talks / "broken.txt") << "hello";
        wish.media.push_back(talks / "broken.mp4");
        wish.media.push_back(talks / "missing.mp4");
        std::ofstream(talks / "dan_1.txt") << "\xff\xff no text";
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.failedFiles(), std::size_t(3));
        const auto& dan = record.files.at("dan_1").steps;
        QCOMPARE(dan.at("words").state, StepRecord::State::Failed);
        QVERIFY(dan.at("words").reason.find("dan_1.txt") != std::string::npos);
        QCOMPARE(dan.at("word_vectors").state, StepRecord::State::Failed);
        QCOMPARE(dan.at("sound").state, StepRecord::State::Done);
        QVERIFY(record.files.at("broken").steps.at("sound").reason.find("broken.mp4") != std::string::npos);
        const CsdFile words(out("mixed") / "words.csd");
        QCOMPARE(words.ids(), std::vector<std::string>{"cleo_1"});
        const CsdFile sound(out("mixed") / "covarep74.csd");
        QCOMPARE(sound.ids(), (std::vector<std::string>{"cleo_1", "dan_1"}));
        // Mended, only what failed is made.
        std::ofstream(talks / "dan_1.txt") << "the film was long";
        wish.media.resize(2);
        std::map<std::string, int> made;
        extractFeatures(wish, [&](const ExtractionEvent& event) {
            if (event.kind == ExtractionEvent::Kind::Done)
                ++made[event.id + " " + name(event.step)];
        });
        QCOMPARE(made, (std::map<std::string, int>{{"dan_1 words", 1}, {"dan_1 word_vectors", 1}}));
        QCOMPARE(readExtractionRecord(out("mixed") / "extraction.json").files.size(), std::size_t(4));
    }

    void withoutATranscriptNoWordsAreInvented()
    {
        const fs::path talks = folder("silent");
        fs::copy_file(fs::path(DEMO) / "media" / "eve_1.mp4", talks / "eve_1.mp4");
        ExtractionWish wish = wishInto("silent");
        wish.media = {talks / "eve_1.mp4"};
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.failedFiles(), std::size_t(0));
        QCOMPARE(record.files.at("eve_1").steps.at("words").state, StepRecord::State::Skipped);
        QVERIFY(!fs::exists(out("silent") / "words.csd"));
        QVERIFY(fs::exists(out("silent") / "covarep74.csd"));
        wish.sets = {FeatureSet::Words};
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t(1));
    }

    void theFaceIsFollowed()
    {
        ExtractionWish wish = wishInto("face");
        wish.media.resize(1);
        wish.sets = {FeatureSet::Face, FeatureSet::Landmarks};
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t(0));
        const CsdFile file(out("face") / "face.csd");
        const TimedFeatures face = readFeatures(file, "ada_1");
        const auto names = file.metadata().at("dimension names").get<std::vector<std::string>>();
        const auto column = [&](const char* name) {
            return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        };
        QVERIFY(column("found") < names.size() && column("mouth_open") < names.size());
        double found = 0.0;
        for (std::size_t row = 0; row < face.features.rows; ++row)
            found += static_cast<double>(face.features.at(row, column("found")));
        QVERIFY(found > 0.9 * static_cast<double>(face.features.rows));
        QVERIFY(std::abs(face.intervals[1].start - 0.04) < 1e-6); // a row for each frame
        const TimedFeatures points = readFeatures(CsdFile(out("face") / "face_landmarks.csd"), "ada_1");
        QVERIFY(points.features.rows >= static_cast<std::size_t>(found));
        QVERIFY(points.features.at(0, 3) > 0.0F && points.features.at(0, 5) < 640.0F); // the box, in pixels
    }

    /// Neither the package of the landmarks nor a choice is needed.
    void pointsOfTheFaceNeedNoPackage()
    {
        ExtractionWish wish = wishInto("mesh");
        wish.media.resize(1);
        wish.sets = {FeatureSet::FaceMesh, FeatureSet::FaceMeshPoints};
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t(0));
        const CsdFile file(out("mesh") / "face_mesh.csd");
        const TimedFeatures mesh = readFeatures(file, "ada_1");
        const auto names = file.metadata().at("dimension names").get<std::vector<std::string>>();
        QCOMPARE(names.size(), std::size_t(17));
        const auto smile = static_cast<std::size_t>(std::ranges::find(names, "smile") - names.begin());
        QVERIFY(smile < names.size());
        double found = 0.0;
        for (std::size_t row = 0; row < mesh.features.rows; ++row)
            found += static_cast<double>(mesh.features.at(row, 0));
        QVERIFY(found > 0.9 * static_cast<double>(mesh.features.rows));
        QVERIFY(std::abs(mesh.intervals[1].start - 0.04) < 1e-6); // a row for each frame
        const TimedFeatures points = readFeatures(CsdFile(out("mesh") / "face_mesh_points.csd"), "ada_1");
        QCOMPARE(points.features.rows, mesh.features.rows);
        QCOMPARE(points.features.columns, std::size_t(3 * 468));
        wish.sets = {FeatureSet::FaceMesh}; // the points alone do not change what is measured of them
        wish.out = out("mesh_alone");
        extractFeatures(wish);
        QVERIFY(readFeatures(CsdFile(out("mesh_alone") / "face_mesh.csd"), "ada_1").features
                == mesh.features);
    }

    void whoHasNoLandmarkModelGetsTheMesh()
    {
        const auto has = [](const std::vector<FeatureSet>& sets, FeatureSet set) {
            return std::ranges::find(sets, set) != sets.end();
        };
        for (const bool hasMesh : {false, true}) { // who has the model keeps what was made before
            const auto sets = defaultFeatureSets(true, hasMesh);
            QVERIFY(has(sets, FeatureSet::Face) && has(sets, FeatureSet::Landmarks));
            QVERIFY(!has(sets, FeatureSet::FaceMesh));
        }
        const auto without = defaultFeatureSets(false, true);
        QVERIFY(!has(without, FeatureSet::Face) && !has(without, FeatureSet::Landmarks));
        QVERIFY(has(without, FeatureSet::FaceMesh) && !has(without, FeatureSet::FaceMeshPoints));
        QCOMPARE(without.size() + 1, defaultFeatureSets(true, true).size());
        // Without either the face stays in, and is left out with the reason.
        QVERIFY(has(defaultFeatureSets(false, false), FeatureSet::Face));
    }

    /// Sound alone has no face; nobody asked for one.
    void whatARecordingLacksIsLeftOut()
    {
        const fs::path talks = folder("sound");
        fs::copy_file(fs::path(FIXTURES) / "acoustic" / "librivox_0890.wav", talks / "reader.wav");
        ExtractionWish wish = wishInto("sound");
        wish.media = {talks / "reader.wav"};
        wish.sets = defaultFeatureSets();
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.failedFiles(), std::size_t(0));
        const bool hasFace = std::ranges::find(wish.sets, FeatureSet::Face) != wish.sets.end();
        QCOMPARE(record.files.at("reader").steps.at(hasFace ? "face" : "face_mesh").state,
                 StepRecord::State::Skipped);
        QVERIFY(fs::exists(out("sound") / "covarep74.csd"));
        wish.sets = {FeatureSet::Face};
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t(1));
    }

    /// Words of a text that is gone do not stay as if they were said to be there.
    void wordsOfATranscriptThatIsGoneGo()
    {
        const fs::path talks = folder("gone");
        ExtractionWish wish = wishInto("gone");
        wish.media = test::demoRecordings(talks, {"dan_2", "eve_2"});
        extractFeatures(wish);
        fs::remove(talks / "dan_2.txt");
        QCOMPARE(extractFeatures(wish).files.at("dan_2").steps.at("words").state, StepRecord::State::Skipped);
        for (const char* name : {"words.csd", "phones.csd", "word_vectors.csd"})
            QCOMPARE(CsdFile(out("gone") / name).ids(), std::vector<std::string>{"eve_2"});
        QCOMPARE(CsdFile(out("gone") / "covarep74.csd").ids().size(), std::size_t(2));
        fs::remove(talks / "eve_2.txt");
        extractFeatures(wish);
        QVERIFY(!fs::exists(out("gone") / "words.csd"));
        QVERIFY(!readDatasetList(out("gone") / "dataset.json").sequence("words"));
    }

    /// While others are still made; what comes of it in the end is the same.
    void theFirstRecordingCanBeOpenedAtOnce()
    {
        ExtractionWish wish = wishInto("first");
        wish.sets = {FeatureSet::Mfcc};
        wish.jobs = 1;
        int told = 0;
        int looks = 0;
        const auto look = [&](double) { // whoever heard of the list may open it at any time
            QVERIFY(told == 0 || fs::exists(out("first") / "dataset.json"));
            looks += told;
        };
        const auto tell = [&](const ExtractionEvent& event) {
            if (event.kind != ExtractionEvent::Kind::Ready)
                return;
            ++told;
            QCOMPARE(event.id, std::string("ada_1"));
            QVERIFY(event.overall < 0.9);
            const DatasetList list = readDatasetList(out("first") / "dataset.json");
            QCOMPARE(list.media.size(), std::size_t(1));
            QCOMPARE(CsdFile(list.sequence("mfcc")->file).ids(), std::vector<std::string>{"ada_1"});
        };
        extractFeatures(wish, tell, {{}, look});
        QCOMPARE(told, 1);
        QVERIFY(looks > 0);
        QCOMPARE(CsdFile(out("first") / "mfcc.csd").ids().size(), std::size_t(2));
        QVERIFY(!fs::exists(out("first") / ".parts"));

        wish.out = out("in_parts");
        wish.shards = 2;
        for (wish.shard = 0; wish.shard < 2; ++wish.shard)
            extractFeatures(wish);
        wish.shard = 0;
        wish.shards = 1;
        extractFeatures(wish);
        QVERIFY(bytesOf(out("first") / "mfcc.csd") == bytesOf(out("in_parts") / "mfcc.csd"));
        QCOMPARE(listOf("first"), listOf("in_parts"));
    }

    /// A folder keeps the vectors that it has: models learnt of them.
    void vectorsOfBeforeStay()
    {
        ExtractionWish wish = wishInto("before");
        wish.sets = {FeatureSet::Words, FeatureSet::WordVectors, FeatureSet::Valence};
        wish.media = {m_media.front()};
        wish.installation = withoutParts("no_parts");
        const ExtractionRecord record = extractFeatures(wish);
        const StepRecord& valence = record.files.at("ada_1").steps.at("valence");
        QVERIFY(valence.state == StepRecord::State::Skipped);
        QVERIFY2(valence.reason.find("package polylogue-parts") != std::string::npos, valence.reason.c_str());
        const fs::path vectors = out("before") / "word_vectors.csd";
        QCOMPARE(CsdFile(vectors).shape("ada_1").features.at(1), std::size_t(303));

        wish.installation = Installation::ofThisProgram();
        wish.media = m_media;
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t(0));
        QCOMPARE(CsdFile(vectors).shape("bert_2").features.at(1), std::size_t(303));
        QVERIFY(CsdFile(vectors).metadata().at("vectors").get<std::string>().starts_with("untrained hash"));

        wish.out = out("spelling");
        wish.settings.vectors = kSpellingVectors;
        wish.sets = {FeatureSet::Words, FeatureSet::WordVectors};
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t(0));
        QVERIFY(CsdFile(vectors).features("ada_1").values
                == CsdFile(out("spelling") / "word_vectors.csd").features("ada_1").values);
        QCOMPARE(CsdFile(out("whole") / "word_vectors.csd").shape("ada_1").features.at(1), std::size_t(104));
    }

    void valenceIsMadeOfEnglishWords()
    {
        const fs::path talks = folder("rated");
        ExtractionWish wish = wishInto("rated");
        wish.sets = {FeatureSet::Valence};
        wish.media = test::demoRecordings(talks, {"ada_1", "bert_2"});
        extractFeatures(wish);
        const CsdFile rated(out("rated") / "valence.csd");
        QCOMPARE(rated.ids().size(), std::size_t(2));
        QCOMPARE(rated.metadata().at("dimension names").dump(),
                 std::string(R"(["valence [-3..3]","sentence_valence [-3..3]","negated [0/1]",)"
                             R"("boosted [points of -4..4]","words_found"])"));
        QVERIFY(rated.intervals("ada_1").values
                == CsdFile(out("rated") / "words.csd").intervals("ada_1").values);
        const auto values = std::get<std::vector<float>>(rated.features("ada_1").values);
        QVERIFY(std::ranges::any_of(values, [](float value) { return value != 0.0F; }));
        QVERIFY(std::ranges::all_of(values, [](float value) { return std::isfinite(value); }));

        wish.out = out("german");
        wish.settings.language = "de";
        const ExtractionRecord record = extractFeatures(wish);
        const StepRecord& step = record.files.at("ada_1").steps.at("valence");
        QVERIFY(step.state == StepRecord::State::Skipped);
        QVERIFY2(step.reason.find("has no valence") != std::string::npos, step.reason.c_str());
        QVERIFY(!fs::exists(out("german") / "valence.csd"));
    }

    /// The large file of vectors is needed once: what the dataset says stays with it.
    void theVocabularyStaysWithTheDataset()
    {
        const fs::path talks = folder("vectors");
        ExtractionWish wish = wishInto("vectors");
        wish.sets = {FeatureSet::Words, FeatureSet::WordVectors};
        wish.media = test::demoRecordings(talks, {"dan_2", "eve_2"});
        const fs::path eve = wish.media.back();
        wish.media.pop_back();
        std::set<std::string> said;
        const CsdFile known(fs::path(DEMO) / "words.csd");
        for (const std::string& word : readText(known, "dan_2").texts)
            said.insert(word);
        wish.settings.vectors = folder("vectors") / "large.txt";
        std::ofstream large(wish.settings.vectors);
        for (const std::string& word : said)
            large << word << " 1 2 3\n";
        large << "<unk> 9 9 9\nnobody 4 5 6\n";
        large.close();
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t(0));
        fs::remove(wish.settings.vectors);

        wish.settings.vectors.clear();
        wish.media.push_back(eve);
        std::vector<std::string> reused;
        const ExtractionRecord record = extractFeatures(wish, [&](const ExtractionEvent& event) {
            if (event.kind == ExtractionEvent::Kind::Reused)
                reused.push_back(event.id + " " + name(event.step));
        });
        QCOMPARE(record.failedFiles(), std::size_t(0));
        QCOMPARE(reused, (std::vector<std::string>{"dan_2 words", "dan_2 word_vectors"}));
        const CsdFile vectors(out("vectors") / "word_vectors.csd");
        QCOMPARE(vectors.ids().size(), std::size_t(2));
        const auto of
            = [&](const char* id) { return std::get<std::vector<float>>(vectors.features(id).values); };
        QCOMPARE(of("dan_2").at(1), 2.0F);
        const std::vector<std::string> words = readText(known, "eve_2").texts;
        for (std::size_t i = 0; i < words.size(); ++i)
            QCOMPARE(of("eve_2").at(3 * i), said.contains(words[i]) ? 1.0F : 9.0F);
    }

    /// A text beside a picture without sound: there are no words, and nothing that is made of them.
    void aMuteVideoWithATextHasItsFace()
    {
        const fs::path talks = folder("mute");
        ExtractionWish wish = wishInto("mute");
        wish.media = {talks / "mute.mp4"};
        const QStringList mute{QStringLiteral("-v"),   QStringLiteral("error"),
                               QStringLiteral("-i"),   QStringLiteral(DEMO "/media/ada_1.mp4"),
                               QStringLiteral("-an"),  QStringLiteral("-c"),
                               QStringLiteral("copy"), QString::fromStdString(wish.media.front().string())};
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"), mute), 0);
        std::ofstream(talks / "mute.txt") << "hello there";
        wish.sets = {FeatureSet::Words, FeatureSet::WordVectors, FeatureSet::Egemaps88, FeatureSet::Face};
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.failedFiles(), std::size_t(0));
        const auto& steps = record.files.at("mute").steps;
        for (const char* step : {"words", "word_vectors", "functionals"})
            QCOMPARE(steps.at(step).state, StepRecord::State::Skipped);
        QCOMPARE(steps.at("face").state, StepRecord::State::Done);
    }

    void moreSetsComeToWhatIsThere()
    {
        fs::copy(out("whole"), out("more"));
        ExtractionWish wish = wishInto("more");
        wish.sets = {FeatureSet::Egemaps88, FeatureSet::Logmel};
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.failedFiles(), std::size_t(0));
        const DatasetList list = readDatasetList(out("more") / "dataset.json");
        for (const char* name : {"words", "egemaps88", "logmel"})
            QVERIFY2(list.sequence(name), name);
        const CsdFile functionals(out("more") / "egemaps88.csd");
        QCOMPARE(functionals.shape("ada_1").features, (std::vector<std::size_t>{47, 89}));
    }

    void twoRecordingsOfOneNameAreRefused()
    {
        ExtractionWish wish = wishInto("same");
        wish.media.push_back(folder("elsewhere") / "ada_1.wav");
        const std::string failure = test::failureOf([&] { extractFeatures(wish); });
        QVERIFY(failure.find("ada_1.wav") != std::string::npos);
    }

    /// Written recording by recording, and yet as a whole would be.
    void theRecordIsJsonAsAnyOther()
    {
        for (const char* name : {"none.json", "some.json"}) {
            const fs::path file = folder("records") / name;
            ExtractionRecord record;
            if (std::string_view(name) == "some.json") {
                record.files["a\n\"b\""] = {"m.wav", "t.txt", true, "ab", "cut \xff", {}};
                record.files["b"].steps["sound"] = {StepRecord::State::Done, "why\nnot", "key"};
                record.files["c"].steps["words"] = {StepRecord::State::Failed, "because", ""};
            }
            writeExtractionRecord(record, {}, file);
            const std::string text = bytesOf(file);
            QCOMPARE(text, nlohmann::ordered_json::parse(text).dump(1) + "\n");
            const ExtractionRecord read = readExtractionRecord(file);
            QCOMPARE(read.files.size(), record.files.size());
            if (!read.files.empty())
                QCOMPARE(read.files.at("b").steps.at("sound").reason, std::string("why\nnot"));
        }
    }

    /// A folder of many recordings, most of which are never opened for their lengths.
    void theSearchTellsHowFarItIsAndStops()
    {
        const fs::path many = folder("many");
        for (int i = 0; i < 5000; ++i)
            fs::create_symlink("../nothing.wav", many / fmt::format("clip_{:04}.wav", i));
        const fs::path sound = folder("one") / "nothing.wav";
        std::ofstream(sound) << "no sound";
        fs::copy_file(sound, many.parent_path() / "nothing.wav");
        ExtractionWish wish;
        wish.media = {many};
        wish.out = out("of-many");
        const std::vector<Recording> found = recordingsOf(wish);
        QCOMPARE(found.size(), std::size_t(5000));
        std::vector<double> fractions;
        std::stop_source stop;
        bool isStopped = false;
        try {
            extractFeatures(wish,
                            [&](const ExtractionEvent& event) {
                                QCOMPARE(event.kind, ExtractionEvent::Kind::Searching);
                                fractions.push_back(event.fraction);
                                stop.request_stop();
                            },
                            {stop.get_token(), {}});
        } catch (const Cancelled&) {
            isStopped = true;
        }
        QVERIFY(isStopped);
        QCOMPARE(fractions.size(), std::size_t(1)); // it stops where it is told
        QVERIFY(fractions.front() < 0.5);
    }

    void lengthsOfManyAreToldByTheirBytes()
    {
        const fs::path sounds = folder("sounds");
        for (const double seconds : {2.0, 6.0}) {
            WavWriter writer(sounds / fmt::format("{}.wav", seconds), 8000, 1);
            writer.add(std::vector<float>(static_cast<std::size_t>(seconds * 8000), 0.0F));
            writer.commit();
        }
        std::vector<Recording> recordings;
        for (int i = 0; i < 6000; ++i)
            recordings.push_back({fmt::format("{:04}", i), sounds / (i % 3 == 0 ? "6.wav" : "2.wav")});
        recordings.push_back({"gone", sounds / "gone.wav"});
        const std::vector<double> lengths = lengthsOf(recordings, {});
        QVERIFY(std::abs(lengths[0] - 6.0) < 0.1);
        QVERIFY(std::abs(lengths[1] - 2.0) < 0.1);
        QCOMPARE(lengths.back(), 1.0);
        const std::vector<double> few = lengthsOf({recordings[0], recordings[1], recordings.back()}, {});
        QVERIFY(std::abs(few[0] - 6.0) < 0.01 && std::abs(few[1] - 2.0) < 0.01);
        QCOMPARE(few.back(), 1.0);
    }

    void stoppingKeepsWhatIsDone()
    {
        ExtractionWish wish = wishInto("stopped");
        std::stop_source stop;
        bool isStopped = false;
        try {
            extractFeatures(wish,
                            [&](const ExtractionEvent& event) {
                                if (event.kind == ExtractionEvent::Kind::Done
                                    && event.step == ExtractionStep::Words)
                                    stop.request_stop();
                            },
                            {stop.get_token(), {}});
        } catch (const Cancelled&) {
            isStopped = true;
        }
        QVERIFY(isStopped);
        QVERIFY(!fs::exists(out("stopped") / "words.csd"));
        int reused = 0;
        extractFeatures(wish, [&](const ExtractionEvent& event) {
            reused += event.kind == ExtractionEvent::Kind::Reused ? 1 : 0;
        });
        QCOMPARE(reused, 2); // sound and words of the first
        compareWithWhole("stopped");
    }

private:
    fs::path folder(const char* name)
    {
        const fs::path folder = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(folder);
        return folder;
    }
    fs::path out(const char* name) { return fs::path(m_folder.path().toStdString()) / "out" / name; }
    ExtractionWish wishInto(const char* name)
    {
        ExtractionWish wish;
        wish.media = m_media;
        wish.out = out(name);
        std::erase(wish.sets, FeatureSet::Face); // which takes longest, and has a case of its own
        std::erase(wish.sets, FeatureSet::Landmarks);
        return wish;
    }
    /// An installation without the package of parts.
    Installation withoutParts(const char* name)
    {
        const fs::path root = folder(name);
        fs::create_directories(root / "bin");
        fs::create_directories(root / "share/polylogue");
        for (const char* shared : {"text", "speech"})
            fs::create_directory_symlink(fs::canonical(fs::path(DEMO) / ".." / shared),
                                         root / "share/polylogue" / shared);
        return Installation(root / "bin");
    }
    static std::string bytesOf(const fs::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    /// But for the name, which is that of the folder.
    std::string listOf(const char* name)
    {
        const std::string list = bytesOf(out(name) / "dataset.json");
        return list.substr(std::min(list.find("\"sequences\""), list.size()));
    }
    void compareWithWhole(const char* other)
    {
        for (const char* name : {"words.csd", "phones.csd", "word_alignment.csd", "word_vectors.csd",
                                 "covarep74.csd", "extraction.json"})
            QVERIFY2(bytesOf(out(other) / name) == bytesOf(out("whole") / name), name);
        QCOMPARE(listOf(other), listOf("whole"));
    }

    QTemporaryDir m_folder;
    std::vector<fs::path> m_media;
    std::vector<ExtractionEvent> m_events;
};

QTEST_GUILESS_MAIN(TestExtraction)

#include "tst_extraction.moc"
