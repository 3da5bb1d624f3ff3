#include "ui/pages/packages/issueresult.h"

#include "ui/pages/packages/issuedcolumns.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuslabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// A text to be marked and copied, by mouse and by keyboard.
PlainLabel *readable(const QString &key, const QString &accessibleName)
{
    auto *label = (new PlainLabel)->wrapped();
    label->setObjectName(u"packages/"_s + key);
    label->setAccessibleName(accessibleName);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}

IssueResult::IssueResult(QWidget *parent)
    : QWidget(parent)
    , m_what((new PlainLabel({}, TextKind::Body))->wrapped())
    , m_path(readable(u"result/path"_s, tr("Where the package lies")))
    , m_seal(readable(u"result/seal"_s, tr("Seal of the package")))
    , m_warnings((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
{
    setFocusProxy(m_seal);
    auto *panel = new Panel(tr("Issued"));
    auto *column = panel->content();
    column->addWidget(m_what);
    column->addWidget(labelled(tr("It lies in"), m_path));
    column->addWidget(labelled(tr("Seal"), m_seal));
    column->addWidget((new PlainLabel(adviceOnSeal(), TextKind::Strong))->wrapped());
    auto *copy = button(tr("Cop&y the seal"), ButtonKind::Primary);
    copy->setObjectName(u"packages/result/copy"_s);
    auto *folder = button(tr("Show the folder"));
    auto *check = button(tr("Check it now"));
    check->setObjectName(u"packages/result/check"_s);
    m_check = check;
    auto *row = new FlowLayout;
    for (QPushButton *act : {copy, folder, check})
        row->addWidget(act);
    column->addLayout(row);
    column->addWidget(m_warnings);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_issued.seal.hex()); });
    connect(folder, &QPushButton::clicked, this, &IssueResult::showFolder);
    connect(check, &QPushButton::clicked, this,
            [this] { Q_EMIT checkAsked(m_issued.path, m_issued.seal.hex()); });
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
}

void IssueResult::setIssued(const Issued &issued)
{
    m_issued = issued;
    m_what->setPlainText(tr("%1 of %2 is written and entered in the register.")
                             .arg(kindInWords(issued.entry), issued.entry.systems));
    m_path->setPlainText(QDir::toNativeSeparators(issued.path));
    m_seal->setPlainText(sealInGroups(issued.seal));
    m_warnings->setPlainText(issued.warnings.join(u'\n'));
    m_warnings->setVisible(!issued.warnings.isEmpty());
    m_check->setVisible(!issued.entry.reportAlone);
}

void IssueResult::showFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_issued.path).absolutePath()));
}

}
