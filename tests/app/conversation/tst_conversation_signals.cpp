#include "app/conversation/conversation_data.h"
#include "engine/sequences/csd_writer.h"
#include "engine/worker/probe.h"

#include <QTemporaryDir>
#include <QTest>

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
