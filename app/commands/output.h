#pragma once

#include "app/commands/invocation.h"

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QStringList>

class QIODevice;
class QJsonObject;

namespace plimsoll {

/// The document as it may be shown on a terminal. JSON may carry bidirectional controls as they are; as
/// escapes they mean the same and cannot reorder a line.
QByteArray safeJson(const QJsonObject &document);
/// What is answered instead of a document that could not be given.
QJsonObject whyNot(const QString &reason, Exit ending);

/// Where a command's answer goes: sentences for people, or one JSON document for programs, never both.
/// Characters that could steer a terminal or reorder a line are made visible in sentences and escaped in
/// JSON.
class Output
{
public:
    enum class Form { Words, Json };
    enum class Terminal { No, Yes };
    /// Whether refusals tell what an engineer would ask for next: the words of the disk or the database.
    enum class Details { No, Yes };

    /// Writes answers to `answers`, reasons and progress to `remarks`; progress only when `remarks` is a
    /// terminal.
    Output(QIODevice &answers, QIODevice &remarks, Form form, Terminal terminal, Details details);

    [[nodiscard]] Form form() const { return m_form; }

    /// One or more lines for people; nothing with --json.
    void words(const QString &text);
    /// The whole answer for programs; nothing without --json.
    void json(const QJsonObject &document);
    /// Why the answer is no, why it could not be done, or how to ask properly. Shown in either form.
    void remark(const QString &text);
    /// With --json, where no document was given: one that holds why not, and what the program ends with. So
    /// whoever reads the answer finds a document in any case.
    void conclude(Exit ending);
    /// The sentence of the refusal on one line, whatever is in the names it tells, and below it the details
    /// where they were asked for.
    void refusal(const Error &error);

    /// Draws how far the work is, at most ten times a second.
    [[nodiscard]] Progress progress();

    /// Whether all that was answered could be handed over so far.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

    /// Says that the command is about to change something, which stays whatever becomes of its answer.
    void announceChange() { m_tellsOfChange = true; }
    [[nodiscard]] bool tellsOfChange() const { return m_tellsOfChange; }

private:
    void answer(const QByteArray &bytes);
    void clearProgress();

    QIODevice &m_answers;
    QIODevice &m_remarks;
    Form m_form;
    Terminal m_terminal;
    Details m_details;
    bool m_showsProgress = false;
    bool m_isWhole = true;
    bool m_isAnswered = false; ///< by a document
    QStringList m_remarked;
    bool m_tellsOfChange = false;
};

}
