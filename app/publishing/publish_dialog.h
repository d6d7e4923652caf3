#pragma once

#include "app/publishing/publish_offer.h"

#include <QComboBox>
#include <QDialog>
#include <QTimer>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace app {

class CardForm;
class PublishTree;
class SplitBar;

/// *Publish…*: what goes into the folder, the card, what is missing, and beside them the card as others will
/// read it.
class PublishDialog : public QDialog {
    Q_OBJECT
public:
    explicit PublishDialog(PublishOffer offer, QWidget* parent = nullptr);

    PublishWish wish() const;
    void accept() override;

signals:
    void hidingWished(); ///< a copy without faces, voices and names is to be made

private:
    QWidget* contents();
    QWidget* card();
    QWidget* preview();
    void look();
    void showFindings(const std::vector<engine::Finding>& findings);
    void showPreview();
    void showSplits();
    const PublishOffer::Splits& splits() const
    {
        return m_offer.splits[static_cast<std::size_t>(m_splits->currentIndex())];
    }

    PublishOffer m_offer;
    CardForm* m_form;
    QComboBox* m_rules;
    QComboBox* m_splits;
    PublishTree* m_tree;
    SplitBar* m_splitBar;
    QLabel* m_splitsText;
    QListWidget* m_findings;
    QLabel* m_verdict;
    QTextBrowser* m_preview;
    QPushButton* m_go = nullptr;
    QTimer m_soon; ///< until what was typed is looked at
    engine::PublicationCard m_card; ///< as it was typed when it could be read last
};

}
