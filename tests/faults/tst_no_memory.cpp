#include "app/opening/versions_dialog.h"
#include "app/playback/sample_reader.h"
#include "app/playback/spectrogram_reader.h"
#include "app/playback/thumbnailer.h"
#include "engine/annotation/project/project_file.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <new>
#include <thread>

#include "tests/support/no_memory.h"
#include "tests/support/waiting.h"

using engine::test::NoMemory;

/// Threads whose work runs out of memory: nothing but their work is lost.
class NoMemoryTest : public QObject {
    Q_OBJECT

    static constexpr std::size_t kSmall = 4096; ///< bytes: what signals and messages need
    const QString m_media = QStringLiteral(DEMO "/media/ada_1.mp4");

private slots:
    void aThumbnailIsEmptyAndTheNextOneIsThere()
    {
        app::Thumbnailer thumbnailer;
        QSignalSpy ready(&thumbnailer, &app::Thumbnailer::thumbnailReady);
        QSignalSpy entries(&thumbnailer, &app::Thumbnailer::entryReady);
        {
            const NoMemory none(kSmall);
            thumbnailer.open(m_media);
            thumbnailer.want({1.0}, 24);
            thumbnailer.wantEntries({{QStringLiteral("a"), m_media}});
            QTRY_COMPARE(ready.count() + entries.count(), 2);
            QVERIFY(none.refusals() >= 2);
        }
        QVERIFY(ready.first().at(2).value<QImage>().isNull());
        QVERIFY(entries.first().at(1).value<QImage>().isNull());
        thumbnailer.want({1.0}, 24);
        QTRY_COMPARE(ready.count(), 2);
        QVERIFY(!ready.last().at(2).value<QImage>().isNull());
    }

    void aPieceOfSoundIsMissingAndTheNextOneIsThere()
    {
        app::SampleReader reader;
        QSignalSpy ready(&reader, &app::SampleReader::ready);
        const engine::MediaFile file(m_media.toStdString());
        {
            const NoMemory none(kSmall);
            reader.want(file, {0.0, 1.0});
            QTRY_VERIFY(none.refusals() > 0);
        }
        reader.want(file, {1.0, 2.0});
        QTRY_COMPARE(ready.count(), 1);
    }

    void aTileOfTheSpectrogramIsEmptyAndTheNextOneIsThere()
    {
        app::SpectrogramReader reader;
        std::vector<bool> isEmpty;
        connect(&reader, &app::SpectrogramReader::ready, this,
                [&](const engine::MediaFile&, double, engine::SpectrogramTileKey,
                    const engine::SpectrogramPiece& piece) { isEmpty.push_back(piece.levels.empty()); });
        const engine::MediaFile file(m_media.toStdString());
        {
            const NoMemory none(kSmall);
            reader.want(file, 0.02, {{0, 0}});
            QTRY_COMPARE(isEmpty.size(), std::size_t{1});
            QVERIFY(none.refusals() > 0);
        }
        reader.want(file, 0.02, {{0, 1}});
        QTRY_COMPARE(isEmpty, (std::vector<bool>{true, false}));
    }

    void theMembersOfAGroupAreMissingAndTheLibraryGoesOn()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("g.h5")).toStdString();
        engine::hdf5::Writer writer(path);
        for (int i = 0; i < 3000; ++i)
            writer.createGroup("/g/" + std::to_string(i));
        writer.close();
        const engine::hdf5::File file(path);
        const engine::hdf5::Group group = file.root().group("g");
        bool thrown = false;
        {
            const NoMemory none(16 * kSmall); // the list grows beyond it inside the library's call
            std::jthread([&] {
                try {
                    static_cast<void>(group.names());
                } catch (const std::bad_alloc&) {
                    thrown = true;
                }
            }).join();
        }
        QVERIFY(thrown);
        QCOMPARE(group.names().size(), std::size_t{3000});
    }

    void whatAVersionHoldsIsNotKnown()
    {
        const QTemporaryDir folder;
        const std::filesystem::path project = folder.filePath(QStringLiteral("a.polylogue")).toStdString();
        static_cast<void>(engine::ProjectFile::create(project));
        { // the first dialog begins threads of Qt's own, which need memory
            const app::VersionsDialog first(QStringLiteral("a"), {engine::Snapshot{project, {}, 0}});
            auto* known = first.findChild<QTableWidget*>(QStringLiteral("versions"));
            QTRY_VERIFY(known->item(0, 2)->text() != QStringLiteral("…"));
        }
        const NoMemory none(256); // reading an empty project takes little
        app::VersionsDialog dialog(QStringLiteral("a"), {engine::Snapshot{project, {}, 0}});
        auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("versions"));
        QTRY_VERIFY(table->item(0, 2)->text() != QStringLiteral("…"));
        QVERIFY(none.refusals() > 0);
    }
};

QTEST_MAIN(NoMemoryTest)
#include "tst_no_memory.moc"
