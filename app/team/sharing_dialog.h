#pragma once

#include "app/team/shared_out_page.h"
#include "engine/annotation/pass_mix.h"
#include "engine/annotation/tier_roles.h"
#include "engine/annotation/work_sharing.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace app {

/// Asks how segments are shared out among annotators, and then says what each does with their file. The
/// dialog does not block the window.
class SharingDialog : public QDialog {
    Q_OBJECT
public:
    explicit SharingDialog(QWidget* parent = nullptr);

    struct Choice {
        QStringList annotators; ///< each once
        engine::WorkSharing sharing;
        engine::PassMix mix;
        std::string tier = engine::kLabelsTier; ///< the tier of the segments that are judged
    };
    Choice choice() const;
    /// Which tiers can be judged, of which the first is chosen unless one was; never emits.
    void setTiers(const std::vector<std::string>& tiers);
    void setSegments(std::size_t count); ///< that there are to share out
    /// What a plan gave: how many judge which part. Names that a person typed stay; where there are none,
    /// these are put in. @param annotators  of whom are as many as the plan needs
    void setPlan(const engine::WorkSharing& sharing, const QStringList& annotators);
    void showForm(); ///< where the dialog begins
    /// Says what comes next, in the place of the form. @param rows  the files that were written
    void showShared(const std::vector<SharedOutPage::Row>& rows, const QString& folder);

signals:
    void sharingWished();
    void tierChosen();

private:
    void showSum();

    std::size_t m_segments = 0;
    QStackedWidget* m_pages;
    SharedOutPage* m_shared;
    QFormLayout* m_form;
    QComboBox* m_tier;
    QPlainTextEdit* m_annotators;
    QSpinBox* m_common;
    QSpinBox* m_each;
    QSpinBox* m_rest;
    QSpinBox* m_gold;
    QSpinBox* m_repeats;
    QSpinBox* m_seed;
    QLabel* m_sum;
    QPushButton* m_share;
    QPushButton* m_openFolder;
};

}
