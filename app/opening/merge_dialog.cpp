#include "app/opening/merge_dialog.h"

#include "app/opening/conflicts_dialog.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/review/conflict_list.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

MergeDialog::MergeDialog(const QString& copy, const engine::Merged& proposal, QWidget* parent)
    : QDialog(parent)
    , m_list(new widgets::ConflictList(this))
    , m_report(engine::conflictTable(proposal.conflicts))
{
    widgets::setGuidePage(*this, "reviewing");
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge %1").arg(copy));
    setSizeGripEnabled(true);
    resize(940, 460);
    auto* head
        = new QLabel(tr("Both changed the same. Choose what counts; what stays undecided is as in yours, "
                        "and nothing that either changed is removed. A click shows the place. Keys: M or X "
                        "mine, T or A theirs, B both, where both can stand; Enter goes on."),
                     this);
    head->setObjectName(QStringLiteral("mergeHead"));
    head->setWordWrap(true);
    m_list->setConflicts(proposal.conflicts);
    auto* buttons = widgets::acceptOrCancel(*this, tr("Merge"));
    QPushButton* merge = buttons->button(QDialogButtonBox::Ok);
    merge->setObjectName(QStringLiteral("merge"));
    merge->setDefault(true);
    connect(buttons->addButton(tr("Save the list…"), QDialogButtonBox::ActionRole), &QPushButton::clicked,
            this, &MergeDialog::save);
    connect(m_list, &widgets::ConflictList::placeWished, this, [this](const engine::Conflict& conflict) {
        if (!conflict.video.empty())
            emit placeWished(QString::fromStdString(conflict.video), conflict.span.start);
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    m_list->setFocus();
}

engine::ConflictChoices MergeDialog::choices() const
{
    return m_list->choices();
}

void MergeDialog::save()
{
    saveConflicts(m_report, this);
}

}
