#include "app/agreement/review_report.h"
#include "app/review/review.h"
#include "app/settings/settings.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/word_sets.h"
#include "widgets/base/class_colours.h"
#include "widgets/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"
#include "tests/support/workbook.h"

/// A label of sets of words in passes of two annotators: typed, taken away, undone, and what agreement says.
class WordSetsWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
        session().editor().editStored(QStringLiteral("plant"), [](const engine::Annotation& now) {
            engine::Change change;
            engine::Tier tier;
            tier.id = now.unusedTier();
            tier.video = "ada_1";
            tier.name = "scene";
            tier.labels = {{"feeling",
                            engine::FreeText{engine::WordList{
                                {{"happy", "#d8b13a", ""}, {"sad", "", ""}, {"tired", "", ""}}}}}};
            change.tiers.push_back({std::nullopt, tier});
            engine::SegmentId id = now.unusedSegment();
            for (const double start : {0.0, 2.0, 4.0}) {
                engine::Segment segment;
                segment.id = id++;
                segment.tier = tier.id;
                segment.start = engine::TimePoint::ofSeconds(start);
                segment.end = engine::TimePoint::ofSeconds(start + 1.5);
                change.segments.push_back({std::nullopt, segment});
            }
            return change;
        });
        QTRY_VERIFY(document().tier("scene"));
    }
    void cleanupTestCase() { m_real.reset(); }

    void wordsAreTypedInAPass()
    {
        begin("anna");
        type("Happy");
        QTRY_COMPARE(said(), QStringLiteral("happy")); // as the list has it
        writeWheels();
        emit window().wheelsChosen();
        QTRY_VERIFY(find<QAbstractButton>("feeling happy")
                        ->toolTip()
                        .startsWith(QLatin1String("glad on emotion wheel 1.")));
        QCOMPARE(find<QAbstractButton>("feeling happy")->accessibleDescription(),
                 QStringLiteral("glad on emotion wheel 1"));
        type("a little  tired");
        QTRY_COMPARE(said(), QStringLiteral("happy; a little tired"));
        QTRY_VERIFY(find<QAbstractButton>("feeling a little tired"));
        QCOMPARE(find<QAbstractButton>("feeling a little tired")->styleSheet(), QString()); // on no wheel
        type("Sunny");
        QTRY_VERIFY(find<QAbstractButton>("feeling Sunny"));
        QVERIFY(find<QAbstractButton>("feeling Sunny")
                    ->styleSheet()
                    .contains(widgets::classColour(0).name())); // nobody gave a colour, so the wheel's
        history().undo();
        QTRY_COMPARE(said(), QStringLiteral("happy; a little tired"));
        QVERIFY(settle());
        for (const bool isDark : {true, false}) {
            window().setThemeChoice(isDark ? app::ThemeChoice::Dark : app::ThemeChoice::Light);
            picture(window(), isDark ? "words-dark" : "words-light", 300);
        }
        window().setThemeChoice(app::ThemeChoice::Dark);
        QTest::keyClick(field(), Qt::Key_Backspace);
        QTRY_COMPARE(said(), QStringLiteral("happy"));
        history().undo();
        QTRY_COMPARE(said(), QStringLiteral("happy; a little tired"));
        history().redo();
        QTRY_COMPARE(said(), QStringLiteral("happy"));
        commit();
    }

    void noWordIsAnAnswer()
    {
        QTRY_COMPARE(m_review->current(), std::optional<std::size_t>(1));
        QCOMPARE(said(), QStringLiteral("–"));
        QTest::mouseClick(find<QAbstractButton>("feelingNone"), Qt::LeftButton);
        QTRY_COMPARE(said(), QString::fromLatin1(engine::kNoWords));
        commit();
        QTRY_COMPARE(m_review->current(), std::optional<std::size_t>(2));
        type("sad");
        QTRY_COMPARE(said(), QStringLiteral("sad"));
        commit();
        QTRY_COMPARE(m_review->done(), std::size_t(3));
        m_review->leave();
    }

    void aSecondAnnotatorSeesNothingOfTheFirst()
    {
        begin("ben");
        QCOMPARE(said(), QStringLiteral("–"));
        QVERIFY(!document().sight().now().labels);
        type("HAPPY");
        QTRY_COMPARE(said(), QStringLiteral("happy"));
        commit();
        QTRY_COMPARE(m_review->current(), std::optional<std::size_t>(1));
        QTest::mouseClick(find<QAbstractButton>("feelingNone"), Qt::LeftButton);
        QTRY_COMPARE(said(), QString::fromLatin1(engine::kNoWords));
        commit();
        QTRY_COMPARE(m_review->current(), std::optional<std::size_t>(2));
        type("tired, sad");
        QTRY_COMPARE(said(), QStringLiteral("tired; sad"));
        commit();
        m_review->leave();
    }

    void theReportHasAlphaOfSets()
    {
        const app::ReviewReport report = app::reviewReport(document().storedAnnotation(), {"scene"}, {});
        const auto words
            = std::ranges::find(report.people, "scene: feeling", &engine::AgreementReport::label);
        QVERIFY(words != report.people.end());
        QCOMPARE(words->raters, (std::vector<std::string>{"anna", "ben"}));
        QCOMPARE(words->statistics.size(), std::size_t(2));
        QCOMPARE(words->statistics[0].units, std::size_t(3));
        QVERIFY(*words->statistics[0].value > 0.7 && *words->statistics[0].value < 1.0);
        // Jaccard: δ is 0, 0 and 1/2; of the ten unlike pairs of six answers, each counted once
        const double expected = (8 * 1.0 + 2 * 1.0 + 2 * 1.0 + 0.5) / 15.0;
        QVERIFY2(std::abs(*words->statistics[1].value - (1.0 - 0.5 / 3.0 / expected)) < 1e-9,
                 qPrintable(QString::number(*words->statistics[1].value)));
        QVERIFY(app::reportHtml(report, {}).contains(QStringLiteral("Krippendorff&#39;s α of sets of words"))
                || app::reportHtml(report, {}).contains(QStringLiteral("Krippendorff's α of sets of words")));
        const QString judgements = app::judgementsCsv(document().storedAnnotation(), {"scene"});
        QVERIFY2(judgements.contains(QLatin1String("\"tired; sad\"")), qPrintable(judgements));
    }

private:
    /// Tables of emotion wheels as a person has them, in the settings' folder.
    void writeWheels()
    {
        const auto write = [&](const char* name, const std::string& bytes) {
            QFile file(m_wheels.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        };
        using engine::test::workbook;
        for (const char* name : {"wheel1.xlsx", "wheel2.xlsx", "wheel3.xlsx", "wheel4.xlsx", "wheel5.xlsx"})
            write(name,
                  workbook(
                      {{"level1", "level2", "level3"}, {"glad", "happy", "sunny"}, {"sad", "down", "blue"}}));
        write("synonym.xlsx",
              workbook({{"word_run1", "synonym_run1"}, {"happy", "happy"}, {"sunny", "sunny"}}));
        write("format.csv", "name,format\nhappy,happy\nsunny,sunny\n");
        app::Settings().setWheelFolder(m_wheels.path());
    }
    void begin(const char* annotator)
    {
        QVERIFY(activate());
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        auto* tier = find<QComboBox>("passTier");
        QTRY_VERIFY(tier && tier->isVisible());
        tier->setCurrentIndex(tier->findData(QStringLiteral("scene")));
        find<QLineEdit>("passAnnotator")->setText(QLatin1String(annotator));
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
        QTRY_VERIFY(m_review->isActive() && m_review->segment() != 0);
        QCOMPARE(m_review->pass()->places.size(), std::size_t(3));
        QTRY_VERIFY(field() && field()->isVisible());
    }
    QLineEdit* field() { return find<QLineEdit>("feelingWords"); }
    void type(const char* word)
    {
        field()->setFocus();
        QTest::keyClicks(field(), QLatin1String(word));
        QTest::keyClick(field(), Qt::Key_Return);
    }
    void commit()
    {
        field()->setFocus();
        QTest::keyClick(field(), Qt::Key_Return); // nothing is typed: Enter leaves the field
        QTRY_VERIFY(!field()->hasFocus());
        pressKey(Qt::Key_Return);
    }
    QString said()
    {
        const engine::Segment* answer = m_review->answer();
        const std::string* words = answer ? engine::termGiven(*answer, "feeling") : nullptr;
        return words ? QString::fromStdString(*words) : QStringLiteral("–");
    }

    QTemporaryDir m_wheels;
    app::Review* m_review = nullptr;
};

WINDOW_TEST_MAIN(WordSetsWalk)
#include "tst_word_sets_walk.moc"
