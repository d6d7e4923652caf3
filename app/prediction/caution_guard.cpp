#include "app/prediction/caution_guard.h"

#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "app/prediction/model_outputs.h"

#include <QMessageBox>
#include <QPushButton>

namespace app {

std::optional<AnswerCaution> CautionGuard::caution() const
{
    const auto card = m_client.model() ? modelCardOf(*m_client.model()) : std::nullopt;
    if (!card || !m_document.hasVideo())
        return std::nullopt;
    return cautionOf(*card, m_document.dataset().whoIn(m_document.video().id.toStdString()));
}

void CautionGuard::show(widgets::PredictPanel& panel, bool isAnswered) const
{
    const auto known = isAnswered ? caution() : std::nullopt;
    panel.setCaution(known ? known->sentence : QString(), known ? known->about : QString());
}

bool CautionGuard::isAccepted(QWidget* window)
{
    const std::optional<AnswerCaution> known = caution();
    if (!known || m_toldOf == m_client.loadedPath())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Accept as label"), known->sentence, QMessageBox::Cancel,
                    window);
    box.setObjectName(QStringLiteral("acceptCaution"));
    box.setInformativeText(
        tr("The model learnt from: %1. A label that comes from it says what the model says "
           "of drawings, not what a person shows.")
            .arg(known->about));
    QPushButton* accepts = box.addButton(tr("&Accept all the same"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != accepts)
        return false;
    m_toldOf = m_client.loadedPath();
    return true;
}

}
