#include "app/opening/merge_dialog.h"
#include "app/picture/banner.h"
#include "engine/annotation/project/source_files.h"
#include "engine/core/file_sums.h"
#include "engine/core/installation.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// Copies of a project, files that went elsewhere or changed: in the real window, on a small dataset of its
/// own.
class ProjectCopiesTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        m_folder = std::make_unique<QTemporaryDir>();
        fs::create_directories(data());
        for (const char* name : {"words.csd", "labels.csd"})
            fs::copy_file(fs::path(DEMO) / name, data() / name);
        fs::copy_file(fs::path(DEMO) / "media" / "ada_1.mp4", data() / "ada_1.mp4");
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(data()));
    }
    void cleanupTestCase() { m_real.reset(); }

    void aProjectThatCannotBeTakenOverStaysTheOpenOne()
    {
        const fs::path project = folder() / "other.polylogue";
        QVERIFY(m_real->saveCopy(project));
        std::ofstream(project.string() + ".lock") << "42\npolylogue\nelsewhere\n";
        QVERIFY(open(project)); // only to look at
        QCOMPARE(session().project().path(), project);
        fs::remove(project);
        QSignalSpy failures(&session().tasks(), &app::Tasks::failed);
        session().project().takeOver();
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(session().project().path(), project);
    }

    void aCopyGoesOnForItselfAndIsMergedAgain()
    {
        label(0, 1.0);
        const fs::path copy = folder() / "copies" / "theirs.polylogue";
        fs::create_directories(copy.parent_path());
        QVERIFY(m_real->saveCopy(copy));

        label(0, -1.0); // mine: the first
        label(1, 2.0); // and the second
        const fs::path mine = session().project().path();
        QVERIFY(open(copy)); // theirs: the copy finds its dataset
        QCOMPARE(session().project().path(), copy);
        QCOMPARE(value(0), 1.0);
        label(0, 3.0); // the first, too: a conflict
        label(2, -3.0); // and the third
        QVERIFY(open(mine));
        QCOMPARE(value(0), -1.0);

        engine::Merged result;
        connect(&session().versions(), &app::ProjectVersions::merged, this,
                [&](const QString&, const engine::Merged& merged) { result = merged; });
        connect(&session().versions(), &app::ProjectVersions::conflicting, this,
                [&] { session().versions().mergeWith({}); }); // nothing is chosen
        QTimer closer; // of the report
        connect(&closer, &QTimer::timeout, this, [] {
            if (QWidget* report = QApplication::activeModalWidget()) {
                picture(*report, "merge");
                report->close();
            }
        });
        closer.start(50);
        session().versions().merge(QString::fromStdString(copy.string()));
        QTRY_COMPARE(result.conflicts.size(), std::size_t{1});
        QCOMPARE(result.conflicts.front().what, std::string("sentiment"));
        QCOMPARE(value(0), -1.0);
        QCOMPARE(value(1), 2.0);
        QCOMPARE(value(2), -3.0);
        session().editor().history().undo();
        QVERIFY(value(2) != -3.0);
    }

    void theOpenProjectIsNeverReplacedByItsCopy()
    {
        label(0, 1.0);
        const fs::path mine = session().project().path();
        QSignalSpy messages(&session().document().notices(), &app::Notices::said);
        session().project().saveCopy(QString::fromStdString(mine.string()));
        QTRY_COMPARE(messages.count(), 1);
        QVERIFY(messages.first().first().value<app::Notice>().text.contains(
            QStringLiteral("is the project that is open")));
        label(0, 2.0);
        QVERIFY(open(data())); // its dataset is read again, the project stays
        QCOMPARE(session().project().path(), mine);
        QVERIFY(session().project().writer());
        QCOMPARE(value(0), 2.0);
        QVERIFY(open(mine));
        QVERIFY(document().hasVideo() && session().project().writer());
        QCOMPARE(value(0), 2.0);
    }

    void itOpensWhereItWasLeft()
    {
        session().player().seek(3.0);
        QVERIFY(settle());
        m_real.reset();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(data()));
        QCOMPARE(session().player().position(), 3.0);
    }

    void aProjectThatIsNotThereIsNotMade()
    {
        QSignalSpy messages(&session().document().notices(), &app::Notices::said);
        QVERIFY(open(folder() / "typo.polylogue"));
        QCOMPARE(messages.count(), 1);
        QVERIFY(!fs::exists(folder() / "typo.polylogue"));
        QVERIFY(document().hasVideo()); // what was open stays
    }

    void aCollectedFolderOpensElsewhere()
    {
        label(0, 1.0);
        const fs::path target = folder() / "collected";
        session().project().collect(QString::fromStdString(target.string()));
        QTRY_VERIFY(session().isSettled() && fs::exists(target / "dataset.json"));
        QVERIFY(open(folder())); // lets go of the dataset
        const fs::path moved = folder() / "somewhere else";
        fs::rename(target, moved);
        fs::rename(data(), folder() / "gone");
        QVERIFY(open(moved)); // the only project in the folder
        QCOMPARE(session().project().path().parent_path(), moved);
        QCOMPARE(value(0), 1.0);
        QVERIFY(document().video().mediaPath.startsWith(QString::fromStdString(moved.string())));
        QCOMPARE(banner(), QString());
    }

    void aDatasetThatMovedIsAskedForOnce()
    {
        label(0, 1.0);
        QTRY_VERIFY(document().annotation().item("file", "media/ada_1"));
        m_real.reset();
        const fs::path moved = folder() / "new" / "place";
        fs::create_directories(moved.parent_path());
        fs::rename(data(), moved);
        m_real = std::make_unique<RealWindow>();
        session().project().open({data()}); // as the list of recent projects does
        QTRY_VERIFY(banner().contains(QStringLiteral("is no longer at")));
        QVERIFY(banner().contains(QString::fromStdString(data().string())));
        picture(window(), "moved");
        session().project().openMoved(onlyProject(), {moved});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QCOMPARE(value(0), 1.0);
        QCOMPARE(banner(), QString());
        const engine::SourceFile media
            = engine::sourceFileOf(*document().annotation().item("file", "media/ada_1"));
        QVERIFY(engine::check(media, onlyProject().parent_path()) == engine::SourceState::Same);
        m_real.reset(); // from now on it is found from the new place
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(moved));
        QCOMPARE(value(0), 1.0);
    }

    void aChangedSequenceIsToldAndMayBeReadAgain()
    {
        label(0, 1.0);
        QTRY_VERIFY(document().annotation().item("file", "sequence/labels"));
        m_real.reset();
        std::ofstream(data() / "labels.csd", std::ios::binary | std::ios::app) << "more";
        const auto sums = sumsOfData();
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(data()));
        QTRY_VERIFY(banner().contains(QStringLiteral("Changed since they were annotated: labels.csd")));
        QCOMPARE(value(0), 1.0);
        const engine::Item before = *document().annotation().item("file", "sequence/labels");
        session().versions().readAgain({engine::sourceFileOf(before)});
        QVERIFY(settle());
        QVERIFY(value(0) != 1.0);
        QTRY_VERIFY(*document().annotation().item("file", "sequence/labels") != before);
        session().editor().history().undo();
        QTRY_COMPARE(value(0), 1.0);
        QVERIFY(sumsOfData() == sums); // nobody wrote them
    }

    void aDamagedProjectIsShownAndAnEarlierStateTakesItsPlace()
    {
        label(0, 1.0);
        label(1, 2.0);
        m_real.reset();
        const fs::path project = onlyProject();
        {
            std::fstream file(project, std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(static_cast<std::streamoff>(fs::file_size(project) / 2));
            file << std::string(8192, 'x'); // two pages
        }
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(data()));
        QVERIFY2(banner().contains(QStringLiteral("damaged")), qPrintable(banner()));
        picture(window(), "damaged");
        QVERIFY(!document().whyReadOnly().isEmpty());
        const auto versions = engine::snapshotsOf(project);
        QVERIFY(!versions.empty());
        session().versions().restore(versions.front(), QStringLiteral("then"));
        QVERIFY(settle());
        QVERIFY(document().whyReadOnly().isEmpty());
        QCOMPARE(value(0), 1.0);
        QCOMPARE(value(1), 2.0);
        QCOMPARE(banner(), QString());
    }

    void projectsOfStrangersAreShownAndSayWhatIsWrong_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QStringList>("said");
        const QString endless
            = QStringLiteral("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) ");
        QTest::newRow("a newer version")
            << QStringLiteral("PRAGMA user_version = 99; ALTER TABLE tiers ADD COLUMN more TEXT")
            << QStringList{QStringLiteral("newer Polylogue")};
        QTest::newRow("an endless view") << QStringLiteral("DROP TABLE items; CREATE VIEW items AS ")
                + endless + QStringLiteral("SELECT 'layout' AS kind, x AS name, '{}' AS json FROM c")
                                         << QStringList{QStringLiteral("it holds the view items")};
        QTest::newRow("a trigger")
            << QStringLiteral("CREATE TRIGGER t AFTER INSERT ON segments BEGIN DELETE FROM segments; END")
            << QStringList{QStringLiteral("it holds the trigger t"),
                           QStringLiteral("All that the project should hold is here.")};
        QTest::newRow("tiers in a circle")
            << QStringLiteral("UPDATE tiers SET parent = id, dependence = 'included_in'")
            << QStringList{QStringLiteral("in a circle")};
    }

    void projectsOfStrangersAreShownAndSayWhatIsWrong()
    {
        QFETCH(const QString, made);
        QFETCH(const QStringList, said);
        label(0, 1.0);
        m_real.reset();
        const fs::path project = data() / "stranger.polylogue"; // the only one in the folder
        fs::copy_file(onlyProject(), project);
        SQLite::Database(project.string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA foreign_keys = OFF; " + made.toStdString());
        QStringList told;
        m_real = std::make_unique<RealWindow>();
        connect(&session().document().notices(), &app::Notices::said, this,
                [&](const QString& text) { told << text; });
        session().project().open({data()});
        QTRY_VERIFY(session().isSettled());
        const QString all = banner() + told.join(u'\n');
        for (const QString& part : said)
            QVERIFY2(all.contains(part), qPrintable(all));
        QVERIFY2(banner().count(said.front()) <= 1, qPrintable(banner())); // once is enough
        picture(window(), (std::string("stranger-") + QTest::currentDataTag()).c_str());
        if (document().hasVideo()) // it lost what it is about with its items
            QCOMPARE(value(0), 1.0);
        else
            QVERIFY(made.contains(QStringLiteral("VIEW items")));
    }

    void textIsNoProject()
    {
        const fs::path letter = folder() / "letter.polylogue";
        std::ofstream(letter) << "Dear colleague,\nthis is no project.\n";
        QSignalSpy failures(&session().tasks(), &app::Tasks::failed);
        session().project().open({letter});
        QTRY_COMPARE(failures.count(), 1);
        const QString said = failures.first().at(1).toString();
        QVERIFY2(said.contains(QStringLiteral("is no project of Polylogue, but text")), qPrintable(said));
        QVERIFY(settle());
        picture(window(), "stranger-text");
        QVERIFY(document().hasVideo()); // what was open stays
        QCOMPARE(std::ifstream(letter).get(), int('D'));
    }

    void copiesThatCountFromElsewhereAreNotMerged_data()
    {
        QTest::addColumn<bool>("late");
        QTest::newRow("the picture begins late") << true;
        QTest::newRow("both begin together") << false;
    }

    void copiesThatCountFromElsewhereAreNotMerged()
    {
        QFETCH(const bool, late);
        label(0, 1.0);
        m_real.reset();
        const fs::path other = folder() / "older.polylogue";
        fs::copy_file(onlyProject(), other);
        SQLite::Database(other.string(), SQLite::OPEN_READWRITE)
            .exec("DELETE FROM items WHERE kind = 'timeline'; UPDATE label_values SET number = 3");
        if (late) {
            const QString made
                = QStringLiteral("-v error -y -f lavfi -i sine=duration=15 -itsoffset 0.5 -f lavfi "
                                 "-i testsrc=duration=14:rate=25:size=64x64 -map 0 -map 1 -vsync 0");
            QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"),
                                       made.split(u' ')
                                           << QString::fromStdString((data() / "ada_1.mp4").string())),
                     0);
        }
        m_real = std::make_unique<RealWindow>();
        QVERIFY(open(data()));
        QStringList told;
        connect(&session().document().notices(), &app::Notices::said, this,
                [&](const QString& text) { told << text; });
        QSignalSpy merged(&session().versions(), &app::ProjectVersions::merged);
        QTimer closer; // of the report
        connect(&closer, &QTimer::timeout, this, [] {
            if (QWidget* report = QApplication::activeModalWidget())
                report->close();
        });
        closer.start(50);
        session().versions().merge(QString::fromStdString(other.string()));
        if (!late) { // both gave another value, so a person is asked
            QTRY_VERIFY(window().findChild<app::MergeDialog*>());
            window().findChild<app::MergeDialog*>()->accept();
            QTRY_COMPARE(merged.count(), 1);
            return;
        }
        QTRY_VERIFY2(!told.filter(QStringLiteral("older.polylogue is not merged")).isEmpty(),
                     qPrintable(told.join(u'\n') + QString::number(merged.count())));
        QVERIFY2(told.join(u'\n').contains(QStringLiteral("In ada_1 that is 0.5")),
                 qPrintable(told.join(u'\n')));
        QCOMPARE(merged.count(), 0);
        QCOMPARE(value(0), 1.0);
    }

private:
    fs::path folder() const { return m_folder->path().toStdString(); }
    fs::path data() const { return folder() / "data"; }
    QString banner() { return window().findChild<app::Banner*>()->sentence(); }

    bool open(const fs::path& path)
    {
        session().project().open({path});
        return QTest::qWaitFor([this] { return session().isSettled(); }, support::kPatience)
            && window().isVisible();
    }
    double value(std::size_t segment)
    {
        return document().hasVideo() ? static_cast<double>(document().labels().rows.features.at(segment, 0))
                                     : -99;
    }
    void label(std::size_t segment, double value)
    {
        session().editor().setLabel(segment, QStringLiteral("sentiment"), value);
        bool isWritten = false;
        session().project().writer()->whenWritten(20000, [&isWritten](bool written) { isWritten = written; });
        QTRY_VERIFY(isWritten);
    }
    static fs::path onlyProject()
    {
        for (const auto& item : fs::directory_iterator(engine::dataFolder() / "projects")) {
            if (item.path().extension() == ".polylogue")
                return item.path();
        }
        return {};
    }
    std::vector<engine::FileSum> sumsOfData() const
    {
        const std::vector<fs::path> files{data() / "labels.csd", data() / "words.csd", data() / "ada_1.mp4"};
        return engine::sumsOf(files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

WINDOW_TEST_MAIN(ProjectCopiesTest)

#include "tst_project_copies.moc"
