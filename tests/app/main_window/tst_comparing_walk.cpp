#include "app/agreement/review_report.h"
#include "app/comparing/comparing.h"
#include "app/document/track_layout_item.h"
#include "app/review/review.h"
#include "engine/project_items/compared_texts.h"
#include "widgets/timeline/track.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <fstream>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Passes that compare clips, by keys: which of two, best and worst of four; their scores, their tables.
class ComparingWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_comparing = window().findChild<app::Comparing*>();
        QVERIFY(m_comparing);
    }
    void cleanupTestCase() { m_real.reset(); }

    void aPreferencePassAsksForTwo()
    {
        begin("Which of two has more", 6);
        QCOMPARE(m_comparing->pass()->clips.size(), std::size_t(6));
        QCOMPARE(m_comparing->question().shown.size(), std::size_t(2));
        QVERIFY(!document().sight().now().labels && !document().sight().now().dataset);
        QTRY_VERIFY(player().isPlaying());
        QVERIFY(settle());
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(window(), isDark ? "compare-dark" : "compare-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
    }

    void digitsAnswerAndLettersPlay()
    {
        const auto right = m_comparing->pass()->clips[m_comparing->question().shown[1]];
        key(Qt::Key_B);
        QTRY_VERIFY(document().isInSight(QString::fromStdString(right.video)));
        std::vector<std::vector<std::size_t>> asked;
        for (int i = 0; i < 12; ++i) {
            asked.push_back(m_comparing->question().shown);
            QVERIFY(!document().sight().now().labels && !document().sight().now().predictions);
            key(m_comparing->question().shown[0] < m_comparing->question().shown[1]
                    ? Qt::Key_1
                    : Qt::Key_2); // the lower clip
            QCOMPARE(m_comparing->pass()->answers.size(), static_cast<std::size_t>(i + 1));
        }
        QVERIFY(std::ranges::any_of(asked, [](const auto& pair) { return pair[0] > pair[1]; })); // swapped
        QVERIFY(std::ranges::any_of(asked, [](const auto& pair) { return pair[0] < pair[1]; }));
        const auto last = asked.back();
        QTest::keyClick(find<QWidget>("comparePanel"), Qt::Key_Z,
                        Qt::ControlModifier); // and nothing before the pass
        QCOMPARE(m_comparing->pass()->answers.size(), std::size_t(11));
        QVERIFY(m_comparing->pass() && engine::comparisonPasses(document().annotation()).size() == 1);
        QCOMPARE(m_comparing->question().shown, last);
        key(Qt::Key_0);
        QVERIFY(!m_comparing->pass()->answers.back().best); // a tie
        QCOMPARE(engine::comparisonPasses(document().annotation()).front(), *m_comparing->pass());
    }

    void scoresHaveIntervals()
    {
        press("compareScores");
        QTRY_VERIFY(find<QDialog>("comparisonScores") && find<QDialog>("comparisonScores")->isVisible());
        auto* rows = find<QTreeWidget>("comparisonRows");
        QCOMPARE(rows->topLevelItemCount(), 6);
        QVERIFY(rows->topLevelItem(0)->text(3).startsWith(QLatin1Char('[')));
        const auto& clips = m_comparing->pass()->clips;
        QCOMPARE(rows->topLevelItem(0)->text(0), QString::fromStdString(engine::clipName(clips[0])));
        picture(*find<QDialog>("comparisonScores"), "compare-scores", 300);
        press("comparisonCopy");
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 8); // a head, and an end
        QCOMPARE(lines[1].split(QLatin1Char('\t')).size(), 4);
        press("comparisonClose");
    }

    void theCommandReadsTheAnswers()
    {
        const QString path = m_folder.filePath(QStringLiteral("preferences.csv"));
        m_comparing->writeTable(path);
        QProcess command;
        command.start(QStringLiteral(PROGRAMS "/polylogue-cli"), {QStringLiteral("preferences"), path});
        QVERIFY(command.waitForFinished());
        QCOMPARE(command.exitCode(), 0);
        QVERIFY(command.readAllStandardOutput().startsWith("ask next: "));
        press("compareLeave");
        QVERIFY(!m_comparing->pass() && document().sight().now().isWhole());
    }

    void aPassIsGoneOnWith()
    {
        const auto name = QStringLiteral("resume labels/anna/preference/1");
        QTRY_VERIFY(find<QPushButton>(qPrintable(name)));
        QTest::mouseClick(find<QPushButton>(qPrintable(name)), Qt::LeftButton);
        QVERIFY(m_comparing->pass());
        QCOMPARE(m_comparing->pass()->answers.size(), std::size_t(12));
        press("compareLeave");
    }

    void bestAndWorstOfFour()
    {
        begin("Best and worst of four", 5);
        QCOMPARE(m_comparing->pass()->sets.size(), std::size_t(10));
        picture(window(), "compare-four", 300);
        for (std::size_t i = 0; i < 10; ++i) {
            QCOMPARE(m_comparing->question().shown.size(), std::size_t(4));
            const auto [least, most] = std::ranges::minmax_element(m_comparing->question().shown);
            const auto digit = [&](auto place) {
                return static_cast<Qt::Key>(Qt::Key_1 + (place - m_comparing->question().shown.begin()));
            };
            const Qt::Key best = digit(least);
            const Qt::Key worst = digit(most);
            key(best);
            key(best); // what is best cannot be worst
            QCOMPARE(m_comparing->pass()->answers.size(), i);
            key(worst);
            QCOMPARE(m_comparing->pass()->answers.size(), i + 1);
        }
        QVERIFY(m_comparing->pass()->isDone() && m_comparing->question().shown.empty());
        press("compareScores");
        QTRY_VERIFY(find<QDialog>("comparisonScores") && find<QDialog>("comparisonScores")->isVisible());
        QVERIFY(
            find<QLabel>("comparisonSummary")->text().startsWith(QLatin1String("Split-half reliability")));
        QCOMPARE(find<QTreeWidget>("comparisonRows")->topLevelItem(0)->text(0),
                 QString::fromStdString(engine::clipName(m_comparing->pass()->clips[0])));
        QCOMPARE(find<QTreeWidget>("comparisonRows")->topLevelItem(0)->text(1), QStringLiteral("+1.00"));
        picture(*find<QDialog>("comparisonScores"), "compare-scores-four", 300);
        press("comparisonClose");
        press("compareLeave");
    }

    void textsOfASegmentAreCompared()
    {
        session().editor().editStored(QStringLiteral("plant"), [](const engine::Annotation& now) {
            engine::Change change;
            engine::TierId tierId = now.unusedTier();
            engine::SegmentId id = now.unusedSegment();
            for (const char* name : {"model a", "model b"}) {
                engine::Tier tier;
                tier.id = tierId++;
                tier.video = "ada_1";
                tier.name = name;
                engine::Segment segment;
                segment.id = id++;
                segment.tier = tier.id;
                segment.start = engine::TimePoint::ofSeconds(0.0);
                segment.end = engine::TimePoint::ofSeconds(60.0);
                segment.text = std::string(name)
                    + ": she smiles & talks about a talk that she liked, with both hands, "
                    + "and looks at somebody who stands beside the camera.";
                change.tiers.push_back({std::nullopt, tier});
                change.segments.push_back({std::nullopt, segment});
            }
            return change;
        });
        QTRY_COMPARE(engine::comparableTexts(document().annotation()),
                     (std::vector<std::string>{"model a", "model b"}));
        begin("Which of two texts is better", 2);
        QCOMPARE(find<QToolButton>("passTexts")->text(), QStringLiteral("model a, model b"));
        QCOMPARE(m_comparing->pass()->clips.size(), std::size_t(2));
        session().videos().open(QStringLiteral("ada_1")); // where the tiers are, which are hidden
        QTRY_VERIFY(document().isInSight(QStringLiteral("ada_1")));
        QTRY_VERIFY(track("model a") && !track("model a")->isVisible());
        QVERIFY(settle());
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(window(), isDark ? "compare-texts-dark" : "compare-texts-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        const auto* first = find<QPushButton>("compareChoice1");
        QVERIFY(first->accessibleName().contains(QLatin1String("smiles & talks")));
        QVERIFY(first->height() >= 3 * first->fontMetrics().height()); // in several lines
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(m_comparing->question().shown.size(), std::size_t(2));
            key(m_comparing->question().shown[0] == 0 ? Qt::Key_1 : Qt::Key_2); // always the first model
            QCOMPARE(m_comparing->pass()->answers.size(), i + 1);
        }
        QVERIFY(m_comparing->pass()->isDone());
        QCOMPARE(find<QLabel>("compareQuestion")->text(), QStringLiteral("All pairs of texts are answered."));
        press("compareScores");
        QTRY_VERIFY(find<QTreeWidget>("comparisonRows"));
        QCOMPARE(find<QTreeWidget>("comparisonRows")->topLevelItem(0)->text(0), QStringLiteral("model a"));
        picture(*find<QDialog>("comparisonScores"), "compare-scores-texts", 300);
        press("comparisonClose");
        press("compareLeave");
        QTRY_VERIFY(track("model a")->isVisible());
    }

    void theReportHasThem()
    {
        const std::filesystem::path page
            = std::filesystem::path(m_folder.path().toStdString()) / "review.html";
        app::writeReport(document().storedAnnotation(), QStringLiteral("demo"), page, {});
        std::ifstream stream(page);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        QVERIFY(text.find("anna · pass 1 · which of two texts") != std::string::npos);
        QVERIFY(text.find("<td>model a</td>") != std::string::npos);
        std::ifstream figures(page.parent_path() / "review.figures.csv");
        const std::string table{std::istreambuf_iterator<char>(figures), {}};
        QVERIFY(table.find("\"labels/anna/best-worst/1\",\"score\"") != std::string::npos);
    }

private:
    void begin(const char* kind, int most)
    {
        QVERIFY(activate());
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        auto* kinds = find<QComboBox>("passKind");
        QTRY_VERIFY(kinds && kinds->isVisible());
        kinds->setCurrentIndex(kinds->findText(QLatin1String(kind)));
        emit kinds->activated(kinds->currentIndex());
        find<QLineEdit>("passAnnotator")->setText(QStringLiteral("anna"));
        find<QSpinBox>("passMost")->setValue(most);
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
        QTRY_VERIFY(m_comparing->pass());
        QTRY_VERIFY(find<QWidget>("comparePanel")->isVisible());
    }
    widgets::Track* track(const char* tier) { return find<widgets::Track>(app::trackKey(tier).toUtf8()); }
    void key(Qt::Key key)
    {
        find<QWidget>("comparePanel")->setFocus();
        pressKey(key);
    }

    app::Comparing* m_comparing = nullptr;
    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(ComparingWalk)
#include "tst_comparing_walk.moc"
