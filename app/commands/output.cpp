#include "app/commands/output.h"

#include "core/base/text.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qint64 millisecondsBetweenDrawings = 100;
constexpr auto clearLine = "\r\x1b[K";

QByteArray safeLines(const QString &text)
{
    QByteArray lines;
    for (const auto &line : text.split(u'\n'))
        lines += withVisibleControls(line).toUtf8() + '\n';
    return lines;
}

}

QByteArray safeJson(const QJsonObject &document)
{
    const auto text = QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
    QString safe;
    safe.reserve(text.size());
    for (const QChar character : text) {
        if (character != u'\n' && withVisibleControls(character) != character)
            safe += u"\\u%1"_s.arg(uint(character.unicode()), 4, 16, QChar(u'0'));
        else
            safe += character;
    }
    return safe.toUtf8();
}

QJsonObject whyNot(const QString &reason, Exit ending)
{
    return {{u"error"_s, reason}, {u"exit"_s, int(ending)}};
}

Output::Output(QIODevice &answers, QIODevice &remarks, Form form, Terminal terminal, Details details)
    : m_answers(answers)
    , m_remarks(remarks)
    , m_form(form)
    , m_terminal(terminal)
    , m_details(details)
{
}

void Output::words(const QString &text)
{
    if (m_form != Form::Words)
        return;
    clearProgress();
    answer(safeLines(text));
}

void Output::json(const QJsonObject &document)
{
    if (m_form != Form::Json)
        return;
    clearProgress();
    m_isAnswered = true;
    answer(safeJson(document));
}

void Output::conclude(Exit ending)
{
    if (!m_isAnswered)
        json(whyNot(m_remarked.join(u'\n'), ending));
}

void Output::answer(const QByteArray &bytes)
{
    if (m_answers.write(bytes) != bytes.size())
        m_isWhole = false;
}

void Output::remark(const QString &text)
{
    clearProgress();
    m_remarked.append(text);
    m_remarks.write(safeLines(text));
}

void Output::refusal(const Error &error)
{
    remark(withVisibleControls(error.message));
    if (m_details == Details::Yes && !error.detail.isEmpty())
        remark(error.detail);
}

Progress Output::progress()
{
    if (m_terminal == Terminal::No)
        return unwatched();
    const auto sinceDrawn = std::make_shared<QElapsedTimer>();
    return [this, sinceDrawn](qint64 done, qint64 total, const QString &step) {
        if (sinceDrawn->isValid() && sinceDrawn->elapsed() < millisecondsBetweenDrawings)
            return true;
        sinceDrawn->start();
        const auto share = total > 0 ? u"%1 % "_s.arg(100 * done / total, 3) : QString();
        m_remarks.write(clearLine + (share + withVisibleControls(step)).toUtf8());
        m_showsProgress = true;
        return true;
    };
}

void Output::clearProgress()
{
    if (!m_showsProgress)
        return;
    m_remarks.write(clearLine);
    m_showsProgress = false;
}

}
