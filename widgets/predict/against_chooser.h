#pragma once

#include "widgets/predict/model_chooser.h"

#include <QStringList>
#include <QTimer>

namespace widgets {

/// Chooses with which models the one that answers is compared: none, one, or several of those that fit and
/// predict the same label.
class AgainstChooser : public ElidedComboBox {
    Q_OBJECT
public:
    explicit AgainstChooser(QWidget* parent = nullptr);

    /// @param models   that are known
    /// @param leading  path of the one that answers, which is not compared with itself
    /// @param most     how many can be asked at once
    void setModels(const std::vector<ModelEntry>& models, const QString& leading, qsizetype most);
    void setChosen(const QStringList& paths); ///< empty: none
    QStringList chosen() const { return m_chosen; }

signals:
    void modelsChosen(const QStringList& paths); ///< after a short rest: each is loaded
    void listWished(); ///< the list is about to be shown

protected:
    void showPopup() override;

private:
    void fill();

    std::vector<ModelEntry> m_models; ///< models that can be compared
    qsizetype m_most = 1;
    QStringList m_chosen;
    QTimer m_rest; ///< while somebody walks through the list by keys
};

}
