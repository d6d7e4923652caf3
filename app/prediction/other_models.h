#pragma once

#include "app/prediction/live_prediction.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace app {

/// Models whose answers are shown beside those of the one that predicts: one, or several with their spread.
/// Each is a process of its own, asked about the same segments with the same modalities, and follows every
/// edit.
class OtherModels : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 4; ///< a process of 200 MB each

    /// @param program  `polylogue-models`
    /// @param leading  of the model that predicts: its focus and modalities are those of the others
    OtherModels(const Document& document, LivePrediction& leading, QString program,
                QObject* parent = nullptr);
    ~OtherModels() override;

    /// These models from now on; none: no other. At most kMost.
    void choose(const QStringList& paths);
    QStringList chosen() const;
    bool isEmpty() const { return m_voices.empty(); }

    /// What they say of one label of a segment.
    struct Said {
        double mean = 0.0;
        double deviation = 0.0; ///< standard deviation between models; 0 for one
        std::size_t count = 0; ///< of models that answered
        bool isCurrent = true; ///< false: a newer answer of one of them is on its way

        friend bool operator==(const Said&, const Said&) = default;
    };
    /// @return nothing where none of them answered, or none has this label
    std::optional<Said> said(std::size_t segment, const std::string& label) const;
    QString name() const; ///< of the one model, or how many they are; empty: there is none
    /// Why one of them does not answer for the segment, in a sentence; empty: all do, or will.
    QString problem(std::optional<std::size_t> segment, const std::string& label) const;
    std::vector<qint64> processIds() const;

signals:
    void changed(); ///< other models, or other answers; told once for all that happened at once

private:
    struct Voice;
    void take(Voice& voice);

    const Document& m_document;
    LivePrediction& m_leading;
    QString m_program;
    std::vector<std::unique_ptr<Voice>> m_voices;
    QTimer m_telling;
};

}
