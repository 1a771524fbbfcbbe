// Jomun: the line below an excerpt that says where it comes from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/attribution.h"

#include <array>

#include "corpus/dates.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// A longer value is a sentence. In columns.
constexpr std::size_t longest_value = 400;

// "prefix ISSUER middle TITLE suffix, DATE"
struct Sentence {
  std::string_view prefix, middle, suffix;
};
constexpr std::array<Sentence, 8> sentences = {{{"由", "在", "发表"},
                                                {"由", "在", "發表"},
                                                {"由", "在", "发布"},
                                                {"由", "在", "發布"},
                                                {"由", "于", "发布"},
                                                {"由", "於", "發布"},
                                                {"Published by ", " in ", ""},
                                                {"Issued by ", " in ", ""}}};

constexpr std::array<std::string_view, 18> title_keys = {"原则",   "原則",      "文件",       "来源",     "來源",  "出处",
                                                         "出處",   "出典",      "文書",       "원칙",     "문서",  "출처",
                                                         "Source", "Principle", "Principles", "Document", "Title", "From"};
constexpr std::array issuer_keys =
    std::to_array<std::string_view>({"作者",     "发布者",   "發布者",   "发布机构", "發布機構", "发布机关",  "發布機關",  "发文机关",
                                     "發文機關", "公布机关", "公布機關", "制定机关", "制定機關", "印发机关",  "机构",      "機構",
                                     "発行者",   "作成者",   "発行機関", "制定機関", "저자",     "작성자",    "발행처",    "발행기관",
                                     "발표기관", "제정기관", "Author",   "Authors",  "Issuer",   "Publisher", "Issued by", "Published by"});

// The value of "key: value" when the key is one of `keys`, else empty.
template <std::size_t size>
std::string_view value_of(std::string_view line, const std::array<std::string_view, size>& keys) {
  for (const std::string_view key : keys) {
    if (!line.starts_with(key)) continue;
    const std::size_t colon = skip_blanks(line, key.size());
    if (colon == line.size()) continue;
    const Decoded mark = decode(line, colon);
    if (mark.value == U':' || mark.value == U'：') return trim(line.substr(colon + mark.bytes));
  }
  return {};
}

// `text` without the comma at its end.
std::string_view without_comma(std::string_view text) {
  text = trim(text);
  if (text.ends_with(',')) text.remove_suffix(1);
  if (text.ends_with("，")) text.remove_suffix(3);
  return trim(text);
}

}  // namespace

std::optional<Attribution> read_attribution(std::string_view line) {
  line = trim(line);
  if (line.empty() || display_width(line.substr(0, 4 * longest_value)) > 2 * longest_value) return std::nullopt;
  if (const std::string_view issuer = value_of(line, issuer_keys);
      !issuer.empty() && display_width(issuer) <= longest_value && !ends_sentence(issuer))
    return Attribution{"", std::string(issuer), ""};
  const std::string_view value = value_of(line, title_keys);
  bool sentence = false;
  for (const Sentence& form : sentences) sentence = sentence || line.starts_with(form.prefix);
  if (value.empty() && !sentence) return std::nullopt;
  const auto date = date_at_end(line);
  if (!date) return std::nullopt;
  if (!value.empty()) {
    const std::size_t begin = static_cast<std::size_t>(value.data() - line.data());
    if (date->span.begin <= begin) return std::nullopt;
    const std::string_view title = without_comma(line.substr(begin, date->span.begin - begin));
    return title.empty() ? std::nullopt : std::optional(Attribution{std::string(title), "", date->iso});
  }
  const std::string_view rest = without_comma(line.substr(0, date->span.begin));
  for (const auto& [prefix, middle, suffix] : sentences) {
    if (!rest.starts_with(prefix) || !rest.ends_with(suffix) || rest.size() <= prefix.size() + suffix.size()) continue;
    const std::string_view inner = rest.substr(prefix.size(), rest.size() - prefix.size() - suffix.size());
    // The names may have the preposition in them: one set off by spaces counts before any other.
    const std::string spaced = " " + std::string(trim(middle)) + " ";
    std::size_t found = inner.find(spaced);
    std::size_t width = spaced.size();
    if (found == std::string_view::npos) {
      found = inner.find(middle);
      width = middle.size();
    }
    if (found == std::string_view::npos) continue;
    const std::string_view issuer = trim(inner.substr(0, found));
    const std::string_view title = trim(inner.substr(found + width));
    if (!issuer.empty() && !title.empty()) return Attribution{std::string(title), std::string(issuer), date->iso};
  }
  return std::nullopt;
}

}  // namespace jomun
