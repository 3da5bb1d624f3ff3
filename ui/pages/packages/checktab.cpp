#include "ui/pages/packages/checktab.h"

#include "ui/jobs/jobline.h"
#include "ui/pages/packages/checkresult.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/atwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// The digits of a seal as people send it: in groups, in capitals, in several lines.
QString withoutSpaces(const QString &typed)
{
    return typed.simplified().remove(u' ');
}

QLineEdit *line(const QString &key, const QString &accessibleName, const QString &hint)
{
    auto *field = new QLineEdit;
    field->setObjectName(u"packages/check/"_s + key);
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(hint);
    field->setAcceptDrops(false); // the page takes what is dropped
    return field;
}

}

CheckTab::CheckTab(QWidget *parent)
    : QWidget(parent)
    , m_running(new JobLine)
    , m_result(new CheckResult)
{
    onlyReads(*this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(buildForm());
    column->addWidget(m_running);
    column->addWidget(buildReading());
    column->addWidget(m_result);
    column->addStretch(1);
    m_result->hide();
}

QWidget *CheckTab::buildReading()
{
    m_reading = new Panel(tr("What is in it"));
    m_reading->content()->addWidget(
        (new PlainLabel(tr("Opens its record, journal and evidence in this window, as if it were a workspace "
                           "that can only be read. Your own workspace stays as it is."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    m_read = button(tr("Open it to re&ad"));
    m_read->setObjectName(u"packages/check/read"_s);
    m_reading->content()->addWidget(m_read, 0, Qt::AlignLeft);
    m_reading->hide();
    connect(m_read, &QPushButton::clicked, this, [this] { Q_EMIT readAsked(m_checked); });
    return m_reading;
}

QWidget *CheckTab::buildForm()
{
    auto *panel = new Panel(tr("Which package"));
    panel->content()->addWidget(
        (new PlainLabel(tr("Any evidence package (BagIt), our own or somebody else's, as a ZIP file or a "
                           "folder. Nothing "
                           "is unpacked. It can also be dropped anywhere on this page."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    m_path = line(u"path"_s, tr("File or folder of the package"), tr("The package's ZIP file or folder"));
    m_seal = line(u"seal"_s, tr("The seal the sender told you"),
                  tr("64 hexadecimal digits (0-9, a-f); may be empty"));
    panel->content()->addWidget(labelled(tr("Pac&kage"), m_path));
    panel->content()->addWidget(labelled(tr("&Seal, as the sender told it by another channel"), m_seal));
    auto *file = button(tr("Choose a f&ile …"));
    auto *folder = button(tr("Choose a fo&lder …"));
    m_check = button(tr("&Check it"), ButtonKind::Primary);
    m_check->setObjectName(u"packages/check/do"_s);
    auto *row = new FlowLayout;
    row->addWidget(file);
    row->addWidget(folder);
    row->addWidget(m_check);
    panel->content()->addLayout(row);
    connect(file, &QPushButton::clicked, this, &CheckTab::chooseFile);
    connect(folder, &QPushButton::clicked, this, &CheckTab::chooseFolder);
    connect(m_check, &QPushButton::clicked, this, &CheckTab::ask);
    connect(m_path, &QLineEdit::returnPressed, this, &CheckTab::ask);
    connect(m_seal, &QLineEdit::returnPressed, this, &CheckTab::ask);
    return panel;
}

void CheckTab::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Which package shall be checked?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Packages (*.zip)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void CheckTab::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Which folder shall be checked?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void CheckTab::check(const QString &path, const QString &seal)
{
    m_path->setText(QDir::toNativeSeparators(path));
    m_seal->setText(seal);
    ask();
}

bool CheckTab::shows(const CheckedPackage &package) const
{
    return !m_result->isHidden() && m_checked == package;
}

void CheckTab::takeKeyboard()
{
    m_path->setFocus(Qt::OtherFocusReason);
}

void CheckTab::ask()
{
    if (!m_check->isEnabled())
        return;
    m_result->hide();
    m_reading->hide();
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (path.isEmpty()) {
        Q_EMIT refused({ErrorCode::Invalid, tr("Say which package shall be checked."), {}});
        return m_path->setFocus();
    }
    const QString seal = withoutSpaces(m_seal->text());
    const auto expected = Digest::fromHex(seal);
    if (!seal.isEmpty() && !expected) {
        Q_EMIT refused({ErrorCode::Invalid,
                        tr("A seal has 64 hexadecimal digits. Compare it with what the sender told you."),
                        {}});
        return m_seal->setFocus();
    }
    Q_EMIT checkAsked(path, expected);
}

void CheckTab::watch(Job &job)
{
    beginWork(*m_check);
    beginWork(*m_read);
    m_running->follow(job);
}

void CheckTab::setEnded()
{
    endWork(*m_check);
    endWork(*m_read);
}

void CheckTab::setVerification(const PackageVerification &verification)
{
    m_result->setVerification(verification);
    m_result->show();
    m_checked = {verification.list.path, verification.list.expectedSeal};
    m_reading->setVisible(verification.holds() && verification.record);
}

}
