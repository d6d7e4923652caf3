#include "engine/corpora/corpus_signs.h"

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
        QCOMPARE(layoutSeenIn(std::filesystem::path(FIXTURES) / "conversations" / layout.toStdString()),
                 layout.toStdString());
    }

    void otherFoldersAreNone()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QCOMPARE(layoutSeenIn(path), std::string());
        QCOMPARE(layoutSeenIn(path / "nowhere"), std::string());
        std::filesystem::create_directories(path / "audio");
        std::ofstream(path / "filelist.csv") << "file_id\n";
        QCOMPARE(layoutSeenIn(path), std::string());
        QCOMPARE(layoutSeenIn(std::filesystem::path(FIXTURES) / "conversations/dataset"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestCorpusSigns)
#include "tst_corpus_signs.moc"
