#pragma once

#include <QByteArray>

namespace plimsoll {

/// The smallest catalogue that has one of everything. Tests break it at one place.
inline QByteArray smallCatalogue()
{
    return R"(catalogue: small
version: 1.0.0
title: A small standard
edition: First
publisher: Nobody
source: Made for tests.
language: en
licence: Free.
counts: {phases: 1, principles: 1, provisions: 2, items: 3, shall: 1, should: 1, conditional: 2, facts: 1, events: 1, presets: 1}
undefined_terms:
  - id: often
    note: Says nothing.
phases:
  - id: design
    title: Design
    lifecycle_stage: Design
    counts: {shall: 1, should: 1}
principles:
  - number: 1
    clause: "1.1"
    title: Be careful
    phase: design
    primarily_applies_to: [developer]
    counts: {shall: 1, should: 1}
facts:
  - id: connected
    asks: Is it connected?
    derived_from: a link
    derived: yes-only
events:
  - id: release
    says: It is released
    waits_until: it is released
    reopens: [1.1-1]
provisions:
  - id: 1.1-1
    title: Test before release
    verb: shall
    summary: It is tested.
    condition: Before release
    waits_for: release
    duty_holders: [developer]
    basis: stated
    parts:
      - part: a
        title: Test
        verb: shall
        text: Test it.
      - part: b
        title: Write it down
        verb: should
        text: Write the result down.
    evidence:
      - A report
    related: [1.1-1.1]
  - id: 1.1-1.1
    parent: 1.1-1
    title: Test often
    verb: should
    summary: It is tested often.
    applies_when: connected
    duty_holders: [developer, end-user]
    combination: each
    basis: stated
    evidence: [A report]
    undefined_terms: [often]
presets:
  - id: usual
    name: The usual
    description: What everybody has.
    generative: no
    roles: [developer]
    events: [release]
    facts: {connected: yes}
    proposes_not_applicable:
      - item: 1.1-1/b
        reason: Nobody reads it.
)";
}

}
