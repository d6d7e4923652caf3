#include "widgets/base/theme.h"
#include "widgets/base/window_style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include <map>

#include "tests/support/contrast.h"
#include "tests/support/waiting.h"

using namespace widgets;

namespace {

/// The greatest contrast of any colour in this part of a picture with the colour that most of it has.
double contrastIn(const QImage& picture, const QRect& part)
{
    std::map<QRgb, int> counts;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    const auto ground = std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; });
    double most = 1.0;
    for (const auto& [colour, count] : counts)
        most = std::max(most, support::contrast(QColor(colour), QColor(ground->first)));
    return most;
}

}

/// What the style sheet makes of plain widgets, as pictures.
class StyleSheetTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void init()
    {
        QFETCH_GLOBAL(bool, dark);
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QApplication::setStyle(QStringLiteral("Fusion"));
        QApplication::setPalette(paletteOf(theme));
        qApp->setStyleSheet(styleSheetOf(theme));
    }

    void everyItemOfADropDownIsLegible()
    {
        QComboBox box;
        box.addItems({QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")});
        box.setCurrentIndex(1);
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box, support::kPatience));
        box.showPopup();
        QAbstractItemView& list = *box.view();
        QTRY_VERIFY(list.isVisible());
        for (int chosen = 0; chosen < box.count(); ++chosen) {
            list.setCurrentIndex(box.model()->index(chosen, 0));
            const QImage picture = list.viewport()->grab().toImage();
            for (int row = 0; row < box.count(); ++row) {
                const double contrast = contrastIn(picture, list.visualRect(box.model()->index(row, 0)));
                QVERIFY2(contrast >= 4.5,
                         qPrintable(
                             QStringLiteral("item %1 of %2 chosen: %3").arg(row).arg(chosen).arg(contrast)));
            }
        }
        box.hidePopup();
    }

    void aDisabledDefaultButtonIsLegible()
    {
        QDialog dialog;
        QPushButton button(QStringLiteral("Import"), &dialog);
        button.setDefault(true);
        button.setEnabled(false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog, support::kPatience));
        const QImage picture = button.grab().toImage();
        QVERIFY(contrastIn(picture, picture.rect().adjusted(4, 4, -4, -4)) >= 3.0);
    }

    void spinBoxesOfEveryKindLookAlike()
    {
        QWidget window;
        QSpinBox whole(&window);
        QDoubleSpinBox broken(&window);
        broken.move(0, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, support::kPatience));
        QCOMPARE(whole.sizeHint().height(), broken.sizeHint().height());
        const auto ground
            = [](QWidget& field) { return field.grab().toImage().pixelColor(6, field.height() / 2); };
        QCOMPARE(ground(whole), ground(broken));
    }

    /// A box to tick in a table takes clicks wherever it is drawn.
    void boxesInTablesAreWhereTheyAreDrawn()
    {
        QApplication::setStyle(new WindowStyle);
        qApp->setStyleSheet(styleSheetOf(darkTheme()));
        QTableWidget table(2, 1);
        table.setProperty("hasBoxes", true);
        table.horizontalHeader()->hide();
        table.verticalHeader()->hide();
        table.setEditTriggers(QAbstractItemView::NoEditTriggers);
        auto* item = new QTableWidgetItem(QString());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        table.setItem(0, 0, item);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table, support::kPatience));
        const QRect row = table.visualItemRect(item);
        const QImage ticked = table.viewport()->grab(row).toImage();
        item->setCheckState(Qt::Unchecked);
        const QImage bare = table.viewport()->grab(row).toImage();
        int left = row.width(), right = -1; // of what the tick changes
        for (int x = 0; x < ticked.width(); ++x) {
            for (int y = 0; y < ticked.height(); ++y) {
                if (ticked.pixel(x, y) != bare.pixel(x, y)) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
            }
        }
        QVERIFY2(right - left >= 10, qPrintable(QStringLiteral("%1 … %2").arg(left).arg(right)));
        for (const int x : {left + 1, (left + right) / 2, right - 1}) {
            const Qt::CheckState before = item->checkState();
            QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, {row.left() + x, row.center().y()});
            QVERIFY2(item->checkState() != before, qPrintable(QString::number(x)));
        }
    }
};

QTEST_MAIN(StyleSheetTest)

#include "tst_style_sheet.moc"
