#pragma once

#include <QWidget>

#include <optional>

class QLabel;

namespace widgets {

class GoldAxis;

/// What is right of a gold item beside what was answered: both on the axis of the scale, why, and the score
/// so far.
class GoldCard : public QWidget {
    Q_OBJECT
public:
    explicit GoldCard(QWidget* parent = nullptr);

    struct Content {
        QString right; ///< `+2`
        QString given; ///< empty: nothing was answered of this label
        QString distance; ///< between them; empty: they are no numbers
        bool isHit = false;
        QString others; ///< what is right of the other labels: `happy 2`
        QString explanation; ///< why; may be empty
        QString score; ///< `7 of 9 right · 0.4 away on average`
        std::optional<double> rightNumber;
        std::optional<double> givenNumber;
        double least = 0.0; ///< of the scale
        double greatest = 0.0;
        friend bool operator==(const Content&, const Content&) = default;
    };
    void setContent(const Content& content);

private:
    QLabel* m_verdict;
    GoldAxis* m_axis;
    QLabel* m_others;
    QLabel* m_explanation;
    QLabel* m_score;
};

}
