#include "app/tiers/copy_tier_dialog.h"

#include "widgets/base/guide_page.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

CopyTierDialog::CopyTierDialog(const QString& tier, std::size_t videos, QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(tr("%1 (copy)").arg(tier), this))
    , m_allVideos(
          new QCheckBox(tr("In all %n &videos that have this tier", nullptr, static_cast<int>(videos)), this))
{
    setWindowTitle(tr("Copy tier"));
    widgets::setGuidePage(*this, "labelling");
    m_name->setObjectName(QStringLiteral("copyName"));
    m_allVideos->setObjectName(QStringLiteral("copyAllVideos"));
    m_allVideos->setVisible(videos > 1);
    auto* asked = new QLabel(tr("&Name of the copy of %1:").arg(tier), this);
    asked->setBuddy(m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* accept = buttons->button(QDialogButtonBox::Ok);
    accept->setText(tr("&Copy"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, accept,
            [this, accept] { accept->setEnabled(!name().isEmpty()); });
    auto* column = new QVBoxLayout(this);
    column->addWidget(asked);
    column->addWidget(m_name);
    column->addWidget(m_allVideos);
    column->addStretch();
    column->addWidget(buttons);
    m_name->selectAll();
    setMinimumWidth(fontMetrics().averageCharWidth() * 50);
}

QString CopyTierDialog::name() const
{
    return m_name->text().trimmed();
}

bool CopyTierDialog::isForAllVideos() const
{
    return m_allVideos->isChecked();
}

}
