#pragma once

#include "widgets/space/figure_panel.h"
#include "widgets/space/fusion_tensor.h"

class QLabel;
class QSlider;

namespace widgets {

/// The fusion tensor of a segment. A person chooses how strong cells must be to be seen, and slices.
class TensorPanel : public FigurePanel {
    Q_OBJECT
public:
    explicit TensorPanel(QWidget* parent = nullptr);

    /// @param title  of the segment. @param isCurrent  else the model's answer to the last edit is not there
    void setTensor(const FusionTensor& tensor, const QString& title, bool isCurrent);
    const FusionTensor& tensor() const { return m_tensor; }
    const TensorCells& cells() const { return m_cells; }
    bool isCurrent() const { return m_isCurrent; }

protected:
    SpaceFigure figure(const Theme& theme) const override
    {
        return tensorFigure(m_tensor, m_cells, m_isCurrent, theme);
    }
    SpaceCard cardOf(std::size_t place) const override;
    QString summary() const override;
    bool isStale() const override { return !m_isCurrent; }

private:
    TensorPanel(QWidget* choices, QWidget* parent);
    void choose();
    static QString axisName(std::size_t axis);
    static QString entryName(std::size_t axis, std::size_t entry);

    FusionTensor m_tensor;
    TensorCells m_cells;
    QString m_title;
    bool m_isCurrent = true;
    QSlider* m_threshold;
    QLabel* m_thresholdText;
    std::array<QSlider*, 3> m_slices{}; ///< 0: all entries, else the entry + 1
    std::array<QLabel*, 3> m_sliceTexts{};
};

}
