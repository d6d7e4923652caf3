#include "widgets/dataset/decision_card.h"

#include "widgets/dataset/small_button.h"
#include "widgets/dataset/ternary_plot.h"

namespace widgets {

DecisionCard::DecisionCard(QWidget* parent)
    : PlotCard(tr("Who decides"), new TernaryPlot(parent), parent)
    , m_plot(static_cast<TernaryPlot*>(content()))
    , m_legend(new MarkLegend(m_plot))
    , m_additive(smallButton({}, "additiveShare", this))
{
    addControl(m_additive);
    connect(m_additive, &QToolButton::clicked, this, &DecisionCard::additiveWished);
    connect(m_legend, &MarkLegend::kindClicked, this, &DecisionCard::kindClicked);
}

void DecisionCard::setMarks(const std::shared_ptr<const DatasetMarks>& marks)
{
    m_legend->setMarks(marks);
    placeLegend();
}

void DecisionCard::placeLegend()
{
    const QSize size = m_legend->sizeHint();
    m_legend->setGeometry(QRect(QPoint(m_plot->width() - size.width(), 0), size));
    m_plot->setLegendWidth(size.width());
}

void DecisionCard::setAdditiveShare(const QString& note, const QString& details, const QString& action)
{
    setNote(note.isEmpty() ? tr("shares, |φ|") : note, details);
    m_additive->setText(action);
    m_additive->setVisible(!action.isEmpty());
    m_additive->setToolTip(
        tr("How far the predictions are a sum of one function per modality (EMAP): asks the model about 128 "
           "segments, each with the words, sounds and faces of the others"));
}

}
