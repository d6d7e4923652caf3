#include "app/document/document.h"
#include "app/files/file_questions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

/// No new file may lie where one lies that is open.
class OpenFilesTest : public QObject {
    Q_OBJECT

private slots:
    void filesOfTheDatasetAreOpen()
    {
        const QTemporaryDir folder;
        const auto at = [&folder](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
        for (const char* name : {"words.csd", "v.mp4", "other.mp4"}) {
            QFile file(at(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(QFile::link(folder.path(), at("same")));
        engine::DatasetList list;
        list.sequences.push_back({"raw", "words", at("words.csd").toStdString()});
        engine::ListedMedia media;
        media.id = "v";
        media.file = std::filesystem::path(at("v.mp4").toStdString());
        list.media.push_back(media);
        Document document;
        QVERIFY(!isOpenFile(document, at("v.mp4")));
        document.setDataset(list);
        QVERIFY(isOpenFile(document, at("v.mp4")));
        QVERIFY(isOpenFile(document, at("words.csd")));
        QVERIFY(isOpenFile(document, at("same/words.csd")));
        QVERIFY(!isOpenFile(document, at("other.mp4")));
        QVERIFY(!isOpenFile(document, at("not there.mp4")));
    }
};

QTEST_GUILESS_MAIN(OpenFilesTest)
#include "tst_open_files.moc"
