#pragma once

#include "app/models_client/models_client.h"

#include <QObject>

#include <deque>
#include <optional>

namespace app {

/// Inputs other than those of the video's segments, which a model is asked about while it has nothing else to
/// do: what would it say if …?
class VariantQueue : public QObject {
    Q_OBJECT
public:
    explicit VariantQueue(ModelsClient& client, QObject* parent = nullptr);

    /// @param key  comes back with the answer. @param isPacked  the input is rows of packed segments
    void ask(quint64 key, std::function<engine::SegmentInput()> input,
             const engine::EnabledModalities& enabled, bool isPacked = false);
    void forget(); ///< nobody waits for what was asked any more
    /// Asks about the next input, unless one is being answered.
    void askNext();

signals:
    void asked(); ///< one more waits
    /// @param answer  none: the model refused the input
    void answered(quint64 key, const std::optional<engine::Prediction>& answer);

private:
    struct Variant {
        quint64 key;
        std::function<engine::SegmentInput()> input;
        engine::EnabledModalities enabled;
        bool isPacked = false;
    };
    void take(quint64 id, const std::optional<engine::Prediction>& answer);

    ModelsClient& m_client;
    std::deque<Variant> m_waiting;
    std::optional<std::pair<quint64, Variant>> m_asked; ///< with the id of the question
};

}
