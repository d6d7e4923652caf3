#pragma once

#include <QStackedWidget>

namespace widgets {

class PlotCard;

/// Cards that share a place. Each has a switch in the place of its name, by which a person goes to another.
class CardStack : public QStackedWidget {
    Q_OBJECT
public:
    struct Entry {
        QString title;
        QString tip; ///< of the switch: what the card shows
        PlotCard* card;
    };
    /// @param name  begins the names of the switches: `tables0`, whose buttons are `tables00`, `tables01`
    CardStack(const QString& name, QWidget* parent);

    void setCards(const std::vector<Entry>& cards); ///< once

private:
    QString m_name;
};

}
