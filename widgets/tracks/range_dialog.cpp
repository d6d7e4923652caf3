#include "widgets/tracks/range_dialog.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/scale_number.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <optional>

namespace widgets {

namespace {

std::optional<double> numberIn(const QLineEdit& field)
{
    const std::optional<double> value = typedNumber(field.text().trimmed());
    return value && qIsFinite(*value) ? value : std::nullopt;
}

}

RangeDialog::RangeDialog(const QString& title, double low, double high, QWidget* parent)
    : QDialog(parent)
    , m_low(new QLineEdit(shownNumber(low, 6), this))
    , m_high(new QLineEdit(shownNumber(high, 6), this))
{
    setGuidePage(*this, "exploring");
    setObjectName(QStringLiteral("rangeDialog"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_low->setObjectName(QStringLiteral("low"));
    m_high->setObjectName(QStringLiteral("high"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QFormLayout(this);
    layout->addRow(tr("&From"), m_low);
    layout->addRow(tr("&To"), m_high);
    layout->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RangeDialog::announce);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto enable = [this] {
        const auto from = numberIn(*m_low);
        const auto to = numberIn(*m_high);
        m_ok->setEnabled(from && to && *from < *to);
    };
    connect(m_low, &QLineEdit::textChanged, this, enable);
    connect(m_high, &QLineEdit::textChanged, this, enable);
    m_low->selectAll();
    m_low->setFocus();
    enable();
}

void RangeDialog::announce()
{
    emit entered(*numberIn(*m_low), *numberIn(*m_high));
    accept();
}

}
