#pragma once

#include "widgets/dataset/concept_model.h"
#include "widgets/dataset/plot_card.h"

class QStackedWidget;
class QToolButton;

namespace widgets {

class ConceptTable;
class MessagePage;

/// The card of the concepts: the table of units or, where there is none yet, what is missing.
class ConceptCard : public PlotCard {
    Q_OBJECT
public:
    explicit ConceptCard(QWidget* parent = nullptr);

    ConceptTable& table() { return *m_table; }
    void setUnits(const DatasetContentPtr& content, std::vector<ConceptUnit> units);
    /// Stands in the place of the table; empty: the table. @param action  of the button below; empty: none
    void setMessage(const QString& message, const QString& action = {});
    /// @param note  what is to be said of the units @param muted  how many are
    void setNotes(const QString& note, std::size_t muted);

signals:
    void actionWished(); ///< the button below the message
    void unmuteWished(); ///< all units

private:
    QStackedWidget* m_pages;
    MessagePage* m_message;
    ConceptTable* m_table;
    QToolButton* m_unmute;
};

}
