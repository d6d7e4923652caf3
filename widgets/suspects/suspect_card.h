#pragma once

#include "engine/annotation/tier.h"
#include "widgets/suspects/error_curve.h"
#include "widgets/suspects/kind_bars.h"
#include "widgets/suspects/valued_pictures.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace widgets {

class SentimentScale;
class ValueEditor;

/// One suspicious label with all that speaks for and against it, and the answers that a person can give.
class SuspectCard : public QWidget {
    Q_OBJECT
public:
    explicit SuspectCard(QWidget* parent = nullptr);

    struct Content {
        QString title; ///< `eve_5 · segment 5`
        QString span; ///< `13.00 – 16.30 s`
        QString left; ///< `34 left`
        QString words;
        QString labelName;
        double low = -3.0, high = 3.0; ///< of the scale
        bool isOfWholes = true; ///< the values are whole numbers, few enough for a button each
        QStringList classes; ///< names of the values, from 0; empty: they are numbers
        double label = 0.0;
        double expected = 0.0;
        std::vector<double> said; ///< by models that see everything
        QString why; ///< in a sentence or two
        QString accept; ///< `Accept −1`; empty: nothing can be accepted, the data are wrong
        QString acceptTip; ///< what accepting does
        QString keep; ///< `Keep +2`
        std::vector<KindBars::Bar> kinds;
        ErrorCurve::Errors errors;
        std::vector<ValuedPictures::Picture> neighbours;
        bool isEditable = true;
        friend bool operator==(const Content&, const Content&) = default;
    };
    void setContent(const std::optional<Content>& content); ///< absent: none is chosen
    void setNeighbour(std::size_t place, const QImage& picture);

signals:
    void acceptWished();
    void keepWished();
    void dismissWished();
    void neverWished();
    void correctionWished(double value); ///< of classes the place of one
    void nextWished();
    void neighbourChosen(std::size_t place);

private:
    QPushButton* answer(const QString& name, void (SuspectCard::*wished)());
    void makeScale(const Content& content);

    QWidget* m_nothing;
    QWidget* m_body;
    QScrollArea* m_area;
    QVBoxLayout* m_column;
    QLabel* m_title;
    QLabel* m_left;
    QLabel* m_words;
    SentimentScale* m_scale;
    QLabel* m_why;
    QPushButton* m_accept;
    QPushButton* m_keep;
    QPushButton* m_dismiss;
    QPushButton* m_never;
    QPushButton* m_next;
    QLabel* m_correctHead;
    QVBoxLayout* m_correctPlace;
    ValueEditor* m_correct = nullptr; ///< null: values are neither classes nor few whole numbers
    std::optional<engine::LabelScheme> m_correctable; ///< the label whose values the card offers
    QLabel* m_kindsHead;
    KindBars* m_kinds;
    QLabel* m_errorsHead;
    ErrorCurve* m_errors;
    QLabel* m_neighboursHead;
    ValuedPictures* m_neighbours;
};

}
