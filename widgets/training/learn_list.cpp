#include "widgets/training/learn_list.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/theme.h"
#include "widgets/training/form_look.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace widgets {

/// The rows, and which of them is chosen.
class LearnModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    std::vector<LearnRow> rows;
    std::optional<std::size_t> chosen;

    void reset(std::vector<LearnRow> next)
    {
        beginResetModel();
        rows = std::move(next);
        endResetModel();
    }

    const LearnRow& at(const QModelIndex& index) const { return rows[static_cast<std::size_t>(index.row())]; }
    bool isChosen(const QModelIndex& index) const { return chosen == static_cast<std::size_t>(index.row()); }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }

    Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        return index.isValid() && at(index).why.isEmpty()
            ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
            : Qt::ItemNeverHasChildren;
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role == Qt::DisplayRole)
            return at(index).title;
        if (role == Qt::CheckStateRole)
            return isChosen(index) ? Qt::Checked : Qt::Unchecked;
        if (role != Qt::AccessibleTextRole)
            return {};
        const LearnRow& row = at(index);
        QStringList parts{row.title, row.detail, row.what, row.segments, row.videos, row.why};
        parts.removeAll(QString());
        if (isChosen(index))
            parts.push_back(LearnList::tr("chosen"));
        return parts.join(QStringLiteral(", "));
    }
};

namespace {

constexpr int kRadio = 14; // pixels across

/// Draws a row of the list.
class LearnDelegate : public FormRowDelegate {
public:
    LearnDelegate(const LearnModel& model, QObject* parent) : FormRowDelegate(parent), m_model(model) { }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {0, heightOf(QFontMetrics(option.font))};
    }

    static int heightOf(const QFontMetrics& metrics) { return metrics.height() * 2 + 18; }

    std::vector<FormCell> cells(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        const LearnRow& row = m_model.at(index);
        const bool canBeChosen = row.why.isEmpty();
        const QColor ink = canBeChosen ? theme.text : theme.muted;
        const QFont strong = strongerFont(option.font), small = smallerFont(option.font);
        const Columns columns = columnsOf(option);
        const QRect& title = columns.title;
        const int line = QFontMetrics(option.font).height(), below = QFontMetrics(small).height();
        const int top = option.rect.center().y() - (line + 2 + below) / 2;
        std::vector<FormCell> cells{
            {QRect(title.left(), top, title.width(), line), row.title, canBeChosen ? strong : option.font,
             ink},
            {QRect(title.left(), top + line + 2, title.width(), below), row.detail, small,
             m_model.isChosen(index) ? mixed(theme.muted, theme.text, 0.3) : theme.muted},
            {columns.what, row.what, m_model.isChosen(index) ? strong : option.font, ink},
            {columns.segments, row.segments, option.font, ink},
            {columns.videos, row.videos, option.font, ink}};
        if (!canBeChosen) {
            const QRect& videos = columns.videos;
            const int left
                = videos.left() + std::min(videos.width(), widthOf(option.font, row.videos)) + kFormGap;
            cells.push_back(
                {QRect(left, option.rect.top(), columns.spread.right() + 1 - left, option.rect.height()),
                 row.why, small, theme.muted, Qt::AlignRight | Qt::AlignVCenter});
        }
        return cells;
    }

protected:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                     const QModelIndex& index) const override
    {
        if (!m_model.isChosen(index))
            return;
        const Theme& theme = themeOf(option.palette);
        painter.fillRect(option.rect, mixed(theme.panel, theme.accent, theme.isDark() ? 0.22 : 0.12));
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme.accent);
    }

    void paintMarks(QPainter& painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        const LearnRow& row = m_model.at(index);
        const bool isChosen = m_model.isChosen(index);
        const QPointF middle(option.rect.left() + kFormMargin + kRadio / 2.0, option.rect.center().y() + 0.5);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isChosen                ? theme.accent
                                : row.why.isEmpty() ? theme.muted
                                                    : mixed(theme.panel, theme.muted, 0.5),
                            1.3));
        painter.drawEllipse(middle, kRadio / 2.0 - 0.5, kRadio / 2.0 - 0.5);
        if (isChosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accent);
            painter.drawEllipse(middle, 3.6, 3.6);
        }
        if (row.why.isEmpty())
            paintSpread(painter, theme, QRectF(columnsOf(option).spread), row);
    }

private:
    struct Columns {
        QRect title, what, segments, videos, spread;
    };

    static int widthOf(const QFont& font, const QString& text)
    {
        return QFontMetrics(font).horizontalAdvance(text) + 2;
    }

    /// The same in all rows, so that texts stand in columns.
    Columns columnsOf(const QStyleOptionViewItem& option) const
    {
        const QFont strong = strongerFont(option.font), small = smallerFont(option.font);
        std::vector<int> needed(4, 0);
        int spread = 0, why = 0;
        for (const LearnRow& row : m_model.rows) {
            needed[0] = std::max({needed[0], widthOf(strong, row.title), widthOf(small, row.detail)});
            needed[1] = std::max(needed[1], widthOf(strong, row.what));
            needed[2] = std::max(needed[2], widthOf(option.font, row.segments));
            needed[3] = std::max(needed[3], widthOf(option.font, row.videos));
            spread = row.spread.empty() ? spread : kSpread;
            why = row.why.isEmpty() ? why : std::max(why, widthOf(small, row.why));
        }
        const int left = option.rect.left() + kFormMargin + kRadio + 10;
        const int right = option.rect.right() + 1 - kFormMargin;
        const int last = std::max(
            spread, std::min(why - needed[3], (right - left) / 4)); // a reason begins in the column before
        const int room = right - left - last - kFormGap * 4;
        const std::vector<int> widths = fairWidths(needed, room);
        int rest = room; // goes between the columns
        for (const int width : widths)
            rest -= width;
        const int gap = kFormGap + std::min(rest / 4, kFormGap * 2);
        Columns columns;
        int x = left;
        const auto next = [&](int width) {
            const QRect place(x, option.rect.top(), width, option.rect.height());
            x += width + gap;
            return place;
        };
        columns.title = next(widths[0] + rest - (gap - kFormGap) * 4);
        columns.what = next(widths[1]);
        columns.segments = next(widths[2]);
        columns.videos = next(widths[3]);
        columns.spread = QRect(right - last, option.rect.top(), last, option.rect.height());
        return columns;
    }

    static void paintSpread(QPainter& painter, const Theme& theme, const QRectF& place, const LearnRow& row)
    {
        const auto most = std::max_element(row.spread.begin(), row.spread.end());
        if (most == row.spread.end() || *most <= 0)
            return;
        constexpr double gap = 1.5;
        const auto bars = static_cast<double>(row.spread.size());
        const double pitch = std::min((kSpread + gap) / bars, 11.0);
        const double height = place.height() * 0.42;
        const double foot = place.center().y() + height / 2.0;
        double x = place.right() - (row.isDiverging ? pitch * bars : kSpread);
        painter.setPen(Qt::NoPen);
        for (std::size_t i = 0; i < row.spread.size(); ++i, x += pitch) {
            if (row.spread[i] <= 0)
                continue;
            painter.setBrush(row.isDiverging ? divergingColour(theme, i, row.spread.size()) : theme.accent);
            const double high = std::max(1.5, height * row.spread[i] / *most);
            painter.drawRect(QRectF(x, foot - high, std::max(1.0, pitch - gap), high));
        }
    }

    static QColor divergingColour(const Theme& theme, std::size_t bar, std::size_t bars)
    {
        if (2 * bar + 1 == bars)
            return theme.neutral;
        return 2 * bar + 1 < bars ? theme.negative : theme.positive;
    }

    static constexpr int kSpread = 76; // pixels

    const LearnModel& m_model;
};

}

LearnList::LearnList(QWidget* parent)
    : FormRows(parent)
    , m_model(new LearnModel(this))
    , m_empty(new QWidget(viewport()))
{
    named(this, "learnList", tr("What to learn"));
    m_empty->setProperty("panelButtons", true); // as buttons of panels look
    setModel(m_model);
    setItemDelegate(new LearnDelegate(*m_model, this));
    m_emptyText = mutedLabel(QStringLiteral("learnEmptyText"), m_empty);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyButton = quietButton("learnEmptyButton", {}, m_empty);
    auto* column = new QVBoxLayout(m_empty);
    column->addStretch();
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_emptyButton, &QPushButton::clicked, this, &LearnList::emptyPressed);
    setEmpty({}, {});
}

const std::vector<LearnRow>& LearnList::rows() const
{
    return m_model->rows;
}

void LearnList::setRows(std::vector<LearnRow> rows)
{
    if (rows == m_model->rows)
        return;
    const auto canBeChosen = [](const LearnRow& row) { return row.why.isEmpty(); };
    auto next = rows.end();
    if (const std::optional<std::size_t> before = chosen()) {
        const LearnRow& kept = m_model->rows[*before];
        next = std::find_if(rows.begin(), rows.end(), [&](const LearnRow& row) {
            return canBeChosen(row) && row.title == kept.title && row.what == kept.what;
        });
    }
    if (next == rows.end())
        next = std::find_if(rows.begin(), rows.end(), canBeChosen);
    const std::optional<std::size_t> row
        = next == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(next - rows.begin()));
    m_isSetting = true;
    m_model->reset(std::move(rows));
    m_isSetting = false;
    mark(row);
    m_empty->setVisible(m_model->rows.empty());
    setFocusProxy(m_model->rows.empty() && !m_emptyButton->isHidden() ? m_emptyButton : nullptr);
    updateGeometry();
}

void LearnList::setEmpty(const QString& text, const QString& button)
{
    m_emptyText->setText(text);
    m_emptyButton->setText(button);
    m_emptyButton->setVisible(!button.isEmpty());
    m_empty->setVisible(m_model->rows.empty());
    setFocusProxy(m_model->rows.empty() && !button.isEmpty() ? m_emptyButton : nullptr);
}

std::optional<std::size_t> LearnList::chosen() const
{
    return m_model->chosen;
}

void LearnList::choose(std::size_t row)
{
    if (row < m_model->rows.size() && m_model->rows[row].why.isEmpty())
        mark(row);
}

int LearnList::rowHeight() const
{
    return LearnDelegate::heightOf(fontMetrics());
}

void LearnList::mark(std::optional<std::size_t> row)
{
    m_isSetting = true;
    m_model->chosen = row;
    setCurrentIndex(row ? m_model->index(static_cast<int>(*row)) : QModelIndex());
    m_isSetting = false;
    viewport()->update();
}

void LearnList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    if (!m_isSetting && current.isValid() && !m_model->isChosen(current)) {
        m_model->chosen = static_cast<std::size_t>(current.row());
        viewport()->update();
        emit chosenChanged();
    }
    FormRows::currentChanged(current, previous);
}

void LearnList::resizeEvent(QResizeEvent* event)
{
    FormRows::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect().adjusted(1, 1, -1, -1));
}

}
