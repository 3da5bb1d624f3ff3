#include "ui/pages/system/factrow.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr size_t yes = 0;
constexpr size_t no = 1;
constexpr size_t unanswered = 2;

}

FactRow::FactRow(const QString &fact, const QString &question, QWidget *parent)
    : QWidget(parent)
    , m_source((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
    , m_effect((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget((new PlainLabel(question, TextKind::Strong))->wrapped());
    auto *row = new FlowLayout;
    const std::array words{tr("Yes"), tr("No"), tr("Not answered")};
    const std::array keys{u"/yes"_s, u"/no"_s, u"/unanswered"_s};
    const std::array<std::optional<bool>, 3> values{true, false, std::nullopt};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        auto *made = new QRadioButton(words[i]);
        made->setObjectName(fact + keys[i]);
        made->setAccessibleName(u"%1 %2"_s.arg(question, words[i]));
        connect(made, &QRadioButton::clicked, this, [this, value = values[i]] { Q_EMIT answered(value); });
        row->addWidget(made);
        m_buttons[i] = made;
    }
    column->addLayout(row);
    column->addWidget(m_source);
    column->addWidget(m_effect);
    column->addStretch(1);
}

void FactRow::setAnswer(std::optional<bool> holds, Settling settling)
{
    QRadioButton *chosen = m_buttons[!holds ? unanswered : *holds ? yes : no];
    const bool hasKeyboard = std::ranges::any_of(m_buttons, &QWidget::hasFocus);
    chosen->setChecked(true);
    if (hasKeyboard)
        chosen->setFocus(Qt::OtherFocusReason); // arrow keys go on from the answer there is
    for (QRadioButton *each : m_buttons)
        each->setEnabled(settling == Settling::ByPerson);
}

void FactRow::setDetail(const QString &source, const QString &effect)
{
    m_source->setPlainText(source);
    m_source->setVisible(!source.isEmpty());
    m_effect->setPlainText(effect);
    m_effect->setVisible(!effect.isEmpty());
}

}
