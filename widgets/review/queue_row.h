#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QStyledItemDelegate>

#include <functional>
#include <vector>

namespace widgets {

/// One segment of a queue, as it is listed.
struct QueueRow {
    enum class Tone { Plain, Attention, Caution };
    QString video;
    QString title; ///< `talk1 · 2`
    QString reason; ///< `raters +1 … −2`
    Tone tone = Tone::Plain;
    bool isDone = false;
    friend bool operator==(const QueueRow&, const QueueRow&) = default;
};

/// A queue as a list.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<QueueRow> rows);
    void setDone(std::size_t row, bool isDone);
    void setPictures(std::function<QImage(const QString& video)> pictures)
    {
        m_pictures = std::move(pictures);
    }
    const QueueRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QImage picture(const QString& video) const { return m_pictures ? m_pictures(video) : QImage(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<QueueRow> m_rows;
    std::function<QImage(const QString&)> m_pictures;
};

/// Draws a row: the video's picture, which segment, why; a tick where it is done.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
