#include "widgets/dataset/card_stack.h"

#include "widgets/base/segmented_choice.h"
#include "widgets/dataset/plot_card.h"

namespace widgets {

CardStack::CardStack(const QString& name, QWidget* parent) : QStackedWidget(parent), m_name(name)
{
    setObjectName(name);
}

void CardStack::setCards(const std::vector<Entry>& cards)
{
    std::vector<SegmentedChoice::Choice> choices;
    for (const Entry& entry : cards)
        choices.push_back({entry.title, entry.tip});
    for (const Entry& entry : cards) {
        const int own = addWidget(entry.card);
        auto* choice = new SegmentedChoice(m_name + QString::number(own), choices, entry.card);
        choice->setCurrent(own);
        entry.card->addFirst(choice);
        connect(choice, &SegmentedChoice::chosen, this, [this, choice, own](int chosen) {
            choice->setCurrent(own);
            setCurrentIndex(chosen);
        });
    }
}

}
