#include "ui/widgets/answerbuttons.h"

#include "ui/theme/colours.h"
#include "ui/theme/fonts.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/typing.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <array>

namespace plimsoll {

namespace {

struct Choice
{
    StatusMark mark;
    int digit;
};

constexpr qint64 wordMilliseconds = 2000; ///< hands that rest longer begin something new
constexpr int padding = 5;                ///< narrow enough for all five to stand in one line of a card

constexpr std::array choices{Choice{StatusMark::Met, 1}, Choice{StatusMark::PartlyMet, 2},
                             Choice{StatusMark::NotMet, 3}, Choice{StatusMark::NotApplicable, 4},
                             Choice{StatusMark::NotAnswered, 0}};

/// Mark, word and, quietly, the key.
class AnswerButton final : public QPushButton
{
public:
    AnswerButton(const Choice &choice, QWidget *parent)
        : QPushButton(parent)
        , m_choice(choice)
        , m_word(statusWord(choice.mark))
    {
        setCheckable(true);
        setAutoDefault(false);
        setAccessibleName(AnswerButtons::tr("Answer: %1").arg(m_word));
        setToolTip(AnswerButtons::tr("%1 (key %2)").arg(m_word).arg(choice.digit));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics = fontMetrics();
        const int words = metrics.horizontalAdvance(m_word) + metrics.horizontalAdvance(u'0');
        return {words + metrics.height() + 2 * padding + spacing::tight + spacing::tight,
                metrics.height() + spacing::medium + spacing::tight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        QStylePainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        painter.drawControl(QStyle::CE_PushButtonBevel, option);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = fontMetrics().height();
        QRect words = rect().adjusted(padding, 0, -padding, 0);
        paintStatusMark(painter, QRectF(words.left(), (height() - side) / 2.0, side, side), m_choice.mark,
                        colours);
        words.setLeft(words.left() + side + spacing::tight);
        painter.setPen(isEnabled() ? colours.text : colours.quietText);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_word);
        painter.setPen(isChecked() ? colours.text : colours.quietText);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, QString::number(m_choice.digit));
        paintFocusRing(painter, *this);
    }

private:
    Choice m_choice;
    QString m_word;
};

}

AnswerButtons::AnswerButtons(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Answer"));
    auto *row = new FlowLayout(this);
    row->setSpacing(spacing::tight);
    for (const Choice &choice : choices) {
        auto *one = new AnswerButton(choice, this);
        one->setObjectName(QStringLiteral("answer%1").arg(choice.digit));
        m_group->addButton(one, int(choice.mark));
        row->addWidget(one);
    }
    connect(m_group, &QButtonGroup::idClicked, this, [this](int mark) { Q_EMIT chosen(StatusMark(mark)); });
}

void AnswerButtons::setAnswer(std::optional<StatusMark> answer)
{
    if (auto *wanted = answer ? m_group->button(int(*answer)) : nullptr) {
        wanted->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    if (auto *on = m_group->checkedButton())
        on->setChecked(false);
    m_group->setExclusive(true);
}

std::optional<StatusMark> AnswerButtons::answer() const
{
    return m_group->checkedId() < 0 ? std::nullopt : std::optional(StatusMark(m_group->checkedId()));
}

void AnswerButtons::listenWithin(const QList<QWidget *> &places)
{
    stopListening();
    for (QWidget *place : places) {
        makeKeys(*place);
        place->installEventFilter(this);
    }
}

void AnswerButtons::makeKeys(QWidget &place)
{
    for (const Choice &choice : choices) {
        auto *key = new QShortcut(QKeySequence(Qt::Key_0 + choice.digit), &place);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, m_group->button(int(choice.mark)), &QAbstractButton::click);
        m_keys.append(key);
    }
}

bool AnswerButtons::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isDigit = key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9;
    const bool belongsToAWord = m_word.isValid() && !m_word.hasExpired(wordMilliseconds);
    if (writes(key) && (!isDigit || belongsToAWord)) {
        m_word.start();
        event->accept(); // no shortcut gets it
        return true;
    }
    const bool mayBeWithinASentence = key.key() == Qt::Key_Space || key.key() == Qt::Key_Shift;
    if (!mayBeWithinASentence)
        m_word.invalidate();
    return QWidget::eventFilter(watched, event);
}

void AnswerButtons::stopListening()
{
    for (const QPointer<QShortcut> &key : std::as_const(m_keys)) {
        if (!key)
            continue;
        key->setEnabled(false);
        key->deleteLater(); // it may be the one that led here
    }
    m_keys.clear();
}

}
