#include "app/prediction/model_card_dialog.h"

#include "app/prediction/model_card_text.h"
#include "engine/core/json_text.h"
#include "widgets/base/guide_page.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace app {

ModelCardDialog::ModelCardDialog(const engine::ModelCard& card, const QString& file, QWidget* parent)
    : QDialog(parent)
{
    widgets::setGuidePage(*this, "why");
    setObjectName(QStringLiteral("modelCardDialog"));
    setWindowTitle(tr("About %1").arg(QString::fromStdString(card.name)));
    auto* text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("modelCard"));
    text->setAccessibleName(tr("The model's card"));
    text->setOpenLinks(false);
    text->setFrameShape(QFrame::NoFrame);
    text->setHtml(modelCardHtml(card, file));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("Copy as JSON"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(copy, &QPushButton::clicked, this,
            [json = QString::fromStdString(engine::jsonText(engine::toJson(card), 1))] {
                QGuiApplication::clipboard()->setText(json);
            });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(760, 620);
}

}
