#include "app/suspects/suspect_actions.h"
#include "widgets/review/learning_card.h"
#include "widgets/suspects/suspect_queue.h"

#include <QDialog>
#include <QDockWidget>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Panes that are about a project leave with it when another is opened.
class OtherProjectTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(openDemo());
        QVERIFY(m_real->saveCopy(copy()));
    }
    void cleanup()
    {
        m_real.reset();
        std::filesystem::remove(copy());
        IsolatedHome::forgetProjects();
    }

    /// As when what is open is read again, and nothing is.
    void nothingToOpenIsNoProject()
    {
        const auto before = session().project().path();
        session().project().open({});
        QVERIFY(settle());
        QCOMPARE(session().project().path(), before);
        QVERIFY(!document().dataset().media.empty());
    }

    void suspiciousLabelsLeave()
    {
        action("preset-review")->trigger();
        action("find-suspects")->trigger();
        auto* queue = window().findChild<widgets::SuspectQueue*>();
        QTRY_VERIFY(queue && queue->isVisible());
        auto& search = window().findChild<app::SuspectActions*>()->search();
        QTRY_VERIFY(search.isRunning());
        search.stop();
        QTRY_VERIFY(!search.isRunning());
        engine::Suspects found;
        found.labelName = "sentiment";
        found.members = {{"LMF", 0.6}};
        found.segments.resize(2);
        for (std::size_t i = 0; i < 2; ++i) {
            engine::Suspect& one = found.segments[i];
            one.id = "ada_1[" + std::to_string(i) + "]";
            one.label = 3.0;
            one.score = 0.9;
            one.kind = engine::SuspectKind::Flip;
            const auto start = static_cast<double>(i);
            one.span = {start, start + 1.0};
        }
        emit search.found(found);
        QCOMPARE(queue->list().model()->rowCount(), 2);
        picture(window(), "suspects-before", 300);
        openCopy();
        picture(window(), "suspects-after", 300);
        QVERIFY(!queue->isVisible());
        QVERIFY(find<QDockWidget>("reviewDock")->isVisible());
        QCOMPARE(queue->list().model()->rowCount(), 0);
        action("find-suspects")->trigger();
        QTRY_VERIFY(queue->isVisible());
        QCOMPARE(queue->list().model()->rowCount(), 0);
    }

    void learningEnds()
    {
        session().editor().setAnnotator(QStringLiteral("anna"));
        action("learn-while-labelling")->trigger();
        auto* card = window().findChild<widgets::LearningCard*>();
        QTRY_VERIFY(card->isVisible());
        openCopy();
        QVERIFY(!action("learn-while-labelling")->isChecked());
        QVERIFY(!card->isVisible());
    }

    void dialogsAboutItClose_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("dialog");
        QTest::newRow("new run") << QStringLiteral("train") << QStringLiteral("trainDialog");
        QTest::newRow("compare") << QStringLiteral("compare-trainings") << QStringLiteral("trainDialog");
        QTest::newRow("share out") << QStringLiteral("share-work") << QStringLiteral("sharing");
    }
    void dialogsAboutItClose()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, dialog);
        action(command.toLatin1().constData())->trigger();
        QTRY_VERIFY(find<QDialog>(dialog.toLatin1().constData()));
        QTRY_VERIFY(find<QDialog>(dialog.toLatin1().constData())->isVisible());
        openCopy();
        const auto* left = find<QDialog>(dialog.toLatin1().constData());
        QVERIFY(!left || !left->isVisible());
    }

private:
    std::filesystem::path copy() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "another.polylogue";
    }
    void openCopy()
    {
        session().project().open({copy()});
        QTRY_VERIFY(session().project().path() == copy() && document().hasVideo());
        QVERIFY(settle());
    }

    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(OtherProjectTest)
#include "tst_other_project.moc"
