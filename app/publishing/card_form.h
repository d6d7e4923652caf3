#pragma once

#include "engine/publishing/publication_card.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace app {

/// The card of a publication as a form: what no figure can say.
class CardForm : public QWidget {
    Q_OBJECT
public:
    explicit CardForm(const engine::PublicationCard& card, QWidget* parent = nullptr);

    /// The card as it is typed. @throws engine::FormatError (`data_invalid`) for a field that is not of its
    /// form.
    engine::PublicationCard card() const;
    /// Puts the keyboard where what a finding complains of is typed. @param field  of the card: `licence`
    void focusField(const QString& field);

signals:
    void changed();

private:
    QLineEdit* line(QFormLayout& form, const char* field, const QString& label, const QString& text,
                    const QString& example);
    QPlainTextEdit* lines(QFormLayout& form, const char* field, const QString& label, const QString& text,
                          const QString& example, int rows);

    QComboBox* m_licence;
    QLineEdit* m_title;
    QPlainTextEdit* m_summary;
    QPlainTextEdit* m_authors;
    QLineEdit* m_languages;
    QLineEdit* m_keywords;
    QLineEdit* m_version;
    QLineEdit* m_date;
    QLineEdit* m_address;
    QPlainTextEdit* m_consent;
    QLineEdit* m_erasure;
    QPlainTextEdit* m_raters;
    QPlainTextEdit* m_limits;
    engine::PublicationCard m_rest; ///< what the form does not show
};

}
