#include "widgets/base/fold_section.h"
#include "widgets/review/answer_panel.h"
#include "widgets/review/comment_field.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/active_window.h"
#include "tests/support/contrast.h"
#include "tests/support/waiting.h"
#include "tests/support/window_texts.h"

using namespace widgets;

namespace {

AnswerPanel::Content someContent()
{
    AnswerPanel::Content content;
    content.place = QStringLiteral("talk1/2");
    content.pass = QStringLiteral("anna · pass 2 · blind");
    content.title = QStringLiteral("talk1 · segment 2 of 4");
    content.reason = QStringLiteral("raters +1 … −2");
    content.words = {QStringLiteral("so"), QStringLiteral("<it>"), QStringLiteral("was")};
    content.labels = {{"sentiment", engine::NumberScale()},
                      {"act", engine::Vocabulary{{{"praise", "", "p"}, {"blame", "", ""}}}}};
    content.others = {{QStringLiteral("bert"), QStringLiteral("+1"), QStringLiteral("unsure"), false},
                      {QStringLiteral("tfn"), QStringLiteral("−0.4"), {}, true}};
    return content;
}

}

namespace {

AnswerPanel::Content emotions()
{
    AnswerPanel::Content content = someContent();
    content.labels.resize(1);
    for (const char* name : {"happy", "sad", "anger", "surprise", "disgust", "fear"})
        content.labels.push_back({name, engine::NumberScale{0.0, 3.0, 1.0}});
    return content;
}

}

class AnswerPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        support::useTheme(darkTheme());
        m_panel = std::make_unique<AnswerPanel>();
        m_panel->resize(360, 700);
        QVERIFY(support::showActive(*m_panel));
    }

    void theSegmentIsNamed()
    {
        set(someContent());
        QCOMPARE(text("passName"), QStringLiteral("anna · pass 2 · blind"));
        QCOMPARE(text("answerTitle"), QStringLiteral("talk1 · segment 2 of 4"));
        QCOMPARE(text("answerReason"), QStringLiteral("raters +1 … −2"));
        QCOMPARE(m_panel->findChild<QLabel*>(QStringLiteral("answerText"))->accessibleName(),
                 QStringLiteral("so <it> was"));
        auto content = someContent();
        content.words.clear(); // the pass hides them
        content.mode = QStringLiteral("keys give act");
        set(content);
        QVERIFY(!m_panel->findChild<QLabel*>(QStringLiteral("answerText"))->isVisible());
        QCOMPARE(text("answerReason"), QStringLiteral("keys give act"));
    }

    void valuesAreGivenByMouse()
    {
        set(someContent());
        QSignalSpy values(m_panel.get(), &AnswerPanel::valueChosen);
        click<QToolButton>("sentiment 2");
        click<QToolButton>("act praise");
        QCOMPARE(values.count(), 2);
        QCOMPARE(values[0][0].toString(), QStringLiteral("sentiment"));
        QVERIFY(values[0][1].value<std::optional<ValueEditor::Value>>() == ValueEditor::Value(2.0));
        QVERIFY(values[1][1].value<std::optional<ValueEditor::Value>>()
                == ValueEditor::Value(std::string("praise")));
    }

    void givenValuesAreMarked()
    {
        auto content = someContent();
        content.values = {{"sentiment", {2.0, {}}}, {"act", {std::string("blame"), {}}}};
        content.confidence = 2.0 / 3.0;
        content.isFlagged = true;
        set(content);
        QVERIFY(button<QToolButton>("sentiment 2")->isChecked());
        QVERIFY(button<QToolButton>("act blame")->isChecked());
        QVERIFY(!button<QToolButton>("act praise")->isChecked());
        QVERIFY(button<QToolButton>("confidence2")->isChecked());
        QVERIFY(!button<QToolButton>("confidence3")->isChecked());
        QVERIFY(button<QPushButton>("flag")->isChecked());
        set(someContent());
        QVERIFY(!button<QToolButton>("sentiment 2")->isChecked());
        QVERIFY(!button<QToolButton>("confidence2")->isChecked());
    }

    void confidenceIsGivenByMouseOrKeys()
    {
        set(someContent());
        QSignalSpy confidences(m_panel.get(), &AnswerPanel::confidenceChosen);
        click<QToolButton>("confidence1");
        button<QToolButton>("confidence3")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button<QToolButton>("confidence3"), Qt::Key_Space);
        QCOMPARE(confidences.count(), 2);
        QCOMPARE(confidences[0][0].toDouble(), 1.0 / 3.0);
        QCOMPARE(confidences[1][0].toDouble(), 1.0);
    }

    void theButtonsAskForWhatTheySay()
    {
        set(someContent());
        QSignalSpy commits(m_panel.get(), &AnswerPanel::commitRequested);
        QSignalSpy flags(m_panel.get(), &AnswerPanel::flagRequested);
        QSignalSpy peeks(m_panel.get(), &AnswerPanel::peekRequested);
        QSignalSpy leaves(m_panel.get(), &AnswerPanel::leaveRequested);
        QSignalSpy skips(m_panel.get(), &AnswerPanel::skipRequested);
        click<QPushButton>("commit");
        click<QPushButton>("flag");
        click<QPushButton>("peek");
        click<QPushButton>("skip");
        click<QToolButton>("leavePass");
        QCOMPARE(skips.count(), 1);
        QCOMPARE(commits.count(), 1);
        QCOMPARE(flags.count(), 1);
        QCOMPARE(peeks.count(), 1);
        QCOMPARE(peeks.first().first().toBool(), true);
        QCOMPARE(leaves.count(), 1);
    }

    void aCommentIsAnnouncedWhenItIsFinished()
    {
        set(someContent());
        QSignalSpy comments(m_panel.get(), &AnswerPanel::commentEdited);
        m_panel->editComment();
        QVERIFY(comment()->hasFocus());
        QTest::keyClicks(comment(), QStringLiteral(" irony "));
        QCOMPARE(comments.count(), 0);
        m_panel->finishEditing();
        QCOMPARE(comments.count(), 1);
        QCOMPARE(comments.last().first().toString(), QStringLiteral("irony"));
        QVERIFY(!comment()->hasFocus());
    }

    void aCommentInHandIsOverwrittenByTheNextSegmentOnly()
    {
        set(someContent());
        m_panel->editComment();
        QTest::keyClicks(comment(), QStringLiteral("iro"));
        set(someContent()); // an answer to something else
        QCOMPARE(comment()->text(), QStringLiteral("iro"));
        auto next = someContent();
        next.place = QStringLiteral("talk1/3");
        next.comment = QStringLiteral("said before");
        set(next);
        QCOMPARE(comment()->text(), QStringLiteral("said before"));
    }

    void othersAreShownOnlyAfterTheAnswer()
    {
        set(someContent());
        QCOMPARE(shown("otherName"), QStringList());
        QVERIFY(button<QPushButton>("peek")->isVisible());
        auto content = someContent();
        content.isHiding = false;
        set(content);
        QCOMPARE(shown("otherName"), (QStringList{QStringLiteral("bert"), QStringLiteral("model tfn")}));
        QCOMPARE(shown("otherValue"), (QStringList{QStringLiteral("+1"), QStringLiteral("−0.4")}));
        QCOMPARE(shown("otherDetail"), QStringList{QStringLiteral("unsure")});
        QVERIFY(!button<QPushButton>("peek")->isVisible());
        QSignalSpy peeks(m_panel.get(), &AnswerPanel::peekRequested);
        click<QToolButton>("hideAgain");
        QCOMPARE(peeks.count(), 1);
        QCOMPARE(peeks.first().first().toBool(), false);
        content.isDone = true;
        content.others.clear();
        set(content);
        QCOMPARE(shown("otherName"), QStringList());
        QCOMPARE(shown("other"), QStringList{QStringLiteral("Nobody has said anything yet.")});
        QVERIFY(!button<QPushButton>("peek")->isVisible());
        QVERIFY(!button<QToolButton>("hideAgain")->isVisible());
    }

    void aMeasurementShowsTheModelAlone()
    {
        auto content = someContent();
        content.measured = {content.others.back()};
        set(content);
        QCOMPARE(shown("otherName"), QStringList{QStringLiteral("model tfn")});
        QVERIFY(button<QPushButton>("peek")->isVisible()); // people's answers stay hidden
    }

    void whatIsHiddenIsCounted()
    {
        auto content = someContent();
        content.others.clear();
        const QString nothing = (set(content), text("hiddenVotesText"));
        content.hiddenAnswers = 2;
        content.hiddenPredictions = 1;
        set(content);
        QVERIFY(text("hiddenVotesText") != nothing);
        QVERIFY(text("hiddenVotesText").contains(QLatin1Char('2')));
        QVERIFY(text("hiddenVotesText").contains(QLatin1Char('1')));
    }

    void theWordThatIsSaidIsMarked()
    {
        set(someContent());
        const QString plain = text("answerText");
        m_panel->setSpoken(1);
        QVERIFY(text("answerText").contains(darkTheme().language.name()));
        QVERIFY(text("answerText").contains(QLatin1String("&lt;it&gt;</span> was")));
        for (const std::optional<qsizetype> none : {std::optional<qsizetype>(-1), {7}, {}}) {
            m_panel->setSpoken(1);
            m_panel->setSpoken(none);
            QCOMPARE(text("answerText"), plain);
        }
        m_panel->setSpoken(2);
        auto content = someContent();
        content.words = {QStringLiteral("other"), QStringLiteral("words"), QStringLiteral("now")};
        set(content);
        QCOMPARE(text("answerText"), QStringLiteral("other words now"));
    }

    void theEndsOfTheSentimentScaleAreNamed()
    {
        set(someContent());
        QVERIFY(m_panel->findChild<QWidget*>(QStringLiteral("sentimentEnds"))->isVisible());
        auto longer = someContent();
        longer.labels.front().scale = engine::NumberScale{-3.0, 4.0, 1.0};
        set(longer);
        const auto* ends = m_panel->findChild<QWidget*>(QStringLiteral("sentimentEnds"));
        QVERIFY(ends && ends->isVisible());
        const auto texts = ends->findChildren<QLabel*>();
        QCOMPARE(texts.size(), 3);
        QCOMPARE(texts[1]->text(), QStringLiteral("neutral"));
        // The middle of the fourth of eight steps.
        QVERIFY(std::abs(texts[1]->geometry().center().x() - ends->width() * 3.5 / 8) < ends->width() / 16.0);
        auto content = someContent();
        content.labels.front().name = "arousal";
        set(content);
        support::settle();
        QVERIFY(!m_panel->findChild<QWidget*>(QStringLiteral("sentimentEnds")));
    }

    void theOrderIsThatOfTheWork()
    {
        m_panel->resize(360, 900);
        for (const bool isOpen : {false, true}) {
            auto content = emotions();
            content.isHiding = false;
            content.isOpen = isOpen;
            set(content);
            int last = -1;
            for (const char* name : {"answerTitle", "answerText", "sentiment 2", "happy 1", "confidence1",
                                     "comment", "otherName", "commit"}) {
                QVERIFY2(topOf(name) > last, name);
                last = topOf(name);
            }
        }
    }

    void everyControlNamesItsKey()
    {
        set(emotions());
        const AnswerPanel::Keys usual;
        QVERIFY(button<QPushButton>("commit")->text().endsWith(usual.commit));
        QVERIFY(button<QToolButton>("confidence2")->text().endsWith(usual.confidence[1]));
        QCOMPARE(button<QToolButton>("confidence2")->text().section(QLatin1Char(' '), 0, 0),
                 QStringLiteral("medium"));
        QVERIFY(button<QToolButton>("sentiment 2")->text().endsWith(QLatin1String("6")));
        AnswerPanel::Keys others;
        others.flag = QStringLiteral("Ctrl+F");
        others.peek.clear();
        m_panel->setKeys(others);
        QVERIFY(button<QPushButton>("flag")->text().endsWith(QLatin1String("Ctrl+F")));
        QCOMPARE(button<QPushButton>("peek")->text(), QStringLiteral("Peek"));
    }

    void sectionsFoldFromTheBottomAndTheButtonsStay()
    {
        auto content = emotions();
        content.isHiding = false;
        for (int i = 0; i < 4; ++i)
            content.others.push_back(
                {QStringLiteral("rater %1").arg(i), QStringLiteral("+1"), {}, false, 1.0});
        set(content);
        m_panel->resize(440, 930);
        QTRY_VERIFY(!section("othersSection")->isFolded());
        QVERIFY(m_panel->findChild<QScrollArea*>()->verticalScrollBar()->maximum() == 0);
        QStringList folded;
        int most = 0;
        for (int height = 930; height >= 320; height -= 10) {
            m_panel->resize(440, height);
            support::settle();
            QStringList now;
            for (const char* name : {"othersSection", "commentSection", "confidenceSection"}) {
                if (section(name)->isFolded())
                    now << QLatin1String(name);
            }
            QVERIFY2(now.size() >= most, "the smaller the more is folded");
            most = static_cast<int>(now.size());
            folded = now;
            QCOMPARE(now,
                     (QStringList{QStringLiteral("othersSection"), QStringLiteral("commentSection"),
                                  QStringLiteral("confidenceSection")}
                          .mid(0, now.size())));
            QVERIFY(isInSight("commit") && isInSight("flag"));
        }
        QCOMPARE(most, 3);
        m_panel->resize(440, 930);
        QTRY_VERIFY(!section("othersSection")->isFolded());
    }

    void aFoldedCommentUnfoldsForTheKeyboard()
    {
        set(emotions());
        m_panel->resize(360, 330);
        QTRY_VERIFY(section("commentSection")->isFolded());
        m_panel->editComment();
        QTRY_VERIFY(isInSight("comment"));
        QVERIFY(comment()->hasFocus());
    }

    void aHeadFoldsAndUnfolds()
    {
        set(emotions());
        m_panel->resize(360, 930);
        click<QToolButton>("commentSectionHead");
        QTRY_VERIFY(section("commentSection")->isFolded());
        set(emotions()); // it stays as it was wished
        QVERIFY(section("commentSection")->isFolded());
        click<QToolButton>("commentSectionHead");
        QTRY_VERIFY(isInSight("comment"));
    }

    void enterLeavesTheCommentAndOnlyWithCtrlCommits()
    {
        set(someContent());
        QSignalSpy comments(m_panel.get(), &AnswerPanel::commentEdited);
        QSignalSpy commits(m_panel.get(), &AnswerPanel::commitRequested);
        QSignalSpy ends(m_panel.get(), &AnswerPanel::writingEnded);
        m_panel->editComment();
        QTest::keyClicks(comment(), QStringLiteral("first"));
        QTest::keyClick(comment(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(comment(), QStringLiteral("second"));
        QTest::keyClick(comment(), Qt::Key_Return);
        QVERIFY(!comment()->hasFocus());
        QCOMPARE(ends.count(), 1);
        QCOMPARE(commits.count(), 0);
        QCOMPARE(comments.last().first().toString(), QStringLiteral("first\nsecond"));
        m_panel->editComment();
        QTest::keyClick(comment(), Qt::Key_Enter, Qt::ControlModifier);
        QCOMPARE(commits.count(), 1);
    }

    void aNeutralZeroIsQuiet_data() { support::addThemes(); }
    void aNeutralZeroIsQuiet()
    {
        QFETCH(const bool, isDark);
        const Theme& theme = isDark ? darkTheme() : lightTheme();
        support::useTheme(theme);
        auto content = emotions();
        for (const auto& [label, value] : {std::pair{"sentiment", 0.0}, {"happy", 0.0}, {"sad", 1.0}})
            content.values[label] = {value, {}};
        set(content);
        const auto ground
            = [&](const char* name) { return button<QToolButton>(name)->grab().toImage().pixelColor(4, 8); };
        const auto apart = [&](const QColor& a) {
            return std::abs(a.lightness() - theme.raised.lightness())
                + std::abs(a.hsvSaturation() - theme.raised.hsvSaturation());
        };
        QVERIFY(apart(ground("happy 0")) < apart(ground("sad 1")) / 2);
        QVERIFY(apart(ground("sentiment 0")) < 80);
        QVERIFY(ground("happy 0") != ground("happy 1"));
        QVERIFY(button<QToolButton>("happy 0")->isChecked());
    }

    void settersStaySilentAndWithoutItsVideoNothingIsAnswered()
    {
        QSignalSpy values(m_panel.get(), &AnswerPanel::valueChosen);
        QSignalSpy confidences(m_panel.get(), &AnswerPanel::confidenceChosen);
        QSignalSpy comments(m_panel.get(), &AnswerPanel::commentEdited);
        QSignalSpy commits(m_panel.get(), &AnswerPanel::commitRequested);
        QSignalSpy flags(m_panel.get(), &AnswerPanel::flagRequested);
        QSignalSpy leaves(m_panel.get(), &AnswerPanel::leaveRequested);
        auto content = someContent();
        content.isEditable = false;
        content.comment = QStringLiteral("before");
        content.values = {{"sentiment", {2.0, {}}}};
        set(content);
        click<QToolButton>("sentiment 1");
        click<QToolButton>("confidence1");
        click<QPushButton>("commit");
        click<QPushButton>("flag");
        QTest::keyClicks(comment(), QStringLiteral("x"));
        QTest::keyClick(comment(), Qt::Key_Return);
        QCOMPARE(values.count() + confidences.count() + comments.count() + commits.count() + flags.count(),
                 0);
        QVERIFY(button<QToolButton>("sentiment 2")->isChecked()); // but looked at
        click<QToolButton>("leavePass");
        QCOMPARE(leaves.count(), 1);
    }

    void manyLabelsAreScrolledAndTheButtonsStayInSight()
    {
        auto content = someContent();
        for (int i = 0; i < 30; ++i)
            content.labels.push_back({"emotion" + std::to_string(i), engine::NumberScale{0.0, 3.0, 1.0}});
        set(content);
        auto* area = m_panel->findChild<QScrollArea*>();
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        const auto* commit = button<QPushButton>("commit");
        QVERIFY(m_panel->rect().contains(QRect(commit->mapTo(m_panel.get(), QPoint()), commit->size())));
        QTest::keyClick(m_panel.get(), Qt::Key_Tab);
        for (int i = 0; i < 200 && QApplication::focusWidget() != button<QToolButton>("emotion29 3"); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(button<QToolButton>("emotion29 3")->hasFocus());
        QVERIFY2(!button<QToolButton>("emotion29 3")->visibleRegion().isEmpty(),
                 "the keyboard takes it into sight");
    }

    void theSameLabelsKeepTheirFields()
    {
        set(someContent());
        const auto* before = button<QToolButton>("sentiment 2");
        auto content = someContent();
        content.place = QStringLiteral("talk2/1");
        set(content);
        QCOMPARE(button<QToolButton>("sentiment 2"), before);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("text");
        const QString longText
            = QStringLiteral("and then there was one thing more to be said, at length ").repeated(6);
        QTest::newRow("short, narrow") << 340 << QStringLiteral("so");
        QTest::newRow("long, narrow") << 340 << longText;
        QTest::newRow("long, wide") << 1300 << longText;
        QTest::newRow("Hebrew, narrow")
            << 340 << QStringLiteral("עד כמה נראה שהדובר מתכוון לדבריו ").repeated(6);
        QTest::newRow("emoji, narrow")
            << 340 << QStringLiteral("👩‍👩‍👧 🇩🇪 👍🏽 ").repeated(20);
        QTest::newRow("like HTML, narrow") << 340 << QStringLiteral("<img src=x> & <b>R&D</b>");
    }
    void nothingIsCutOff()
    {
        QFETCH(const int, width);
        QFETCH(const QString, text);
        auto content = someContent();
        content.isHiding = false;
        content.words = {text};
        content.title = content.reason = content.pass = text;
        content.others.front().detail = content.others.front().who = text;
        m_panel->resize(width, 1500);
        set(content);
        QCOMPARE(this->text("answerTitle"), text);
        support::settle();
        QCOMPARE(m_panel->width(), width);
        QCOMPARE(cutOff(*m_panel), QStringList());
        for (const QLabel* label : m_panel->findChildren<QLabel*>())
            QVERIFY2(!label->wordWrap() || !label->isVisible()
                         || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->objectName()));
    }

    void longTermsFitIntoANarrowPanel()
    {
        auto content = someContent();
        content.labels[1] = {"act",
                             engine::Vocabulary{{{"praise of somebody else", "", ""},
                                                 {"blame of somebody else", "", ""},
                                                 {"question to the audience", "", ""},
                                                 {"answer to a question", "", ""}}}};
        m_panel->resize(340, 700);
        set(content);
        const auto* area = m_panel->findChild<QScrollArea*>();
        QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                 qPrintable(QString::number(area->widget()->width())));
        QCOMPARE(cutOff(*m_panel), QStringList());
    }

    void textIsLegible_data() { support::addThemes(); }
    void textIsLegible()
    {
        QFETCH(const bool, isDark);
        support::useTheme(isDark ? darkTheme() : lightTheme());
        auto content = someContent();
        content.isHiding = false;
        content.needsAttention = true;
        content.values = {{"sentiment", {2.0, {}}}};
        set(content);
        for (const char* name : {"passName", "answerTitle", "answerText", "sentiment 2", "sentiment -2",
                                 "act praise", "commit", "flag", "otherName", "otherValue", "confidence1"}) {
            auto* widget = m_panel->findChild<QWidget*>(QLatin1String(name));
            const int frame = qobject_cast<QLabel*>(widget) ? 0 : 3;
            const QRect place = QRect(widget->mapTo(m_panel.get(), QPoint()), widget->size());
            const QRect inside = place.adjusted(frame, frame, -frame, -frame);
            QVERIFY2(support::inkContrast(m_panel->grab().toImage(), inside) >= 4.5, name);
        }
        auto* reason = m_panel->findChild<QLabel*>(QStringLiteral("answerReason"));
        QVERIFY(support::inkContrast(reason->grab().toImage(), reason->rect()) >= 3.0);
    }

private:
    void set(const AnswerPanel::Content& content)
    {
        m_panel->setContent(content);
        support::settle();
    }
    template <typename Button>
    Button* button(const char* name) const
    {
        return m_panel->findChild<Button*>(QLatin1String(name));
    }
    template <typename Button>
    void click(const char* name) const
    {
        QTest::mouseClick(button<Button>(name), Qt::LeftButton);
    }
    QString text(const char* name) const { return m_panel->findChild<QLabel*>(QLatin1String(name))->text(); }
    CommentField* comment() const { return m_panel->findChild<CommentField*>(QStringLiteral("comment")); }
    FoldSection* section(const char* name) const
    {
        return m_panel->findChild<FoldSection*>(QLatin1String(name));
    }
    bool isInSight(const char* name) const
    {
        const auto* widget = m_panel->findChild<QWidget*>(QLatin1String(name));
        return widget && widget->isVisible()
            && widget->visibleRegion().boundingRect() == QRect(QPoint(), widget->size());
    }
    int topOf(const char* name) const
    {
        for (const QWidget* widget : m_panel->findChildren<QWidget*>(QLatin1String(name))) {
            if (widget->isVisible())
                return widget->mapTo(m_panel.get(), QPoint()).y();
        }
        return -1;
    }
    /// The texts of all labels in sight that are called so.
    QStringList shown(const char* name) const
    {
        QStringList texts;
        for (const QLabel* label : m_panel->findChildren<QLabel*>(QLatin1String(name))) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }

    std::unique_ptr<AnswerPanel> m_panel;
};

QTEST_MAIN(AnswerPanelTest)
#include "tst_answer_panel.moc"
