#include "ui/pages/start/identitypage.h"

#include "core/workspace/workspace.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sizeintext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

constexpr qsizetype longestName = 60;

/// The name without what a file system cannot take, or a person would stumble over.
QString asFileName(const QString &name)
{
    QString kept;
    for (const QChar &character : QStringView(name).left(longestName)) {
        const bool isPlain = character.isLetterOrNumber() || character.isMark();
        kept += isPlain || QStringLiteral(" -_&,()").contains(character) ? character : QLatin1Char(' ');
    }
    return kept.simplified();
}

/// A folder named like the organisation beside the one suggested, or that one while there is no name; with a
/// number where the name is taken.
QString freeFolderFor(const QString &organisation, const QString &suggested)
{
    const QFileInfo place(suggested);
    const QString named = asFileName(organisation);
    const QString stem = named.isEmpty() ? place.completeBaseName() : named;
    QString folder = place.dir().filePath(stem + QStringLiteral(".plimsoll"));
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = place.dir().filePath(QStringLiteral("%1 %2.plimsoll").arg(stem).arg(number));
    return folder;
}

}

Identity suggestedIdentity()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    Identity identity;
    identity.folder = QDir(documents).filePath(QStringLiteral("AI systems.plimsoll"));
    identity.name = currentAccount();
    return identity;
}

IdentityPage::IdentityPage(const Identity &suggested, QWidget *parent)
    : Page(tr("Who are you?"), parent)
    , m_suggestedFolder(suggested.folder)
{
    content()->addWidget((new PlainLabel(tr("Who are you?"), TextKind::Title))->wrapped());
    content()->addWidget(
        (new PlainLabel(tr("Every change you make is recorded under this name. It is declared, not proven: "
                           "entries are not signed."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    auto *panel = new Panel;
    setInText(*panel, Extent::MostWidth, 90);
    m_fields = panel->content();
    m_name = addField(tr("Your &name"), tr("As an auditor should read it"), suggested.name);
    m_name->selectAll(); // what is suggested gives way to whoever types
    m_address = addField(tr("E-&mail address"), tr("How colleagues reach you"), suggested.address);
    m_function =
        addField(tr("Your f&unction"), tr("Such as Security, Engineering, Legal"), suggested.function);
    setFocusProxy(m_name);
    m_organisation = addField(tr("Your or&ganisation"), tr("The party you act for"), suggested.organisation);
    m_organisation->setObjectName(QStringLiteral("who/organisation"));
    m_folder = addField(tr("Keep the workspace &in"), tr("A folder that does not exist yet"), {});
    m_folder->setObjectName(QStringLiteral("who/folder"));
    connect(m_organisation, &QLineEdit::textChanged, this, &IdentityPage::proposeFolder);
    proposeFolder();
    auto *row = new FlowLayout;
    auto *choose = button(tr("&Choose another place …"));
    connect(choose, &QPushButton::clicked, this, &IdentityPage::chooseFolder);
    row->addWidget(choose);
    auto *go = button(tr("Make the &workspace"), ButtonKind::Primary);
    go->setObjectName(QStringLiteral("makeWorkspace"));
    offerInMenu(*go);
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
    connect(field, &QLineEdit::textEdited, &banner(), &QWidget::hide);
    return field;
}

/// A folder that somebody typed or chose stays.
void IdentityPage::proposeFolder()
{
    if (!m_folder->isModified())
        m_folder->setText(freeFolderFor(m_organisation->text(), m_suggestedFolder));
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
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder->setText(folder);
        m_folder->setModified(true);
    });
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
