#include "widgets/predict/model_chooser.h"

#include "widgets/base/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kDetail = Qt::UserRole + 1;
constexpr int kMargin = 9;
constexpr int kLineGap = 4;
constexpr int kNarrowest = 270; // pixels of the list

QFont small(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.84);
    small.setWeight(QFont::Normal);
    return small;
}

/// An entry in two lines: the model's name, and below it, smaller, what is known of it.
class ModelDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics first(option.font);
        const QFontMetrics second(small(option.font));
        const QString detail = index.data(kDetail).toString();
        const int wide
            = std::max(first.horizontalAdvance(index.data().toString()), second.horizontalAdvance(detail));
        const int tall = detail.isEmpty() ? first.height() : first.height() + second.height();
        return {std::max(kNarrowest, wide + 2 * kMargin), tall + 2 * kLineGap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        const bool enabled = option.state & QStyle::State_Enabled;
        const bool marked = enabled && option.state & QStyle::State_Selected;
        const QString detail = index.data(kDetail).toString();
        const QFontMetrics first(option.font);
        QRect line = option.rect.adjusted(kMargin, kLineGap, -kMargin, -kLineGap);
        painter->save();
        if (marked)
            painter->fillRect(option.rect, theme.accent);
        painter->setFont(option.font);
        painter->setPen(marked ? theme.onAccent : enabled ? theme.text : theme.muted);
        if (!detail.isEmpty())
            line.setHeight(first.height());
        painter->drawText(line, Qt::AlignVCenter, index.data().toString());
        if (!detail.isEmpty()) {
            painter->setFont(small(option.font));
            if (!marked)
                painter->setPen(theme.muted);
            line.moveTop(line.bottom() + 1);
            painter->drawText(line, Qt::AlignVCenter, detail);
        }
        painter->restore();
    }
};

}

ModelChooser::ModelChooser(QWidget* parent) : ElidedComboBox(parent)
{
    setObjectName(QStringLiteral("modelChooser"));
    setAccessibleName(tr("Model"));
    setPlaceholderText(tr("No model"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    setItemDelegate(new ModelDelegate(this));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    setFont(strong);
    view()->setTextElideMode(Qt::ElideRight);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const QString path = itemData(index).toString();
        if (!path.isEmpty() && path != m_path)
            emit modelChosen(path);
        if (path.isEmpty()) {
            setCurrentIndex(findData(m_path));
            emit openWished();
        }
    });
    fill();
}

void ModelChooser::setModels(const std::vector<ModelEntry>& models)
{
    if (m_models == models)
        return;
    m_models = models;
    fill();
}

void ModelChooser::setCurrentModel(const QString& path, const QString& name)
{
    m_path = path;
    m_name = name;
    fill();
}

void ModelChooser::fill()
{
    std::vector<ModelEntry> shown = m_models;
    if (!m_path.isEmpty() && std::ranges::find(shown, m_path, &ModelEntry::path) == shown.end())
        shown.insert(shown.begin(), {m_path, m_name, {}, true});
    clear();
    auto* items = qobject_cast<QStandardItemModel*>(model());
    for (const ModelEntry& entry : shown) {
        addItem(entry.name, entry.path);
        setItemData(count() - 1, entry.detail, kDetail);
        setItemData(count() - 1, entry.path, Qt::ToolTipRole);
        setItemData(count() - 1, entry.detail, Qt::AccessibleDescriptionRole);
        if (!entry.fits && entry.path != m_path)
            items->item(count() - 1)->setEnabled(false);
    }
    addItem(tr("Open model…"), QString());
    setCurrentIndex(m_path.isEmpty() ? -1 : findData(m_path));
}

void ModelChooser::showPopup()
{
    emit listWished();
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 4);
    ElidedComboBox::showPopup();
}

}
