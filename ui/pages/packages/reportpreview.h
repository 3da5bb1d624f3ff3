#pragma once

#include "ui/pages/packages/reportdraft.h"

#include <QWidget>

namespace plimsoll {

class Jobs;
class Panel;
class PlainLabel;
class PreviewPane;

/// The report page by page, before it is issued.
class ReportPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPreview(Jobs &jobs, QWidget *parent = nullptr);

    void setDraft(const ReportDraft &draft);
    /// What it was made of is no longer what is chosen.
    void clear();
    /// The keyboard goes to its pages, unless somebody is writing by now.
    void takeKeyboard();
    [[nodiscard]] bool isEmpty() const { return !m_pane; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void comeIntoSight();

    Jobs &m_jobs;
    ReportDraft m_draft;
    Panel *m_panel = nullptr;
    PlainLabel *m_words = nullptr;
    PreviewPane *m_pane = nullptr;
    bool m_isComing = false; ///< its first page was read, and is about to be laid out
};

}
