#include "app/opening/versions_dialog.h"
#include "app/picture/banner.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fstream>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// A project of which nothing can be read, in a folder with its data, in the real window.
class DamagedProjectsTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        fs::copy_file(fs::path(DEMO) / "media" / "ada_1.mp4", folder() / "ada_1.mp4");
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanup() { m_real.reset(); }

    void aNewOneIsBegunBesideIt_data()
    {
        QTest::addColumn<bool>("opensFolder");
        QTest::newRow("folder") << true;
        QTest::newRow("project") << false;
    }
    void aNewOneIsBegunBesideIt()
    {
        QFETCH(const bool, opensFolder);
        std::ofstream(folder() / "talks.polylogue") << "no project at all";
        session().project().open({opensFolder ? folder() : folder() / "talks.polylogue"});
        QVERIFY(answer(QStringLiteral("Begin a new project"), 2));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QVERIFY2(document().whyReadOnly().isEmpty(), qPrintable(document().whyReadOnly()));
        QCOMPARE(session().project().path().filename().string(), std::string("talks.polylogue"));
        QVERIFY(fs::exists(aside()));
        QCOMPARE(fs::file_size(aside()), std::uintmax_t(17));
    }

    void anEarlierVersionTakesItsPlace()
    {
        std::ofstream(folder() / "talks.polylogue") << "";
        session().project().open({folder()});
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QVERIFY(document().isKept());
        const auto insert = [this](double start) {
            return session().editor().segments().insert(app::kWordsTier, {start, start + 0.2}).has_value();
        };
        QVERIFY(insert(1.0));
        QVERIFY(settle());
        session().project().open({fs::path(DEMO)}); // which puts the state aside
        QTRY_COMPARE(document().dataset().media.size(), std::size_t(31));
        QVERIFY(settle());
        std::ofstream(folder() / "talks.polylogue", std::ios::trunc) << "no project at all";
        QTimer choose;
        connect(&choose, &QTimer::timeout, this, [] {
            if (auto* dialog = qobject_cast<app::VersionsDialog*>(QApplication::activeModalWidget())) {
                picture(*dialog, "damaged-versions");
                dialog->accept();
            }
        });
        choose.start(20);
        session().project().open({folder()});
        QVERIFY(answer(QStringLiteral("Open an earlier version…"), 3));
        QTRY_COMPARE(document().dataset().media.size(), std::size_t(1));
        QTRY_COMPARE(document().words().texts.size(), std::size_t(1));
        QVERIFY(fs::exists(aside()));
    }

    void leftAsItIsItIsNotTouched()
    {
        std::ofstream(folder() / "talks.polylogue") << "no project at all";
        session().project().open({folder()});
        QVERIFY(answer(QStringLiteral("Leave it"), 2));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(!document().whyReadOnly().isEmpty());
        QVERIFY(aside().empty());
        QCOMPARE(fs::file_size(folder() / "talks.polylogue"), std::uintmax_t(17));
    }

private:
    fs::path folder() const { return m_folder->path().toStdString(); }
    fs::path aside() const
    {
        for (const auto& item : fs::directory_iterator(folder())) {
            if (item.path().string().find(".damaged-") != std::string::npos)
                return item.path();
        }
        return {};
    }
    /// Waits for the question, which has so many answers, and gives one by a click.
    bool answer(const QString& text, int count)
    {
        auto* banner = find<app::Banner>("banner");
        if (!QTest::qWaitFor([&] { return !banner->sentence().isEmpty(); }, support::kPatience))
            return false;
        QPushButton* chosen = nullptr;
        const auto isThere = [&] {
            int visible = 0;
            for (QPushButton* button : banner->findChildren<QPushButton*>(QStringLiteral("bannerButton"))) {
                visible += button->isVisible() ? 1 : 0;
                if (button->text() == text)
                    chosen = button;
            }
            return chosen && chosen->isVisible() && visible == count;
        };
        if (!QTest::qWaitFor(isThere, support::kPatience))
            return false;
        picture(window(), "damaged-project");
        QTest::mouseClick(chosen, Qt::LeftButton);
        return true;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

WINDOW_TEST_MAIN(DamagedProjectsTest)
#include "tst_damaged_projects.moc"
