#pragma once

#include "ui/pages/system/readingtab.h"
#include "ui/pages/system/recordform.h"

class QPushButton;

namespace plimsoll {

class Panel;
class PlainLabel;

/// The system's current assessment: what it covers, who makes it, and its end; the ones before; and whose
/// common answers the system takes over.
class AssessmentTab final : public ReadingTab
{
    Q_OBJECT

public:
    explicit AssessmentTab(const TabContext &context, QWidget *parent = nullptr);

protected:
    void showReading() override;

private:
    void addCurrent();
    void addEnd(Panel &panel);
    void addEarlier();
    void addCommon();
    void showEarlier();
    void showPlatforms();

    void start();
    void closeForGood();
    void inherit(const Platform &platform, bool takesOver);
    void makePlatform();

    RecordForm<Assessment> m_form;
    PlainLabel *m_basis = nullptr;
    QWidget *m_fields = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_close = nullptr;
    QWidget *m_confirm = nullptr;
    Panel *m_earlier = nullptr;
    QVBoxLayout *m_earlierLines = nullptr;
    QList<Assessment> m_shownEarlier;
    PlainLabel *m_noPlatform = nullptr;
    QVBoxLayout *m_platforms = nullptr;
    QLineEdit *m_platformName = nullptr;
    ChoiceField *m_platformKind = nullptr;
};

}
