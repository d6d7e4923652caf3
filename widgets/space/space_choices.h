#pragma once

#include "widgets/space/space_colours.h"

#include <QWidget>

class QComboBox;

namespace widgets {

/// Chooses the sequence that places the segments, the projection, and what the colours tell.
class SpaceChoices : public QWidget {
    Q_OBJECT
public:
    explicit SpaceChoices(QWidget* parent);

    /// Never emits.
    void setSequences(const QStringList& keys, const QString& current);
    QString sequence() const;
    engine::ProjectionMethod method() const;
    /// Offers what is known of these points to colour them; the choice stays where it can. Never emits.
    void setContent(const SpaceContent& content);
    SpaceColouring colouring() const;
    void choose(const SpaceColouring& colouring); ///< where it is offered
    QString colouringName() const;
    bool hasColourings() const;

signals:
    void sequenceChosen(const QString& key); ///< only by the user
    void methodChosen(); ///< only by the user
    void colouringChanged();

private:
    QComboBox* m_sequences;
    QComboBox* m_projections;
    QComboBox* m_colourings;
};

}
