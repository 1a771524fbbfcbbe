// Jomun: the terms of each document, of an index that has no lists of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/term_lists.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "indexer/bulk/database_writer.h"
#include "indexer/bulk/encoding.h"
#include "indexer/bulk/replace_directory.h"
#include "indexer/bulk/term_list_writer.h"
#include "indexer/index_folder.h"
#include "indexer/schema.h"

namespace jomun {
namespace {

// In a range each occurrence is a gap of documents, never 0, and a wdf: a 0 in the place of a gap ends the term.
std::uint64_t read_vint(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
}

}  // namespace

bool has_term_list(const Xapian::Database& database, Xapian::docid document) {
  const auto term = database.termlist_begin(document);
  return term == database.termlist_end(document) || *term != schema::no_terms;
}

bool has_term_lists(const Xapian::Database& database) {
  const auto first = database.postlist_begin("");
  return first == database.postlist_end("") || has_term_list(database, *first);
}

TermLists::TermLists(const Xapian::Database& database, std::filesystem::path scratch_path, std::size_t memory)
    : database_(database),
      scratch_(glass::operating_system(), std::move(scratch_path)),
      memory_(memory),
      next_document_(database.postlist_begin("")) {
  divide();
  distribute();
}

// Half of the memory is for one range, half for what waits to be written of all.
void TermLists::divide() {
  // A document has no more words than its length says, and some terms that are not counted. Of each occurrence there are what was
  // written and what was made of it.
  constexpr std::size_t uncounted = 16, bytes_per_occurrence = 16;
  std::size_t bytes = 0;
  for (auto document = database_.postlist_begin(""), end = database_.postlist_end(""); document != end; ++document) {
    const std::size_t more = (std::size_t{document.get_doclength()} + uncounted) * bytes_per_occurrence;
    if (ranges_.empty() || bytes + more > memory_ / 2) {
      ranges_.emplace_back().first = *document;
      bytes = 0;
    }
    bytes += more;
    ranges_.back().last = *document;
  }
  constexpr std::size_t fewest = 512, most = 64 * 1024;
  most_pending_ = std::clamp(memory_ / 2 / std::max<std::size_t>(1, ranges_.size()), fewest, most);
}

void TermLists::distribute() {
  std::uint64_t number = 0;
  for (auto term = database_.allterms_begin(), terms_end = database_.allterms_end(); term != terms_end; ++term) {
    const std::string text = *term;
    ++number;
    auto range = ranges_.begin();
    for (auto posting = database_.postlist_begin(text), end = database_.postlist_end(text); posting != end; ++posting) {
      const Xapian::docid document = *posting;
      if (document > range->last)
        range = std::lower_bound(range, ranges_.end(), document, [](const Range& one, Xapian::docid value) { return one.last < value; });
      add(*range, number, text, document, posting.get_wdf());
    }
  }
}

void TermLists::add(Range& range, std::uint64_t number, std::string_view term, Xapian::docid document, Xapian::termcount wdf) {
  if (range.pending.size() >= most_pending_) {
    range.written.emplace_back(scratch_.write(range.pending), range.pending.size());
    range.pending.clear();
  }
  if (range.term != number) {
    if (range.term != 0) range.pending += '\0';
    glass::append_string(range.pending, term);
    range.term = number;
    range.previous = 0;
  }
  glass::append_vint(range.pending, document - range.previous);
  glass::append_vint(range.pending, wdf);
  range.previous = document;
}

void TermLists::load(Range& range) {
  std::string bytes;
  for (const auto& [offset, size] : range.written) {
    const std::size_t end = bytes.size();
    bytes.resize(end + size);
    scratch_.read(offset, std::span(bytes).subspan(end));
  }
  bytes += range.pending;
  const auto for_each = [&](auto begin_term, auto use) {
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t size = read_vint(bytes, at);
      begin_term(std::string_view(bytes).substr(at, size));
      at += size;
      Xapian::docid document = 0;
      while (at < bytes.size()) {
        const std::uint64_t gap = read_vint(bytes, at);
        if (gap == 0) break;
        document += static_cast<Xapian::docid>(gap);
        use(document - range.first, static_cast<std::uint32_t>(read_vint(bytes, at)));
      }
    }
  };
  // How many each document has, then where they begin, then where the next one goes.
  begins_.assign(std::size_t{range.last} - range.first + 2, 0);
  terms_.clear();
  term_ends_.clear();
  for_each(
      [&](std::string_view term) {
        terms_ += term;
        term_ends_.push_back(terms_.size());
      },
      [&](std::size_t document, std::uint32_t) { ++begins_[document + 1]; });
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  occurrences_.resize(begins_.back());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  std::uint32_t terms = 0;
  for_each([&](std::string_view) { ++terms; },
           [&](std::size_t document, std::uint32_t wdf) {
             occurrences_[next[document]++] = {terms - 1, wdf};
           });
  range.pending = {};
}

bool TermLists::next(Xapian::docid& number, IndexDocument& document) {
  document = {};
  if (next_document_ == database_.postlist_end("")) return false;
  number = *next_document_;
  ++next_document_;
  if (number == ranges_.front().first || number > ranges_[range_].last) {
    if (number > ranges_[range_].last) ++range_;
    load(ranges_[range_]);
  }
  const std::size_t place = number - ranges_[range_].first;
  const auto occurrences = std::span(occurrences_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
  const auto text = [&](const Occurrence& occurrence) {
    const std::size_t begin = occurrence.term == 0 ? 0 : term_ends_[occurrence.term - 1];
    return std::string_view(terms_).substr(begin, term_ends_[occurrence.term] - begin);
  };
  std::size_t bytes = 0;
  for (const Occurrence& occurrence : occurrences) bytes += text(occurrence).size();
  document.bytes.resize(bytes);
  document.terms.reserve(occurrences.size());
  char* end = document.bytes.data();
  for (const Occurrence& occurrence : occurrences) {
    const std::string_view term = text(occurrence);
    document.terms.push_back({std::string_view(end, term.size()), occurrence.wdf});
    end = std::copy(term.begin(), term.end(), end);
  }
  const Xapian::Document stored = database_.get_document(number, Xapian::DOC_ASSUME_VALID);
  for (auto value = stored.values_begin(); value != stored.values_end(); ++value) document.values.emplace_back(value.get_valueno(), *value);
  return true;
}

void make_term_lists(const std::filesystem::path& folder, const Xapian::Database& database, std::size_t memory) {
  const std::filesystem::path place = std::filesystem::canonical(folder), building = building_folder(place);
  require_replaceable(place);
  remove_leftovers(place);
  try {
    glass::TermListWriter writer(place, building);
    share_lock(place, building);
    TermLists lists(database, building / glass::term_lists_scratch, memory);
    Xapian::docid number = 0;
    for (IndexDocument document; lists.next(number, document);) writer.add(number, std::move(document));
    writer.finish();
    give_rights_of(place, building);
    require_replaceable(place);
    glass::replace_directory(place, building);
  } catch (...) {
    remove_leftovers(place);
    throw;
  }
}

}  // namespace jomun
