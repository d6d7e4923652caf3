#pragma once

#include "engine/core/segment_input.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace widgets {

class DisplayBars;

/// What each sense added to an answer: for each output the answer minus that without the sense.
class LiveWhy : public QWidget {
    Q_OBJECT
public:
    explicit LiveWhy(QWidget* parent = nullptr);

    /// Per modality a value for each output; empty: not known, or not taken.
    using Effects = std::array<std::vector<float>, engine::allModalities.size()>;
    /// @param about  which answer it is
    void setEffects(const QStringList& outputs, const Effects& effects, const QString& about);
    /// In the place of bars: why there are none.
    void setNote(const QString& note);

private:
    QLabel* m_note;
    std::array<QWidget*, engine::allModalities.size()> m_parts{};
    std::array<DisplayBars*, engine::allModalities.size()> m_bars{};
};

}
