// Jomun: lexicons in SKOS, read with raptor.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <raptor2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <string>

#include "corpus/lexicon_formats.h"

namespace jomun {
namespace {

constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::array<std::string_view, 3> labels = {"prefLabel", "altLabel", "hiddenLabel"};
// Turtle is read by the line, and one without an end would be kept whole.
constexpr std::size_t chunk = 1 << 16;

template <auto free>
struct Free {
  void operator()(auto* pointer) const { free(pointer); }
};

struct Import {
  ConceptList concepts;
  std::vector<LexiconProblem>& problems;
  raptor_parser* parser = nullptr;

  std::size_t line() const {
    const raptor_locator* locator = parser == nullptr ? nullptr : raptor_parser_get_locator(parser);
    return locator == nullptr || locator->line < 0 ? 0 : static_cast<std::size_t>(locator->line);
  }
};

std::string_view address_of(const raptor_term* term) {
  std::size_t size = 0;
  const unsigned char* address = raptor_uri_as_counted_string(term->value.uri, &size);
  return {reinterpret_cast<const char*>(address), size};
}

// https://example.org/terms#safety, https://example.org/terms/safety: safety
std::string id_of(const raptor_term* term) {
  if (term->type == RAPTOR_TERM_TYPE_BLANK) return {reinterpret_cast<const char*>(term->value.blank.string), term->value.blank.string_len};
  std::string_view address = address_of(term);
  while (address.ends_with('/') || address.ends_with('#')) address.remove_suffix(1);
  const std::string_view last = address.substr(address.find_last_of("/#") + 1);
  return std::string(last.empty() ? address : last);
}

// Called from C, which an exception must not pass: only lack of memory could be one, and then the program ends.
void keep_statement(void* data, raptor_statement* statement) noexcept {
  auto& import = *static_cast<Import*>(data);
  const raptor_term* object = statement->object;
  if (statement->predicate->type != RAPTOR_TERM_TYPE_URI || object->type != RAPTOR_TERM_TYPE_LITERAL) return;
  const std::string_view predicate = address_of(statement->predicate);
  if (!predicate.starts_with(skos) || std::find(labels.begin(), labels.end(), predicate.substr(skos.size())) == labels.end()) return;
  const auto& literal = object->value.literal;
  const auto text = [](const unsigned char* begin, std::size_t size) {
    return begin == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(begin), size);
  };
  import.concepts.add(id_of(statement->subject), import.line(), text(literal.string, literal.string_len),
                      text(literal.language, literal.language_len));
}

void keep_message(void* data, raptor_log_message* message) noexcept {
  if (message->level < RAPTOR_LOG_LEVEL_ERROR) return;
  auto& import = *static_cast<Import*>(data);
  const raptor_locator* locator = message->locator;
  const std::size_t line = locator == nullptr || locator->line < 0 ? import.line() : static_cast<std::size_t>(locator->line);
  import.problems.push_back({line, std::string(message->text) + "; what stands before it is used"});
}

}  // namespace

std::vector<Concept> read_skos(std::string_view text, const char* syntax, std::vector<LexiconProblem>& problems) {
  Import import{{}, problems};
  const std::unique_ptr<raptor_world, Free<raptor_free_world>> world(raptor_new_world());
  if (!world) throw std::bad_alloc();
  raptor_world_set_log_handler(world.get(), &import, keep_message);
  const std::unique_ptr<raptor_parser, Free<raptor_free_parser>> parser(raptor_new_parser(world.get(), syntax));
  const std::unique_ptr<raptor_uri, Free<raptor_free_uri>> base(
      raptor_new_uri(world.get(), reinterpret_cast<const unsigned char*>("urn:jomun:lexicon")));
  if (!parser || !base) throw std::bad_alloc();
  import.parser = parser.get();
  for (const raptor_option closed : {RAPTOR_OPTION_NO_NET, RAPTOR_OPTION_NO_FILE})
    raptor_parser_set_option(parser.get(), closed, nullptr, 1);
  raptor_parser_set_option(parser.get(), RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nullptr, 0);
  raptor_parser_set_statement_handler(parser.get(), &import, keep_statement);
  int failed = raptor_parser_parse_start(parser.get(), base.get());
  for (std::size_t at = 0; failed == 0; at += chunk) {
    const std::string_view part = text.substr(std::min(at, text.size()), chunk);
    const bool is_last = at + chunk >= text.size();
    failed = raptor_parser_parse_chunk(parser.get(), reinterpret_cast<const unsigned char*>(part.data()), part.size(), is_last ? 1 : 0);
    if (is_last) break;
  }
  if (failed != 0 && problems.empty()) problems.push_back({import.line(), "cannot be read further; look for a mistake near it"});
  if (import.concepts.empty() && problems.empty())
    problems.push_back({0, "no labels of SKOS in it; it needs skos:prefLabel or skos:altLabel"});
  return import.concepts.take();
}

}  // namespace jomun
