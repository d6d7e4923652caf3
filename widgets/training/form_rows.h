#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include <vector>

namespace widgets {

/// Pixels at both ends of a row, and between its texts.
inline constexpr int kFormMargin = 14;
inline constexpr int kFormGap = 16;

/// A text of a row, and where it stands. A text that has no room ends with dots, and its tool tip is the
/// whole.
struct FormCell {
    QRect place;
    QString text;
    QFont font;
    QColor colour;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;

    /// The text as it fits.
    QString fitted() const;
};

/// Draws rows of texts and of marks beside them.
class FormRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    virtual std::vector<FormCell> cells(const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const = 0;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    /// What is drawn below the texts.
    virtual void paintGround(QPainter&, const QStyleOptionViewItem&, const QModelIndex&) const { }
    /// What is drawn beside them.
    virtual void paintMarks(QPainter&, const QStyleOptionViewItem&, const QModelIndex&) const { }
};

/// Rows in a frame with round corners. It is as high as its rows, up to a number of them; more scroll.
class FormRows : public QListView {
    Q_OBJECT
public:
    explicit FormRows(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    virtual int rowHeight() const = 0;
    virtual int mostRows() const { return 6; }
    /// How many rows high it is without any.
    virtual int rowsWhenEmpty() const { return 1; }
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

}
