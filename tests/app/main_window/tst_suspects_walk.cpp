#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/review/review.h"
#include "app/suspects/suspect_actions.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTreeWidget>

#include "tests/support/window_test.h"

/// Suspicious labels in the real window, with the demo: found, opened, corrected, dismissed, reviewed.
class SuspectsWalk : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        action("find-suspects")->trigger();
        QVERIFY(dialog() && dialog()->isVisible());
        QVERIFY(!button("acceptSuspect")->isEnabled());
        picture(*dialog(), "suspects-empty");
    }

    void aSearchIsStoppedAndGoesOn()
    {
        QTest::mouseClick(button("findSuspects"), Qt::LeftButton);
        QVERIFY(search().isRunning());
        auto* bar = dialog()->findChild<QProgressBar*>(QStringLiteral("suspectProgress"));
        QTRY_VERIFY_WITH_TIMEOUT(bar->value() > 100, 120000);
        picture(*dialog(), "suspects-running");
        QTest::mouseClick(button("findSuspects"), Qt::LeftButton); // it stops now
        QTRY_VERIFY_WITH_TIMEOUT(!search().isRunning(), 10000);
        QCOMPARE(rows()->topLevelItemCount(), 0);
        QTest::mouseClick(button("findSuspects"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(rows()->topLevelItemCount() > 0, 280000);
        QTRY_VERIFY(!search().isRunning());
        picture(*dialog(), "suspects-found");
        window().setThemeChoice(app::ThemeChoice::Light);
        picture(*dialog(), "suspects-found-light");
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void aSuspectIsOpenedAndCorrected()
    {
        auto* kinds = dialog()->findChild<QComboBox*>(QStringLiteral("suspectKinds"));
        kinds->setCurrentIndex(1); // of labels
        QVERIFY(rows()->topLevelItemCount() > 0);
        rows()->setCurrentItem(rows()->topLevelItem(0));
        const QString id = rows()->topLevelItem(0)->text(0);
        const QString video = id.section(QLatin1Char('['), 0, 0);
        rows()->setFocus();
        QTest::keyClick(rows(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(document().video().id, video, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(player().isPlaying(), 10000);
        player().pause();
        const int count = rows()->topLevelItemCount();
        const std::vector<float> before = document().labels().rows.features.values;
        QTest::keyClick(dialog(), Qt::Key_A);
        QTRY_VERIFY(document().labels().rows.features.values != before);
        QTRY_VERIFY(rows()->topLevelItemCount() == 0 || rows()->topLevelItem(0)->text(0) != id);
        QVERIFY(rows()->topLevelItemCount() <= count);
        const auto verdicts = app::suspectVerdicts(document().annotation());
        QVERIFY(verdicts.contains(id.toStdString()));
        undoAll();
        QTRY_COMPARE(document().labels().rows.features.values, before);
        QTRY_COMPARE(rows()->topLevelItem(0)->text(0), id); // it is offered again
        kinds->setCurrentIndex(0);
    }

    void whatIsKeptOrDismissedIsNotOfferedAgain()
    {
        const QString first = rows()->topLevelItem(0)->text(0), second = rows()->topLevelItem(1)->text(0);
        rows()->setCurrentItem(rows()->topLevelItem(0));
        rows()->setFocus();
        QTest::keyClick(rows(), Qt::Key_K);
        QTRY_COMPARE(rows()->topLevelItem(0)->text(0), second);
        QTest::mouseClick(button("dismissSuspect"), Qt::LeftButton);
        QTRY_VERIFY(rows()->topLevelItem(0)->text(0) != second);
        QCOMPARE(app::suspectVerdicts(document().annotation()).at(first.toStdString()).verdict,
                 app::Verdict::Kept);
        undoAll();
        QTRY_COMPARE(rows()->topLevelItem(0)->text(0), first);
    }

    void allInSightBecomeAReview()
    {
        const int count = rows()->topLevelItemCount();
        QTest::mouseClick(button("reviewSuspects"), Qt::LeftButton);
        QTRY_VERIFY(window().findChild<app::Review*>()->pass().has_value());
        QCOMPARE(static_cast<int>(window().findChild<app::Review*>()->pass()->places.size()), count);
        picture(window(), "suspects-review");
    }

    /// A program that ends without a word, and one that says why.
    void aSearchThatFailsIsSaid()
    {
        const QTemporaryDir programs;
        QFile program(programs.filePath(QStringLiteral("polylogue-models")));
        QVERIFY(program.open(QIODevice::WriteOnly));
        QTextStream(&program) << QLatin1String(
            "#!/bin/sh\necho 'polylogue-models: out of luck' >&2\nexit 1\n");
        program.close();
        program.setPermissions(program.permissions() | QFileDevice::ExeOwner);
        app::SuspectSearch failing(session().jobs(), programs.path(), nullptr);
        QString problem;
        connect(&failing, &app::SuspectSearch::failed, this, [&](const QString& why) { problem = why; });
        failing.setSubject({}, document().dataset(), false);
        failing.start();
        QTRY_COMPARE_WITH_TIMEOUT(problem, QStringLiteral("out of luck"), 20000);
        QVERIFY(!failing.isRunning());
    }

private:
    app::SuspectsDialog* dialog() { return window().findChild<app::SuspectsDialog*>(); }
    app::SuspectSearch& search() { return window().findChild<app::SuspectActions*>()->search(); }
    QTreeWidget* rows() { return dialog()->findChild<QTreeWidget*>(QStringLiteral("suspectRows")); }
    QPushButton* button(const char* name) { return dialog()->findChild<QPushButton*>(QLatin1String(name)); }
};

WINDOW_TEST_MAIN(SuspectsWalk)
#include "tst_suspects_walk.moc"
