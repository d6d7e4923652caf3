#include "app/alignment/apply_all_dialog.h"

#include "app/alignment/output_folder.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

ApplyAllDialog::ApplyAllDialog(const std::filesystem::path& proposal, int videos, QWidget* parent)
    : QDialog(parent)
    , m_folder(new OutputFolder("aligned", proposal, this))
{
    widgets::setGuidePage(*this, "aligning");
    setObjectName(QStringLiteral("applyAllDialog"));
    setWindowTitle(tr("Apply the recipe to all videos"));
    auto* what = new QLabel(tr("The recipe is applied to %n video(s). The aligned sequences and the recipe "
                               "are written into this folder:",
                               nullptr, videos),
                            this);
    what->setWordWrap(true);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Apply"));
    QPushButton* apply = buttons->button(QDialogButtonBox::Ok);
    m_folder->setButton(apply);
    auto* column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addWidget(m_folder);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
}

std::filesystem::path ApplyAllDialog::folder() const
{
    return m_folder->folder();
}

}
