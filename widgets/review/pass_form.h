#pragma once

#include "engine/annotation/layers.h"
#include "engine/annotation/pass_mix.h"
#include "engine/annotation/review_queue.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace widgets {

class AgreementList;

/// A form for a new pass (annotator, number, what is shown, which segments are looked for), and the list of
/// passes that exist.
class PassForm : public QWidget {
    Q_OBJECT
public:
    explicit PassForm(QWidget* parent = nullptr);

    enum class Comparison { None, OfTwo, BestAndWorst, Texts };
    struct Choice {
        QString tier; ///< name of the tier whose segments are judged
        QString annotator;
        int pass = 1;
        bool isSettling = false; ///< values that settle what annotators disagree about
        engine::Presentation presentation = engine::Presentation::All;
        bool isBlind = true;
        double leadIn = 1.0; ///< seconds
        int turnsBefore = 0; ///< turns of the conversation that play before a segment
        /// Whether segments are compared with each other, and get no values.
        Comparison comparison = Comparison::None;
        QStringList texts; ///< tiers whose texts are compared
        bool isTraining = false; ///< on gold items, with the right value after each answer
        engine::ReviewSettings settings;
        engine::PassMix mix;
    };
    struct Pass {
        QString layer;
        QString title; ///< `anna · pass 2 · blind`
        QString progress; ///< `9 of 22 done`
        bool isDone = false; ///< all of it
    };
    void setAnnotator(const QString& annotator);
    /// The tiers whose segments can be judged, by name; the first is chosen until another is. With one there
    /// is no choice.
    void setTiers(const QStringList& names);
    /// Whether turns can be played before a segment: the dataset has conversations.
    void setOffersTurns(bool offers);
    void chooseTier(const QString& name); ///< where it is among them
    /// The tiers whose texts can be compared; all are, until some are left out. With fewer than two the form
    /// does not offer it.
    void setTexts(const QStringList& tiers);
    /// Those that are not done stand first, above the form.
    void setPasses(const std::vector<Pass>& passes);
    AgreementList& agreement() { return *m_agreement; } ///< below the passes
    Choice choice() const;

signals:
    void beginRequested();
    void resumeRequested(const QString& layer);

private:
    void addPass(QVBoxLayout& list, const Pass& pass);
    void makeMix(QFormLayout& form);
    void showKind();
    void showTexts();
    void showMix();

    QFormLayout* m_fields;
    QComboBox* m_tier;
    QComboBox* m_kind;
    QToolButton* m_texts; ///< with the tiers to choose from in its menu
    QLineEdit* m_annotator;
    QString m_known; ///< the annotator that was set last
    QSpinBox* m_pass;
    QComboBox* m_presentation;
    QComboBox* m_order;
    QSpinBox* m_seed;
    QComboBox* m_leadIn;
    QSpinBox* m_turns;
    bool m_offersTurns = false;
    QSpinBox* m_most;
    QSpinBox* m_gold;
    QSpinBox* m_repeats;
    QSpinBox* m_apart;
    QCheckBox* m_blind;
    std::vector<std::pair<engine::ReviewReason, QCheckBox*>> m_reasons;
    QVBoxLayout* m_open; ///< passes that are not done
    QVBoxLayout* m_passes; ///< the others
    AgreementList* m_agreement;
};

}
