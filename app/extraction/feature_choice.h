#pragma once

#include "engine/extraction/feature_sets.h"

#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;
class QLabel;

namespace app {

/// The sets of features that can be made, by what they are for, each with the time that it will take.
class FeatureChoice : public QWidget {
    Q_OBJECT
public:
    explicit FeatureChoice(QWidget* parent = nullptr);

    std::vector<engine::FeatureSet> chosen() const;
    void setChosen(const std::vector<engine::FeatureSet>& sets);
    bool hearsWords() const; ///< words are to be guessed where there is no transcript
    /// Offers blendshapes where there is a `face_landmarker.task`; else says how to get one.
    void setFaceTask(const QString& file);
    /// @param seconds  of all recordings together
    void setLength(double seconds);

signals:
    void changed();

private:
    QWidget* group(const char* name, const QString& title, const QColor& colour);

    std::map<engine::FeatureSet, QCheckBox*> m_sets;
    std::map<engine::FeatureSet, QLabel*> m_times;
    QLabel* m_shapesPurpose = nullptr;
    QCheckBox* m_hears;
};

/// `22 min`, `50 s`.
QString spanText(double seconds);

}
