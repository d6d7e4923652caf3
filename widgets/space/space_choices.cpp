#include "widgets/space/space_choices.h"

#include "widgets/space/choice_box.h"

#include <QGridLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace widgets {

SpaceChoices::SpaceChoices(QWidget* parent)
    : QWidget(parent)
    , m_sequences(new ChoiceBox(QStringLiteral("spaceSequence"), tr("Sequence"), this))
    , m_projections(new ChoiceBox(QStringLiteral("spaceProjection"), tr("Projection"), this))
    , m_colourings(new ChoiceBox(QStringLiteral("spaceColouring"), tr("Colour"), this))
{
    m_sequences->setToolTip(tr("The sequence whose mean row places each segment"));
    m_projections->setToolTip(tr(
        "How many dimensions become two or three. PCA: along the directions in which segments differ most; "
        "distances mean something. UMAP and t-SNE: neighbours stay together; how far apart groups lie says "
        "little."));
    for (const char* name : {"PCA", "UMAP", "t-SNE"}) // in the order of engine::ProjectionMethod
        m_projections->addItem(QLatin1String(name));
    m_colourings->setToolTip(tr("What the colour of a point tells"));
    QGridLayout* row = choiceRow(this);
    addChoice(*row, 0, tr("Sequence"), m_sequences);
    addChoice(*row, 1, tr("Projection"), m_projections);
    addChoice(*row, 2, tr("Colour"), m_colourings);
    connect(m_sequences, &QComboBox::textActivated, this, &SpaceChoices::sequenceChosen);
    connect(m_projections, &QComboBox::activated, this, &SpaceChoices::methodChosen);
    connect(m_colourings, &QComboBox::currentIndexChanged, this, &SpaceChoices::colouringChanged);
}

void SpaceChoices::setSequences(const QStringList& keys, const QString& current)
{
    m_sequences->clear();
    m_sequences->addItems(keys);
    m_sequences->setCurrentText(current);
    m_sequences->setEnabled(keys.size() > 1);
}

QString SpaceChoices::sequence() const
{
    return m_sequences->currentText();
}

engine::ProjectionMethod SpaceChoices::method() const
{
    return static_cast<engine::ProjectionMethod>(m_projections->currentIndex());
}

/// The labels by name, then fold and speaker where anything is known of them.
void SpaceChoices::setContent(const SpaceContent& content)
{
    const QSignalBlocker quiet(m_colourings);
    const QString before = m_colourings->currentText();
    m_colourings->clear();
    using Kind = SpaceColouring::Kind;
    const auto add = [this](const QString& name, Kind kind, int label) {
        m_colourings->addItem(name, QPoint(static_cast<int>(kind), label));
    };
    for (int i = 0; i < content.labels.size(); ++i)
        add(content.labels[i], Kind::Label, i);
    for (int i = 0; i < content.classes.size(); ++i)
        add(content.classes[i], Kind::Class, i);
    const auto isKnown = [&content](QString SpacePoint::*field) {
        return std::any_of(content.points.begin(), content.points.end(),
                           [&](const SpacePoint& point) { return !(point.*field).isEmpty(); });
    };
    const auto hasValue = [&content](float SpacePoint::*field) {
        return std::any_of(content.points.begin(), content.points.end(),
                           [&](const SpacePoint& point) { return std::isfinite(point.*field); });
    };
    if (isKnown(&SpacePoint::predictedClass)) {
        add(tr("model's prediction"), Kind::Prediction, 0);
    } else if (hasValue(&SpacePoint::prediction)) {
        add(tr("model's prediction"), Kind::Prediction, 0);
        if (content.predicted >= 0)
            add(tr("model's error"), Kind::Error, 0);
    }
    if (isKnown(&SpacePoint::interaction))
        add(tr("interaction class"), Kind::Interaction, 0);
    if (hasValue(&SpacePoint::trainingError)) {
        add(tr("training: mean error"), Kind::TrainingError, 0);
        add(tr("training: deviation"), Kind::TrainingSpread, 0);
    }
    if (isKnown(&SpacePoint::fold))
        add(tr("fold"), Kind::Fold, 0);
    if (isKnown(&SpacePoint::speaker))
        add(tr("speaker"), Kind::Speaker, 0);
    if (const int kept = m_colourings->findText(before); kept >= 0)
        m_colourings->setCurrentIndex(kept);
    m_colourings->setEnabled(m_colourings->count() > 1);
}

void SpaceChoices::choose(const SpaceColouring& colouring)
{
    const int place = m_colourings->findData(QPoint(static_cast<int>(colouring.kind), colouring.label));
    if (place >= 0)
        m_colourings->setCurrentIndex(place);
}

SpaceColouring SpaceChoices::colouring() const
{
    const QPoint chosen = m_colourings->currentData().toPoint();
    return {static_cast<SpaceColouring::Kind>(chosen.x()), chosen.y()};
}

QString SpaceChoices::colouringName() const
{
    return m_colourings->currentText();
}

bool SpaceChoices::hasColourings() const
{
    return m_colourings->count() > 0;
}

}
