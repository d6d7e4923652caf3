#include "app/document/tier_content.h"
#include "app/review/review.h"
#include "app/team/report_actions.h"
#include "app/team/sharing_actions.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "engine/annotation/layers.h"
#include "engine/project_items/gold_items.h"
#include "widgets/notices/notice_box.h"
#include "widgets/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "tests/support/dialogs.h"
#include "tests/support/menu_bar.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// A controlled vocabulary of ELAN, and a tier of free words that are few: labels with classes, by keys, in
/// passes of review and in what is said of agreement.
class VocabularyWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        m_review = window().findChild<app::Review*>();
    }
    void cleanupTestCase() { m_real.reset(); }

    void aFileOfElanIsImported()
    {
        writeEaf();
        const NextDialog next([](QDialog*) {});
        QVERIFY(dropFiles(window(), {m_folder.filePath(QStringLiteral("ada_1.eaf"))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_VERIFY(document().tier("stance"));
        const engine::Tier& stance = *document().tier("stance");
        QCOMPARE(stance.labels.size(), std::size_t(1));
        QCOMPARE(std::get<engine::Vocabulary>(stance.labels.front().scale).terms.size(), std::size_t(3));
        QVERIFY(document().tier("mood")->labels.empty());
        const auto content = app::tierContent(document().annotation(), stance);
        QVERIFY(content.colours.at(0) == content.colours.at(2));
        QVERIFY(content.colours.at(0) != content.colours.at(1)); // which their file gives none
        QVERIFY(settle());
    }

    void digitsGiveItsClasses()
    {
        hand().goTo("stance");
        m_view->setFocus();
        QCOMPARE(action("label-2")->text(), QStringLiteral("Attitude: disagree"));
        player().seek(4.0);
        QTest::keyClick(m_view, Qt::Key_2);
        QCOMPARE(termAt("stance", 1, "Attitude"), std::string("disagree"));
        QTest::keyClick(m_view, Qt::Key_3);
        QCOMPARE(termAt("stance", 1, "Attitude"), std::string("neutral"));
        QCOMPARE(textAt("stance", 1), std::string("neutral")); // as ELAN shows it
        QTest::keyClick(m_view, Qt::Key_7);
        QVERIFY(noticeSays(QStringLiteral("Attitude has no step 7.")));
        QTest::keyClick(m_view, Qt::Key_0);
        QCOMPARE(termAt("stance", 1, "Attitude"), std::string());
        QTest::keyClick(m_view, Qt::Key_1);
        picture(window(), "vocabulary-in-hand", 300);
    }

    void wordsThatAreFewBecomeClasses()
    {
        hand().goTo("mood");
        m_view->setFocus();
        player().seek(1.0);
        QTest::keyClick(m_view, Qt::Key_1);
        QVERIFY(noticeSays(QStringLiteral("mood has no labels that a digit could give.")));
        picture(window(), "words-without-labels", 300);
        auto* make = buttonOfNotice(QStringLiteral("Make a label of its texts"));
        QVERIFY(make);
        QTest::mouseClick(make, Qt::LeftButton);
        const engine::Tier& mood = *document().tier("mood");
        QCOMPARE(mood.labels.size(), std::size_t(1));
        QCOMPARE(termAt("mood", 0, "mood"), std::string("calm"));
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_1); // angry: terms stand in the order of the alphabet
        QCOMPARE(termAt("mood", 0, "mood"), std::string("angry"));
        history().undo();
        history().undo();
        QVERIFY(document().tier("mood")->labels.empty());
        history().redo();
    }

    void twoAnnotatorsReviewIt_data()
    {
        QTest::addColumn<QString>("annotator");
        QTest::addColumn<QString>("digits");
        QTest::newRow("anna") << QStringLiteral("anna") << QStringLiteral("1223");
        QTest::newRow("ben") << QStringLiteral("ben") << QStringLiteral("1221");
    }
    void twoAnnotatorsReviewIt()
    {
        QFETCH(const QString, annotator);
        QFETCH(const QString, digits);
        QVERIFY(activate()); // dialogs were open
        hand().goTo("stance");
        m_view->setFocus();
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        auto* tier = find<QComboBox>("passTier");
        QTRY_VERIFY(tier && tier->isVisible());
        QCOMPARE(tier->currentText(), QStringLiteral("stance"));
        find<QLineEdit>("passAnnotator")->setText(annotator);
        picture(window(), "vocabulary-pass", 300);
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
        QTRY_VERIFY(m_review->isActive());
        QCOMPARE(m_review->pass()->places.size(), std::size_t(4));
        const auto tracks = m_view->shownTracks();
        QVERIFY(std::ranges::none_of(tracks, [](const auto* track) { return track->title() == u"stance"; }));
        QCOMPARE(action("label-2")->text(), QStringLiteral("Attitude: disagree"));
        for (const QChar digit : digits) {
            m_view->setFocus();
            QTest::keyClick(m_view, digit.toLatin1());
            if (digit == u'3' && annotator == u"anna") {
                QVERIFY(settle());
                picture(window(), "vocabulary-answer", 300);
            }
            QTest::keyClick(m_view, Qt::Key_Return);
        }
        QCOMPARE(m_review->done(), std::size_t(4));
        m_review->leave();
    }

    void theirAgreementIsNominal()
    {
        QVERIFY(settle());
        QTRY_VERIFY(find<QLabel>("agreementValue"));
        const double shown = find<QLabel>("agreementValue")->text().left(4).toDouble();
        picture(window(), "vocabulary-agreement", 600);
        window().findChild<app::ReportActions*>()->writeReport(
            m_folder.filePath(QStringLiteral("review.html")));
        const QString judgements = m_folder.filePath(QStringLiteral("review.judgements.csv"));
        QTRY_VERIFY(QFile::exists(judgements));
        QVERIFY(settle());
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("agreement"), judgements, QStringLiteral("--bootstrap"),
                   QStringLiteral("0"), QStringLiteral("--statistic"), QStringLiteral("alpha")});
        QVERIFY(cli.waitForFinished(support::kPatience));
        const QByteArray out = cli.readAllStandardOutput();
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError());
        QVERIFY2(out.contains("Attitude") && out.contains("nominal")
                     && out.contains(QByteArray::number(shown, 'f', 2)),
                 out);
    }

    /// What both gave is settled; the fourth segment is a tie, which stays open.
    void theirConsensusIsTheMajority()
    {
        QVERIFY(support::chooseInMenuBar(*window().menuBar(), "Review", "Agreement → Raters and consensus…"));
        auto* dialog = window().findChild<QDialog*>(QStringLiteral("raters"));
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* settle = dialog->findChild<QPushButton*>(QStringLiteral("settleByConsensus"));
        QTRY_VERIFY(settle->isEnabled());
        QVERIFY(!dialog->findChildren<QWidget*>(QStringLiteral("rater anna")).isEmpty());
        const QString summary = dialog->findChild<QLabel*>(QStringLiteral("consensusSummary"))->text();
        QVERIFY2(summary.contains(QStringLiteral("4 segment")) && summary.contains(QStringLiteral("1 tie")),
                 qPrintable(summary));
        auto* rows = dialog->findChild<QTreeWidget*>(QStringLiteral("consensusRows"));
        QCOMPARE(rows->topLevelItemCount(), 1);
        QCOMPARE(rows->topLevelItem(0)->text(1), QStringLiteral("neutral   agree"));
        QCOMPARE(rows->topLevelItem(0)->text(4), QStringLiteral("tie: open"));
        picture(*dialog, "vocabulary-raters", 300);
        QTest::mouseClick(settle, Qt::LeftButton);
        QTRY_COMPARE(
            settledTerms(),
            (QStringList{QStringLiteral("agree"), QStringLiteral("disagree"), QStringLiteral("disagree")}));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(activate());
    }

    void whatTheyDifferOnIsSettled()
    {
        find<QComboBox>("passKind")->setCurrentIndex(2);
        emit find<QComboBox>("passKind")->activated(2);
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
        QTRY_VERIFY(m_review->isActive());
        QCOMPARE(m_review->pass()->layer.name, std::string("stance/settled"));
        QCOMPARE(m_review->pass()->places.size(), std::size_t(1));
        QVERIFY(settle());
        picture(window(), "vocabulary-settled", 300);
        m_review->leave();
    }

    /// A third person is invited to judge the tier, and gets its pass alone.
    void itsWorkIsSharedOut()
    {
        QVERIFY(activate());
        QVERIFY(support::chooseInMenuBar(*window().menuBar(), "Review", "Share out the work…"));
        auto* dialog = window().findChild<app::SharingDialog*>(QStringLiteral("sharing"));
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* tiers = dialog->findChild<QComboBox*>(QStringLiteral("sharedTier"));
        QVERIFY(tiers->isVisible());
        QTRY_VERIFY(dialog->isActiveWindow());
        const int stance = tiers->findText(QStringLiteral("stance"));
        QVERIFY2(stance > 0, qPrintable(tiers->itemText(0)));
        tiers->setFocus();
        QTest::keyClick(tiers, Qt::Key_End);
        QCOMPARE(tiers->currentIndex(), stance);
        auto* sum = dialog->findChild<QLabel*>(QStringLiteral("sharingSum"));
        QTRY_VERIFY2(sum->text().startsWith(u'4'), qPrintable(sum->text()));
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("sharedAnnotators")),
                         QStringLiteral("cleo"));
        picture(*dialog, "vocabulary-sharing", 300);
        window().findChild<app::SharingActions*>()->share(dialog->choice(), m_folder.path());
        QTRY_VERIFY(QFile::exists(m_folder.filePath(QStringLiteral("cleo.polylogue"))));
        const auto pass = engine::reviewPass(document().annotation(), "stance/cleo");
        QVERIFY(pass);
        QCOMPARE(pass->layer.of, std::string("stance"));
        QVERIFY(pass->places.size() >= 4);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(activate());
    }

    /// The segment of the tier in hand becomes a gold item, with its settled term.
    void aTermIsGold()
    {
        hand().goTo("stance");
        player().seek(1.0);
        const NextDialog next([](QDialog* dialog) {
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("makeGold")), Qt::LeftButton);
        });
        action("make-gold")->trigger();
        QTRY_VERIFY(next.wasThere() && !engine::goldItems(document().annotation()).empty());
        const engine::GoldItem gold = engine::goldItems(document().annotation()).front();
        QCOMPARE(std::get<std::string>(gold.values.at("Attitude")), std::string("agree"));
    }

    /// An own tier has the segments of the labels in videos that it has none in, as one step.
    void itGetsTheSegmentsOfTheLabels()
    {
        const auto segmentsIn = [this](const char* video) {
            const engine::Tier* tier = engine::tierCalled(document().annotation(), video, "stance");
            return tier ? document().annotation().byTime(tier->id).all().size() : 0;
        };
        QVERIFY(activate());
        hand().goTo("stance");
        const int steps = history().index();
        QString title;
        const NextDialog next([&](QDialog* dialog) {
            title = dialog->windowTitle();
            picture(*dialog, "vocabulary-segments");
            QVERIFY(dialog->findChild<QAbstractButton*>(QStringLiteral("fromLabels"))->isChecked());
            dialog->findChild<QAbstractButton*>(QStringLiteral("inAllVideos"))->click();
        });
        QVERIFY(support::chooseInMenuBar(*window().menuBar(), "Label", "Make labelled segments…"));
        QTRY_VERIFY(next.wasThere() && segmentsIn("bert_1") == 5);
        QCOMPARE(title, QStringLiteral("Make segments of stance"));
        QCOMPARE(segmentsIn("ada_1"), std::size_t(4)); // which it had
        QCOMPARE(history().index(), steps + 1);
        const engine::Tier* made = engine::tierCalled(document().annotation(), "bert_1", "stance");
        QCOMPARE(made->labels, document().tier("stance")->labels);
        history().undo();
        QCOMPARE(segmentsIn("bert_1"), std::size_t(0));
    }

private:
    app::TierInHand& hand() { return find<app::TimelinePanel>("timelinePanel")->hand(); }
    std::string termAt(const std::string& tier, std::size_t index, const std::string& label)
    {
        const engine::Segment* segment = document().annotation().segment(document().segmentId(tier, index));
        const std::string* term = segment ? engine::termGiven(*segment, label) : nullptr;
        return term ? *term : std::string();
    }
    QStringList settledTerms()
    {
        QStringList terms;
        for (std::size_t i = 0; i < document().spans("stance").size(); ++i) {
            const engine::Segment* settled = engine::judgement(
                document().annotation(), document().segmentId("stance", i), "stance/settled");
            if (settled && engine::termGiven(*settled, "Attitude"))
                terms << QString::fromStdString(*engine::termGiven(*settled, "Attitude"));
        }
        return terms;
    }
    std::string textAt(const std::string& tier, std::size_t index)
    {
        return document().annotation().segment(document().segmentId(tier, index))->text;
    }
    bool noticeSays(const QString& text)
    {
        return std::ranges::any_of(window().findChildren<widgets::NoticeBox*>(),
                                   [&](const widgets::NoticeBox* box) { return box->text() == text; });
    }
    QAbstractButton* buttonOfNotice(const QString& text)
    {
        for (widgets::NoticeBox* box : window().findChildren<widgets::NoticeBox*>()) {
            for (QAbstractButton* button : box->findChildren<QAbstractButton*>()) {
                if (button->text() == text)
                    return button;
            }
        }
        return nullptr;
    }
    void writeEaf()
    {
        QByteArray times;
        QByteArray stance;
        QByteArray mood;
        const char* const terms[]{"agree", "disagree", "agree", "neutral"};
        const char* const moods[]{"calm", "angry", "calm", "calm"};
        for (int i = 0; i < 4; ++i) {
            const QByteArray n = QByteArray::number(i);
            times += "<TIME_SLOT TIME_SLOT_ID=\"s" + n + "\" TIME_VALUE=\""
                + QByteArray::number(i * 3000 + 200) + "\"/><TIME_SLOT TIME_SLOT_ID=\"e" + n
                + "\" TIME_VALUE=\"" + QByteArray::number(i * 3000 + 2900) + "\"/>\n";
            const auto annotation = [&](const char* id, const char* text, const QByteArray& reference) {
                return "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"" + QByteArray(id) + n
                    + "\" TIME_SLOT_REF1=\"s" + n + "\" TIME_SLOT_REF2=\"e" + n + "\"" + reference
                    + "><ANNOTATION_VALUE>" + text
                    + "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>\n";
            };
            stance += annotation("a", terms[i], " CVE_REF=\"c_" + QByteArray(terms[i]) + "\"");
            mood += annotation("m", moods[i], {});
        }
        QFile file(m_folder.filePath(QStringLiteral("ada_1.eaf")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"\" "
            "DATE=\"2026-11-26T12:00:00+00:00\" FORMAT=\"3.0\" VERSION=\"3.0\">\n"
            "<HEADER MEDIA_FILE=\"\" TIME_UNITS=\"milliseconds\"/>\n<TIME_ORDER>\n"
            + times + "</TIME_ORDER>\n<TIER LINGUISTIC_TYPE_REF=\"stances\" TIER_ID=\"stance\">\n" + stance
            + "</TIER>\n<TIER LINGUISTIC_TYPE_REF=\"words\" TIER_ID=\"mood\">\n" + mood
            + "</TIER>\n<LINGUISTIC_TYPE CONTROLLED_VOCABULARY_REF=\"Attitude\" GRAPHIC_REFERENCES=\"false\" "
              "LINGUISTIC_TYPE_ID=\"stances\" TIME_ALIGNABLE=\"true\"/>\n<LINGUISTIC_TYPE "
              "GRAPHIC_REFERENCES=\"false\" LINGUISTIC_TYPE_ID=\"words\" TIME_ALIGNABLE=\"true\"/>\n"
              "<CONTROLLED_VOCABULARY CV_ID=\"Attitude\"><DESCRIPTION LANG_REF=\"und\"/>\n"
              "<CV_ENTRY_ML CVE_ID=\"c_agree\"><CVE_VALUE LANG_REF=\"und\">agree</CVE_VALUE></CV_ENTRY_ML>\n"
              "<CV_ENTRY_ML CVE_ID=\"c_disagree\"><CVE_VALUE "
              "LANG_REF=\"und\">disagree</CVE_VALUE></CV_ENTRY_ML>\n"
              "<CV_ENTRY_ML CVE_ID=\"c_neutral\"><CVE_VALUE "
              "LANG_REF=\"und\">neutral</CVE_VALUE></CV_ENTRY_ML>\n"
              "</CONTROLLED_VOCABULARY>\n</ANNOTATION_DOCUMENT>\n");
    }

    QTemporaryDir m_folder;
    widgets::TimelineView* m_view = nullptr;
    app::Review* m_review = nullptr;
};

WINDOW_TEST_MAIN(VocabularyWalkTest)
#include "tst_vocabulary_walk.moc"
