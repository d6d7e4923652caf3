#include "app/help/help_dialog.h"
#include "app/help/tour.h"
#include "app/window/message_list.h"
#include "app/window/settings_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QWindow>

#include <fstream>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// What a person meets first: the tour, the help pages, the settings.
class FirstStepsTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void theTourHasFiveStopsAndIsSeenOnce()
    {
        QVERIFY(!app::Settings().isTourSeen());
        window().run("tour");
        QPointer<app::Tour> tour = find<app::Tour>("tour");
        QVERIFY(tour && tour->isVisible());
        picture(window(), "tour");
        for (std::size_t stop = 0; stop < 5; ++stop) {
            QVERIFY(tour);
            QCOMPARE(tour->current(), stop);
            auto* note = tour->findChild<QWidget*>(QStringLiteral("tourNote"));
            QVERIFY(tour->rect().contains(note->geometry()));
            QTest::mouseClick(tour->findChild<QPushButton*>(QStringLiteral("primary")), Qt::LeftButton);
        }
        QTRY_VERIFY(!tour);
        QVERIFY(app::Settings().isTourSeen());
    }

    void escapeEndsTheTourAndBackGoesBack()
    {
        window().run("tour");
        QPointer<app::Tour> tour = find<app::Tour>("tour");
        QTest::mouseClick(tour->findChild<QPushButton*>(QStringLiteral("primary")), Qt::LeftButton);
        QCOMPARE(tour->current(), std::size_t(1));
        QTest::mouseClick(tour->findChild<QPushButton*>(QStringLiteral("tourBack")), Qt::LeftButton);
        QCOMPARE(tour->current(), std::size_t(0));
        QTest::keyClick(tour, Qt::Key_Escape);
        QTRY_VERIFY(!tour);
    }

    void everyHelpPageHasText()
    {
        app::HelpDialog help(&window());
        help.show();
        auto* pages = help.findChild<QListWidget*>(QStringLiteral("helpPages"));
        auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        QVERIFY(pages->count() >= 4);
        QSet<QString> texts;
        for (int row = 0; row < pages->count(); ++row) {
            pages->setCurrentRow(row);
            QVERIFY2(text->toPlainText().size() > 400, qPrintable(pages->item(row)->text()));
            texts.insert(text->toPlainText());
            picture(help, qPrintable(QStringLiteral("help-%1").arg(row)));
        }
        QCOMPARE(texts.size(), pages->count());
    }

    void messagesAreCopiedWithTheirDetails()
    {
        document().notices().say(QStringLiteral("The disk is made of cheese."));
        auto* messages = find<app::MessageList>("messages");
        QVERIFY(messages->count() > 0);
        find<QDockWidget>("messagesDock")->show();
        messages->setFocus();
        QTRY_VERIFY(messages->hasFocus());
        messages->setCurrentRow(messages->count() - 1);
        messages->selectAll();
        QTest::keyClick(messages, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(QStringLiteral("The disk is made of cheese.")), qPrintable(copied));
        QVERIFY2(copied.contains(session().videos().current()), qPrintable(copied));
        QVERIFY2(copied.contains(QLatin1String(qVersion())), qPrintable(copied));
    }

    void settingsAreKeptWhenAccepted()
    {
        app::Settings settings;
        for (const bool accepts : {false, true}) {
            app::SettingsDialog dialog(settings, &window());
            dialog.show();
            auto* language = dialog.findChild<QComboBox*>(QStringLiteral("language"));
            language->setCurrentIndex(language->findData(QStringLiteral("de")));
            auto* scale = dialog.findChild<QComboBox*>(QStringLiteral("scale"));
            scale->setCurrentIndex(scale->findData(150));
            auto* annotator = dialog.findChild<QLineEdit*>(QStringLiteral("annotator"));
            annotator->selectAll();
            QTest::keyClicks(annotator, QStringLiteral("ada"));
            auto* vectors = dialog.findChild<QLineEdit*>(QStringLiteral("wordVectors"));
            QTest::keyClicks(vectors, QStringLiteral("/data/glove.txt"));
            dialog.findChild<QLineEdit*>(QStringLiteral("faceTask"))
                ->setText(QStringLiteral(" /data/own.task"));
            dialog.findChild<QLineEdit*>(QStringLiteral("speechModel"))->setText(QStringLiteral("/data/fr "));
            QTest::mouseClick(dialog.findChild<QCheckBox*>(QStringLiteral("trust")), Qt::LeftButton, {},
                              {10, 10});
            if (accepts)
                picture(dialog, "settings");
            auto* buttons = dialog.findChild<QDialogButtonBox*>();
            QTest::mouseClick(buttons->button(accepts ? QDialogButtonBox::Ok : QDialogButtonBox::Cancel),
                              Qt::LeftButton);
            QCOMPARE(settings.language(), accepts ? QStringLiteral("de") : QString());
            QCOMPARE(settings.scale(), accepts ? 150 : 100);
            QCOMPARE(settings.trustsFiles(), accepts);
            QCOMPARE(settings.wordVectors(), accepts ? QStringLiteral("/data/glove.txt") : QString());
            QCOMPARE(settings.faceTask(), accepts ? QStringLiteral("/data/own.task") : QString());
            QCOMPARE(settings.speechModel(), accepts ? QStringLiteral("/data/fr") : QString());
            QCOMPARE(settings.annotator() == QLatin1String("ada"), accepts);
        }
    }

    /// The last: the dataset is another one afterwards.
    void aDroppedTableBecomesATrackOfTheOpenDataset()
    {
        session().editor().segments().retype(document().segmentId(app::kWordsTier, 0),
                                             QStringLiteral("edited"));
        const QTemporaryDir folder;
        const QString table = folder.filePath(document().video().id + QStringLiteral(".csv"));
        std::ofstream(table.toStdString())
            << "frame,face_id,timestamp,confidence,AU12_r\n1,0,0.0,0.9,1\n2,0,0.04,0.9,2\n3,0,0.08,0.9,3\n";
        const std::size_t before = document().dataset().sequences.size();
        const std::filesystem::path project = session().project().path();
        QVERIFY(dropFiles(window(), {table}));
        QMessageBox* box = nullptr;
        QTRY_VERIFY((box = find<QMessageBox>("addOrOpen")) && box->isVisible());
        picture(*box, "add-or-open");
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!find<QMessageBox>("addOrOpen"));
        QCOMPARE(document().dataset().sequences.size(), before);

        QVERIFY(dropFiles(window(), {table}));
        QTRY_VERIFY((box = find<QMessageBox>("addOrOpen")) && box->isVisible());
        QTest::keyClick(box, Qt::Key_Return); // Add
        QTRY_COMPARE(document().dataset().sequences.size(), before + 1);
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QVERIFY(session().project().path() == project);
        QCOMPARE(document().words().texts[0], std::string("edited"));
        QVERIFY(std::ranges::any_of(document().video().features, [](const app::FeatureSeries& series) {
            return series.key == QLatin1String("openface");
        }));
    }

private:
    void keysAreTheToursAndThenTheWindowsAgain()
    {
        QVERIFY(activate());
        auto* timeline = find<QWidget>("timeline");
        timeline->setFocus();
        QTRY_VERIFY(timeline->hasFocus());
        session().player().seek(2.0);
        const double position = session().player().position();
        const std::size_t words = document().words().texts.size();
        window().run("tour");
        QPointer<app::Tour> tour = find<app::Tour>("tour");
        const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(window().windowHandle(), key, modifiers);
        };
        press(Qt::Key_Right);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        press(Qt::Key_Space);
        QCOMPARE(tour->current(), std::size_t(4));
        press(Qt::Key_Left);
        press(Qt::Key_Up);
        QCOMPARE(tour->current(), std::size_t(2));
        press(Qt::Key_Tab); // to Back, not into the window beneath
        QVERIFY(tour->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Return);
        QCOMPARE(tour->current(), std::size_t(1));
        press(Qt::Key_N); // these would edit, undo and change the layout
        press(Qt::Key_Delete);
        press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(document().words().texts.size(), words);
        QCOMPARE(session().player().position(), position);
        QVERIFY(!session().player().isPlaying());
        QVERIFY(!find<QAction>("preset-review")->isChecked());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!tour);
        QTRY_COMPARE(QApplication::focusWidget(), timeline);
        press(Qt::Key_Right);
        QTRY_VERIFY(session().player().position() > position);
    }
};

WINDOW_TEST_MAIN(FirstStepsTest)

#include "tst_first_steps.moc"
