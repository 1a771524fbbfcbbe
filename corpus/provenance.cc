// Jomun: what a note above or below a text says of where the text comes from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/provenance.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/attribution.h"
#include "corpus/dates.h"
#include "corpus/layout.h"
#include "corpus/numerals.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

using namespace std::string_view_literals;

// In columns: what is longer is no name.
constexpr std::size_t longest_issuer = 100;
constexpr std::size_t longest_key = 40;

// A line with all the parts of a row says that the text is a translation without authority. In lower case.
struct Note {
  std::string_view part, other;
};
constexpr Note translation_notes[] = {
    {"비공식 번역", ""},
    {"비공식번역", ""},
    {"비공식 국문", ""},
    {"번역본", "참고"},
    {"참고용 번역", ""},
    {"非官方", "译"},
    {"非官方", "譯"},
    {"非正式", "译"},
    {"非正式", "譯"},
    {"翻译", "仅供参考"},
    {"翻譯", "僅供參考"},
    {"译文", "仅供参考"},
    {"譯文", "僅供參考"},
    {"中译", "仅供参考"},
    {"英译", "仅供参考"},
    {"译本", "仅供参考"},
    {"譯本", "僅供參考"},
    {"仮訳", ""},
    {"暫定訳", ""},
    {"参考訳", ""},
    {"非公式", "訳"},
    {"unofficial", "translation"},
    {"courtesy translation", ""},
    {"provisional translation", ""},
    {"tentative translation", ""},
    {"informal translation", ""},
    {"translation", "for reference only"},
    {"translation", "not official"},
};

bool is_translation_note(std::string_view lower) {
  return std::any_of(std::begin(translation_notes), std::end(translation_notes), [lower](const Note& note) {
    return lower.find(note.part) != std::string_view::npos && lower.find(note.other) != std::string_view::npos;
  });
}

// --- the address of the source

constexpr std::string_view source_keys[] = {"来源", "來源", "出处",   "出處",   "原文",     "链接",      "연결",        "출처",
                                            "원문", "出典", "引用元", "source", "original", "retrieved", "available at"};

std::string source_url_in(std::string_view line, std::string_view lower) {
  const std::size_t begin = std::min(lower.find("http://"), lower.find("https://"));
  if (begin == std::string_view::npos) return {};
  std::size_t end = begin;
  while (end < line.size() && line[end] > ' ' && line[end] < 0x7F && "\"<>[]{}|\\^`"sv.find(line[end]) == std::string_view::npos) ++end;
  // Brackets of an address are closed in it: /wiki/Act_(law).
  const auto is_open = [&] {
    const std::string_view url = line.substr(begin, end - begin);
    return std::count(url.begin(), url.end(), ')') <= std::count(url.begin(), url.end(), '(');
  };
  while (end > begin && (".,;:!?'"sv.find(line[end - 1]) != std::string_view::npos || (line[end - 1] == ')' && !is_open()))) --end;
  const std::string_view before = lower.substr(0, begin);
  const bool keyed = display_width(before) <= longest_key &&
                     std::any_of(std::begin(source_keys), std::end(source_keys),
                                 [before](std::string_view key) { return before.find(key) != std::string_view::npos; });
  const bool alone = squeeze(before).empty() && squeeze(line.substr(end)).empty();
  return keyed || alone ? std::string(line.substr(begin, end - begin)) : std::string();
}

// --- the issuer

// Offset of the first of `words` in `text`, or npos.
std::size_t find_any(std::string_view text, const auto& words) {
  std::size_t found = std::string_view::npos;
  for (const std::string_view word : words) found = std::min(found, text.find(word));
  return found;
}

// Where `第N` and then one of `counters` stands from `from` on; empty where nothing does.
Span find_count(std::string_view text, std::size_t from, std::initializer_list<std::string_view> counters) {
  for (std::size_t i = text.find("第", from); i != std::string_view::npos; i = text.find("第", i + 1)) {
    const std::size_t begin = skip_blanks(text, i + "第"sv.size());
    const auto number = begin < text.size() ? read_numeral(text, begin) : std::nullopt;
    if (!number) continue;
    const std::size_t end = skip_blanks(text, number->end);
    for (const std::string_view counter : counters)
      if (text.substr(end).starts_with(counter)) return {i, end + counter.size()};
  }
  return {};
}

std::string name_or_nothing(std::string_view name) {
  name = trim(name);
  constexpr std::array marks = {"，"sv, "。"sv, "；"sv, "《"sv, "》"sv, "「"sv, "」"sv, "（"sv,
                                "）"sv, "："sv, ":"sv,  "("sv,  ")"sv,  "["sv,  "]"sv};
  const bool fits = display_width(name) >= 4 && display_width(name) <= longest_issuer && find_any(name, marks) == std::string_view::npos;
  return fits ? std::string(name) : std::string();
}

// 第五届全国人民代表大会第五次会议, 中华人民共和国国务院令第712号: the body without its term, its meeting and its decree.
std::string body_of_chinese(std::string_view text) {
  std::string body(text);
  while (true) {
    const Span term = find_count(body, 0, {"届", "屆"});
    if (term.end == 0) break;
    body.erase(term.begin, term.end - term.begin);
  }
  if (const Span meeting = find_count(body, 0, {"次"}); meeting.end != 0) body.resize(meeting.begin);
  constexpr std::array decrees = {"令第"sv, "令修正"sv, "令制定"sv, "令增訂"sv};
  if (const std::size_t decree = find_any(body, decrees); decree != std::string_view::npos) body.resize(decree);
  for (const std::string_view preposition : {"经"sv, "經"sv, "由"sv})
    if (body.starts_with(preposition)) body.erase(0, preposition.size());
  if (body.ends_with("令")) body.resize(body.size() - "令"sv.size());
  return name_or_nothing(body);
}

constexpr std::array chinese_verbs = {"通过"sv, "通過"sv, "批准"sv, "公布"sv, "发布"sv, "發布"sv, "颁布"sv, "頒布"sv, "印发"sv};
constexpr std::array japanese_verbs = {"決定"sv, "制定"sv, "策定"sv, "公表"sv, "発表"sv, "採択"sv};
constexpr std::array korean_verbs = {" 제정"sv, " 발표"sv, " 채택"sv, " 의결"sv, " 공고"sv};

// 建設省令第二十九号, 人事院規則第一号: who makes such rules is in their name; of laws and cabinet orders (政令) it is not.
std::string body_of_japanese(std::string_view text) {
  const Span count = find_count(text, 0, {"号"});
  if (count.end == 0) return {};
  const std::string_view name = trim(text.substr(0, count.begin));
  for (const std::string_view kind : {"規則"sv, "告示"sv, "訓令"sv, "規程"sv})
    if (name.ends_with(kind)) return name_or_nothing(name.substr(0, name.size() - kind.size()));
  constexpr std::string_view order = "令";
  for (const std::string_view organ : {"省"sv, "府"sv, "庁"sv, "院"sv, "委員会"sv})
    if (name.size() > order.size() && name.ends_with(order) && name.substr(0, name.size() - order.size()).ends_with(organ))
      return name_or_nothing(name.substr(0, name.size() - order.size()));
  return {};
}

// [환경부령 제12호, …], 행정안전부공고 제2012-99호: likewise.
std::string body_of_korean(std::string_view text) {
  const std::size_t number = text.find("제");
  for (std::size_t i = number; i != std::string_view::npos; i = text.find("제", i + 1)) {
    const std::size_t digits = skip_blanks(text, i + "제"sv.size());
    if (digits >= text.size() || text[digits] < '0' || text[digits] > '9') continue;
    std::size_t end = digits;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '-' || text[end] == ' ')) ++end;
    if (!text.substr(end).starts_with("호")) continue;
    std::string_view name = trim(text.substr(0, i));
    for (const std::string_view mark : {"["sv, "("sv, "（"sv, "⊙"sv, "◉"sv, "○"sv, "●"sv, "◎"sv})
      if (const std::size_t found = name.rfind(mark); found != std::string_view::npos) name.remove_prefix(found + mark.size());
    for (const std::string_view kind : {"고시"sv, "훈령"sv, "예규"sv, "공고"sv, "조례"sv, "규칙"sv, "지침"sv})
      if (name.ends_with(kind)) return name_or_nothing(name.substr(0, name.size() - kind.size()));
    for (const std::string_view organ : {"부령"sv, "처령"sv, "원령"sv, "위원회령"sv, "대통령령"sv})
      if (name.ends_with(organ)) return name_or_nothing(name.substr(0, name.size() - "령"sv.size()));
    return {};
  }
  return {};
}

// Adopted by the General Assembly on 10 December 1948
std::string body_of_english(std::string_view line) {
  constexpr std::array verbs = {"Adopted"sv, "Issued"sv, "Promulgated"sv, "Published"sv, "Proclaimed"sv, "Approved"sv, "Endorsed"sv};
  if (std::none_of(verbs.begin(), verbs.end(), [line](std::string_view verb) { return line.starts_with(verb); })) return {};
  constexpr std::string_view by = " by ";
  const std::size_t found = line.find(by);
  if (found == std::string_view::npos) return {};
  std::string_view name = line.substr(found + by.size());
  if (name.starts_with("the ")) name.remove_prefix(4);
  constexpr std::array ends = {" on "sv, " at "sv, " in "sv, " resolution"sv, " decision"sv, " pursuant"sv, ", "sv, ". "sv, "; "sv};
  name = trim(name.substr(0, find_any(name, ends)));
  if (name.ends_with('.')) name.remove_suffix(1);
  return name.empty() || name[0] < 'A' || name[0] > 'Z' ? std::string() : name_or_nothing(name);
}

std::string issuer_in(std::string_view line) {
  if (const auto attribution = read_attribution(line); attribution && attribution->title.empty()) return attribution->issuer;
  if (std::string name = body_of_english(line); !name.empty()) return name;
  if (std::string name = body_of_korean(line); !name.empty()) return name;
  const auto date = find_date(line);
  if (!date) return {};
  const std::string_view rest = trim(line.substr(date->span.end));
  if (std::string name = body_of_japanese(rest); !name.empty()) return name;
  if (const std::size_t verb = find_any(rest, chinese_verbs); verb != std::string_view::npos)
    if (std::string name = body_of_chinese(rest.substr(0, verb)); !name.empty()) return name;
  const auto decided = [&](const auto& verbs) {
    for (const std::string_view verb : verbs)
      if (rest.size() > verb.size() && rest.ends_with(verb)) return rest.substr(0, rest.size() - verb.size());
    return ""sv;
  };
  if (const std::string_view body = decided(japanese_verbs); !body.empty() && !body.ends_with("閣議")) return name_or_nothing(body);
  return name_or_nothing(decided(korean_verbs));
}

// How the names of those end who sign notices and declarations.
constexpr std::string_view offices[] = {
    "장관",   "청장",        "위원장",   "위원회",     "시장",      "도지사",  "군수",     "대통령", "총리",       "처장", "원장",
    "교육감", "의장",        "협회",     "공사",       "委员会",    "办公室",  "人民政府", "部",     "局",         "院",   "厅",
    "署",     "总理",        "主席",     "秘书处",     "委員會",    "辦公室",  "政府",     "廳",     "總統",       "部長", "大臣",
    "省",     "庁",          "委員会",   "知事",       "市長",      "内閣府",  "本部",     "会議",   "會議",       "会议", "组织",
    "組織",   "Secretariat", "Ministry", "Commission", "Committee", "Council", "Office",   "Agency", "Department",
};

bool is_office(std::string_view line) {
  if (display_width(line) < 4 || display_width(line) > 60 || find_date(line)) return false;
  return std::any_of(std::begin(offices), std::end(offices), [line](std::string_view office) {
    const bool latin = office[0] >= 'A' && office[0] <= 'Z';
    return line.size() > office.size() && (latin ? line.find(office) != std::string_view::npos : line.ends_with(office));
  });
}

}  // namespace

std::optional<Signature> find_signature(const Paragraphs& paragraphs) {
  constexpr std::size_t above = 30, below = 8, longest_line = 200;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (i == above && paragraphs.size() > above + below) i = paragraphs.size() - below;
    const std::string_view line = trim(paragraphs[i].text);
    const auto date = line.size() <= longest_line ? read_date(line, 0) : std::nullopt;
    if (!date || !squeeze(line.substr(date->span.end)).empty()) continue;
    for (const std::size_t beside : {i + 1, i - 1}) {
      if (beside >= paragraphs.size()) continue;
      const std::string_view name = trim(paragraphs[beside].text);
      if (name.size() <= longest_line && is_office(name)) return Signature{std::string(name), date->iso};
    }
  }
  return std::nullopt;
}

Provenance read_provenance(std::string_view line) {
  line = trim(line);
  const std::string lower = lower_ascii(line);
  return {issuer_in(line), source_url_in(line, lower), is_translation_note(lower)};
}

}  // namespace jomun
