#include "ui/pages/systems/holderfields.h"

#include "core/responsibility/roles.h"
#include "ui/pages/system/rolewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/plainlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

HolderFields::HolderFields(const QString &key, const QString &hint, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new CellGrid(30);
    for (const Role role : allRoles) {
        auto *line = new QLineEdit;
        line->setObjectName(key + u"/holder/"_s + word(role));
        line->setAccessibleName(tr("Who is %1").arg(title(role)));
        line->setPlaceholderText(hint);
        connect(line, &QLineEdit::textEdited, this, &HolderFields::edited);
        grid->addWidget(labelled(title(role), line, meaning(role)));
        m_lines.append(line);
        m_suggested.append(QString());
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addLayout(grid);
    column->addWidget(
        (new PlainLabel(
             tr("Names of parties; several are separated by semicolons. A name that is not known yet "
                "becomes a supplier."),
             TextKind::Small, Emphasis::Quiet))
            ->wrapped());
}

void HolderFields::suggest(Role role, const QString &parties)
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (allRoles[size_t(i)] != role || m_lines[i]->text() != m_suggested[i])
            continue;
        m_suggested[i] = parties;
        m_lines[i]->setText(parties);
    }
}

void HolderFields::setHint(const QString &hint)
{
    for (QLineEdit *line : std::as_const(m_lines))
        line->setPlaceholderText(hint);
}

void HolderFields::settle()
{
    for (QLineEdit *line : std::as_const(m_lines))
        line->setModified(false);
}

void HolderFields::clear()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        m_suggested[i].clear();
        m_lines[i]->clear();
    }
}

QList<NamedHolder> HolderFields::holders() const
{
    QList<NamedHolder> holders;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        for (const QString &party : m_lines[i]->text().split(u';', Qt::SkipEmptyParts)) {
            if (!party.trimmed().isEmpty())
                holders.append({allRoles[size_t(i)], party.trimmed()});
        }
    }
    return holders;
}

}
