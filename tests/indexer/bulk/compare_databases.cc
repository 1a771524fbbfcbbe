// Jomun tests: whether two databases say the same.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/indexer/bulk/compare_databases.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

namespace jomun::testing {
namespace {

// All that a database says, as lines.
class Description {
 public:
  explicit Description(const Xapian::Database& database) : database_(database) {
    totals();
    metadata();
    documents();
    values();
    terms();
  }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  template <typename... Parts>
  void line(const Parts&... parts) {
    std::ostringstream out;
    out.precision(17);
    ((out << parts << ' '), ...);
    lines_.push_back(out.str());
  }

  static std::string shown(const std::string& bytes) {
    std::string text;
    for (const char byte : bytes) {
      if (byte >= ' ' && byte < 0x7F && byte != '\\') {
        text += byte;
      } else {
        constexpr const char* digits = "0123456789abcdef";
        text += '\\';
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
      }
    }
    return text;
  }

  void totals() {
    line("documents", database_.get_doccount(), "last docid", database_.get_lastdocid());
    line("average length", database_.get_avlength(), "total length", database_.get_total_length());
    line("lengths", database_.get_doclength_lower_bound(), "to", database_.get_doclength_upper_bound());
    line("positions", database_.has_positions());
  }

  void metadata() {
    for (auto key = database_.metadata_keys_begin(), end = database_.metadata_keys_end(); key != end; ++key)
      line("metadata", shown(*key), "=", shown(database_.get_metadata(*key)));
  }

  void documents() {
    for (auto docid = database_.postlist_begin(""), end = database_.postlist_end(""); docid != end; ++docid) {
      line("document", *docid, "length", docid.get_doclength(), database_.get_doclength(*docid), "wdf", docid.get_wdf());
      line("document", *docid, "unique terms", database_.get_unique_terms(*docid), docid.get_unique_terms());
      const Xapian::Document document = database_.get_document(*docid);
      line("document", *docid, "data", shown(document.get_data()));
      line("document", *docid, "has", document.termlist_count(), "terms and", document.values_count(), "values");
      for (auto term = database_.termlist_begin(*docid); term != database_.termlist_end(*docid); ++term)
        line("document", *docid, "term", shown(*term), "wdf", term.get_wdf(), "frequency", term.get_termfreq());
      for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        line("document", *docid, "value", value.get_valueno(), shown(*value), "alone", shown(document.get_value(value.get_valueno())));
        slots_.insert(value.get_valueno());
      }
    }
  }

  void values() {
    for (const Xapian::valueno slot : slots_) {
      line("slot", slot, "frequency", database_.get_value_freq(slot));
      line("slot", slot, "from", shown(database_.get_value_lower_bound(slot)), "to", shown(database_.get_value_upper_bound(slot)));
      for (auto value = database_.valuestream_begin(slot); value != database_.valuestream_end(slot); ++value)
        line("slot", slot, "document", value.get_docid(), shown(*value));
      // As a sort looks for them: with gaps.
      auto value = database_.valuestream_begin(slot);
      for (Xapian::docid docid = 1; docid <= database_.get_lastdocid() && value != database_.valuestream_end(slot);
           docid += 1 + docid / 3) {
        value.skip_to(docid);
        if (value != database_.valuestream_end(slot)) line("slot", slot, "from document", docid, "on", value.get_docid(), shown(*value));
      }
    }
  }

  void terms() {
    for (auto term = database_.allterms_begin(), end = database_.allterms_end(); term != end; ++term) {
      const std::string name = shown(*term);
      line("term", name, "frequency", term.get_termfreq(), database_.get_termfreq(*term), "collection",
           database_.get_collection_freq(*term));
      line("term", name, "wdf at most", database_.get_wdf_upper_bound(*term), "exists", database_.term_exists(*term));
      for (auto posting = database_.postlist_begin(*term); posting != database_.postlist_end(*term); ++posting)
        line("term", name, "document", *posting, "wdf", posting.get_wdf(), "length", posting.get_doclength());
      auto posting = database_.postlist_begin(*term);
      for (Xapian::docid docid = 1; docid <= database_.get_lastdocid() && posting != database_.postlist_end(*term);
           docid += 1 + docid / 3) {
        posting.skip_to(docid);
        if (posting != database_.postlist_end(*term)) line("term", name, "from document", docid, "on", *posting);
      }
    }
  }

  const Xapian::Database& database_;
  std::vector<std::string> lines_;
  std::set<Xapian::valueno> slots_;
};

}  // namespace

std::string differences(const Xapian::Database& one, const Xapian::Database& other) try {
  const Description first(one), second(other);
  std::string all;
  const std::size_t count = std::max(first.lines().size(), second.lines().size());
  for (std::size_t i = 0, found = 0; i < count && found < 10; ++i) {
    const std::string& left = i < first.lines().size() ? first.lines()[i] : "nothing";
    const std::string& right = i < second.lines().size() ? second.lines()[i] : "nothing";
    if (left == right) continue;
    ++found;
    all += left.substr(0, 300) + " | " + right.substr(0, 300) + "\n";
  }
  return all;
} catch (const Xapian::Error& error) {
  return error.get_description();
}

std::string problems(const std::string& path) try {
  std::ostringstream messages;
  const std::size_t errors = Xapian::Database::check(path, 0, &messages);
  return errors == 0 ? "" : messages.str();
} catch (const Xapian::Error& error) {
  return error.get_description();
}

}  // namespace jomun::testing
