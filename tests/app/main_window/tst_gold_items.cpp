#include "app/agreement/gold_answers.h"
#include "app/review/review.h"
#include "engine/project_items/gold_items.h"
#include "widgets/review/queue_panel.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <cmath>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/waiting.h"

/// Gold items in the real window, by menus and keys: made, practised on, hidden in a pass beside repeats.
class GoldItemsTest : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    GoldItemsTest() : TutorialTest("reviewing") { }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
        QVERIFY(m_review);
    }
    void cleanupTestCase() { m_real.reset(); }

    void aSegmentBecomesGoldWithAnExplanation()
    {
        for (const char* video : {"ada_1", "bert_2", "cleo_3", "dan_4"}) {
            for (const std::size_t segment : {1U, 3U}) {
                openSegment(video, segment);
                if (m_firstLabel == kNoLabel)
                    m_firstLabel = labelInSight(segment);
                QVERIFY(choose("Review", "Gold items → Make this a gold item…", {[&](QDialog* dialog) {
                                   auto* why = dialog->findChild<QPlainTextEdit*>(QStringLiteral("goldWhy"));
                                   QTest::keyClicks(why, QStringLiteral("the voice decides"));
                                   picture(*dialog, "gold-dialog");
                               }}));
            }
        }
        const auto gold = engine::goldItems(annotation());
        QCOMPARE(gold.size(), std::size_t(8));
        QCOMPARE(gold.front().explanation, std::string("the voice decides"));
        QCOMPARE(std::get<double>(gold.front().values.at("sentiment")), m_firstLabel);
    }

    void goldIsTakenAwayAndUndone()
    {
        openSegment("ada_1", 1);
        QVERIFY(choose("Review", "Gold items → Take the gold item away"));
        QCOMPARE(engine::goldItems(annotation()).size(), std::size_t(7));
        history().undo();
        QCOMPARE(engine::goldItems(annotation()).size(), std::size_t(8));
    }

    void trainingShowsTheRightValueAfterEachAnswer()
    {
        begin(3, "tina");
        QTRY_VERIFY(m_review->isActive());
        QCOMPARE(m_review->pass()->places.size(), std::size_t(8));
        QVERIFY(m_review->pass()->isTraining());
        QTRY_VERIFY(m_review->segment() != 0);
        QVERIFY(m_review->isHiding());
        QVERIFY(!find<QWidget>("goldCard")->isVisible());
        const std::size_t place = *m_review->current();
        const int right = rightDigit();
        press(right);
        QVERIFY(!find<QWidget>("goldCard")->isVisible()); // not before it counts
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_Return);
        QVERIFY(m_review->isDone(place));
        QCOMPARE(*m_review->current(), place); // it is looked at first
        QVERIFY(find<QWidget>("goldCard")->isVisible());
        QVERIFY(textOf("goldVerdict").startsWith(QStringLiteral("Right: ")));
        QCOMPARE(textOf("goldExplanation"), QStringLiteral("the voice decides"));
        QVERIFY2(textOf("goldScore").startsWith(QStringLiteral("So far: 1 of 1 right")),
                 qPrintable(textOf("goldScore")));
        press(right == 1 ? 7 : 1); // too late
        QCOMPARE(std::get<double>(m_review->answer()->values.at("sentiment").value), right - 4.0);
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_Return);
        QVERIFY(*m_review->current() != place);
        QVERIFY(!find<QWidget>("goldCard")->isVisible());

        QTRY_VERIFY(m_review->segment() != 0);
        const int wrong = rightDigit() > 4 ? 1 : 7;
        press(wrong);
        QTest::mouseClick(find<QPushButton>("commit"), Qt::LeftButton);
        QVERIFY(textOf("goldVerdict").startsWith(QStringLiteral("Right is ")));
        QVERIFY(textOf("goldScore").startsWith(QStringLiteral("So far: 1 of 2 right")));
        QVERIFY(settle());
        pictures("gold-training");
        const auto answers
            = app::goldAnswers(annotation(), *m_review->pass(), engine::goldItems(annotation()), "sentiment");
        QCOMPARE(answers.size(), std::size_t(2));
        QVERIFY(!engine::isFirstPass(m_review->pass()->layer)); // exercises are no judgements
        m_review->leave();
    }

    void hiddenGoldAndRepeatsStandAmongTheOthers()
    {
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(find<QComboBox>("passKind") && find<QComboBox>("passKind")->isVisible());
        find<QComboBox>("passKind")->setCurrentIndex(0);
        emit find<QComboBox>("passKind")->activated(0);
        enter("passMost", "30");
        enter("passGold", "10");
        enter("passRepeats", "20");
        enter("passApart", "6");
        picture(window(), "gold-form");
        begin(-1, "bo");
        QTRY_VERIFY(m_review->isActive());
        const auto& places = m_review->pass()->places;
        const auto gold = engine::goldItems(annotation());
        const auto isGold
            = [&](const auto& place) { return engine::goldAt(gold, place.video, place.span) != nullptr; };
        QVERIFY(std::ranges::count_if(places, isGold) >= 3);
        QCOMPARE(std::ranges::count_if(places, &engine::ReviewPass::Place::isRepeat), std::ptrdiff_t(6));
        QCOMPARE(engine::reviewPass(annotation(), "labels/bo"), m_review->pass()); // kept with the pass
        const QAbstractItemModel* rows = find<QListView>("queue")->model();
        QCOMPARE(rows->rowCount(), static_cast<int>(places.size()));
        for (int row = 0; row < rows->rowCount(); ++row) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)}) {
                const QString text = rows->index(row, 0).data(role).toString();
                QVERIFY2(!text.contains(QStringLiteral("gold"), Qt::CaseInsensitive), qPrintable(text));
                QVERIFY2(!text.contains(QStringLiteral("again")), qPrintable(text));
            }
        }
    }

    void theSecondAnswerIsKeptApart()
    {
        const std::vector<engine::ReviewPass::Place> places = m_review->pass()->places;
        std::map<std::pair<std::string, double>, int> first;
        while (m_review->done() < places.size()) {
            QTRY_VERIFY(m_review->segment() != 0);
            const engine::ReviewPass::Place& place = places[*m_review->current()];
            const auto key = std::pair(place.video, place.span.start);
            QVERIFY(m_review->isHiding());
            QVERIFY(!m_review->answer()); // of a repeat, too
            QCOMPARE(place.isRepeat, first.contains(key));
            const int digit = place.isRepeat ? std::min(7, first[key] + 1) : rightDigit(false);
            first.try_emplace(key, digit);
            press(digit);
            QVERIFY(m_review->answer());
            QTest::keyClick(find<QWidget>("timeline"), Qt::Key_Return);
        }
        QVERIFY(!find<QWidget>("goldCard")->isVisible()); // hidden gold stays so
        const auto pairs = app::answersAgain(annotation(), *m_review->pass(), "sentiment");
        QCOMPARE(pairs.size(), std::size_t(6));
        for (const engine::AnswerPair& pair : pairs)
            QCOMPARE(pair.again, std::min(3.0, pair.first + 1)); // the first stayed
        const engine::GoldScore score = engine::goldScore(
            app::goldAnswers(annotation(), *m_review->pass(), engine::goldItems(annotation()), "sentiment"),
            1.0);
        QVERIFY(score.answers >= 3);
        QCOMPARE(score.hits, score.answers);
        m_review->leave();
        QCOMPARE(session().editor().history().count() > 0, true);
    }

    void nothingIsSaidOfGoldInABlindPass()
    {
        begin(0, "cleo");
        QTRY_VERIFY(m_review->segment() != 0);
        QVERIFY(choose("Review", "Gold items → Make this a gold item…"));
        QVERIFY(!QApplication::activeModalWidget());
        m_review->leave();
    }

private:
    const engine::Annotation& annotation() { return document().annotation(); }
    QString textOf(const char* name) { return find<QLabel>(name)->text(); }

    /// The key of the right value of the segment in hand, or of its label.
    int rightDigit(bool isGold = true)
    {
        const engine::Segment* judged = annotation().segment(m_review->segment());
        const double value = isGold ? std::get<double>(m_review->gold()->values.at("sentiment"))
                                    : engine::numberGiven(*judged, "sentiment").value_or(0.0);
        return static_cast<int>(std::lround(value)) + 4;
    }

    void press(int digit)
    {
        QTest::keyClick(find<QWidget>("timeline"), static_cast<Qt::Key>(Qt::Key_0 + digit));
    }

    void openSegment(const char* name, std::size_t segment)
    {
        const QString video = QString::fromLatin1(name);
        session().videos().open(video);
        QTRY_VERIFY(document().isInSight(video) && document().spans(app::kLabelsTier).size() > segment);
        const engine::Interval span = document().spans(app::kLabelsTier)[segment];
        const double middle = (span.start + span.end) / 2;
        player().seek(middle);
        QTRY_COMPARE(player().position(), middle); // also where the video was not open yet
        QVERIFY(settle());
    }

    void enter(const char* box, const char* text)
    {
        auto* field = find<QSpinBox>(box);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
    }

    /// Fills the form and begins. @param kind  its place in the list; < 0: as it is
    void begin(int kind, const char* annotator)
    {
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(find<QComboBox>("passKind") && find<QComboBox>("passKind")->isVisible());
        if (kind >= 0) {
            find<QComboBox>("passKind")->setCurrentIndex(kind);
            emit find<QComboBox>("passKind")->activated(kind);
        }
        find<QLineEdit>("passAnnotator")->setText(QLatin1String(annotator));
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
    }

    double labelInSight(std::size_t segment)
    {
        const auto id = document().segmentId(app::kLabelsTier, segment);
        return engine::numberGiven(*annotation().segment(id), "sentiment").value_or(0.0);
    }

    static constexpr double kNoLabel = 99.0;
    app::Review* m_review = nullptr;
    double m_firstLabel = kNoLabel;
};

WINDOW_TEST_MAIN(GoldItemsTest)
#include "tst_gold_items.moc"
