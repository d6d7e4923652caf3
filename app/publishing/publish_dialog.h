#pragma once

#include "app/publishing/publish_offer.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace app {

class CardForm;

/// *Publish…*: what goes into the folder, the card, what is missing, and the card as others will read it.
class PublishDialog : public QDialog {
    Q_OBJECT
public:
    explicit PublishDialog(PublishOffer offer, QWidget* parent = nullptr);

    PublishWish wish() const;
    void accept() override;

private:
    QWidget* contents();
    void makeSequences(QWidget* page);
    void look();
    void showFindings(const std::vector<engine::Finding>& findings);
    void showPreview();
    QString splitsText(const engine::PublishedSplits& splits) const;

    PublishOffer m_offer;
    CardForm* m_form;
    QComboBox* m_rules;
    QComboBox* m_splits;
    QListWidget* m_sequences;
    QCheckBox* m_comments;
    QCheckBox* m_recordings;
    QCheckBox* m_clips;
    QLabel* m_splitsText;
    QListWidget* m_findings;
    QLabel* m_verdict;
    QTabWidget* m_pages;
    QTextBrowser* m_preview;
    QPushButton* m_go = nullptr;
    QTimer m_soon; ///< until what was typed is looked at
    engine::PublishedSplits m_parts; ///< the splits as they would be
    engine::PublicationCard m_card; ///< as it was typed when it could be read last
};

}
