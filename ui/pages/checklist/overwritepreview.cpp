#include "ui/pages/checklist/overwritepreview.h"

#include "core/report/standingmark.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int mostRows = 3; ///< in sight at once; the others scroll

std::vector<Column<Overwritten>> columnsOfOverwritten()
{
    using C = Column<Overwritten>;
    return {
        C(OverwritePreview::tr("Item"), [](const Overwritten &o) { return o.name; }),
        C(OverwritePreview::tr("Answer now"),
          [](const Overwritten &o) {
              return title(o.now.answer);
          }).marked([](const Overwritten &o) { return int(markOf(o.now.answer)); }),
        C(OverwritePreview::tr("Owner now"), [](const Overwritten &o) { return o.owner; }),
        C(OverwritePreview::tr("Due now"),
          [](const Overwritten &o) { return o.now.due ? QVariant(*o.now.due) : QVariant(); }),
        C(OverwritePreview::tr("Rationale now"), [](const Overwritten &o) { return o.now.rationale; }),
    };
}

}

OverwritePreview::OverwritePreview(QWidget *parent)
    : QWidget(parent)
    , m_model([](const Overwritten &o) { return o.now.id.text(); }, columnsOfOverwritten())
    , m_words((new PlainLabel)->wrapped())
    , m_table(new TableView(u"overwritten"_s, tr("Answers that would be overwritten")))
    , m_set(button({}, ButtonKind::Primary))
{
    build();
}

void OverwritePreview::build()
{
    m_set->setObjectName(u"applyToAll"_s);
    m_words->setObjectName(u"preview"_s);
    m_table->setModel(&m_model);
    m_table->suggestWidths({24, 16, 18, 12});
    connect(m_set, &QPushButton::clicked, this, &OverwritePreview::setAsked);
    auto *clear = button(tr("Start over"));
    clear->setToolTip(tr("Empties this form; nothing is changed"));
    connect(clear, &QPushButton::clicked, this, &OverwritePreview::startOverAsked);
    auto *panel = new Panel;
    panel->content()->addWidget(m_words);
    panel->content()->addWidget(m_table);
    auto *steps = new FlowLayout;
    steps->addWidget(m_set);
    steps->addWidget(clear);
    panel->content()->addLayout(steps);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(spacing::wide, spacing::small, spacing::wide, spacing::medium);
    whole->addWidget(panel);
}

void OverwritePreview::say(const QString &words)
{
    m_set->setEnabled(false);
    m_table->hide();
    m_words->setPlainText(words);
}

void OverwritePreview::showOverwritten(std::vector<Overwritten> overwritten, const QString &words)
{
    const int rows = int(overwritten.size());
    m_model.setRows(std::move(overwritten));
    m_table->setVisible(rows > 0);
    m_table->setRowsInSight(std::clamp(rows, 1, mostRows));
    m_words->setPlainText(words);
}

void OverwritePreview::nameStep(const QString &words)
{
    m_set->setText(words);
}

void OverwritePreview::setStepEnabled(bool isEnabled)
{
    m_set->setEnabled(isEnabled);
}

bool OverwritePreview::isStepEnabled() const
{
    return m_set->isEnabled();
}

}
