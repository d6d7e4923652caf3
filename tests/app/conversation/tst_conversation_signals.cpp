#include "app/conversation/asked_turns.h"
#include "app/conversation/conversation_data.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/timed_features.h"
#include "engine/worker/probe.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/support/sequences.h"

using namespace app;

/// Which columns are offered as signals of people.
class TestConversationSignals : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const std::string& key) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / (key + ".csd");
    }

private slots:
    /// A model of conversations is asked about all turns, also those that nobody labelled.
    void turnsThatNobodyLabelledAreAsked()
    {
        const QTemporaryDir place;
        engine::DatasetList list;
        list.root = m_folder.path().toStdString();
        engine::ComputationalSequence labels = engine::test::sequence(
            "labels",
            {{"tea@ada", {{engine::ElementType::Float64, {{1.0, 2.0}}}, engine::test::floats(1, {2.0F})}}});
        engine::writeCsd(labels, file("labels_tea"));
        list.sequences.push_back({"labels", "labels", file("labels_tea"), {}});
        ConversationData data;
        data.conversation.id = "tea";
        data.conversation.participants = {{"ada"}, {"bert"}};
        data.conversation.participants[1].time.offset = 1.5;
        data.taken.turns = {{0, 1.0, 2.0}, {1, 2.5, 4.0}, {0, 5.0, 6.0}};
        const engine::DatasetList all = withAllTurns(list, data, "labels", 1, place.path().toStdString());
        const engine::CsdFile made(all.sequence("labels")->file);
        const engine::TimedFeatures adas = engine::readFeatures(made, "tea@ada");
        QCOMPARE(adas.intervals, (std::vector<engine::Interval>{{1.0, 2.0}, {5.0, 6.0}}));
        QCOMPARE(adas.features.values.front(), 2.0F); // a label stays
        QVERIFY(std::isnan(adas.features.values.back()));
        const engine::TimedFeatures berts = engine::readFeatures(made, "tea@bert");
        QCOMPARE(berts.intervals,
                 (std::vector<engine::Interval>{{1.0, 2.5}})); // in the time of his recording
        data.taken.turns.resize(1);
        QCOMPARE(withAllTurns(list, data, "labels", 1, place.path().toStdString()),
                 list); // nothing is lacking
        const engine::DatasetList bare = withAllTurns({}, data, "mood", 2, place.path().toStdString());
        QCOMPARE(
            engine::readFeatures(engine::CsdFile(bare.sequence("mood")->file), "tea@ada").features.columns,
            std::size_t{2});
    }

    /// How sure the words of a recording are goes together in two recordings of one voice, and is no signal.
    void whatIsKnownOfWordsIsNoSignal()
    {
        engine::DatasetList list;
        list.root = m_folder.path().toStdString();
        const std::pair<const char*, const char*> sequences[]{{"word_alignment", "end_error [s]"},
                                                              {"face", "smile"},
                                                              {"covarep", "f0"},
                                                              {"movement", "FAUValue"},
                                                              {"labels", "sentiment"}};
        for (const auto& [key, column] : sequences) {
            engine::ComputationalSequence made
                = engine::test::sequence(key,
                                         {{"tea@ada", engine::test::numbered({{0, 1}, {1, 2}})},
                                          {"tea@bert", engine::test::numbered({{0, 1}, {1, 2}})}});
            made.setMetadata({{"root name", key}, {"dimension names", {column}}});
            engine::writeCsd(made, file(key));
            list.sequences.push_back({"any", key, file(key), {}});
        }
        engine::Prober prober(PROGRAMS "/polylogue-cli");
        OpenDataset dataset;
        static_cast<engine::OpenedSequences&>(dataset) = engine::openSequences(list, prober, {});
        QCOMPARE(dataset.failures, std::vector<std::string>());
        const engine::Conversation& tea = dataset.conversations.all().front();
        const ConversationData data
            = readConversation(dataset, tea, "tea@ada", {std::vector<ProjectSpeech::Person>(2)}, {}, {});
        // what files say of turns is not looked for again, unless recordings lie otherwise
        const auto again = [&](const engine::Conversation& conversation) {
            return readConversation(dataset, conversation, "tea@bert",
                                    {std::vector<ProjectSpeech::Person>(2)}, {nullptr, {}, data.filed}, {})
                .filed;
        };
        QVERIFY(data.filed);
        QCOMPARE(again(tea), data.filed);
        engine::Conversation moved = tea;
        moved.participants[1].time.offset = 1.0;
        QVERIFY(again(moved) != data.filed);
        QStringList offered;
        for (const ConversationSignal& signal : data.signalNames)
            offered << signal.text();
        offered.sort();
        QCOMPARE(offered,
                 (QStringList{QStringLiteral("covarep:f0"), QStringLiteral("face:smile"),
                              QStringLiteral("movement:FAUValue")}));
    }
};

QTEST_GUILESS_MAIN(TestConversationSignals)
#include "tst_conversation_signals.moc"
