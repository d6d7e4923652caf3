#include "widgets/base/elided_combo_box.h"
#include "widgets/base/plain_labels.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QTest>
#include <QToolTip>

#include "tests/support/waiting.h"

using namespace widgets;

class PlainLabelsTest : public QObject {
    Q_OBJECT

    PlainLabels m_filter;

private slots:
    void initTestCase() { qApp->installEventFilter(&m_filter); }

    void aNameIsNoHtml()
    {
        const QString name = QStringLiteral("<b>model</b>");
        QLabel label(name);
        label.show();
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QVERIFY(label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(name));
    }

    void aLabelThatIsMeantToBeRichStaysRich()
    {
        QLabel label(QStringLiteral("<b>bold</b>"));
        label.setTextFormat(Qt::RichText);
        label.show();
        QCOMPARE(label.textFormat(), Qt::RichText);
    }

    void aToolTipIsNoHtml_data()
    {
        QTest::addColumn<bool>("isRich");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a name") << false << QStringLiteral("<qt>&lt;b&gt;model&lt;/b&gt;</qt>");
        QTest::newRow("meant to be rich") << true << QStringLiteral("<b>model</b>");
    }

    void aToolTipIsNoHtml()
    {
        QFETCH(const bool, isRich);
        QFETCH(const QString, shown);
        QWidget widget;
        widget.show();
        if (isRich)
            setRichToolTip(&widget, QStringLiteral("<b>model</b>"));
        else
            widget.setToolTip(QStringLiteral("<b>model</b>"));
        QHelpEvent event(QEvent::ToolTip, {5, 5}, widget.mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(&widget, &event);
        QCOMPARE(QToolTip::text(), shown);
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void aTextWithoutRoomEndsWithAnEllipsis()
    {
        ElidedComboBox narrow;
        QComboBox cut;
        for (QComboBox* const box : {static_cast<QComboBox*>(&narrow), &cut}) {
            box->addItem(QStringLiteral("Contribution of each combination of modalities"));
            box->setFixedSize(140, 30);
        }
        QVERIFY(narrow.grab().toImage() != cut.grab().toImage());
        narrow.setFixedWidth(600);
        cut.setFixedWidth(600);
        QCOMPARE(narrow.grab().toImage(), cut.grab().toImage());
    }
};

QTEST_MAIN(PlainLabelsTest)
#include "tst_plain_labels.moc"
