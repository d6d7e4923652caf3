#include "app/privacy/erase_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>

namespace app {

namespace {

enum Column { ActionColumn, WhatColumn, FileColumn, DetailColumn };

/// What a command's word means, in the language of the window.
QString worded(const QString& word)
{
    static const std::map<QString, const char*> kWords{
        {QStringLiteral("deleted"), QT_TRANSLATE_NOOP("app::EraseDialog", "deleted")},
        {QStringLiteral("cut"), QT_TRANSLATE_NOOP("app::EraseDialog", "cut out")},
        {QStringLiteral("masked"), QT_TRANSLATE_NOOP("app::EraseDialog", "masked and silenced")},
        {QStringLiteral("rewritten"), QT_TRANSLATE_NOOP("app::EraseDialog", "written without them")},
        {QStringLiteral("cannot"), QT_TRANSLATE_NOOP("app::EraseDialog", "cannot be erased")},
        {QStringLiteral("recording"), QT_TRANSLATE_NOOP("app::EraseDialog", "recording")},
        {QStringLiteral("sequence"), QT_TRANSLATE_NOOP("app::EraseDialog", "sequence")},
        {QStringLiteral("table"), QT_TRANSLATE_NOOP("app::EraseDialog", "table")},
        {QStringLiteral("dataset list"), QT_TRANSLATE_NOOP("app::EraseDialog", "list of the dataset")},
        {QStringLiteral("project"), QT_TRANSLATE_NOOP("app::EraseDialog", "project")},
        {QStringLiteral("undo steps"), QT_TRANSLATE_NOOP("app::EraseDialog", "steps to undo")},
        {QStringLiteral("earlier version"), QT_TRANSLATE_NOOP("app::EraseDialog", "earlier version")},
        {QStringLiteral("damaged project"), QT_TRANSLATE_NOOP("app::EraseDialog", "damaged project")},
        {QStringLiteral("cache"), QT_TRANSLATE_NOOP("app::EraseDialog", "cache")},
        {QStringLiteral("model"), QT_TRANSLATE_NOOP("app::EraseDialog", "model")},
        {QStringLiteral("file name"), QT_TRANSLATE_NOOP("app::EraseDialog", "name of a file")}};
    const auto found = kWords.find(word);
    return found == kWords.end() ? word : EraseDialog::tr(found->second);
}

/// Why something happens there, with its numbers.
QString detailOf(const QJsonObject& row)
{
    static const std::map<QString, const char*> kDetails{
        {QStringLiteral("recording deleted"), QT_TRANSLATE_NOOP("app::EraseDialog", "Nobody else is known in this recording.")},
        {QStringLiteral("recording masked"), QT_TRANSLATE_NOOP("app::EraseDialog", "Others are in it: face and voice are hidden.")},
        {QStringLiteral("recording cannot"),
         QT_TRANSLATE_NOOP("app::EraseDialog", "The file is not there; a copy elsewhere is not reached.")},
        {QStringLiteral("file name"), QT_TRANSLATE_NOOP("app::EraseDialog", "The file’s name says the person’s; give it another.")},
        {QStringLiteral("sequence"), QT_TRANSLATE_NOOP("app::EraseDialog", "Entries that go: %1; written without the name: %2.")},
        {QStringLiteral("table"), QT_TRANSLATE_NOOP("app::EraseDialog", "Files of other programs are not rewritten.")},
        {QStringLiteral("dataset list"), QT_TRANSLATE_NOOP("app::EraseDialog", "Videos of the person alone, and the name, go.")},
        {QStringLiteral("project"),
         QT_TRANSLATE_NOOP("app::EraseDialog", "Segments that go: %1; texts without the name: %2; other state that changes: %3.")},
        {QStringLiteral("undo steps"), QT_TRANSLATE_NOOP("app::EraseDialog", "Steps that may hold the person: %1.")},
        {QStringLiteral("earlier version"), QT_TRANSLATE_NOOP("app::EraseDialog", "The version stays, without the person.")},
        {QStringLiteral("damaged project"), QT_TRANSLATE_NOOP("app::EraseDialog", "A damaged file is not looked into.")},
        {QStringLiteral("cache"), QT_TRANSLATE_NOOP("app::EraseDialog", "Made again when needed.")},
        {QStringLiteral("model"),
         QT_TRANSLATE_NOOP("app::EraseDialog", "Segments that it has learnt or was chosen by: %1. What it learnt stays until it is trained again.")}};
    const QString what = row[u"what"].toString();
    auto found = kDetails.find(what + QLatin1Char(' ') + row[u"action"].toString());
    if (found == kDetails.end())
        found = kDetails.find(what);
    if (found == kDetails.end())
        return row[u"detail"].toString();
    QString text = EraseDialog::tr(found->second);
    for (const QJsonValue& count : row[u"counts"].toArray())
        text = text.arg(count.toInt());
    return text;
}

}

EraseDialog::EraseDialog(const QStringList& names, QWidget* parent)
    : QDialog(parent)
    , m_person(widgets::named(new QComboBox(this), "erasePerson", tr("The person who is erased")))
    , m_rows(widgets::named(new QTreeWidget(this), "eraseRows", tr("Where the person occurs")))
    , m_typed(widgets::named(new QLineEdit(this), "eraseTyped", tr("The name once more")))
    , m_state(widgets::mutedLabel(QStringLiteral("eraseState"), this))
{
    setObjectName(QStringLiteral("eraseDialog"));
    setWindowTitle(tr("Erase a person"));
    widgets::setGuidePage(*this, "publish");
    m_person->setEditable(true);
    m_person->addItems(names);
    m_person->setCurrentIndex(-1);
    m_person->lineEdit()->setPlaceholderText(tr("a name that the project or the dataset knows"));
    m_rows->setRootIsDecorated(false);
    m_rows->setHeaderLabels({tr("What happens"), tr("What"), tr("File"), tr("Why and how much")});
    m_rows->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rows->header()->setStretchLastSection(true);
    m_state->setWordWrap(true);
    const int line = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(tr("&Person"), this);
    label->setBuddy(m_person);
    head->addWidget(label);
    head->addWidget(m_person, 1);
    auto* list = widgets::quietButton("eraseList", tr("&List where they occur"), this);
    head->addWidget(list);
    column->addLayout(head);
    column->addWidget(m_rows, 1);
    auto* limits = new QLabel(
        tr("This cannot be undone. It does not reach copies elsewhere, published folders, what a model has learnt (train the model again) "
           "and blocks that a disk keeps of deleted files."),
        this);
    limits->setObjectName(QStringLiteral("eraseLimits"));
    limits->setWordWrap(true);
    column->addWidget(limits);
    column->addWidget(m_state);
    auto* footer = new QHBoxLayout;
    auto* again = new QLabel(tr("Type the &name again"), this);
    again->setBuddy(m_typed);
    footer->addWidget(again);
    footer->addWidget(m_typed, 1);
    m_erase = widgets::quietButton("eraseGo", tr("&Erase"), this);
    auto* close = widgets::quietButton("eraseClose", tr("Close"), this);
    footer->addWidget(m_erase);
    footer->addWidget(close);
    column->addLayout(footer);
    connect(list, &QPushButton::clicked, this, &EraseDialog::listWished);
    connect(m_person->lineEdit(), &QLineEdit::returnPressed, this, &EraseDialog::listWished);
    connect(m_person, &QComboBox::currentTextChanged, this, &EraseDialog::update);
    connect(m_typed, &QLineEdit::textChanged, this, &EraseDialog::update);
    connect(m_erase, &QPushButton::clicked, this, &EraseDialog::eraseWished);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    update();
    resize(line * 60, line * 32);
}

QString EraseDialog::person() const
{
    return m_person->currentText().trimmed();
}

void EraseDialog::update()
{
    m_erase->setEnabled(!m_isWorking && !m_listed.isEmpty() && m_listed == person() && m_typed->text() == m_listed);
}

void EraseDialog::fill(const QJsonArray& rows)
{
    m_rows->clear();
    for (const QJsonValue& row : rows) {
        auto* item = new QTreeWidgetItem(m_rows);
        item->setText(ActionColumn, worded(row[u"action"].toString()));
        item->setText(WhatColumn, worded(row[u"what"].toString()));
        item->setText(FileColumn, QFileInfo(row[u"path"].toString()).fileName());
        item->setToolTip(FileColumn, row[u"path"].toString());
        const double bytes = row[u"bytes"].toDouble();
        item->setText(DetailColumn,
                      detailOf(row.toObject())
                          + (bytes > 0 ? QStringLiteral(" (%1)").arg(QLocale().formattedDataSize(static_cast<qint64>(bytes))) : QString()));
    }
}

void EraseDialog::showWorking(const QString& what)
{
    m_isWorking = true;
    m_state->setText(what);
    update();
}

void EraseDialog::showList(const PrivacyAnswer& answer)
{
    m_isWorking = false;
    fill(answer.said[u"list"].toArray());
    m_listed = person();
    m_state->setText(tr("%n place(s). Nothing was changed.", nullptr, m_rows->topLevelItemCount()));
    update();
}

void EraseDialog::showErased(const PrivacyAnswer& answer)
{
    m_isWorking = false;
    m_listed.clear();
    m_typed->clear();
    fill(answer.isClean ? answer.said[u"list"].toArray() : answer.said[u"left"].toArray());
    m_state->setText(answer.isClean
                         ? tr("Erased, and looked for again: nothing is left in what is listed. Other files of the folder, such as texts that the dataset does not name, were not looked through. What was done is in %1.").arg(answer.said[u"record"].toString())
                         : tr("These places are still there; erase again."));
    update();
}

void EraseDialog::showFailure(const QString& sentence)
{
    m_isWorking = false;
    m_state->setText(sentence);
    update();
}

}
