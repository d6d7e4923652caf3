#pragma once

#include "widgets/base/person_look.h"
#include "widgets/predict/model_chooser.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QSlider;

namespace widgets {

class CautionBanner;

/// What a model of conversations makes of the turn under the playhead: of who speaks on the left, of each
/// listener on the right, and how much context counts. It announces what the user asks for.
class TurnPredictions : public QWidget {
    Q_OBJECT
public:
    explicit TurnPredictions(QWidget* parent = nullptr);

    struct Value {
        QString name; ///< of the label
        double low = 0.0; ///< of its scale, below `high`
        double high = 1.0;
        double answer = 0.0;
        std::optional<double> label; ///< of a person; absent: none

        friend bool operator==(const Value&, const Value&) = default;
    };
    struct Person {
        QString name;
        bool speaks = false; ///< else listens
        std::vector<Value> values; ///< empty: `note` says why
        QString note; ///< a sentence; may be empty

        friend bool operator==(const Person&, const Person&) = default;
    };
    struct Content {
        QString path; ///< of the model that is asked; empty: none
        QString model; ///< the name of the model
        QString caution; ///< what must be known before the answers are read; empty: nothing
        QString cautionAbout; ///< what the caution rests on, in a few words
        QString turn; ///< which turn it is; empty: none
        std::vector<Person> people; ///< who speaks first
        QString message; ///< what is absent, and why; empty: nothing
        QString attention; ///< what the model attends to, in words; may be empty
        bool isComputing = false; ///< newer answers are on their way
        std::size_t turns = 0; ///< before a turn at most; 0: there is nothing to choose
        std::optional<std::size_t> context; ///< turns before a turn that count; absent: all turns
        bool looksAhead = false; ///< all turns are those behind as well

        friend bool operator==(const Content&, const Content&) = default;
    };
    void setContent(const Content& content); ///< never emits
    const Content& content() const { return m_content; }
    ModelChooser& models() { return *m_models; }

signals:
    void contextWished(std::optional<std::size_t> turns); ///< absent: all turns
    void helpWished(); ///< the page of the guide about the caution

private:
    QString contextText() const;
    void showPeople();
    void showContext();
    void choose(int place);

    Content m_content;
    ModelChooser* m_models;
    CautionBanner* m_caution;
    QLabel* m_turn;
    QLabel* m_message;
    QWidget* m_people;
    QGridLayout* m_columns;
    QLabel* m_attention;
    QWidget* m_contextRow;
    QSlider* m_context;
    QLabel* m_contextLabel;
};

}
