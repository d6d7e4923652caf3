#include "app/extraction/gathered_clips.h"
#include "app/extraction/listed_parts.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace app;

/// Participants whose recording is clips of turns, or a channel, in the dialog that makes sequences.
class TestGatheredClips : public QObject {
    Q_OBJECT

    static ExtractionState::Step step(const char* state, double fraction = 1.0, const char* text = "")
    {
        return {QString::fromLatin1(state), fraction, QString::fromLatin1(text)};
    }
    static ExtractionState::Step gathered(const std::vector<ExtractionState::Step>& clips, int all)
    {
        ExtractionState state;
        for (std::size_t i = 0; i < clips.size(); ++i)
            state.recordings[QStringLiteral("tea@ada[%1]").arg(i)][QStringLiteral("face")] = clips[i];
        const ExtractionState shown = withGatheredClips(state, {{QStringLiteral("tea@ada"), all}});
        return shown.recordings.at(QStringLiteral("tea@ada")).at(QStringLiteral("face"));
    }

private slots:
    void clipsAreDoneWhenAllAre()
    {
        QCOMPARE(gathered({step("done"), step("reused")}, 2).state, QStringLiteral("done"));
        QCOMPARE(gathered({step("reused"), step("reused")}, 2).state, QStringLiteral("reused"));
        QCOMPARE(gathered({step("skipped"), step("skipped")}, 2).state, QStringLiteral("skipped"));
        const ExtractionState::Step half = gathered({step("done"), step("running", 0.5)}, 3);
        QCOMPARE(half.state, QStringLiteral("running"));
        QCOMPARE(half.fraction, 0.5);
    }

    void whatFailedIsNamed()
    {
        const ExtractionState::Step one = gathered({step("done"), step("failed", 0.0, "is cut off")}, 2);
        QCOMPARE(one.state, QStringLiteral("failed"));
        QCOMPARE(one.text, QStringLiteral("[1] is cut off"));
    }

    void otherRecordingsStay()
    {
        ExtractionState state;
        state.recordings[QStringLiteral("talk[0]")][QStringLiteral("face")] = step("done");
        state.remarks[QStringLiteral("tea@ada[0]")] = QStringLiteral("cut short");
        const ExtractionState shown = withGatheredClips(state, {{QStringLiteral("tea@ada"), 1}});
        QVERIFY(shown.recordings.contains(QStringLiteral("talk[0]")));
        QVERIFY(shown.remarks.contains(QStringLiteral("tea@ada")));
    }

    void aListTellsItsParts()
    {
        engine::DatasetList list;
        list.root = "/data";
        list.media.push_back({"lunch", std::filesystem::path("/data/lunch.wav"), "", ""});
        list.more["conversations"] = nlohmann::ordered_json::parse(R"([
            {"id": "tea", "media": "clips", "participants": [{"id": "ada"}, {"id": "bert"}], "clips": [
                {"file": "b.mp4", "participant": "ada", "start": 4.0, "end": 5.5},
                {"file": "c.mp4", "participant": "bert", "start": 2.0, "end": 3.0},
                {"file": "a.mp4", "participant": "ada", "start": 0.0, "end": 1.0}]},
            {"id": "lunch", "media": "channels", "participants": [{"id": "cleo", "channel": 1}]}])");
        const std::vector<ListedPart> parts = listedParts(list);
        QCOMPARE(parts.size(), std::size_t{3});
        QCOMPARE(parts[0].name, std::string("tea@ada"));
        QCOMPARE(parts[0].clips, 2);
        QCOMPARE(parts[0].seconds, 2.5);
        QCOMPARE(parts[0].file, std::filesystem::path("/data/a.mp4"));
        QCOMPARE(parts[1].name, std::string("tea@bert"));
        QCOMPARE(parts[2].channel, std::optional(1));
        QCOMPARE(parts[2].clips, 0);
    }
};

QTEST_GUILESS_MAIN(TestGatheredClips)
#include "tst_gathered_clips.moc"
