// Jomun: the provisions an amending article quotes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/quotation.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/layout.h"

namespace jomun {
namespace {

struct Announcement {
  std::string_view part, end;  // both stand in the paragraph, `end` at its end, full stop and colon aside
};
constexpr std::array<Announcement, 20> announcements = {{
    {"다음과 같이", "한다"},
    {"다음과 같이", "신설한다"},
    {"다음과 같이", "개정한다"},
    {"次のように", "改める"},
    {"次のように", "改正する"},
    {"次の", "を加える"},
    {"次のように", "加える"},
    {"", "修改为"},
    {"", "修正为"},
    {"", "改为"},
    {"增加", "条"},
    {"", "修正為"},
    {"", "修改為"},
    {"", "改為"},
    {"", "to read as follows"},
    {"", "read as follows"},
    {"ubstitut", "the following"},
    {"nsert", "the following"},
    {"dded", "the following"},
    {"amended", "as follows"},
}};

bool announces(std::string_view paragraph) {
  while (!paragraph.empty() && (paragraph.back() == '.' || paragraph.back() == ':' || paragraph.back() == ' ')) paragraph.remove_suffix(1);
  for (const std::string_view mark : {"。", "：", "："})
    if (paragraph.ends_with(mark)) paragraph.remove_suffix(mark.size());
  return std::any_of(announcements.begin(), announcements.end(), [paragraph](const Announcement& announcement) {
    return paragraph.ends_with(announcement.end) && paragraph.find(announcement.part) != std::string_view::npos;
  });
}

}  // namespace

void Quotation::read(std::string_view paragraph) {
  if (!announces(paragraph)) return;
  open_ = true;
  numbers_.clear();
  // Only what it begins with: "제7조를", "第三条を", "第十二条修改为". An article of its own label is not read here.
  if (auto number = read_article_number(paragraph, 0)) numbers_.push_back(std::move(*number));
}

bool Quotation::takes(const Label& label, bool is_next) {
  if (!open_) return false;
  const auto announced = std::find(numbers_.begin(), numbers_.end(), label.number);
  if (announced != numbers_.end()) {
    numbers_.erase(announced);
    return true;
  }
  if (!is_next) return true;
  end();
  return false;
}

}  // namespace jomun
