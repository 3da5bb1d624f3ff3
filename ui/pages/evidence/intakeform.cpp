#include "ui/pages/evidence/intakeform.h"

#include "ui/pages/evidence/evidencewords.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/ticklist.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// What all files have alike; nothing when they differ.
template <class Value, class Of>
std::optional<Value> alike(const QList<ArrivingFile> &files, Of of)
{
    const bool isAlike = std::all_of(files.cbegin(), files.cend(),
                                     [&](const auto &file) { return of(file) == of(files.first()); });
    return isAlike && !files.isEmpty() ? std::optional<Value>(of(files.first())) : std::nullopt;
}

void showTicks(TickListModel &model, const QList<ArrivingFile> &files, QStringList ArrivingFile::*member)
{
    QHash<QString, qsizetype> count;
    for (const ArrivingFile &file : files) {
        for (const QString &key : file.*member)
            ++count[key];
    }
    QStringList whole;
    QStringList half;
    for (auto each = count.cbegin(); each != count.cend(); ++each)
        (each.value() == files.size() ? whole : half).append(each.key());
    model.setTicked(whole, half);
}

}

IntakeForm::IntakeForm(QWidget *parent)
    : QWidget(parent)
    , m_heading((new PlainLabel({}, TextKind::Heading))->wrapped())
    , m_title(new TextField(tr("Title of the chosen file")))
    , m_kind(new ChoiceField(tr("Kind of the chosen files")))
    , m_from(new DateField(tr("Covers from")))
    , m_to(new DateField(tr("Covers to")))
    , m_systems(new TickList(u"intake/systems"_s, tr("Systems the chosen files are used for")))
    , m_items(new TickList(u"intake/items"_s, tr("Items the chosen files are used for")))
{
    build();
    connect(m_title, &TextField::finished, this, [this](const QString &text) {
        const QString title = text.trimmed();
        if (!title.isEmpty())
            Q_EMIT changed([title](ArrivingFile &file) { file.evidence.title = title; });
    });
    connect(m_kind, &ChoiceField::keyChosen, this, [this](const QString &key) {
        if (const auto kind = fromWord<EvidenceKind>(key))
            Q_EMIT changed([kind](ArrivingFile &file) { file.evidence.kind = *kind; });
    });
    connect(m_from, &DateField::dateChosen, this, [this](auto day) { set(&Evidence::coversFrom, day); });
    connect(m_to, &DateField::dateChosen, this, [this](auto day) { set(&Evidence::coversTo, day); });
    connect(&m_systems->model(), &TickListModel::tickChanged, this,
            [this](const QString &key, Qt::CheckState state) { tick(&ArrivingFile::systems, key, state); });
    connect(&m_items->model(), &TickListModel::tickChanged, this,
            [this](const QString &key, Qt::CheckState state) { tick(&ArrivingFile::items, key, state); });
}

void IntakeForm::build()
{
    m_title->setObjectName(u"intake/title"_s);
    m_kind->setObjectName(u"intake/kind"_s);
    m_kind->setChoices(choicesOf<EvidenceKind>());
    m_from->setObjectName(u"intake/from"_s);
    m_to->setObjectName(u"intake/to"_s);
    auto *grid = new CellGrid(16);
    grid->addWide(labelled(tr("Title"), m_title));
    grid->addWide(labelled(tr("Kind"), m_kind));
    grid->addWidget(labelled(tr("Covers from"), m_from));
    grid->addWidget(labelled(tr("Covers to"), m_to));
    grid->addWide(labelled(tr("Systems"), m_systems));
    grid->addWide(labelled(tr("Items"), m_items,
                           tr("Each file serves each ticked item of each ticked "
                              "system. Both can be added later as well.")));
    auto *pane = new ScrollPane(tr("What the chosen files are"));
    pane->column()->setContentsMargins(0, 0, spacing::small, 0);
    pane->column()->addLayout(grid);
    pane->column()->addStretch(1);
    auto *panel = new Panel;
    panel->content()->addWidget(m_heading);
    panel->content()->addWidget(pane, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
}

void IntakeForm::setChoices(const QList<Tickable> &systems, const QList<Tickable> &items)
{
    m_systems->model().setThings(systems);
    m_items->model().setThings(items);
}

void IntakeForm::show(const QList<ArrivingFile> &chosen)
{
    setEnabled(!chosen.isEmpty());
    m_heading->setPlainText(chosen.isEmpty()     ? tr("Choose files to describe them")
                            : chosen.size() == 1 ? tr("The chosen file")
                                                 : tr("The %1 chosen files together").arg(chosen.size()));
    const auto kind = alike<EvidenceKind>(chosen, [](const auto &file) { return file.evidence.kind; });
    const auto dayOf = [&chosen](std::optional<QDate> Evidence::*member) {
        using Day = std::optional<QDate>;
        return alike<Day>(chosen, [member](const auto &file) { return file.evidence.*member; })
            .value_or(Day());
    };
    m_title->setEnabled(chosen.size() == 1);
    m_title->setPlaceholderText(chosen.size() > 1 ? tr("each has its own") : QString());
    m_title->showText(chosen.size() == 1 ? chosen.first().evidence.title : QString());
    m_kind->setKey(kind ? QString(word(*kind)) : QString());
    m_from->setDate(dayOf(&Evidence::coversFrom));
    m_to->setDate(dayOf(&Evidence::coversTo));
    showTicks(m_systems->model(), chosen, &ArrivingFile::systems);
    showTicks(m_items->model(), chosen, &ArrivingFile::items);
}

bool IntakeForm::sendsBack()
{
    return m_from->sendsBack() || m_to->sendsBack();
}

void IntakeForm::set(std::optional<QDate> Evidence::*member, std::optional<QDate> day)
{
    Q_EMIT changed([member, day](ArrivingFile &file) { file.evidence.*member = day; });
}

void IntakeForm::tick(QStringList ArrivingFile::*member, const QString &key, Qt::CheckState state)
{
    Q_EMIT changed([member, key, state](ArrivingFile &file) {
        QStringList &keys = file.*member;
        keys.removeOne(key);
        if (state == Qt::Checked)
            keys.append(key);
        keys.sort();
    });
}

}
