#pragma once

// With libstdc++ clang refuses what qpdf's JSON.hh does in C++20, a vector of a class that is not complete yet.
// Nothing here uses it, so that clang-tidy and clazy are spared it.
#ifdef __clang__
class JSON;
#define JSON_HH
#endif

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
