// Jomun: the values of documents, by slot.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/value_streams.h"

#include "indexer/bulk/encoding.h"

namespace jomun::glass {

void ValueStreams::add(std::uint32_t docid, unsigned number, std::string_view value) {
  Slot& slot = slots_[number];
  if (slot.frequency++ == 0) slot.lower = slot.upper = value;
  if (value < slot.lower) slot.lower = value;
  if (value > slot.upper) slot.upper = value;
  if (slot.chunk.empty())
    slot.first_docid = docid;
  else
    append_vint(slot.chunk, docid - slot.last_docid - 1);
  append_string(slot.chunk, value);
  slot.last_docid = docid;
  if (slot.chunk.size() >= chunk_threshold) close_chunk(number, slot);
}

void ValueStreams::close_chunk(unsigned number, Slot& slot) {
  std::string key(value_stream_key);
  append_vint(key, number);
  append_sortint(key, slot.first_docid);
  chunks_.add(key, slot.chunk);
  slot.chunk.clear();
}

void ValueStreams::finish(TableWriter& postlist) {
  std::map<std::string, std::string> statistics;  // in order of the keys, which is not that of the slots
  for (auto& [number, slot] : slots_) {
    if (!slot.chunk.empty()) close_chunk(number, slot);
    std::string key(value_statistics_key);
    for (unsigned rest = number; rest != 0; rest >>= 8) key += static_cast<char>(rest & 0xFF);
    std::string& tag = statistics[key];
    append_vint(tag, slot.frequency);
    append_string(tag, slot.lower);
    if (slot.upper != slot.lower) tag += slot.upper;
  }
  for (const auto& [key, tag] : statistics) postlist.add(key, tag);
  chunks_.for_each_sorted([&](std::string_view key, std::string_view tag) { postlist.add(key, tag); });
}

}  // namespace jomun::glass
