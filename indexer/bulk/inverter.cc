// Jomun: from documents and their terms to terms and their documents.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/inverter.h"

#include <algorithm>
#include <memory>
#include <queue>
#include <string_view>

#include "indexer/bulk/encoding.h"

namespace jomun::glass {
namespace {

constexpr std::size_t least_buffer = 4 * 1024, most_buffer = 256 * 1024;

void begin_term(PostingList& list, std::string_view term, std::uint32_t frequency, std::uint64_t collection_frequency) {
  std::string key;
  append_term(key, term);
  std::string continuation = key;
  continuation += '\0';
  list.begin(key, continuation, frequency, collection_frequency);
}

// Reads a run term by term. A run is, for each term: the term, how many documents, the sum of their wdf, then gaps of docids and wdf.
class RunReader {
 public:
  RunReader(ScratchFile& file, std::pair<std::uint64_t, std::uint64_t> place, std::size_t buffer)
      : file_(file), next_(place.first), end_(place.second), buffer_(buffer) {
    next_term();
  }

  // Whether there was another term.
  bool next_term() {
    if (at_ == filled_ && next_ == end_) return false;
    term_.resize(vint());
    for (char& byte : term_) byte = static_cast<char>(this->byte());
    documents_ = static_cast<std::uint32_t>(vint());
    wdf_ = vint();
    return true;
  }
  const std::string& term() const { return term_; }
  std::uint32_t documents() const { return documents_; }
  std::uint64_t wdf() const { return wdf_; }
  // All postings of the term, which must be read before the next.
  void copy_to(PostingList& list) {
    std::uint32_t docid = 0;
    for (std::uint32_t i = 0; i < documents_; ++i) {
      docid += static_cast<std::uint32_t>(vint());
      list.add(docid, static_cast<std::uint32_t>(vint()));
    }
  }

 private:
  unsigned char byte() {
    if (at_ == filled_) {
      filled_ = std::min<std::uint64_t>(buffer_.size(), end_ - next_);
      file_.read(next_, std::span(buffer_).first(filled_));
      next_ += filled_;
      at_ = 0;
    }
    return static_cast<unsigned char>(buffer_[at_++]);
  }
  std::uint64_t vint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned char next = byte();
      value |= std::uint64_t{next & 0x7Fu} << shift;
      if (next < 0x80) return value;
    }
  }

  ScratchFile& file_;
  std::uint64_t next_, end_;
  std::vector<char> buffer_;
  std::size_t at_ = 0, filled_ = 0;
  std::string term_;
  std::uint32_t documents_ = 0;
  std::uint64_t wdf_ = 0;
};

}  // namespace

Inverter::Inverter(FileSystem& files, std::filesystem::path scratch_path, std::size_t memory)
    : memory_(memory), scratch_(files, std::move(scratch_path)) {
  occurrences_.reserve(memory_ /
                       (sizeof(Occurrence) + sizeof(Posting)));  // growing would need room for two; what is not used is not touched
}

void Inverter::add(std::uint32_t docid, std::span<const IndexDocument::Term> terms) {
  hashes_.clear();
  for (const IndexDocument::Term& term : terms) hashes_.push_back(terms_.announce(term.text));
  const std::size_t begin = occurrences_.size();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::uint32_t term = terms_.number(terms[i].text, hashes_[i]);
    if (term == totals_.size()) totals_.emplace_back();
    __builtin_prefetch(&totals_[term], 1);
    occurrences_.push_back({term, terms[i].wdf});
  }
  for (std::size_t i = begin; i < occurrences_.size(); ++i) {
    ++totals_[occurrences_[i].term].documents;
    totals_[occurrences_[i].term].wdf += occurrences_[i].wdf;
  }
  documents_.push_back({docid, occurrences_.size()});
  if (memory() >= memory_) spill();
}

// With what inverting takes besides: for each occurrence a posting, for each term a place and its number in order.
std::size_t Inverter::memory() const {
  return occurrences_.size() * (sizeof(Occurrence) + sizeof(Posting)) + documents_.size() * sizeof(Document) + terms_.memory() +
         totals_.size() * (sizeof(Total) + sizeof(std::size_t) + 3 * sizeof(std::uint64_t));
}

// Calls `function(term, total, postings)` for each term in order, and forgets all.
template <typename Function>
void Inverter::for_each_list(Function function) {
  const std::vector<std::uint32_t> order = terms_.sorted();
  std::vector<std::size_t> places(totals_.size());
  std::size_t place = 0;
  for (const std::uint32_t term : order) {
    places[term] = place;
    place += totals_[term].documents;
  }
  const auto postings = std::make_unique_for_overwrite<Posting[]>(occurrences_.size());
  std::size_t begin = 0;
  for (const Document& document : documents_) {
    for (std::size_t i = begin; i < document.end; ++i) postings[places[occurrences_[i].term]++] = {document.docid, occurrences_[i].wdf};
    begin = document.end;
  }
  begin = 0;
  for (const std::uint32_t term : order) {
    const Total& total = totals_[term];
    function(terms_.term(term), total, std::span<const Posting>(postings.get() + begin, total.documents));
    begin += total.documents;
  }
  terms_.clear();
  totals_.clear();
  occurrences_.clear();
  documents_.clear();
}

void Inverter::spill() {
  std::string record;
  std::uint64_t begin = 0, end = 0;
  for_each_list([&](std::string_view term, const Total& total, std::span<const Posting> postings) {
    record.clear();
    append_string(record, term);
    append_vint(record, total.documents);
    append_vint(record, total.wdf);
    std::uint32_t docid = 0;
    for (const Posting& posting : postings) {
      append_vint(record, posting.docid - docid);
      append_vint(record, posting.wdf);
      docid = posting.docid;
    }
    const std::uint64_t place = scratch_.write(record);
    if (end == 0) begin = place;
    end = place + record.size();
  });
  if (end > begin) runs_.emplace_back(begin, end);
}

void Inverter::finish(PostingList& list) {
  if (!runs_.empty()) {
    spill();
    // What the last run has freed is for the buffers of the merge.
    occurrences_.shrink_to_fit();
    documents_.shrink_to_fit();
    totals_.shrink_to_fit();
    merge(list);
    return;
  }
  for_each_list([&](std::string_view term, const Total& total, std::span<const Posting> postings) {
    begin_term(list, term, total.documents, total.wdf);
    for (const Posting& posting : postings) list.add(posting.docid, posting.wdf);
    list.end();
  });
}

void Inverter::merge(PostingList& list) {
  const std::size_t buffer = std::clamp(memory_ / runs_.size(), least_buffer, most_buffer);
  std::vector<RunReader> readers;
  readers.reserve(runs_.size());
  for (const auto& run : runs_) readers.emplace_back(scratch_, run, buffer);
  // Of equal terms the earlier run comes first: its docids are lower.
  const auto later = [&](std::size_t a, std::size_t b) {
    const int order = readers[a].term().compare(readers[b].term());
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> next(later);
  for (std::size_t i = 0; i < readers.size(); ++i) next.push(i);
  std::vector<std::size_t> same;
  while (!next.empty()) {
    same.clear();
    std::uint32_t documents = 0;
    std::uint64_t wdf = 0;
    do {
      same.push_back(next.top());
      next.pop();
      documents += readers[same.back()].documents();
      wdf += readers[same.back()].wdf();
    } while (!next.empty() && readers[next.top()].term() == readers[same.front()].term());
    begin_term(list, readers[same.front()].term(), documents, wdf);
    for (const std::size_t run : same) readers[run].copy_to(list);
    list.end();
    for (const std::size_t run : same)
      if (readers[run].next_term()) next.push(run);
  }
}

}  // namespace jomun::glass
