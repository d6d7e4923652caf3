#include <QTest>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/exchange.h"

using namespace engine;

/// Label Studio, the Montreal Forced Aligner, whisperX, gentle.
class TestJsonFormats : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    void itemsOfOneRegionBelongTogether()
    {
        const ImportedTiers read = m_files.read(
            "labelstudio",
            R"([{"id": 1, "data": {"audio": "/data/upload/talk_1.wav?x=1"}, "annotations": [{"completed_by": {"email": "ada@x"}, "result": [
            {"id": "a", "from_name": "emo", "type": "labels", "value": {"start": 0.5, "end": 1.5, "labels": ["Happy"]}, "score": 0.75},
            {"id": "a", "from_name": "words", "type": "textarea", "value": {"start": 0.5, "end": 1.5, "text": ["so it goes"]}},
            {"id": "a", "from_name": "valence", "type": "number", "value": {"start": 0.5, "end": 1.5, "number": -2}},
            {"id": "b", "from_name": "emo", "type": "labels", "value": {"start": 2, "end": 3, "labels": ["Sad", "Angry"]}},
            {"id": "c", "from_name": "topic", "type": "choices", "value": {"choices": ["news"]}}]},
            {"completed_by": 2, "was_cancelled": true, "result": []}]}])");
        const ExchangedTier& tier = read.content.tiers.at(0);
        QCOMPARE(tier.tier.name, std::string("emo"));
        QCOMPARE(tier.tier.video, std::string("talk_1"));
        QCOMPARE(tier.tier.annotator, std::string("ada@x"));
        QCOMPARE(test::spans(tier), std::string("0.5-1.5 so it goes, 2-3 Sad, Angry"));
        QCOMPARE(test::labelNumber(tier.segments.at(0), "valence"), -2.0);
        QCOMPARE(tier.segments.at(0).confidence, std::optional(0.75));
        QCOMPARE(read.report.skipped.size(), std::size_t(2)); // the whole recording's, the cancelled
    }

    void aRegionsLabelStaysBesideItsTranscript()
    {
        const ImportedTiers read = m_files.read("labelstudio",
                                                R"([{"data": {"audio": "a.wav"}, "annotations": [{"result": [
            {"id": "a", "from_name": "labels", "type": "labels", "value": {"start": 0, "end": 1, "labels": ["Speaker 1"]}},
            {"id": "a", "from_name": "transcription", "type": "textarea", "value": {"start": 0, "end": 1, "text": ["hello"]}}]}]}])");
        const Segment& segment = read.content.tiers.at(0).segments.at(0);
        QCOMPARE(segment.text, std::string("hello"));
        QCOMPARE(test::labelText(segment, "labels"), std::string("Speaker 1"));
        const Segment again = m_files.again("labelstudio", read.content).content.tiers.at(0).segments.at(0);
        QCOMPARE(again.text, std::string("hello"));
        QCOMPARE(test::labelText(again, "labels"), std::string("Speaker 1"));
    }

    void labelsOfTimeSeriesAreRead()
    {
        const ImportedTiers read = m_files.read("labelstudio",
                                                R"([{"data": {"csv": "a.csv"}, "annotations": [{"result": [
            {"id": "a", "from_name": "act", "type": "timeserieslabels", "value": {"start": 1, "end": 2, "timeserieslabels": ["Run"]}},
            {"id": "b", "from_name": "act", "type": "timeserieslabels",
             "value": {"start": "2020-01-01", "end": "2020-01-02", "timeserieslabels": ["Run"]}}]}]}])");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-2 Run"));
        QCOMPARE(test::labelText(read.content.tiers.at(0).segments.at(0), "act"), std::string("Run"));
        QCOMPARE(read.report.skipped.size(), std::size_t(1));
        QVERIFY(read.report.skipped[0].reason.find("dates") != std::string::npos);
    }

    void aRegionsLabelIsWrittenAsItsLabel()
    {
        ExchangedTier tier = test::tierOf(1, "emo", {{0, 1, "Happy"}});
        tier.segments[0].values["emo"] = {std::string("Happy"), {}};
        const auto json = nlohmann::json::parse(m_files.written("labelstudio", {{tier}, {}, {}}));
        const auto& result = json.at(0).at("annotations").at(0).at("result");
        QCOMPARE(result.size(), std::size_t(1)); // no transcript that says the same
        QCOMPARE(result[0].at("value").at("labels").dump(), std::string("[\"Happy\"]"));
        const std::string config = test::Exchange::bytesOf(m_files.path("written.config.xml"));
        QVERIFY2(config.find("<Label value=\"Happy\"/>") != std::string::npos, config.c_str());
    }

    void predictionsStayAModels()
    {
        ExchangedTier tier = test::tierOf(1, "prediction: emo", {{0, 1, "Happy"}});
        tier.tier.annotator = "m1";
        const auto json = nlohmann::json::parse(m_files.written("labelstudio", {{tier}, {}, {}}));
        QVERIFY(json.at(0).at("annotations").empty());
        QCOMPARE(json.at(0).at("predictions").at(0).at("model_version").get<std::string>(),
                 std::string("m1"));
        const ExchangedTier again = m_files.again("labelstudio", {{tier}, {}, {}}).content.tiers.at(0);
        QCOMPARE(again.tier.name, std::string("prediction: emo"));
        QCOMPARE(again.tier.annotator, std::string("m1"));
        QCOMPARE(test::spans(again), std::string("0-1 Happy"));
    }

    void whatBecomesOneValueIsNoted()
    {
        const ImportedTiers read = m_files.read("labelstudio",
                                                R"([{"data": {"audio": "a.wav"}, "annotations": [{"result": [
            {"id": "a", "from_name": "emo", "type": "labels", "value": {"start": 0, "end": 1, "labels": ["x"]}},
            {"id": "a", "from_name": "mood", "type": "choices", "value": {"choices": ["Happy", "Sad"]}},
            {"id": "a", "from_name": "stars", "type": "rating", "value": {"rating": 4}},
            {"id": "a", "from_name": "when", "type": "datetime", "value": {"datetime": "2020"}}]}]}])");
        std::string notes;
        for (const std::string& note : read.report.notes)
            notes += note + "\n";
        QVERIFY2(notes.find("with commas between") != std::string::npos, notes.c_str());
        QVERIFY2(notes.find("1 ratings were read as numbers") != std::string::npos, notes.c_str());
        QCOMPARE(read.report.skipped.size(), std::size_t(1)); // the date
    }

    void predictionsAreNoAnnotations()
    {
        const ImportedTiers read = m_files.read(
            "labelstudio",
            R"([{"data": {"audio": "a.wav"}, "annotations": [], "predictions": [{"model_version": "m2", "result": [
            {"id": "a", "from_name": "emo", "type": "labels", "value": {"start": 0, "end": 1, "labels": ["x"]}}]}]}])");
        QCOMPARE(read.content.tiers.at(0).tier.name, std::string("prediction: emo"));
        QCOMPARE(read.content.tiers.at(0).tier.annotator, std::string("m2"));
    }

    void recordingsNeverMerge_data()
    {
        QTest::addColumn<std::string>("data");
        QTest::addColumn<std::string>("video");
        QTest::newRow("local files") << std::string(R"({"audio": "/data/local-files/?d=audio/a%20b.wav"})")
                                     << std::string("a b");
        QTest::newRow("another parameter first")
            << std::string(R"({"audio": "/data/local-files/?x=1&d=audio/c.wav"})") << std::string("c");
        QTest::newRow("another name") << std::string("{\"title\": \"Mr. Smith\", \"speech\": \"s3:/"
                                                     "/b/talk_7.flac\"}")
                                      << std::string("talk_7");
        QTest::newRow("none") << std::string(R"({"title": "Mr. Smith"})") << std::string("task 12");
        QTest::newRow("another folder's")
            << std::string(R"({"audio": "other/a.wav"})") << std::string("a (task 12)");
    }

    void recordingsNeverMerge()
    {
        QFETCH(const std::string, data);
        QFETCH(const std::string, video);
        const std::string annotations
            = R"(, "annotations": [{"result": [{"id": "a", "from_name": "emo", "type": "labels", "value": {"start": 0, "end": 1, "labels": ["x"]}}]}]})";
        const ImportedTiers read = m_files.read("labelstudio",
                                                R"([{"id": 11, "data": {"audio": "one/a.wav"})" + annotations
                                                    + R"(, {"id": 12, "data": )" + data + annotations + "]");
        QCOMPARE(read.content.tiers.size(), std::size_t(2));
        QCOMPARE(read.content.tiers.at(1).tier.video, video);
    }

    void framesNeedTheirRate()
    {
        const std::string text
            = R"([{"data": {"video": "v.mp4"}, "annotations": [{"result": [{"id": "a", "from_name": "t", "type": "timelinelabels",
            "value": {"ranges": [{"start": 3, "end": 5}, {"start": 26, "end": 50}], "timelinelabels": ["Moving"]}}]}]}])";
        QVERIFY(m_files.failure("labelstudio", text).starts_with("fps_needed: "));
        QCOMPARE(test::spans(m_files.read("labelstudio", text, {25.0, {}}).content.tiers.at(0)),
                 std::string("0.08-0.2 Moving, 1-2 Moving"));
    }

    void fieldsOfTheMinimalFormThatAreNoRegionsAreReported()
    {
        const auto file = m_files.write(
            "min.json",
            R"([{"audio": "a.wav", "id": 1, "annotator": 3, "lead_time": 2.5, "mood": "Glad", "stars": 4,
                 "notes": ["x", "y"], "empty": null, "label": [{"start": 1, "end": 2, "labels": ["Beat"]}]}])");
        const ImportedTiers read = formatById("labelstudio")->read(file, {});
        QCOMPARE(read.report.read, std::size_t(1));
        std::string told;
        for (const ImportReport::Skipped& skipped : read.report.skipped)
            told += skipped.reason + "\n";
        for (const char* field : {"'mood'", "'stars'", "'notes'"})
            QVERIFY2(told.find(field) != std::string::npos, told.c_str());
        QCOMPARE(read.report.skipped.size(), std::size_t(3));
    }

    void writtenAnnotationsSayWhoMadeThem()
    {
        ExchangedTiers tiers;
        for (const char* who : {"ada@x.org", "7", "", "ada@x.org"}) {
            const auto id = static_cast<TierId>(tiers.tiers.size() + 1);
            ExchangedTier tier = test::tierOf(id, "t" + std::to_string(id), {{0, 1, "a"}});
            tier.tier.video = "talk.wav";
            tier.tier.annotator = who;
            tiers.tiers.push_back(std::move(tier));
        }
        const auto file = m_files.path("who.json");
        formatById("labelstudio")->write(tiers, file, {});
        const auto json = nlohmann::json::parse(std::ifstream(file));
        const auto& annotations = json.at(0).at("annotations");
        QCOMPARE(annotations.size(), std::size_t(3)); // ada's two tiers are one
        QCOMPARE(annotations[0].at("completed_by").at("email").get<std::string>(), std::string("ada@x.org"));
        QCOMPARE(annotations[1].at("completed_by").get<int>(), 7);
        QVERIFY(!annotations[2].contains("completed_by"));
        std::multiset<std::string> annotators;
        for (const ExchangedTier& tier : formatById("labelstudio")->read(file, {}).content.tiers)
            annotators.insert(tier.tier.annotator);
        QCOMPARE(annotators, (std::multiset<std::string>{"", "7", "ada@x.org", "ada@x.org"}));
    }

    void theMinimalFormIsRead()
    {
        const ImportedTiers read = m_files.read(
            "labelstudio",
            R"([{"audio": "a.wav", "id": 1, "annotator": 3, "label": [{"start": 1, "end": 2, "channel": 0, "labels": ["Beat"]}]}])");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-2 Beat"));
        QCOMPARE(read.content.tiers.at(0).tier.name, std::string("label"));
    }

    void whatIsWrittenForLabelStudioIsReadAgain()
    {
        ExchangedTier tier = test::tierOf(1, "words", {{0, 0.5, "a \"b\""}, {0.25, 1, ""}});
        tier.segments[0].values["valence"].value = 0.25;
        tier.segments[1].values["mood"].value = std::string("glad");
        const ExchangedTiers again = m_files.again("labelstudio", {{tier}, {}, {}}).content;
        QCOMPARE(test::spans(again.tiers.at(0)), test::spans(tier));
        QCOMPARE(again.tiers.at(0).segments.at(0).values, tier.segments[0].values);
        QCOMPARE(again.tiers.at(0).segments.at(1).values, tier.segments[1].values);
        const std::string config = m_files.bytesOf(m_files.path("out.config.xml"));
        QVERIFY(config.find("<Choice value=\"glad\"/>") != std::string::npos
                && config.find("<Number name=\"valence\"") != std::string::npos);
    }

    void alignersTiersAreRead()
    {
        const ImportedTiers read = m_files.read(
            "mfa",
            R"({"start": 0, "end": 2, "tiers": {"words": {"type": "interval", "entries": [[0, 0.5, "b"], [0.5, 1, ""]]},
            "phones": {"type": "interval", "entries": [[0, 0.25, "x"], [1, "?", "y"]]}, "clicks": {"type": "point", "entries": [[1.5, "k"]]}}})");
        QCOMPARE(displayNames(read.content),
                 (std::vector<std::string>{"words", "phones", "clicks"})); // as in the file
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-0.5 b, 0.5-1 "));
        QCOMPARE(test::spans(read.content.tiers.at(2)), std::string("1.5-1.5 k"));
        QCOMPARE(read.report.skipped.size(), std::size_t(1));
        QCOMPARE(read.content.extent, std::optional(Interval{0, 2}));
    }

    void wordsWithoutTimesLieBetweenTheirNeighbours()
    {
        const ImportedTiers read = m_files.read(
            "whisperx",
            R"({"segments": [{"start": 1.0, "end": 4.0, "text": " in 19 95 now", "speaker": "S1", "words": [
            {"word": "in", "start": 1.0, "end": 1.5, "score": 0.9}, {"word": "19"}, {"word": "95", "score": NaN}, {"word": "now", "start": 2.5, "end": 3.0, "score": 0.8}, {"word": "7"}]}], "word_segments": []})");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-4 in 19 95 now"));
        const ExchangedTier& words = read.content.tiers.at(1);
        QCOMPARE(test::spans(words), std::string("1-1.5 in, 1.5-2 19, 2-2.5 95, 2.5-3 now, 3-4 7"));
        QVERIFY(words.segments[1].flagged && !words.segments[1].start.recorded && !words.segments[0].flagged);
        QCOMPARE(words.segments[0].confidence, std::optional(0.9));
        QCOMPARE(test::labelText(read.content.tiers.at(0).segments[0], "speaker"), std::string("S1"));
        QCOMPARE(words.segments[4].parent, read.content.tiers.at(0).segments[0].id);
    }

    void whispersOwnWordsAreReadToo()
    {
        const ImportedTiers read = m_files.read(
            "whisperx",
            R"({"text": "hi", "segments": [{"id": 0, "start": 0, "end": 1, "text": " hi", "words": [{"word": " hi", "start": 0, "end": 0.5, "probability": 0.5}]}]})");
        QCOMPARE(test::spans(read.content.tiers.at(1)), std::string("0-0.5 hi"));
        QCOMPARE(read.content.tiers.at(1).segments[0].confidence, std::optional(0.5));
    }

    void gentlesPhonesFollowEachOther()
    {
        const ImportedTiers read = m_files.read(
            "gentle",
            R"({"transcript": "The cat", "words": [{"alignedWord": "the", "case": "success", "start": 0.5, "end": 0.8, "word": "The",
            "phones": [{"duration": 0.1, "phone": "dh_B"}, {"duration": 0.2, "phone": "ah_E"}]}, {"case": "not-found-in-audio", "word": "cat"}]})");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0.5-0.8 The"));
        QCOMPARE(test::spans(read.content.tiers.at(1)), std::string("0.5-0.6 dh_B, 0.6-0.8 ah_E"));
        QCOMPARE(read.report.skipped.at(0).reason,
                 std::string("word 2 ('cat') has no times: not-found-in-audio"));
    }

    void skippedItemsHaveTheirLines_data()
    {
        QTest::addColumn<std::string>("format");
        QTest::addColumn<std::string>("text");
        QTest::newRow("mfa") << std::string("mfa")
                             << std::string("{\"tiers\": {\"w\": {\"entries\": [\n[0, 1, \"a\"],\n\n"
                                            "[1, \"?\", \"b]\"],\n[2, 3, \"c\"]]}}}");
        QTest::newRow("whisperX") << std::string("whisperx")
                                  << std::string("{\"segments\": [\r\n{\"start\": 0, \"end\": 1, \"text\": "
                                                 "\"\\\"{[\"},\r\n\r\n{\"text\": \"b\"}]}");
        QTest::newRow("whisperX, a word that ends before it starts")
            << std::string("whisperx")
            << std::string("{\"segments\": [{\"start\": 0, \"end\": 1, \"words\": [\n\n\n"
                           "{\"word\": \"a\", \"start\": 1, \"end\": 0}]}]}");
        QTest::newRow("gentle") << std::string("gentle")
                                << std::string("{\"words\": [{\"word\": \"a\", \"start\": 0, \"end\": 1},\r"
                                               "\r\r{\"case\": \"not-found-in-audio\", \"word\": \"b\"}]}");
        QTest::newRow("gentle's phone")
            << std::string("gentle")
            << std::string("{\"words\": [{\"word\": \"a\", \"start\": 0, \"end\": 1, \"phones\":\n[\n\n"
                           "{\"phone\": \"x\"}]}]}");
        const std::string head = "[{\"data\": {\"audio\": \"a.wav\"}, \"annotations\": [{\"result\": [\n"
                                 "{\"id\": \"a\", \"from_name\": \"l\", \"type\": \"labels\", \"value\": "
                                 "{\"start\": 0, \"end\": 1, \"labels\": [\"x\"]}}";
        QTest::newRow("Label Studio") << std::string("labelstudio")
                                      << head
                + ",\n\n{\"id\": \"b\", \"from_name\": \"c\", \"type\": \"choices\", \"value\": "
                  "{\"choices\": [\"y\"]}}]}]}]";
        QTest::newRow("Label Studio, an annotation that was cancelled")
            << std::string("labelstudio") << head + "]},\n\n{\"was_cancelled\": true, \"result\": []}]}]";
        QTest::newRow("Label Studio's minimal form")
            << std::string("labelstudio")
            << std::string("[{\"audio\": \"a.wav\", \"label\": [{\"start\": 0, \"end\": 1, \"labels\": "
                           "[\"x\"]}]},\n\n\n{\"audio\": \"b.wav\", \"mood\": \"Glad\"}]");
    }
    void skippedItemsHaveTheirLines()
    {
        QFETCH(const std::string, format);
        QFETCH(const std::string, text);
        const ImportedTiers read = m_files.read(format.c_str(), text);
        QCOMPARE(read.report.skipped.size(), std::size_t(1));
        QCOMPARE(read.report.skipped.at(0).line, std::size_t(4));
    }

    void aFieldThatIsSaidTwiceMovesNoLine()
    {
        const ImportedTiers read
            = m_files.read("mfa",
                           "{\"tiers\": 1, \"x\": [[],\n[]],\n\"tiers\": {\"w\": {\"entries\": [\n[0, 1, "
                           "\"a\"], [1, \"?\", \"b\"]]}}}");
        QCOMPARE(read.report.skipped.at(0).line, std::size_t(0)); // not known, rather than another
    }

    void whereNoTimeCanBeReadThereIsNoEmptyProject()
    {
        const std::string failure = m_files.failure(
            "whisperx", "{\"segments\": [\n{\"start\": NaN, \"end\": NaN, \"text\": \"a\"}]}");
        QVERIFY2(failure.find("line 2: holds no annotation that could be read") != std::string::npos,
                 failure.c_str());
    }

    void aRecordingInTheFileItselfIsCalledByItsTask()
    {
        const ImportedTiers read = m_files.read(
            "labelstudio",
            "[{\"id\": 12, \"data\": {\"audio\": \"data:audio/wav;base64," + std::string(10'000, 'A')
                + "\"}, \"annotations\": [{\"result\": [{\"id\": \"a\", \"from_name\": \"emo\", \"type\": "
                  "\"labels\", \"value\": {\"start\": 0, \"end\": 1, \"labels\": [\"x\"]}}]}]}]");
        QCOMPARE(read.content.tiers.at(0).tier.video, std::string("task 12"));
    }

    void mistakesHaveTheirLine()
    {
        QVERIFY(m_files.failure("mfa", "{\"tiers\":\n\n{,}}").find("line 3: ") != std::string::npos);
    }

    void theContentTellsTheFormat_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("id");
        QTest::newRow("mfa") << std::string(R"({"tiers": {"w": {"entries": []}}})") << std::string("mfa");
        QTest::newRow("whisperX") << std::string(R"({"segments": [{"start": 0, "words": []}]})")
                                  << std::string("whisperx");
        QTest::newRow("gentle") << std::string(R"({"words": [{"case": "success"}]})")
                                << std::string("gentle");
        QTest::newRow("gentle's words among the texts") << std::string(
            R"({"segments": [{"start": 0, "words": [{"word": "case"}, {"word": "annotations"}]}]})")
                                                        << std::string("whisperx");
        QTest::newRow("Label Studio")
            << std::string(R"([{"id": 1, "annotations": []}])") << std::string("labelstudio");
    }

    void theContentTellsTheFormat()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, id);
        QCOMPARE(std::string(formatOf(m_files.write("x.json", text)).id), id);
    }
};

QTEST_GUILESS_MAIN(TestJsonFormats)
#include "tst_json_formats.moc"
