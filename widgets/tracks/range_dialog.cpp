#include "widgets/tracks/range_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <optional>

namespace widgets {

namespace {

std::optional<double> numberIn(const QLineEdit& field)
{
    QString text = field.text().trimmed();
    text.replace(QChar(0x2212), QLatin1Char('-'));
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && qIsFinite(value) ? std::optional(value) : std::nullopt;
}

}

RangeDialog::RangeDialog(const QString& title, double low, double high, QWidget* parent)
    : QDialog(parent)
    , m_low(new QLineEdit(QString::number(low, 'g', 6), this))
    , m_high(new QLineEdit(QString::number(high, 'g', 6), this))
{
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
