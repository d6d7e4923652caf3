#include "app/privacy/deidentify_dialog.h"
#include "app/privacy/erase_dialog.h"
#include "app/privacy/pair_player.h"
#include "app/project/project.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

#include <fstream>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// *File → Project → De-identify…* and *File → Project → Erase a person…* by mouse and keys, on two recordings of a study of one's own.
class PrivacyWalk : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    PrivacyWalk() : TutorialTest("publish") { }

private slots:
    void initTestCase()
    {
        m_home = fs::path(m_folder.path().toStdString()) / "study";
        fs::create_directories(m_home);
        engine::DatasetList list;
        list.name = "talks";
        for (const auto& [id, clip, speaker] : {std::tuple("one", "swwp2s", "Anna Secret"), {"two", "lrwp9a", "Bert Hidden"}}) {
            fs::copy_file(fs::path(FIXTURES) / "grid" / (std::string(clip) + ".mpg"), m_home / (std::string(id) + ".mpg"));
            engine::DatasetList::Media media;
            media.id = id;
            media.file = m_home / (std::string(id) + ".mpg");
            media.speaker = speaker;
            list.media.push_back(std::move(media));
        }
        engine::writeDatasetList(list, m_home / "dataset.json");
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({m_home / "dataset.json"});
        QTRY_VERIFY(!session().project().path().empty() && !session().project().isOpening());
        QTRY_VERIFY(action("deidentify")->isEnabled());
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }

    void peopleAreChosen()
    {
        QVERIFY(choose("File", "Project → De-identify…"));
        QTRY_VERIFY(hiding());
        auto* people = hiding()->findChild<QListWidget*>(QStringLiteral("hidePeople"));
        QCOMPARE(people->count(), 2);
        QCOMPARE(people->item(0)->checkState(), Qt::Unchecked); // nobody stays as they are unless somebody says so
        QVERIFY(hiding()->findChild<QLabel*>(QStringLiteral("hideWarning"))->text().contains(QLatin1String("not anonymity")));
        auto* folder = hiding()->findChild<QLineEdit*>(QStringLiteral("hideFolder"));
        folder->setFocus();
        folder->selectAll();
        QTest::keyClicks(folder, QString::fromStdString((m_home.parent_path() / "hidden").string()));
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*hiding(), isDark ? "hide-dark" : "hide-light", 200);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void whatIsStoppedLeavesNothing()
    {
        auto* go = hiding()->findChild<QPushButton*>(QStringLiteral("hideGo"));
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_COMPARE(go->text(), QStringLiteral("Stop"));
        QTest::qWait(300);
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY(state().startsWith(QLatin1String("It was stopped")));
        QTRY_VERIFY(entries().filter(QStringLiteral("hidden")).isEmpty());
    }

    void theCopyIsMadeAndLookedThrough()
    {
        QTest::mouseClick(hiding()->findChild<QPushButton*>(QStringLiteral("hideGo")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(state().startsWith(QLatin1String("Nothing was found")), support::kPatience);
        const QString found = hiding()->findChild<QLabel*>(QStringLiteral("hideFound"))->text();
        QVERIFY2(found.contains(QLatin1String("150 pictures")), qPrintable(found));
        QVERIFY(found.contains(QLatin1String("Faces left: 0.")));
        QVERIFY(fs::exists(m_home.parent_path() / "hidden" / "media" / "v0002.mp4"));
        auto* pictures = hiding()->findChild<QListWidget*>(QStringLiteral("lookPictures"));
        QCOMPARE(pictures->count(), 100);
        const auto shows = [this](const char* name) {
            return !hiding()->findChild<QLabel*>(QLatin1String(name))->pixmap().isNull();
        };
        QTRY_VERIFY(shows("lookBefore") && shows("lookAfter"));
        pictures->setFocus();
        QTest::keyClick(pictures, Qt::Key_Right);
        QTRY_VERIFY(shows("lookBefore") && shows("lookAfter"));
        auto* player = window().findChild<app::PairPlayer*>();
        auto* play = hiding()->findChild<QPushButton*>(QStringLiteral("lookPlay"));
        QSignalSpy shown(player, &app::PairPlayer::shown);
        QTest::mouseClick(play, Qt::LeftButton);
        QCOMPARE(play->text(), QStringLiteral("&Stop"));
        QTRY_VERIFY(shown.size() > 1);
        QVERIFY(shown.back()[0].value<QImage>() != shown.back()[1].value<QImage>()); // a face, and its mask
        QVERIFY(shown.back()[2].toDouble() > shown.front()[2].toDouble());
        QTRY_COMPARE(play->text(), QStringLiteral("Pla&y both")); // by itself at the end
        QTest::mouseClick(play, Qt::LeftButton);
        QTest::mouseClick(play, Qt::LeftButton);
        QCOMPARE(play->text(), QStringLiteral("Pla&y both"));
        QTRY_VERIFY(shows("lookBefore") && shows("lookAfter"));
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(*hiding(), isDark ? "hidden-dark" : "hidden-light", 400);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        auto* name = hiding()->findChild<QLineEdit*>(QStringLiteral("lookerName"));
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("Dora"));
        QTest::mouseClick(hiding()->findChild<QPushButton*>(QStringLiteral("lookNoted")), Qt::LeftButton);
        QTRY_VERIFY(state().contains(QLatin1String("Dora")));
        hiding()->close();
        QTRY_VERIFY(!hiding());
    }

    void wherePeopleOccurIsListed()
    {
        QVERIFY(activate());
        QVERIFY(choose("File", "Project → Erase a person…"));
        QTRY_VERIFY(erasing());
        auto* person = erasing()->findChild<QComboBox*>(QStringLiteral("erasePerson"));
        QCOMPARE(person->count(), 2);
        auto* go = erasing()->findChild<QPushButton*>(QStringLiteral("eraseGo"));
        person->lineEdit()->setFocus();
        QTest::keyClicks(person->lineEdit(), QStringLiteral("Anna Secret"));
        QTest::mouseClick(erasing()->findChild<QPushButton*>(QStringLiteral("eraseList")), Qt::LeftButton);
        QTRY_VERIFY(rows()->topLevelItemCount() > 1);
        QVERIFY(!go->isEnabled()); // the name is to be typed
        QVERIFY(fs::exists(m_home / "one.mpg"));
        picture(*erasing(), "erase-list", 200);
        auto* typed = erasing()->findChild<QLineEdit*>(QStringLiteral("eraseTyped"));
        typed->setFocus();
        QTest::keyClicks(typed, QStringLiteral("Anna"));
        QVERIFY(!go->isEnabled());
        QTest::keyClicks(typed, QStringLiteral(" Secret"));
        QVERIFY(go->isEnabled());
    }

    void thePersonIsErasedAndTheProjectOpensAgain()
    {
        QTest::mouseClick(erasing()->findChild<QPushButton*>(QStringLiteral("eraseGo")), Qt::LeftButton);
        const auto said = [this] { return erasing() ? erasing()->findChild<QLabel*>(QStringLiteral("eraseState"))->text() : QString(); };
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QLatin1String("Erased")), support::kPatience);
        picture(*erasing(), "erased", 200);
        QVERIFY(!fs::exists(m_home / "one.mpg"));
        QVERIFY(fs::exists(m_home / "two.mpg"));
        QTRY_VERIFY(!session().project().isOpening() && session().project().writer());
        QTRY_VERIFY(session().videos().dataset() && session().videos().dataset()->list.media.size() == 1);
        QVERIFY(!history().canUndo());
        QCOMPARE(entries(session().project().path().parent_path()).filter(QRegularExpression(QStringLiteral("^erasure-.*\\.json$"))).size(), 1);
        erasing()->close();
        QTRY_VERIFY(!erasing());
        QVERIFY(settle());
    }

private:
    app::DeidentifyDialog* hiding() { return window().findChild<app::DeidentifyDialog*>(); }
    app::EraseDialog* erasing() { return window().findChild<app::EraseDialog*>(); }
    QTreeWidget* rows() { return erasing()->findChild<QTreeWidget*>(QStringLiteral("eraseRows")); }
    QString state() { return hiding() ? hiding()->findChild<QLabel*>(QStringLiteral("hideState"))->text() : QString(); }
    QStringList entries(const fs::path& folder) const { return QDir(QString::fromStdString(folder.string())).entryList(); }
    QStringList entries() const { return entries(m_home.parent_path()); }

    fs::path m_home;
};

WINDOW_TEST_MAIN(PrivacyWalk)

#include "tst_privacy_walk.moc"
