#include "ui/pages/start/identitypage.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

namespace plimsoll {

IdentityPage::IdentityPage(const Identity &suggested, QWidget *parent)
    : Page(tr("Who are you?"), parent)
{
    content()->addWidget((new PlainLabel(tr("Who are you?"), TextKind::Title))->wrapped());
    content()->addWidget(
        (new PlainLabel(tr("Every change you make is recorded under this name. It is declared, not proven, "
                           "until you sign."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    auto *panel = new Panel;
    panel->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
    m_fields = panel->content();
    m_name = addField(tr("Your &name"), tr("As an auditor should read it"), suggested.name);
    m_address = addField(tr("E-&mail address"), tr("How colleagues reach you"), suggested.address);
    m_function =
        addField(tr("Your f&unction"), tr("Such as Security, Engineering, Legal"), suggested.function);
    m_organisation = addField(tr("Your o&rganisation"), tr("The party you act for"), suggested.organisation);
    m_folder =
        addField(tr("Keep the workspace &in"), tr("A folder that does not exist yet"), suggested.folder);
    auto *row = new QHBoxLayout;
    auto *choose = button(tr("&Choose another place …"));
    connect(choose, &QPushButton::clicked, this, &IdentityPage::chooseFolder);
    row->addWidget(choose);
    row->addStretch(1);
    auto *go = button(tr("Make the &workspace"), ButtonKind::Primary);
    go->setObjectName(QStringLiteral("makeWorkspace"));
    connect(go, &QPushButton::clicked, this, &IdentityPage::begin);
    row->addWidget(go);
    m_fields->addSpacing(spacing::small);
    m_fields->addLayout(row);
    content()->addWidget(panel);
    content()->addStretch(1);
}

QLineEdit *IdentityPage::addField(const QString &label, const QString &hint, const QString &value)
{
    auto *words = new PlainLabel(label, TextKind::Strong);
    auto *field = new QLineEdit(value);
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setPlaceholderText(hint);
    words->setBuddy(field);
    m_fields->addWidget(words);
    m_fields->addWidget(field);
    connect(field, &QLineEdit::returnPressed, this, &IdentityPage::begin);
    return field;
}

Identity IdentityPage::identity() const
{
    return {.folder = m_folder->text().trimmed(),
            .organisation = m_organisation->text().trimmed(),
            .name = m_name->text().trimmed(),
            .address = m_address->text().trimmed(),
            .function = m_function->text().trimmed()};
}

void IdentityPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Where shall the workspace be kept?"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("plimsoll"));
    dialog->setNameFilter(tr("Plimsoll workspaces (*.plimsoll)"));
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void IdentityPage::begin()
{
    const Identity given = identity();
    if (given.name.isEmpty() || given.organisation.isEmpty() || given.folder.isEmpty()) {
        auto *missing = given.name.isEmpty()           ? m_name
                        : given.organisation.isEmpty() ? m_organisation
                                                       : m_folder;
        banner().say(
            BannerKind::Error,
            tr("“%1” is still empty. The journal cannot begin without it.").arg(missing->accessibleName()));
        return missing->setFocus();
    }
    Q_EMIT begun(given);
}

}
