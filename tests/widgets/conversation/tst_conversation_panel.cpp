#include "engine/synchrony/planted.h"
#include "widgets/base/theme.h"
#include "widgets/base/window_style.h"
#include "widgets/conversation/conversation_panel.h"
#include "widgets/conversation/conversation_tables.h"
#include "widgets/conversation/figure_view.h"
#include "widgets/conversation/offset_histogram.h"
#include "widgets/conversation/transition_list.h"
#include "widgets/conversation/transition_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/waiting.h"

using namespace widgets;

namespace {

ConversationContent contentOf(const std::vector<engine::Speaker>& speakers, double duration)
{
    ConversationContent content;
    content.state = ConversationContent::State::Known;
    content.title = QStringLiteral("dyad_07");
    for (std::size_t i = 0; i < speakers.size(); ++i)
        content.people.push_back({QString::fromStdString(speakers[i].id), usualPersonColour(i)});
    const engine::TakenTurns taken = engine::takenTurns(speakers);
    content.figures = engine::conversationFigures(taken, speakers.size(), duration);
    content.turns = std::make_shared<const engine::TakenTurns>(taken);
    return content;
}

/// Ada 0.5…4, Bert 3.7…6, Ada 7…9 and 61…64, Bert 64.2…66 of 70 s; two values and a signal.
ConversationContent twoSpeakers()
{
    ConversationContent content = contentOf(
        {{"Ada", {{0.5, 4.0}, {7.0, 9.0}, {61.0, 64.0}}}, {"Bert", {{1.5, 2.0}, {3.7, 6.0}, {64.2, 66.0}}}},
        70.0);
    engine::Accommodation found;
    found.pairs = 12;
    found.isDefined = true;
    found.proximity = {-0.42, 0.03};
    found.synchrony = {0.21, 0.2};
    found.convergence = {-0.05, 0.6};
    engine::Accommodation few;
    few.pairs = 4;
    content.accommodation = {{QStringLiteral("pitch"), found}, {QStringLiteral("rate"), few}};
    content.synchrony = {{0, 1, QStringLiteral("smile"), 0.314, 0.6, 0.005, 0.01, {}},
                         {0, 1, QStringLiteral("nod"), std::nullopt, 0.0, std::nullopt, std::nullopt,
                          QStringLiteral("9 s of both")}};
    return content;
}

QString cellText(const FigureView& view, int row, int column)
{
    return view.model()->index(row, column).data().toString();
}

}

class ConversationPanelTest : public QObject {
    Q_OBJECT

private slots:
    void tablesShowTheFigures()
    {
        ConversationPanel panel;
        panel.setContent(twoSpeakers());
        const auto* people = panel.findChild<FigureView*>(QStringLiteral("participantFigures"));
        QCOMPARE(people->model()->rowCount(), 2);
        QCOMPARE(cellText(*people, 0, 0), QStringLiteral("Ada"));
        QCOMPARE(cellText(*people, 0, 1), QStringLiteral("65 %")); // 8.5 of 13.1 s
        QCOMPARE(cellText(*people, 0, 2), QStringLiteral("2")); // 7…9 and 61…64 are one
        QCOMPARE(cellText(*people, 1, 4), QStringLiteral("−0.05")); // of −0.3 and 0.2
        QCOMPARE(cellText(*people, 1, 5), QStringLiteral("1"));
        QCOMPARE(cellText(*people, 1, 6), QStringLiteral("1"));
        const auto* accommodation = panel.findChild<FigureView*>(QStringLiteral("accommodationFigures"));
        QCOMPARE(cellText(*accommodation, 0, 1), QStringLiteral("−.42"));
        QCOMPARE(cellText(*accommodation, 0, 2), QStringLiteral(".030"));
        QVERIFY(accommodation->model()->index(0, 2).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!accommodation->model()->index(0, 4).data(Qt::FontRole).value<QFont>().bold());
        QCOMPARE(cellText(*accommodation, 1, 1), QStringLiteral("–"));
        QVERIFY(accommodation->model()
                    ->index(1, 1)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("4 exchanges")));
        const auto* synchrony = panel.findChild<FigureView*>(QStringLiteral("synchronyFigures"));
        QCOMPARE(cellText(*synchrony, 0, 0), QStringLiteral("Ada, Bert"));
        QCOMPARE(cellText(*synchrony, 0, 2), QStringLiteral(".31"));
        QCOMPARE(cellText(*synchrony, 0, 3), QStringLiteral("+0.6"));
        QCOMPARE(cellText(*synchrony, 1, 2), QStringLiteral("–"));
        QCOMPARE(synchrony->model()->index(1, 2).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("9 s of both"));
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("conversationSummary"))
                    ->text()
                    .contains(QStringLiteral("a minute")));
    }

    void transitionsAreSortedAndChosenByMouseAndKeyboard()
    {
        ConversationPanel panel;
        const ConversationContent shown = twoSpeakers();
        panel.setContent(shown);
        panel.resize(500, 900);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel, support::kPatience));
        auto* list = panel.findChild<TransitionList*>();
        QCOMPARE(list->model()->rowCount(), 3);
        const auto text
            = [&](int row, int column) { return list->model()->index(row, column).data().toString(); };
        QCOMPARE(text(0, TransitionModel::Time), QStringLiteral("0:03.7"));
        QCOMPARE(text(0, TransitionModel::FromTo), QStringLiteral("Ada → Bert"));
        QCOMPARE(text(0, TransitionModel::Offset), QStringLiteral("−0.30"));
        QCOMPARE(text(0, TransitionModel::Kind), QStringLiteral("interruption"));
        QCOMPARE(text(2, TransitionModel::Time), QStringLiteral("1:04.2"));
        QSignalSpy chosen(&panel, &ConversationPanel::timeChosen);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, TransitionModel::FromTo)).center());
        QCOMPARE(chosen.takeFirst(), QVariantList{3.7});
        list->sortByColumn(TransitionModel::Offset, Qt::DescendingOrder); // by number: −0.30 is the last
        QCOMPARE(text(0, TransitionModel::Offset), QStringLiteral("+1.00"));
        QCOMPARE(text(2, TransitionModel::Offset), QStringLiteral("−0.30"));
        list->setCurrentIndex(list->model()->index(1, 0));
        panel.setContent(shown); // chance has come: the row in hand stays
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst(), QVariantList{64.2});
    }

    void theModelOfTransitionsIsWellBehaved()
    {
        TransitionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setContent(twoSpeakers());
        QCOMPARE(model.rowCount(), 3);
    }

    void offsetsAreCountedPerDirection()
    {
        const std::vector<OffsetCounts> directions = offsetCounts(*twoSpeakers().turns);
        QCOMPARE(directions.size(), std::size_t{2});
        QCOMPARE(directions[0].from, std::size_t{0}); // Ada → Bert twice
        QCOMPARE(directions[0].transitions, std::size_t{2});
        QVERIFY(std::abs(directions[0].median + 0.05) < 1e-9);
        QCOMPARE(directions[0].counts[8], std::size_t{1}); // −0.4 … −0.2
        QCOMPARE(directions[0].counts[10] + directions[0].counts[11],
                 std::size_t{1}); // 0.2, but for rounding
        QCOMPARE(directions[1].counts[15] + directions[1].counts[14], std::size_t{1}); // 1.0
        engine::TakenTurns far;
        far.transitions = {{0, 1, 9.0, 7.5, engine::TransitionKind::Gap},
                           {0, 1, 9.0, -7.5, engine::TransitionKind::Overlap}};
        const OffsetCounts ends = offsetCounts(far).front(); // what lies beyond is in the last bins
        QCOMPARE(ends.counts.front(), std::size_t{1});
        QCOMPARE(ends.counts.back(), std::size_t{1});

        OffsetHistogram histogram;
        histogram.setContent(twoSpeakers());
        QVERIFY(histogram.accessibleDescription().contains(QStringLiteral("Ada → Bert")));
        QVERIFY(histogram.heightForWidth(200) > histogram.heightForWidth(900));
        histogram.resize(600, histogram.heightForWidth(600));
        const Theme& theme = themeOf(histogram.palette());
        const QImage image = histogram.grab().toImage();
        int filled = 0; // the bars of who answers
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                filled += image.pixelColor(x, y) == theme.trackColour(usualPersonColour(1));
        }
        QVERIFY(filled > 50);
    }

    void tablesAreCopiedWithTabsAndAllDigits()
    {
        ConversationPanel panel;
        panel.setContent(twoSpeakers());
        panel.findChild<QPushButton*>(QStringLiteral("copyConversation"))->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines[0], QStringLiteral("Participants"));
        QVERIFY(lines[1].startsWith(QStringLiteral("Name\tTalk\tTurns\t")));
        QVERIFY(lines[2].startsWith(QStringLiteral("Ada\t0.648854961")));
        QVERIFY(lines.contains(QStringLiteral("Ada, Bert\tnod\t\t\t\t")));
        QVERIFY(lines.indexOf(QStringLiteral("Transitions")) > 0);
        QCOMPARE(
            tabbedText({QStringLiteral("a\tb"), {QStringLiteral("c")}, {}, {{numberFigure(-0.5, 0)}}, 1}),
            QStringLiteral("a b\nc\n-0.5\n"));
    }

    /// Also where tables do not fit into the width, and have a bar below their rows.
    void allRowsOfATableAreInSight()
    {
        qApp->setStyleSheet(styleSheetOf(lightTheme()));
        ConversationPanel panel;
        ConversationContent content = twoSpeakers();
        content.accommodation.resize(1);
        for (const int width : {620, 400, 300, 240}) {
            panel.resize(width, 900);
            panel.setContent(content);
            panel.show();
            QTest::qWait(50);
            for (const auto* view : panel.findChildren<FigureView*>()) {
                const int rows = view->model()->rowCount() * view->verticalHeader()->defaultSectionSize();
                QVERIFY2(view->viewport()->height() >= rows,
                         qPrintable(QStringLiteral("%1 at %2: %3 of %4 pixels")
                                        .arg(view->objectName())
                                        .arg(width)
                                        .arg(view->viewport()->height())
                                        .arg(rows)));
            }
        }
        qApp->setStyleSheet({});
    }

    void withoutFiguresItSaysWhatIsMissing()
    {
        ConversationPanel panel;
        panel.show();
        const auto* message = panel.findChild<QLabel*>(QStringLiteral("conversationMessage"));
        auto* remedy = panel.findChild<QPushButton*>(QStringLiteral("conversationRemedy"));
        const auto* people = panel.findChild<FigureView*>(QStringLiteral("participantFigures"));
        QVERIFY(!remedy->isVisible()); // nobody would add one
        QSignalSpy recordings(&panel, &ConversationPanel::recordingWished);
        QSignalSpy turns(&panel, &ConversationPanel::turnsWished);
        panel.setContent({});
        QVERIFY(remedy->isVisible());
        QVERIFY(message->text().startsWith(QStringLiteral("A conversation needs two:")));
        QVERIFY(!people->isVisible());
        remedy->click();
        QCOMPARE(recordings.size(), 1);
        ConversationContent content = twoSpeakers();
        content.turns = nullptr;
        content.state = ConversationContent::State::NoTurns;
        panel.setContent(content);
        QVERIFY(message->text().startsWith(QStringLiteral("No times of turns are known")));
        QVERIFY(
            panel.findChild<FigureView*>(QStringLiteral("synchronyFigures"))->isVisible()); // needs no turns
        QVERIFY(!panel.findChild<TransitionList*>()->isVisible());
        remedy->click();
        QCOMPARE(turns.size(), 1);
        QCOMPARE(recordings.size(), 1);
        content = twoSpeakers();
        content.state = ConversationContent::State::Computing;
        panel.setContent(content);
        QVERIFY(people->isVisible() && !people->isEnabled()); // what was known stays in sight
        QVERIFY(message->isVisible());
        QVERIFY(!remedy->isVisible());
        QVERIFY(!panel.findChild<QPushButton*>(QStringLiteral("copyConversation"))->isEnabled());
        content.state = ConversationContent::State::Known;
        panel.setContent(content);
        QVERIFY(people->isVisible() && people->isEnabled());
        QVERIFY(!message->isVisible());
        content.accommodation.clear();
        panel.setContent(content);
        QVERIFY(!panel.findChild<FigureView*>(QStringLiteral("accommodationFigures"))->isVisible());
    }

    void aPictureIsWishedAndPaintedOnWhite()
    {
        ConversationPanel panel;
        panel.setContent(twoSpeakers());
        QSignalSpy wished(&panel, &ConversationPanel::pictureWished);
        panel.findChild<QPushButton*>(QStringLiteral("saveConversationPicture"))->click();
        QCOMPARE(wished.size(), 1);
        const QSize size = panel.pictureSize();
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        painter.setFont(panel.font());
        panel.paintOn(painter, image.rect());
        painter.end();
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
        int inked = 0, lowest = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                QVERIFY(image.pixelColor(x, y) != QColor(Qt::red));
                if (image.pixelColor(x, y) != QColor(Qt::white)) {
                    ++inked;
                    lowest = y;
                }
            }
        }
        QVERIFY(inked > 2000);
        QVERIFY2(lowest > size.height() * 0.9, qPrintable(QString::number(lowest))); // all of it had room
        QImage small(size / 2, QImage::Format_RGB32); // all of it, smaller
        small.fill(Qt::red);
        QPainter smaller(&small);
        smaller.setFont(panel.font());
        panel.paintOn(smaller, small.rect());
        smaller.end();
        int lowestSmall = 0;
        for (int y = 0; y < small.height(); ++y) {
            for (int x = 0; x < small.width(); ++x)
                lowestSmall = small.pixelColor(x, y) != QColor(Qt::white) ? y : lowestSmall;
        }
        QVERIFY2(std::abs(lowestSmall - lowest / 2) < 6, qPrintable(QString::number(lowestSmall)));
        ConversationContent less = twoSpeakers();
        less.synchrony.clear();
        panel.setContent(less);
        QVERIFY(panel.pictureSize().height() < size.height());
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES");
        if (folder.isEmpty())
            QSKIP("POLYLOGUE_PICTURES is not set");
        QApplication::setStyle(new WindowStyle);
        engine::planted::TalkOptions options;
        const engine::planted::Talk talk = engine::planted::talk(4, options);
        ConversationContent two = contentOf(talk.speakers, talk.duration);
        two.people[0].name = QStringLiteral("Ana");
        two.people[1].name = QStringLiteral("Bo");
        two.accommodation = twoSpeakers().accommodation;
        two.synchrony = twoSpeakers().synchrony;
        options.people = {"Ana", "Bo", "Cleo", "Dan"};
        const engine::planted::Talk four = engine::planted::talk(5, options);
        for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
            QApplication::setPalette(paletteOf(*theme));
            qApp->setStyleSheet(styleSheetOf(*theme));
            const QString name = theme->isDark() ? QStringLiteral("dark") : QStringLiteral("light");
            for (const int width : {350, 450}) {
                ConversationPanel panel;
                panel.resize(width, 860);
                panel.setContent(two);
                panel.grab().save(QStringLiteral("%1/conversation-%2-%3.png").arg(folder, name).arg(width));
            }
            ConversationPanel panel;
            panel.resize(400, 900);
            panel.setContent(contentOf(four.speakers, four.duration));
            panel.grab().save(QStringLiteral("%1/conversation-four-%2.png").arg(folder, name));
            panel.setContent({});
            panel.grab().save(QStringLiteral("%1/conversation-none-%2.png").arg(folder, name));
        }
        ConversationPanel panel;
        panel.setContent(two);
        QImage image(panel.pictureSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        painter.setFont(panel.font());
        panel.paintOn(painter, image.rect());
        painter.end();
        image.save(folder + QStringLiteral("/conversation-picture.png"));
    }
};

QTEST_MAIN(ConversationPanelTest)
#include "tst_conversation_panel.moc"
