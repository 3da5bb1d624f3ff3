#include "ui/mainwindow/actingperson.h"

#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/widgets/plaintext.h"

#include <QActionGroup>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int leastCharacters = 14; ///< of whose name is shown

}

ActingPerson::ActingPerson(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
{
    setObjectName(u"actingPerson"_s);
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setMenu(new QMenu(this));
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changeSet) {
        if (changeSet.touches<Person>())
            read();
    });
    connect(&workspace, &Workspace::changedElsewhere, this, &ActingPerson::read);
    showPeople({});
    read();
}

QSize ActingPerson::sizeHint() const
{
    // The style draws the arrow of the menu over the end of the text.
    return QToolButton::sizeHint() + QSize(fontMetrics().height(), 0);
}

QSize ActingPerson::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * leastCharacters),
            sizeHint().height()};
}

void ActingPerson::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int around = sizeHint().width() - fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, width() - around, Qt::TextShowMnemonic);
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

void ActingPerson::switchTo(const Id<Person> &person)
{
    m_workspace.actAs(person);
    showPeople(m_people);
}

QString ActingPerson::actingName() const
{
    const auto found = std::find_if(m_people.cbegin(), m_people.cend(), [this](const Person &person) {
        return person.id == m_workspace.actor();
    });
    return found == m_people.cend() ? QString() : found->name;
}

void ActingPerson::read()
{
    m_jobs.run<QList<Person>>(
        tr("Read who may act"),
        withReader(m_workspace, [](const Connection &reader) { return Repository<Person>(reader).all(); }),
        this, [this](const Result<QList<Person>> &people) {
            if (people)
                showPeople(*people);
        });
}

void ActingPerson::showPeople(const QList<Person> &people)
{
    m_people = people;
    if (!people.isEmpty() && actingName().isEmpty())
        m_workspace.actAs({}); // a restored record may not know who acted
    menu()->clear();
    auto *group = new QActionGroup(menu());
    for (const Person &person : people) {
        if (person.leftOn)
            continue;
        auto *action = menu()->addAction(asCaption(person.name));
        action->setCheckable(true);
        action->setChecked(person.id == m_workspace.actor());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = person.id] {
            const Id<Person> wanted = id;
            showPeople(m_people); // marks who acts until that is another one; the menu's lines go with it
            Q_EMIT chosen(wanted);
        });
    }
    const QString name = actingName();
    setText(name.isEmpty() ? tr("Nobody acts yet: choose who you are")
                           : tr("Acting as %1").arg(asCaption(name)));
    setAccessibleName(text());
    setToolTip(asToolTip((name.isEmpty() ? QString() : name + u'\n') +
                         tr("Every change is recorded under this name. It is declared, not proven, until you "
                            "sign.")));
    setVisible(!people.isEmpty() && !m_workspace.isReadOnly());
}

}
