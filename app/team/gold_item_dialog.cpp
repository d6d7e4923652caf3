#include "app/team/gold_item_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

GoldItemDialog::GoldItemDialog(const QString& title, const QString& values, const engine::GoldItem& gold,
                               QWidget* parent)
    : QDialog(parent)
    , m_gold(gold)
    , m_explanation(new QPlainTextEdit(QString::fromStdString(gold.explanation), this))
{
    widgets::setGuidePage(*this, "reviewing");
    setObjectName(QStringLiteral("goldItemDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Gold item"));
    auto* head = new QLabel(title, this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    head->setFont(strong);
    auto* shown = new QLabel(tr("Right is: %1").arg(values), this);
    shown->setObjectName(QStringLiteral("goldValues"));
    shown->setWordWrap(true);
    auto* why = new QLabel(tr("&Why is that right? It is shown after the answer in training."), this);
    why->setBuddy(m_explanation);
    why->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("goldWhy"));
    m_explanation->setTabChangesFocus(true);
    auto* note = widgets::mutedLabel({}, this);
    note->setText(tr("Annotators practise on gold items, and passes may hide some among their segments."));
    auto* buttons = widgets::acceptOrCancel(*this, tr("Make it &gold"));
    QPushButton* make = buttons->button(QDialogButtonBox::Ok);
    make->setObjectName(QStringLiteral("makeGold"));
    make->setDefault(true);
    connect(this, &QDialog::accepted, this, [this] {
        m_gold.explanation = m_explanation->toPlainText().trimmed().toStdString();
        emit goldWished(m_gold);
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{head, shown, why, m_explanation, note, buttons})
        column->addWidget(part);
    const int line = fontMetrics().height();
    resize(line * 28, line * 17);
    m_explanation->setFocus();
}

}
