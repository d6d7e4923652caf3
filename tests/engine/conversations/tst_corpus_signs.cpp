#include "engine/corpora/conversation_layout.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace engine;

/// Which published corpus of conversations lies in a folder.
class TestCorpusSigns : public QObject {
    Q_OBJECT

private slots:
    void eachFixtureIsItsLayout_data()
    {
        QTest::addColumn<QString>("layout");
        for (const char* const layout : {"iemocap", "meld", "mer", "seamless", "siq2"})
            QTest::newRow(layout) << QString::fromLatin1(layout);
    }
    void eachFixtureIsItsLayout()
    {
        QFETCH(const QString, layout);
        const ConversationLayout* seen
            = layoutSeenIn(std::filesystem::path(FIXTURES) / "conversations" / layout.toStdString());
        QVERIFY(seen);
        QCOMPARE(std::string(seen->name), layout.toStdString());
    }

    void otherFoldersAreNone()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY(!layoutSeenIn(path));
        QVERIFY(!layoutSeenIn(path / "nowhere"));
        std::filesystem::create_directories(path / "audio");
        std::ofstream(path / "filelist.csv") << "file_id\n";
        QVERIFY(!layoutSeenIn(path));
        QVERIFY(!layoutSeenIn(std::filesystem::path(FIXTURES) / "conversations/dataset"));
    }
};

QTEST_GUILESS_MAIN(TestCorpusSigns)
#include "tst_corpus_signs.moc"
