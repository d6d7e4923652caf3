#include "app/team/sharing_dialog.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "widgets/notices/notice_box.h"
#include "widgets/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/dialogs.h"
#include "tests/support/review_steps.h"
#include "tests/support/stance_files.h"
#include "tests/support/two_machines.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// Of a tier whose labels are terms, Anna is invited to judge all, on another machine: what both said is
/// merged, how far they agree is told as of classes, and their consensus is what a model learns.
class VocabularyConsensusWalk : public TwoMachinesTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    static constexpr int kInAVideo = 12; ///< segments
    static constexpr std::size_t kSegments = 48;
    static constexpr std::size_t kTies = 5; ///< places 4, 13, 22, 31 and 40, where Anna says something else

private slots:
    void initTestCase()
    {
        copyData(machine("mia") / "talks");
        beginOn("mia");
        openTalks();
    }
    void cleanupTestCase() { m_real.reset(); }

    void termsAreImported()
    {
        const NextDialog import([](QDialog*) {});
        QVERIFY(dropFiles(window(),
                          writeStanceFiles(placeOn("mia", "talks"),
                                           {QStringLiteral("ada_1"), QStringLiteral("bert_2"),
                                            QStringLiteral("cleo_3"), QStringLiteral("dan_4")},
                                           kInAVideo)));
        QTRY_VERIFY(import.wasThere());
        QTRY_VERIFY(document().tier("stance"));
        QVERIFY(settle());
        QVERIFY(activate());
        find<app::TimelinePanel>("timelinePanel")->hand().goTo("stance");
        auto* timeline = find<QWidget>("timeline");
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Home);
        QTest::keyClick(timeline, Qt::Key_1);
        QTRY_VERIFY(buttonOfNotice());
        QTest::mouseClick(buttonOfNotice(), Qt::LeftButton);
        QTRY_COMPARE(document().tier("stance")->labels.size(), std::size_t(1));
    }

    void theTierIsSharedOut()
    {
        QVERIFY(activate());
        QVERIFY(choose("Review", "Share out the work…"));
        auto* dialog = find<app::SharingDialog>("sharing");
        QTRY_VERIFY(dialog && dialog->isActiveWindow());
        auto* tiers = in<QComboBox>(dialog, "sharedTier");
        QTRY_VERIFY(tiers->findText(QStringLiteral("stance")) > 0);
        tiers->setFocus();
        QTest::keyClick(tiers, Qt::Key_End);
        QCOMPARE(tiers->currentText(), QStringLiteral("stance"));
        auto* names = in<QPlainTextEdit>(dialog, "sharedAnnotators");
        QTest::keyClicks(names, QStringLiteral("mia"));
        QTest::keyClick(names, Qt::Key_Return);
        QTest::keyClicks(names, QStringLiteral("anna"));
        setNumber(in<QSpinBox>(dialog, "sharedPart"), 100);
        setNumber(in<QSpinBox>(dialog, "sharedRepeats"), 0);
        picture(*dialog, "vocabulary-consensus-sharing", 300);
        fs::create_directories(machine("mia") / "invitations");
        const DialogAnswers answers({fileAnswer(placeOn("mia", "invitations"))});
        click(in<QPushButton>(dialog, "shareWork"));
        QTRY_VERIFY(answers.areGiven());
        QTRY_VERIFY(fs::exists(machine("mia") / "invitations/anna.polylogue"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(activate());
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        press("resume stance/mia");
        judgeAll("mia");
    }

    /// The invitation and the data, nothing else.
    void theInvitationTravels()
    {
        m_real.reset();
        fs::create_directories(machine("anna") / "Downloads");
        copyData(machine("anna") / "Downloads" / "talks");
        fs::copy(machine("mia") / "invitations/anna.polylogue", machine("anna") / "Downloads");
        beginOn("anna");
        QVERIFY(dropFiles(window(), {placeOn("anna", "Downloads/anna.polylogue")}));
        QTRY_VERIFY(review()->isActive());
        QVERIFY(settle());
        QCOMPARE(review()->pass()->layer.name, std::string("stance/anna"));
        QVERIFY(std::ranges::none_of(find<widgets::TimelineView>("timeline")->shownTracks(),
                                     [](const auto* track) {
                                         return track->title() == QStringLiteral("stance");
                                     })); // nobody sees what it says so far
        picture(window(), "vocabulary-consensus-invited", 300);
        judgeAll("anna");
        window().close();
        m_real.reset();
    }

    void itComesBackAndIsMerged()
    {
        const fs::path sent = fs::path(m_folder.path().toStdString()) / "anna.polylogue";
        fs::copy(machine("anna") / "Downloads/anna.polylogue", sent);
        beginOn("mia");
        fs::rename(sent, machine("mia") / "anna.polylogue");
        openTalks();
        QString said;
        QVERIFY(choose("File", "Project → Merge another copy…",
                       {fileAnswer(placeOn("mia", "anna.polylogue")), [&](QDialog* dialog) {
                            for (auto* text : dialog->findChildren<QLabel*>())
                                said += text->text();
                            picture(*dialog, "vocabulary-consensus-merged");
                        }}));
        QVERIFY2(said.contains(QStringLiteral("Nothing was in conflict")), qPrintable(said));
        QVERIFY(settle());
        for (const char* layer : {"stance/mia", "stance/anna"}) {
            const auto pass = engine::reviewPass(document().annotation(), layer);
            QVERIFY2(pass, layer);
            QCOMPARE(pass->places.size(), kSegments);
            QCOMPARE(engine::donePlaces(document().annotation(), *pass), kSegments);
        }
        QCOMPARE(document().tier("stance")->labels.size(), std::size_t(1));
    }

    void theyAgreeAsOfClasses()
    {
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(find<QLabel>("agreementValue"));
        const QString alpha = find<QLabel>("agreementValue")->text().left(4);
        QVERIFY2(alpha.startsWith(QStringLiteral("0.8")), qPrintable(alpha));
        picture(window(), "vocabulary-consensus-agreement", 300);
        QVERIFY(choose("Review", "Agreement → Raters and consensus…"));
        auto* dialog = window().findChild<QDialog*>(QStringLiteral("raters"));
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* settleAll = in<QPushButton>(dialog, "settleByConsensus");
        QTRY_VERIFY(settleAll->isEnabled());
        picture(*dialog, "vocabulary-consensus-raters", 300);
        QStringList nominal;
        for (const char* rater : {"rater mia", "rater anna"}) {
            auto* card = in<QWidget>(dialog, rater);
            QVERIFY(card);
            for (const auto* label : card->findChildren<QLabel*>()) {
                if (label->toolTip().startsWith(QStringLiteral("Krippendorff's nominal α")))
                    nominal << label->toolTip();
            }
        }
        QCOMPARE(in<QTreeWidget>(dialog, "consensusRows")->headerItem()->text(4),
                 QStringLiteral("Consensus (majority)")); // as it is called where it is learnt
        QVERIFY2(std::ranges::any_of(nominal, [&](const QString& tip) { return tip.contains(alpha); }),
                 qPrintable(nominal.join(QLatin1Char('|'))));
        click(settleAll);
        QTRY_COMPARE(settled(), kSegments - kTies); // ties stay open
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(activate());
    }

    /// Which of terms is the one that most gave.
    void theirConsensusIsLearnt()
    {
        QVERIFY(choose("Model", "Train and compare…"));
        QTRY_VERIFY(trainDialog() && trainDialog()->isVisible());
        auto* labels = in<widgets::LearnList>(trainDialog(), "trainLabels");
        QTRY_VERIFY(!labels->rows().empty());
        const auto offered = std::ranges::find_if(labels->rows(), [](const widgets::LearnRow& row) {
            return row.title == QStringLiteral("Consensus (majority)")
                && row.what.contains(QStringLiteral("stance"));
        });
        QVERIFY(offered != labels->rows().end());
        QVERIFY(
            offered->segments.startsWith(QStringLiteral("%1 of %2").arg(kSegments - kTies).arg(kSegments)));
        QVERIFY2(offered->why.isEmpty(), qPrintable(offered->why));
        QTRY_VERIFY(in<QPushButton>(trainDialog(), "startTraining")->isEnabled());
        labels->setFocus();
        for (std::size_t turn = 1;
             turn < labels->rows().size() && chosen() != QLatin1String("Consensus (majority)"); ++turn)
            QTest::keyClick(labels, Qt::Key_Down);
        QCOMPARE(chosen(), QStringLiteral("Consensus (majority)"));
        const auto drawing = [this]() -> QAbstractButton* {
            for (auto* button : trainDialog()->findChildren<QAbstractButton*>()) {
                if (button->isVisible() && button->text() == QStringLiteral("Draw folds by video"))
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(drawing()); // all lie in one part as it was given
        const auto isSaid = [this] {
            return std::ranges::any_of(trainDialog()->findChildren<QLabel*>(), [](const QLabel* label) {
                return label->isVisible() && label->text().startsWith(QStringLiteral("These folds leave "));
            });
        };
        QVERIFY(isSaid());
        picture(*trainDialog(), "vocabulary-consensus-folds", 300);
        QTest::mouseClick(drawing(), Qt::LeftButton);
        QTRY_VERIFY(!drawing() && !isSaid());
        picture(*trainDialog(), "vocabulary-consensus-train", 300);
        QTabBar* pages = in<QTabWidget>(trainDialog(), "trainTabs")->tabBar();
        QTest::mouseClick(pages, Qt::LeftButton, {}, pages->tabRect(1).center());
        setNumber(in<QSpinBox>(trainDialog(), "trainEpochs"), 4);
        auto* start = in<QPushButton>(trainDialog(), "startTraining");
        QTRY_VERIFY(start->isEnabled());
        click(start);
        QTRY_VERIFY(stateOfRun().startsWith(QStringLiteral("done")));
        picture(*trainDialog(), "vocabulary-consensus-trained");
        std::ifstream file(runFolder() / "label.json");
        const auto learnt = nlohmann::json::parse(file);
        QCOMPARE(learnt["by"].get<std::string>(), std::string("majority"));
        QCOMPARE(learnt["tier"].get<std::string>(), std::string("stance"));
    }

private:
    void openTalks()
    {
        QVERIFY(dropFiles(window(), {placeOn("mia", "talks")}));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QVERIFY(activate());
    }
    QAbstractButton* buttonOfNotice()
    {
        for (widgets::NoticeBox* box : window().findChildren<widgets::NoticeBox*>()) {
            for (QAbstractButton* button : box->findChildren<QAbstractButton*>()) {
                if (button->text() == QStringLiteral("Make a label of its texts"))
                    return button;
            }
        }
        return nullptr;
    }
    fs::path runFolder()
    {
        for (const auto& item : fs::recursive_directory_iterator(machine("mia"))) {
            if (item.path().filename() == "label.json")
                return item.path().parent_path();
        }
        return {};
    }
    std::size_t settled()
    {
        std::size_t count = 0;
        for (const auto& [id, segment] : document().annotation().segments())
            count += document().annotation().tier(segment.tier)->name == "stance/settled" ? 1 : 0;
        return count;
    }
    /// What the files say of the segment in hand, as the digit of its term: agrees, doubts, neither. Anna
    /// says the next term now and then.
    int judged(std::string_view who, std::size_t place)
    {
        if (!QTest::qWaitFor([this] { return review()->segment() != 0; }, support::kPatience))
            return 0;
        const double start = document().annotation().segment(review()->segment())->start.seconds();
        const auto i = static_cast<int>(std::lround(start / 0.5));
        const int term = i % 8 == 7 ? 3 : i % 2 == 0 ? 1 : 2;
        return who == "anna" && place % 9 == 4 ? term % 3 + 1 : term;
    }
    void judgeAll(std::string_view who)
    {
        QTRY_VERIFY(review()->isActive());
        QCOMPARE(review()->pass()->places.size(), kSegments);
        while (review()->done() < kSegments) {
            support::rate(*review(), *find<QWidget>("timeline"), judged(who, review()->done()));
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(choose("Review", "Leave the pass"));
        QVERIFY(settle());
        QVERIFY(activate());
        QTRY_COMPARE(session().project().writer()->state(), app::ProjectWriter::State::Saved);
    }
};

WINDOW_TEST_MAIN(VocabularyConsensusWalk)
#include "tst_vocabulary_consensus_walk.moc"
