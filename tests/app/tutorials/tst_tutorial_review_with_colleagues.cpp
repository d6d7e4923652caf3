#include "app/publishing/publish_dialog.h"
#include "app/review/review.h"
#include "app/window/tabs.h"
#include "engine/publishing/publication.h"
#include "engine/sequences/csd_file.h"
#include "widgets/timeline/timeline_view.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/review_steps.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// docs/guide/tutorial-review-with-colleagues.md
class ReviewWithColleaguesTest : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    ReviewWithColleaguesTest() : TutorialTest("tutorial-review-with-colleagues") { }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase()
    {
        QVERIFY(isEveryStepDone());
        m_real.reset();
    }

    void eachColleagueGetsACopy()
    {
        QVERIFY(step("Give each colleague a copy"));
        for (const char* name : {"anna.polylogue", "ben.polylogue"}) {
            QVERIFY(choose("File", "Project → Save a copy…", {fileAnswer(inFolder(name))}));
            QTRY_VERIFY(fs::exists(inFolder(name).toStdString()));
            QVERIFY(settle());
        }
        m_own = QString::fromStdString(session().project().path().string());
    }

    void annaLabels()
    {
        QVERIFY(step("Anna labels"));
        label("anna", {7, 6, 2, 1, 4, 7, 2, 5});
    }

    void benLabels()
    {
        QVERIFY(step("Ben labels"));
        label("ben", {6, 6, 2, 2, 4, 1, 3, 5}); // far off once
        QVERIFY(engine::layersOf(document().annotation(), "labels").size() == 1); // not Anna's
    }

    void theCopiesAreMerged()
    {
        QVERIFY(step("Merge the copies"));
        QVERIFY(choose("File", "Open files…", {fileAnswer(m_own)}));
        QTRY_COMPARE(QString::fromStdString(session().project().path().string()), m_own);
        QVERIFY(settle());
        for (const char* name : {"anna.polylogue", "ben.polylogue"}) {
            QString said;
            QVERIFY(choose("File", "Project → Merge another copy…",
                           {fileAnswer(inFolder(name)), [&](QDialog* dialog) {
                                for (auto* text : dialog->findChildren<QLabel*>())
                                    said += text->text();
                                picture(*dialog, "tutorial-merged");
                            }}));
            QVERIFY2(said.contains(QStringLiteral("Nothing was in conflict")), qPrintable(said));
            QVERIFY(settle());
        }
        QCOMPARE(engine::layersOf(document().annotation(), "labels").size(), std::size_t(2));
        QVERIFY(choose("View", "Mode → Review")); // what they did is a pass that is done
        const QStringList done{QStringLiteral("labels/anna: 8 of 8 done"),
                               QStringLiteral("labels/ben: 8 of 8 done")};
        QTRY_COMPARE(shownPasses(), done);
        const engine::Annotation before = storedContent();
        const int steps = session().editor().history().count();
        QVERIFY(choose("File", "Project → Merge another copy…",
                       {fileAnswer(inFolder("ben.polylogue")), [](QDialog*) {}}));
        QVERIFY(settle());
        QVERIFY(storedContent() == before); // twice changes nothing
        QCOMPARE(session().editor().history().count(), steps);
    }

    void aColleaguesPassIsOnlyDoneWithItsAnswers()
    {
        session().editor().history().undo(); // Ben's answers go
        QTRY_COMPARE(shownPasses().front(),
                     QStringLiteral("labels/ben: 0 of 8 done")); // what is open is first
        session().editor().history().redo();
        QTRY_COMPARE(shownPasses().back(), QStringLiteral("labels/ben: 8 of 8 done"));
        const auto pass = engine::reviewPass(document().annotation(), "labels/ben");
        QVERIFY(pass && pass->isBlind);
    }

    void theAgreementIsShown()
    {
        QVERIFY(step("See how far they agree"));
        QVERIFY(choose("View", "Mode → Review"));
        QTRY_VERIFY(find<QLabel>("agreementValue"));
        const QString alpha = find<QLabel>("agreementValue")->text();
        QVERIFY2(alpha.startsWith(QStringLiteral("0.")), qPrintable(alpha));
        auto* figures = find<QComboBox>("agreementFigure");
        figures->setFocus();
        const int ccc = figures->findData(QStringLiteral("ccc"));
        for (int turn = 0; figures->currentIndex() != ccc && turn < figures->count(); ++turn)
            QTest::keyClick(figures, Qt::Key_Down);
        QCOMPARE(figures->currentIndex(), ccc);
        QTRY_VERIFY(find<QLabel>("agreementValue")->text() != alpha);
        picture(*find<app::Tabs>("sidePanels"), "tutorial-review"); // of the page
    }

    void disagreementsAreSettled()
    {
        QVERIFY(step("Settle disagreements"));
        auto* kinds = find<QComboBox>("passKind");
        kinds->setFocus();
        QTest::keyClick(kinds, Qt::Key_Down);
        QTest::keyClick(kinds, Qt::Key_Down);
        begin("dora", 0);
        auto* review = this->review();
        QVERIFY(review->pass()->layer.isSettled);
        QVERIFY(!review->pass()->places.empty());
        QVERIFY(review->pass()->places.size() < kSegments);
        while (review->done() < review->pass()->places.size())
            rate(5);
        QVERIFY(choose("Review", "Leave the pass"));
        QVERIFY(engine::layersOf(document().annotation(), "labels").back().isSettled);
    }

    void theReportIsWritten()
    {
        QVERIFY(step("Write the report"));
        QVERIFY(choose("File", "Export…",
                       {kindAnswer("Report of the review"), fileAnswer(inFolder("review.html"))}));
        QFile page(inFolder("review.html"));
        QTRY_VERIFY(page.exists());
        QVERIFY(settle());
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll());
        for (const char* part : {"anna", "ben", "Krippendorff"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        QVERIFY(QFile::exists(inFolder("review.judgements.csv")));
        QVERIFY(QFile::exists(inFolder("review.figures.csv")));
    }

    void theLabelsAreExported()
    {
        QVERIFY(step("Export the labels"));
        QStringList offered;
        QVERIFY(choose("File", "Export…",
                       {kindAnswer("Labels"),
                        [&](QDialog* dialog) {
                            auto* list = dialog->findChild<QListWidget*>(QStringLiteral("labelSources"));
                            for (int row = 0; row < list->count(); ++row)
                                offered << list->item(row)->text();
                        },
                        fileAnswer(m_folder.path())}));
        for (const char* who : {"anna", "ben", "mean", "settled"}) {
            QVERIFY2(offered.contains(QLatin1String(who)), qPrintable(offered.join(QLatin1Char(' '))));
            const QString file = m_folder.filePath(QStringLiteral("labels.%1.csd").arg(QLatin1String(who)));
            QTRY_VERIFY2(QFile::exists(file), qPrintable(file));
        }
        QVERIFY(settle());
        const engine::CsdFile mean(inFolder("labels.mean.csd").toStdString());
        QVERIFY(mean.metadata().at("provenance").dump().find("ben") != std::string::npos);
    }

    void whatTheyAgreedOnIsPublished()
    {
        QVERIFY(step("Publish what you agreed on"));
        QVERIFY(choose("File", "Publish…"));
        const auto dialog = [this] { return find<app::PublishDialog>("publishDialog"); };
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTest::keyClicks(dialog()->findChild<QLineEdit*>(QStringLiteral("card_title")),
                         QStringLiteral("Two raters"));
        QTest::keyClicks(dialog()->findChild<QComboBox*>(QStringLiteral("card_licence")),
                         QStringLiteral("CC-BY-4.0"));
        QTest::keyClicks(dialog()->findChild<QPlainTextEdit*>(QStringLiteral("card_authors")),
                         QStringLiteral("Lovelace, Ada"));
        auto* go = dialog()->findChild<QPushButton*>(QStringLiteral("primary"));
        QTRY_VERIFY(go->isEnabled());
        const DialogAnswers given({fileAnswer(m_folder.path())});
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY(given.areGiven());
        const fs::path made = inFolder("two-raters-1.0.0").toStdString();
        QTRY_VERIFY(fs::exists(made / "CHECKSUMS.sha256"));
        QVERIFY(settle());
        QVERIFY(engine::verifyPublication(made, {}).findings.empty());
        QFile votes(QString::fromStdString((made / "votes.csv").string()));
        QVERIFY(votes.open(QIODevice::ReadOnly));
        const QByteArray text = votes.readAll();
        QVERIFY2(text.count('\n') == 1 + 2 * static_cast<int>(kSegments) && text.contains(",r02,")
                     && !text.contains("anna"),
                 text.constData());
    }

private:
    static constexpr std::size_t kSegments = 8;

    app::Review* review() { return window().findChild<app::Review*>(); }

    /// The passes of the form, as `layer: how far`.
    QStringList shownPasses()
    {
        QStringList shown;
        for (auto* resume : window().findChildren<QPushButton*>()) {
            if (resume->objectName().startsWith(QLatin1String("resume ")))
                shown << resume->objectName().mid(7) + QStringLiteral(": ")
                        + resume->parent()->findChild<QLabel*>(QStringLiteral("passProgress"))->text();
        }
        return shown;
    }

    /// Opens a colleague's copy, labels in it, and waits until it is on the disk.
    void label(const char* who, const std::vector<int>& steps)
    {
        const QString copy = inFolder(qPrintable(QStringLiteral("%1.polylogue").arg(QLatin1String(who))));
        QVERIFY(choose("File", "Open files…", {fileAnswer(copy)}));
        QTRY_COMPARE(QString::fromStdString(session().project().path().string()), copy);
        QVERIFY(settle());
        QVERIFY(choose("View", "Mode → Review"));
        begin(who, static_cast<int>(kSegments));
        QCOMPARE(review()->pass()->places.size(), kSegments);
        for (const int step : steps)
            rate(step);
        QCOMPARE(review()->done(), kSegments);
        QVERIFY(choose("Review", "Leave the pass"));
        QVERIFY(settle());
        QTRY_COMPARE(session().project().writer()->state(), app::ProjectWriter::State::Saved);
    }

    void begin(const char* annotator, int most)
    {
        auto* name = find<QLineEdit>("passAnnotator");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QLatin1String(annotator));
        find<QSpinBox>("passMost")->setValue(most);
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
        QTRY_VERIFY(review()->isActive()); // on a busy machine
    }

    /// A digit, and Enter, as soon as the segment is there.
    void rate(int digit) { support::rate(*review(), *find<widgets::TimelineView>("timeline"), digit); }

    QString m_own;
};

WINDOW_TEST_MAIN(ReviewWithColleaguesTest)

#include "tst_tutorial_review_with_colleagues.moc"
