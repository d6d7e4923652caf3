#include "widgets/transcript/doubtful_list.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_states.h"
#include "widgets/transcript/transcript_text.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/support/waiting.h"

using widgets::TranscriptText;
using widgets::TranscriptWord;

namespace {

/// Words of a second each; a bar begins a paragraph, a star marks a word without times.
std::vector<TranscriptWord> wordsOf(const QString& text)
{
    std::vector<TranscriptWord> words;
    for (QString part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        TranscriptWord word;
        word.beginsParagraph = part.startsWith(QLatin1Char('|'));
        word.isTimed = !part.endsWith(QLatin1Char('*'));
        word.text = part.remove(QLatin1Char('|')).remove(QLatin1Char('*'));
        word.start = static_cast<double>(words.size());
        word.end = word.start + 1;
        words.push_back(word);
    }
    return words;
}

/// A text that does what is wished, as the window does.
class Answered {
public:
    explicit Answered(TranscriptText& text) : m_text(text)
    {
        QObject::connect(
            &text, &TranscriptText::wordsTyped, &text,
            [this](std::size_t first, std::size_t removed, const QStringList& texts, int number) {
                QStringList wish;
                wish << QStringLiteral("%1-%2").arg(first).arg(removed) << texts;
                wishes << wish.join(QLatin1Char(' '));
                numbers << number;
                auto words = m_text.words();
                const auto at = words.begin() + static_cast<std::ptrdiff_t>(first);
                words.erase(at, at + static_cast<std::ptrdiff_t>(removed));
                std::vector<TranscriptWord> typed;
                for (const QString& one : texts)
                    typed.push_back({one, 0.0, 0.0, false, false});
                words.insert(words.begin() + static_cast<std::ptrdiff_t>(first), typed.begin(), typed.end());
                m_text.setWords(words);
            });
    }
    QStringList wishes;
    QList<int> numbers;

private:
    TranscriptText& m_text;
};

}

class TestTranscriptText : public QObject {
    Q_OBJECT
private slots:
    /// The number of a guessed word is that of its times: nothing is called sure of the word itself.
    void aGuessedWordIsNotCalledSure()
    {
        std::vector<TranscriptWord> words = wordsOf(QStringLiteral("heard guessed"));
        for (TranscriptWord& word : words) {
            word.isDoubtful = true;
            word.confidence = 0.97;
        }
        words[1].isDraft = true;
        widgets::DoubtfulList list;
        list.setWords(words);
        QCOMPARE(list.rows().row(0).value, QStringLiteral("0.97"));
        QCOMPARE(list.rows().row(1).value, QStringLiteral("–"));
        widgets::TranscriptPanel panel;
        panel.showWord(words[0]);
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("transcriptWord"))
                    ->text()
                    .endsWith(QStringLiteral("\nconfidence 0.97")));
        panel.showWord(words[1]);
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("transcriptWord"))
                    ->text()
                    .endsWith(QStringLiteral("confidence of its times 0.97")));
    }

    void init()
    {
        m_text = std::make_unique<TranscriptText>();
        m_text->resize(400, 300);
        m_text->show();
        m_text->activateWindow();
        m_text->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_text.get(), support::kPatience));
        m_answered = std::make_unique<Answered>(*m_text);
    }

    void showsWordsInParagraphs()
    {
        const QSignalSpy typed(m_text.get(), &TranscriptText::wordsTyped);
        m_text->setWords(wordsOf(QStringLiteral("we loved |the garden")));
        QCOMPARE(m_text->toPlainText(), QStringLiteral("we loved\nthe garden"));
        m_text->setWords(wordsOf(QStringLiteral("we loved the small |garden")));
        QCOMPARE(m_text->toPlainText(), QStringLiteral("we loved the small\ngarden"));
        m_text->setWords({});
        QCOMPARE(m_text->toPlainText(), QString());
        QCOMPARE(typed.count(), 0);
        QVERIFY(!m_text->hasDraft());
    }

    void aWordIsWishedWithTheBlankBehindIt()
    {
        QTest::keyClicks(m_text.get(), QStringLiteral("so"));
        QCOMPARE(m_answered->wishes, QStringList());
        QVERIFY(m_text->hasDraft());
        QTest::keyClicks(m_text.get(), QStringLiteral(" you had "));
        QCOMPARE(
            m_answered->wishes,
            QStringList({QStringLiteral("0-0 so"), QStringLiteral("1-0 you"), QStringLiteral("2-0 had")}));
        QCOMPARE(m_text->toPlainText(), QStringLiteral("so you had "));
        QVERIFY(m_answered->numbers[0] != m_answered->numbers[1]);
        QTest::keyClick(m_text.get(), Qt::Key_Return);
        QCOMPARE(m_answered->wishes.size(), 3);
    }

    void aWordIsChangedInItsPlace()
    {
        m_text->setWords(wordsOf(QStringLiteral("we love the garden")));
        place(2);
        QTest::keyClick(m_text.get(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(m_text.get(), QStringLiteral("s"));
        m_text->takeDraft();
        QCOMPARE(m_answered->wishes, QStringList(QStringLiteral("3-1 gardens")));
        place(7); // behind love
        QTest::keyClicks(m_text.get(), QStringLiteral("d "));
        QCOMPARE(m_answered->wishes.last(), QStringLiteral("1-1 loved"));
        QCOMPARE(m_text->textCursor().position(), 9);
        QTest::keyClicks(m_text.get(), QStringLiteral("all "));
        QCOMPARE(m_answered->wishes.last(), QStringLiteral("2-0 all"));
        QCOMPARE(m_text->words().size(), std::size_t(5));
    }

    void aWordIsInsertedBeforeAnother()
    {
        m_text->setWords(wordsOf(QStringLiteral("we the garden")));
        place(3);
        QTest::keyClicks(m_text.get(), QStringLiteral("loved "));
        QCOMPARE(m_answered->wishes, QStringList(QStringLiteral("1-0 loved")));
        QCOMPARE(m_text->toPlainText(), QStringLiteral("we loved the garden"));
    }

    void blanksSplitAndTheirDeletionJoins()
    {
        m_text->setWords(wordsOf(QStringLiteral("lovedthe garden")));
        place(5);
        QTest::keyClick(m_text.get(), Qt::Key_Space);
        QCOMPARE(m_answered->wishes, QStringList(QStringLiteral("0-1 loved the")));
        QTest::keyClick(m_text.get(), Qt::Key_Backspace);
        m_text->takeDraft();
        QCOMPARE(m_answered->wishes.last(), QStringLiteral("0-2 lovedthe"));
    }

    void ofTwoWordsThatAreTheSameThatWhichWasDeletedGoes()
    {
        m_text->setWords(wordsOf(QStringLiteral("very very good")));
        select(0, 5);
        QTest::keyClick(m_text.get(), Qt::Key_Delete);
        QCOMPARE(m_answered->wishes, QStringList(QStringLiteral("0-1")));
        m_text->setWords(wordsOf(QStringLiteral("very very good")));
        select(4, 9);
        QTest::keyClick(m_text.get(), Qt::Key_Delete);
        QCOMPARE(m_answered->wishes.last(), QStringLiteral("1-1"));
    }

    void aWholeTextIsPastedAsOneStep()
    {
        m_text->setWords(wordsOf(QStringLiteral("we loved it")));
        select(3, 11);
        QApplication::clipboard()->setText(QStringLiteral("hated the\n\ngarden\tand"));
        QTest::keyClick(m_text.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_answered->wishes, QStringList(QStringLiteral("1-2 hated the garden and")));
        place(2);
        QTest::keyClick(m_text.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_answered->wishes.last(), QStringLiteral("1-0 hated the garden and"));
        QCOMPARE(m_text->toPlainText(), QStringLiteral("we hated the garden and hated the garden and"));
    }

    void whatOthersChangeLeavesTheCaretAtItsWord()
    {
        m_text->setWords(wordsOf(QStringLiteral("we loved the |garden it was")));
        place(16); // gar|den
        m_text->setWords(wordsOf(QStringLiteral("yes we really loved the |garden it |was")));
        QCOMPARE(m_text->toPlainText(), QStringLiteral("yes we really loved the\ngarden it\nwas"));
        QCOMPARE(m_text->textCursor().position(), 27);
        m_text->setWords(wordsOf(QStringLiteral("yes we really loved the gardens it was")));
        QCOMPARE(m_text->textCursor().position(), 27);
        QCOMPARE(m_answered->wishes, QStringList());
    }

    void aBlankWhereOneTypesStaysAndGoesLater()
    {
        QTest::keyClicks(m_text.get(), QStringLiteral("so you "));
        auto words = m_text->words();
        words[1].beginsParagraph = true;
        m_text->setWords(words);
        QCOMPARE(m_text->toPlainText(), QStringLiteral("so\nyou "));
        QTest::keyClicks(m_text.get(), QStringLiteral("had"));
        m_text->clearFocus();
        QCOMPARE(m_answered->wishes.last(), QStringLiteral("2-0 had"));
        QCOMPARE(m_text->toPlainText(), QStringLiteral("so\nyou had"));
    }

    void aPauseInAWordMakesWishesOfOneNumber()
    {
        QTest::keyClicks(m_text.get(), QStringLiteral("har"));
        QTRY_COMPARE(m_answered->wishes.size(), 1); // nobody went on
        QTest::keyClicks(m_text.get(), QStringLiteral("bour "));
        QCOMPARE(m_answered->wishes, QStringList({QStringLiteral("0-0 har"), QStringLiteral("0-1 harbour")}));
        QCOMPARE(m_answered->numbers[0], m_answered->numbers[1]);
    }

    void aDraftCanBeDropped()
    {
        m_text->setWords(wordsOf(QStringLiteral("we loved")));
        const QSignalSpy undo(m_text.get(), &TranscriptText::undoWished);
        place(2);
        QTest::keyClicks(m_text.get(), QStringLiteral("xyz"));
        QTest::keyClick(m_text.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_text->toPlainText(), QStringLiteral("we loved"));
        QCOMPARE(undo.count(), 0);
        QTest::keyClick(m_text.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1);
        QCOMPARE(m_answered->wishes, QStringList());
    }

    void afterUndoneWordsTheNextIsAWordOfItsOwn()
    {
        QTest::keyClicks(m_text.get(), QStringLiteral("we loved it"));
        QTest::keyClick(m_text.get(), Qt::Key_Z, Qt::ControlModifier); // of the draft
        m_text->setWords(wordsOf(QStringLiteral("we")));
        QCOMPARE(m_text->textCursor().position(), 3);
        m_text->setWords(wordsOf(QStringLiteral("we loved")));
        QCOMPARE(m_text->textCursor().position(), 9);
        QTest::keyClicks(m_text.get(), QStringLiteral("them "));
        QCOMPARE(m_answered->wishes.last(), QStringLiteral("2-0 them"));
    }

    void wordsThatAreEmptyOrHaveBlanksStayWhatTheyAre()
    {
        std::vector<TranscriptWord> words(3);
        words[0].text = QStringLiteral("New York");
        words[2].text = QStringLiteral("is");
        m_text->setWords(words);
        QTest::keyClick(m_text.get(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(m_text.get(), QStringLiteral("n't "));
        QCOMPARE(m_answered->wishes, QStringList(QStringLiteral("2-1 isn't")));
        QCOMPARE(m_text->words()[0].text, QStringLiteral("New York"));
    }

    void keysPlayAndLeave()
    {
        QSignalSpy play(m_text.get(), &TranscriptText::playWished);
        QSignalSpy back(m_text.get(), &TranscriptText::backWished);
        QSignalSpy leave(m_text.get(), &TranscriptText::leaveWished);
        QTest::keyClick(m_text.get(), Qt::Key_Tab);
        QTest::keyClick(m_text.get(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(play.count(), 1);
        QCOMPARE(back.count(), 1);
        QTest::keyClicks(m_text.get(), QStringLiteral("so"));
        QTest::keyClick(m_text.get(), Qt::Key_Escape);
        QTest::keyClick(m_text.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(leave.count(), 2);
        QCOMPARE(m_answered->wishes, QStringList(QStringLiteral("0-0 so")));
    }

    void mouseSeeksSelectsAndPlays()
    {
        m_text->setWords(wordsOf(QStringLiteral("we loved the garden")));
        QSignalSpy clicked(m_text.get(), &TranscriptText::wordClicked);
        QSignalSpy doubled(m_text.get(), &TranscriptText::wordDoubleClicked);
        QSignalSpy selected(m_text.get(), &TranscriptText::wordsSelected);
        QTest::mouseClick(m_text->viewport(), Qt::LeftButton, {}, pointOf(10));
        QCOMPARE(clicked.takeFirst().at(0).value<std::size_t>(), std::size_t(2));
        QTest::mouseDClick(m_text->viewport(), Qt::LeftButton, {}, pointOf(5));
        QCOMPARE(doubled.takeFirst().at(0).value<std::size_t>(), std::size_t(1));
        QCOMPARE(selected.last().at(0).value<std::size_t>(), std::size_t(1));
        QCOMPARE(selected.last().at(1).value<std::size_t>(), std::size_t(2));
        QCOMPARE(m_text->textCursor().selectedText(), QStringLiteral("loved"));
        QTest::qWait(QApplication::doubleClickInterval() + 50); // a third click would select the paragraph
        QTest::mousePress(m_text->viewport(), Qt::LeftButton, {}, pointOf(4));
        QTest::mouseMove(m_text->viewport(), pointOf(15));
        QTest::mouseRelease(m_text->viewport(), Qt::LeftButton, {}, pointOf(15));
        QCOMPARE(selected.last().at(0).value<std::size_t>(), std::size_t(1));
        QCOMPARE(selected.last().at(1).value<std::size_t>(), std::size_t(4));
    }

    void theWordAtThePlayheadIsKeptInSight()
    {
        m_text->setWords(wordsOf(QStringLiteral("word ").repeated(2000)));
        m_text->clearFocus();
        m_text->setCurrentWord(1500, true);
        QVERIFY(m_text->verticalScrollBar()->value() > 0);
        const int there = m_text->verticalScrollBar()->value();
        m_text->setCurrentWord(10, false);
        QCOMPARE(m_text->verticalScrollBar()->value(), there);
    }

    void aLockedTextTakesNothing()
    {
        m_text->setWords(wordsOf(QStringLiteral("we loved")));
        m_text->setLocked(true);
        QTest::keyClicks(m_text.get(), QStringLiteral("x y"));
        QApplication::clipboard()->setText(QStringLiteral("and more"));
        QTest::keyClick(m_text.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_text->toPlainText(), QStringLiteral("we loved"));
        QCOMPARE(m_answered->wishes, QStringList());
    }

    void aLetterInTwentyThousandWordsTakesLessThanFiftyMilliseconds()
    {
        QString text;
        for (int i = 0; i < 20000; ++i)
            text += i % 12 == 0 ? QStringLiteral("|begins ") : QStringLiteral("words ");
        m_text->setWords(wordsOf(text));
        place(60000);
        m_text->ensureCursorVisible();
        QApplication::processEvents();
        qint64 slowest = 0;
        for (const char letter : {'t', 'y', 'p', 'e', 'd'}) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(m_text.get(), letter);
            m_text->repaint();
            slowest = std::max(slowest, timer.elapsed());
        }
        qInfo("slowest letter: %lld ms", static_cast<long long>(slowest));
        QVERIFY(slowest < 50);
    }

    /// The first letter takes the keyboard from a button over the text; a blank must not press that button,
    /// which puts the caret elsewhere.
    void whatIsTypedOnAButtonOfTheInvitationIsText()
    {
        widgets::TranscriptPanel panel;
        panel.resize(420, 500);
        panel.show();
        panel.setWords({});
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel, support::kPatience));
        auto* type = panel.findChild<QPushButton*>(QStringLiteral("invitationType"));
        type->setFocus();
        QSignalSpy wished(&panel, &widgets::TranscriptPanel::typeWished);
        for (const char letter : QByteArray("set"))
            QTest::keyClick(QApplication::focusWidget(), letter);
        QVERIFY(panel.text().hasFocus());
        QCOMPARE(panel.text().document()->toPlainText(), QStringLiteral("set"));
        QTest::keyClick(QApplication::focusWidget(), ' ');
        QCOMPARE(wished.count(), 0);
    }

    void theButtonOfTheHeadPausesOnlyWhatPlays()
    {
        widgets::TranscriptPanel panel;
        panel.setWords({});
        QSignalSpy typed(&panel, &widgets::TranscriptPanel::typeWished);
        QSignalSpy paused(&panel, &widgets::TranscriptPanel::pauseWished);
        auto* head = panel.findChild<QPushButton*>(QStringLiteral("typeWhilePlaying"));
        head->click();
        panel.setPlaying(true);
        panel.findChild<QPushButton*>(QStringLiteral("invitationType"))->click(); // never pauses
        QCOMPARE(typed.count(), 2);
        QCOMPARE(paused.count(), 0);
        head->click();
        QCOMPARE(typed.count(), 2);
        QCOMPARE(paused.count(), 1);
    }

    void thePanelSaysWhatThereIs()
    {
        widgets::TranscriptPanel panel;
        panel.resize(420, 500);
        panel.show();
        auto* invitation = panel.findChild<QWidget*>(QStringLiteral("transcriptInvitation"));
        panel.setWords({});
        QVERIFY(invitation->isVisible());
        QSignalSpy typed(&panel, &widgets::TranscriptPanel::typeWished);
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("invitationType")), Qt::LeftButton);
        QCOMPARE(typed.count(), 1);
        panel.setWords(wordsOf(QStringLiteral("we loved* the* garden")));
        QVERIFY(!invitation->isVisible());
        QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("timedWords"))->text(), QStringLiteral("timed 2"));
        QSignalSpy next(&panel.states(), &widgets::TranscriptStates::nextUntimedWished);
        QTest::mouseClick(panel.findChild<QToolButton*>(QStringLiteral("untimedWords")), Qt::LeftButton);
        QCOMPARE(next.count(), 1);
        panel.setLocked(QStringLiteral("Locked."));
        QVERIFY(panel.text().isReadOnly());
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("transcriptLock"))->isVisible());
        panel.setAbsent(QStringLiteral("Open a video."));
        QVERIFY(!panel.text().isVisible());
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("transcriptAbsent"))->isVisible());
    }

private:
    void place(int position)
    {
        QTextCursor caret(m_text->document());
        caret.setPosition(position);
        m_text->setTextCursor(caret);
    }
    void select(int from, int to)
    {
        QTextCursor caret(m_text->document());
        caret.setPosition(from);
        caret.setPosition(to, QTextCursor::KeepAnchor);
        m_text->setTextCursor(caret);
    }
    QPoint pointOf(int position) const
    {
        QTextCursor caret(m_text->document());
        caret.setPosition(position);
        return m_text->cursorRect(caret).center() + QPoint(2, 0);
    }

    std::unique_ptr<TranscriptText> m_text;
    std::unique_ptr<Answered> m_answered;
};

QTEST_MAIN(TestTranscriptText)
#include "tst_transcript_text.moc"
