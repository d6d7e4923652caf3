#pragma once

#include <QWidget>

#include <vector>

class QComboBox;
class QString;

namespace widgets {

class AttributionView;
class InteractionView;

/// Why a model answers so, for one of its outputs: interactions of the modalities, and what is due to which
/// word. The output is the headline until a person chooses another.
class WhySection : public QWidget {
    Q_OBJECT
public:
    explicit WhySection(QWidget* parent = nullptr);

    void setOutputs(const std::vector<QString>& names); ///< of another model: nothing was chosen of them
    void setHeadline(std::size_t output); ///< outputChosen() follows where the output changes by this
    std::size_t output() const;

    InteractionView& interaction() { return *m_interaction; }
    AttributionView& attribution() { return *m_attribution; }

signals:
    void outputChosen();

private:
    QComboBox* m_output; ///< hidden where there is one only
    bool m_isChosen = false; ///< by a person
    InteractionView* m_interaction;
    AttributionView* m_attribution;
};

}
