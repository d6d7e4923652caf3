#include "widgets/notices/notice_box.h"
#include "widgets/notices/notice_stack.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <algorithm>

#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using widgets::NoticeBox;
using widgets::NoticeStack;

/// Notices over a window: how many, where, how long, and what a click does.
class NoticeStackTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_host = std::make_unique<QWidget>();
        m_host->resize(900, 600);
        m_host->show();
        m_stack = new NoticeStack(*m_host);
        m_stack->setArea({0, 0, 900, 560});
    }
    void cleanup() { m_host.reset(); }

    void theNewestLiesAtTheBottom()
    {
        m_stack->show(QStringLiteral("first"));
        m_stack->show(QStringLiteral("second"));
        const QList<NoticeBox*> boxes = shown();
        QCOMPARE(boxes.size(), 2);
        QVERIFY(boxes[0]->geometry().bottom() < boxes[1]->geometry().top());
        QVERIFY(boxes[1]->geometry().bottom() < 560);
    }

    void onlySoManyAreThere()
    {
        for (int i = 0; i < NoticeStack::kMost + 2; ++i)
            m_stack->show(QString::number(i));
        QCOMPARE(shown().size(), NoticeStack::kMost);
        QCOMPARE(shown().back()->text(), QString::number(NoticeStack::kMost + 1));
    }

    void theSameIsShownOnce()
    {
        m_stack->show(QStringLiteral("once"));
        m_stack->show(QStringLiteral("once"));
        QCOMPARE(shown().size(), 1);
    }

    void aLongTextIsWholeAndWithinTheWindow()
    {
        m_stack->setArea({0, 0, 300, 560});
        m_stack->show(QStringLiteral("a text of many words ").repeated(12));
        const NoticeBox* box = shown().front();
        const QRect window(0, 0, 300, 560);
        QVERIFY(window.contains(box->geometry()));
        const auto* text = box->findChild<QLabel*>(QStringLiteral("noticeText"));
        QVERIFY(text->height() >= text->heightForWidth(text->width()));
    }

    void anActionIsDoneOnce()
    {
        int done = 0;
        m_stack->show(QStringLiteral("written"), {{QStringLiteral("Undo"), [&] { ++done; }}});
        auto* button = shown().front()->findChild<QToolButton*>(QStringLiteral("noticeAction"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(done, 1);
        QVERIFY(shown().empty());
    }

    void anActionIsSeenAndAnswersToTheMouse_data() { support::addThemes(); }
    void anActionIsSeenAndAnswersToTheMouse()
    {
        QFETCH(const bool, isDark);
        const widgets::Theme& theme = isDark ? widgets::darkTheme() : widgets::lightTheme();
        support::useTheme(theme);
        m_stack->show(QStringLiteral("written"), {{QStringLiteral("Undo"), [] {}}});
        auto* button = shown().front()->findChild<QToolButton*>(QStringLiteral("noticeAction"));
        QVERIFY(QTest::qWaitForWindowExposed(m_host.get(), support::kPatience));
        const auto seen = [&] {
            return m_host->grab({button->mapTo(m_host.get(), QPoint()), button->size()}).toImage();
        };
        QTest::mouseMove(m_host.get(), QPoint(1, 1)); // from where an earlier test left it
        QTRY_VERIFY(support::pixelsOf(seen(), theme.accentText(), seen().rect()) > 0);
        QVERIFY(support::inkContrast(seen(), seen().rect()) >= 4.5);
        QTest::mouseMove(m_host.get(), button->mapTo(m_host.get(), button->rect().center()));
        QTRY_VERIFY(QColor(seen().pixel(button->width() / 2, 3)) == theme.accent
                    && support::inkContrast(seen(), seen().rect())
                        >= 4.5); // of one picture: the mouse may pass
        qApp->setStyleSheet({});
    }

    void itGoesByItsCrossAndByItself()
    {
        m_stack->show(QStringLiteral("short"));
        QTest::mouseClick(shown().front()->findChild<QToolButton*>(QStringLiteral("noticeClose")),
                          Qt::LeftButton);
        QVERIFY(shown().empty());
        auto* box = new NoticeBox(QStringLiteral("one second"), {}, 1, m_host.get());
        bool isOver = false;
        connect(box, &NoticeBox::over, this, [&] { isOver = true; });
        QTRY_VERIFY(isOver);
    }

    void itStaysUnderTheMouse()
    {
        auto* box = new NoticeBox(QStringLiteral("read me"), {}, 1, m_host.get());
        bool isOver = false;
        connect(box, &NoticeBox::over, this, [&] { isOver = true; });
        QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
        QApplication::sendEvent(box, &enter);
        QTest::qWait(1500);
        QVERIFY(!isOver);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(box, &leave);
        QTRY_VERIFY(isOver);
    }

private:
    /// From top to bottom.
    QList<NoticeBox*> shown() const
    {
        QList<NoticeBox*> boxes;
        for (NoticeBox* box : m_host->findChildren<NoticeBox*>()) {
            if (box->isVisible())
                boxes << box;
        }
        std::ranges::sort(boxes, {}, &QWidget::y);
        return boxes;
    }

    std::unique_ptr<QWidget> m_host;
    NoticeStack* m_stack = nullptr;
};

QTEST_MAIN(NoticeStackTest)
#include "tst_notice_stack.moc"
