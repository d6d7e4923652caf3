#include "widgets/welcome/recent_delegate.h"
#include "widgets/welcome/welcome_card.h"
#include "widgets/welcome/welcome_page.h"

#include <QFileDialog>
#include <QListWidget>
#include <QTest>
#include <QTimer>

#include <filesystem>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// The window as long as nothing is open, by real keys and clicks.
class WelcomeTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanup() { m_real.reset(); }

    void nothingIsOpenAtFirst()
    {
        QVERIFY(page().isVisible());
        QVERIFY(window().isStartPageShown());
        for (const char* name :
             {"play", "split", "export-words", "import-annotation", "preset-review", "find"})
            QVERIFY2(!action(name)->isEnabled(), name);
        for (const char* name : {"open-files", "open-demo", "fetch-dataset", "palette", "help", "settings"})
            QVERIFY2(action(name)->isEnabled(), name);
        QVERIFY(!find<QListWidget>("recentProjects")->isVisible());
        const QRect whole = window().rect();
        QVERIFY(page().geometry().width() == whole.width());
        picture(window(), "welcome-empty");
        window().resize(100, 100); // becomes as small as it may be
        QTRY_VERIFY(page().width() < whole.width());
        QCOMPARE(page().width(), window().width());
        for (const auto* card : page().findChildren<widgets::WelcomeCard*>())
            QVERIFY(page().rect().contains(QRect(card->mapTo(&page(), QPoint()), card->size())));
        picture(window(), "welcome-small");
    }

    void aKeyOpensTheDemo()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
        QVERIFY(settle());
        QVERIFY(!page().isVisible());
        QVERIFY(action("play")->isEnabled());
        QVERIFY(action("split")->isEnabled());
        QVERIFY(QTest::qWaitFor([] { return !app::Settings().recent().isEmpty(); }, support::kPatience));
    }

    void whatWasOpenedIsListedWithAPicture()
    {
        QTRY_COMPARE(recents().count(), 1);
        QTRY_COMPARE(recents().item(0)->text(), QStringLiteral("Polylogue demo")); // as its list says
        QTRY_VERIFY(!recents().item(0)->data(widgets::RecentDelegate::Picture).value<QImage>().isNull());
        picture(window(), "welcome-recent");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(recents().hasFocus());
        QTest::keyClick(&recents(), Qt::Key_Return);
        QVERIFY(settle());
        QVERIFY(!page().isVisible());
    }

    void aProjectIsNamedAlikeEverywhere()
    {
        const fs::path copy = fs::path(m_folder.path().toStdString()) / "anna.polylogue";
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
        QVERIFY(settle());
        QCOMPARE(session().project().name(), QStringLiteral("Polylogue demo"));
        QCOMPARE(window().windowTitle(), QStringLiteral("Polylogue demo – Polylogue"));
        QVERIFY(m_real->saveCopy(copy));
        QVERIFY(settle());
        session().project().open({copy});
        QTRY_COMPARE(session().project().path(), copy);
        QVERIFY(settle());
        QCOMPARE(session().project().name(), QStringLiteral("anna"));
        QCOMPARE(window().windowTitle(), QStringLiteral("anna – Polylogue"));
        app::Settings().addRecent({QString::fromStdString(copy.string())});
        const fs::path video = fs::path(m_folder.path().toStdString()) / "one.mp4";
        const fs::path other = fs::path(m_folder.path().toStdString()) / "two.mp4";
        for (const fs::path& file : {video, other})
            fs::copy_file(fs::path(DEMO) / "media" / "ada_1.mp4", file);
        session().project().open({video, other});
        QTRY_COMPARE(session().project().name(), QStringLiteral("one.mp4 and 1 more"));
        QVERIFY(settle());
        app::Settings().addRecent(
            {QString::fromStdString(video.string()), QString::fromStdString(other.string())});
        m_real = std::make_unique<RealWindow>();
        QTRY_COMPARE(recents().count(), 3);
        QTRY_COMPARE(recents().item(0)->text(), QStringLiteral("one.mp4 and 1 more"));
        QTRY_COMPARE(recents().item(1)->text(), QStringLiteral("anna"));
        QTRY_COMPARE(recents().item(2)->text(), QStringLiteral("Polylogue demo"));
        for (const fs::path& file : {video, other, copy}) {
            app::Settings().forgetRecent(QString::fromStdString(file.string()));
            fs::remove(file);
        }
        app::Settings().forgetRecent(QString::fromStdString(video.string() + "\n" + other.string()));
    }

    void whatIsGoneIsSaidAndForgotten()
    {
        const QString gone = m_folder.filePath(QStringLiteral("away.polylogue"));
        app::Settings().addRecent({gone});
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        QTRY_COMPARE(recents().count(), 2);
        QTRY_VERIFY(recents().item(0)->data(widgets::RecentDelegate::Trouble).toString().contains(gone));
        picture(window(), "welcome-gone");
        recents().setFocus();
        recents().setCurrentRow(0);
        QTest::keyClick(&recents(), Qt::Key_Delete);
        QTRY_COMPARE(recents().count(), 1);
        QVERIFY(!app::Settings().recent().contains(gone));
    }

    void anOwnVideoIsOneClickAway()
    {
        const fs::path own = fs::path(m_folder.path().toStdString()) / "mine.mp4";
        fs::copy_file(fs::path(DEMO) / "media" / "ada_1.mp4", own);
        QTimer::singleShot(200, this, [this, own] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->setDirectory(m_folder.path());
            dialog->findChild<QLineEdit*>()->setText(QStringLiteral("mine.mp4"));
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        QTest::mouseClick(page().findChild<widgets::WelcomeCard*>(QStringLiteral("welcomeFiles")),
                          Qt::LeftButton);
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("mine"));
        QVERIFY(!page().isVisible());
        QVERIFY(activate());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(player().position() > 0.0);
    }

    void theDemosConversationIsOpenedByItsCommand()
    {
        action("open-conversation")->trigger();
        QVERIFY(settle());
        QCOMPARE(session().document().dataset().name, std::string("Polylogue demo, a conversation"));
        QCOMPARE(session().document().dataset().media.size(), std::size_t(2));
        QVERIFY(action("play")->isEnabled());
    }

private:
    widgets::WelcomePage& page() { return *find<widgets::WelcomePage>("welcomePage"); }
    QListWidget& recents() { return *find<QListWidget>("recentProjects"); }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(WelcomeTest)

#include "tst_welcome.moc"
