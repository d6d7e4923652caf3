#include "widgets/tracks/dimension_chooser.h"

#include "widgets/base/guide_page.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace widgets {

DimensionChooser::DimensionChooser(const QString& title, const QStringList& names, Choice choice,
                                   QWidget* parent)
    : QDialog(parent)
    , m_choice(choice)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
{
    setGuidePage(*this, "exploring");
    setObjectName(QStringLiteral("dimensionChooser"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto* item = new QStandardItem(QStringLiteral("%1   %2").arg(i).arg(names[i]));
        item->setEditable(false);
        if (choice == Choice::Several) {
            item->setCheckable(true);
            item->setCheckState(Qt::Unchecked);
        }
        m_model->appendRow(item);
    }
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Dimensions"));
    m_search->setPlaceholderText(tr("Part of a name, or a number"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    auto* label = new QLabel(choice == Choice::One ? tr("&Dimension:") : tr("&Dimensions:"), this);
    label->setBuddy(m_search);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(choice == Choice::One ? tr("Show") : tr("Show these"));
    auto* layout = new QVBoxLayout(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{label, m_search, m_list, buttons})
        layout->addWidget(widget);
    resize(fontMetrics().averageCharWidth() * 52, fontMetrics().height() * 22);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_found->setFilterFixedString(text);
        m_list->setCurrentIndex(m_found->index(0, 0));
        enable();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &DimensionChooser::announce);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &QStandardItemModel::itemChanged, this, &DimensionChooser::enable);
    connect(m_list, &QListView::doubleClicked, this, [this] {
        if (m_choice == Choice::One)
            announce();
    });
    m_list->setCurrentIndex(m_found->index(0, 0));
    m_search->setFocus();
    enable();
}

void DimensionChooser::setChosen(const std::vector<std::size_t>& dimensions)
{
    for (const std::size_t dimension : dimensions) {
        if (QStandardItem* item = m_model->item(static_cast<int>(dimension)); item && item->isCheckable())
            item->setCheckState(Qt::Checked);
    }
}

/// Arrows go through the list while the person types; Space ticks.
bool DimensionChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool moves
            = key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp;
        if (moves || (key == Qt::Key_Space && m_choice == Choice::Several)) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

std::vector<std::size_t> DimensionChooser::ticked() const
{
    std::vector<std::size_t> dimensions;
    if (m_choice == Choice::One) {
        if (const QModelIndex index = m_list->currentIndex(); index.isValid())
            dimensions.push_back(static_cast<std::size_t>(m_found->mapToSource(index).row()));
        return dimensions;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            dimensions.push_back(static_cast<std::size_t>(row));
    }
    return dimensions;
}

void DimensionChooser::enable()
{
    m_ok->setEnabled(!ticked().empty());
}

void DimensionChooser::announce()
{
    const std::vector<std::size_t> dimensions = ticked();
    if (dimensions.empty())
        return;
    emit chosen(dimensions);
    accept();
}

}
