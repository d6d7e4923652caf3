#include "app/prediction/caution_guard.h"

#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "widgets/predict/predict_panel.h"

#include <QMessageBox>
#include <QPushButton>

namespace app {

std::optional<AnswerCaution> CautionGuard::caution() const
{
    if (!m_document.hasVideo())
        return std::nullopt;
    return showsDrawings(m_document) ? m_ofDrawings : m_ofPeople;
}

void CautionGuard::show(widgets::PredictPanel& panel, bool isAnswered) const
{
    const AnswerCaution said = (isAnswered ? caution() : std::nullopt).value_or(AnswerCaution());
    panel.setCaution(said.sentence, said.about);
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
