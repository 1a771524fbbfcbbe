// Jomun: a list of documents and numbers, in chunks.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/posting_list.h"

#include "indexer/bulk/encoding.h"

namespace jomun::glass {

void PostingList::begin(std::string_view key, std::string_view continuation, std::uint32_t frequency, std::uint64_t collection_frequency) {
  key_ = key;
  continuation_ = continuation;
  frequency_ = frequency;
  collection_frequency_ = collection_frequency;
  first_chunk_ = true;
  body_.clear();
}

void PostingList::add(std::uint32_t docid, std::uint32_t number) {
  if (body_.size() >= chunk_threshold) write_chunk(false);
  if (body_.empty())
    first_docid_ = docid;
  else
    append_vint(body_, docid - last_docid_ - 1);
  append_vint(body_, number);
  last_docid_ = docid;
}

void PostingList::write_chunk(bool last) {
  header_.clear();
  if (first_chunk_) {
    append_vint(header_, frequency_);
    append_vint(header_, collection_frequency_);
    append_vint(header_, first_docid_ - 1);
  } else {
    key_ = continuation_;
    append_sortint(key_, first_docid_);
  }
  append_bool(header_, last);
  append_vint(header_, last_docid_ - first_docid_);
  header_ += body_;
  sink_(key_, header_);
  first_chunk_ = false;
  body_.clear();
}

}  // namespace jomun::glass
