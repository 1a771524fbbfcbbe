// Jomun: lexicons in SKOS, read with raptor.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <dlfcn.h>
#include <raptor2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <string>
#include <type_traits>

#include "corpus/lexicon_formats.h"

namespace jomun {
namespace {

constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::array<std::string_view, 3> labels = {"prefLabel", "altLabel", "hiddenLabel"};
// Turtle is read by the line, and one without an end would be kept whole.
constexpr std::size_t chunk = 1 << 16;

// raptor can fetch what it reads, so thirty libraries come with it (HTTP, TLS, LDAP, Kerberos), and loading them takes longer than most
// queries: 5 ms of every run of a program that is linked with it. So it is loaded here, and stays so. Members are its functions without
// their "raptor_".
class Raptor {
 public:
  // Thread-safe. Null where the library is missing.
  static const Raptor* instance() {
    static Raptor raptor{};
    static const bool loaded = raptor.load();
    return loaded ? &raptor : nullptr;
  }

  decltype(&raptor_new_world_internal) new_world_internal;
  decltype(&raptor_free_world) free_world;
  decltype(&raptor_world_set_log_handler) world_set_log_handler;
  decltype(&raptor_new_parser) new_parser;
  decltype(&raptor_free_parser) free_parser;
  decltype(&raptor_parser_set_option) parser_set_option;
  decltype(&raptor_parser_set_statement_handler) parser_set_statement_handler;
  decltype(&raptor_parser_parse_start) parser_parse_start;
  decltype(&raptor_parser_parse_chunk) parser_parse_chunk;
  decltype(&raptor_parser_get_locator) parser_get_locator;
  decltype(&raptor_new_uri) new_uri;
  decltype(&raptor_free_uri) free_uri;
  decltype(&raptor_uri_as_counted_string) uri_as_counted_string;

 private:
  bool load() {
    void* const library = dlopen("libraptor2.so.0", RTLD_NOW | RTLD_LOCAL);
    const auto find = [&](const char* name, auto& function) {
      function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
      return function != nullptr;
    };
    return library != nullptr && find("raptor_new_world_internal", new_world_internal) && find("raptor_free_world", free_world) &&
           find("raptor_world_set_log_handler", world_set_log_handler) && find("raptor_new_parser", new_parser) &&
           find("raptor_free_parser", free_parser) && find("raptor_parser_set_option", parser_set_option) &&
           find("raptor_parser_set_statement_handler", parser_set_statement_handler) &&
           find("raptor_parser_parse_start", parser_parse_start) && find("raptor_parser_parse_chunk", parser_parse_chunk) &&
           find("raptor_parser_get_locator", parser_get_locator) && find("raptor_new_uri", new_uri) && find("raptor_free_uri", free_uri) &&
           find("raptor_uri_as_counted_string", uri_as_counted_string);
  }
};

template <typename Object>
using Owned = std::unique_ptr<Object, void (*)(Object*)>;

struct Import {
  const Raptor& raptor;
  std::vector<LexiconProblem>& problems;
  ConceptList concepts = {};
  raptor_parser* parser = nullptr;

  std::size_t line() const {
    const raptor_locator* locator = parser == nullptr ? nullptr : raptor.parser_get_locator(parser);
    return locator == nullptr || locator->line < 0 ? 0 : static_cast<std::size_t>(locator->line);
  }
};

std::string_view address_of(const Raptor& raptor, const raptor_term* term) {
  std::size_t size = 0;
  const unsigned char* address = raptor.uri_as_counted_string(term->value.uri, &size);
  return {reinterpret_cast<const char*>(address), size};
}

// https://example.org/terms#safety, https://example.org/terms/safety: safety
std::string id_of(const Raptor& raptor, const raptor_term* term) {
  if (term->type == RAPTOR_TERM_TYPE_BLANK) return {reinterpret_cast<const char*>(term->value.blank.string), term->value.blank.string_len};
  std::string_view address = address_of(raptor, term);
  while (address.ends_with('/') || address.ends_with('#')) address.remove_suffix(1);
  const std::string_view last = address.substr(address.find_last_of("/#") + 1);
  return std::string(last.empty() ? address : last);
}

// Called from C, which an exception must not pass: only lack of memory could be one, and then the program ends.
void keep_statement(void* data, raptor_statement* statement) noexcept {
  auto& import = *static_cast<Import*>(data);
  const raptor_term* object = statement->object;
  if (statement->predicate->type != RAPTOR_TERM_TYPE_URI || object->type != RAPTOR_TERM_TYPE_LITERAL) return;
  const std::string_view predicate = address_of(import.raptor, statement->predicate);
  if (!predicate.starts_with(skos) || std::find(labels.begin(), labels.end(), predicate.substr(skos.size())) == labels.end()) return;
  const auto& literal = object->value.literal;
  const auto text = [](const unsigned char* begin, std::size_t size) {
    return begin == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(begin), size);
  };
  import.concepts.add(id_of(import.raptor, statement->subject), import.line(), text(literal.string, literal.string_len),
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
  const Raptor* const library = Raptor::instance();
  if (library == nullptr) {
    problems.push_back({0, "SKOS is read with raptor, which is missing; install libraptor2-0"});
    return {};
  }
  const Raptor& raptor = *library;
  Import import{raptor, problems};
  const Owned<raptor_world> world(raptor.new_world_internal(RAPTOR_VERSION), raptor.free_world);
  if (!world) throw std::bad_alloc();
  raptor.world_set_log_handler(world.get(), &import, keep_message);
  const Owned<raptor_parser> parser(raptor.new_parser(world.get(), syntax), raptor.free_parser);
  const Owned<raptor_uri> base(raptor.new_uri(world.get(), reinterpret_cast<const unsigned char*>("urn:jomun:lexicon")), raptor.free_uri);
  if (!parser || !base) throw std::bad_alloc();
  import.parser = parser.get();
  for (const raptor_option closed : {RAPTOR_OPTION_NO_NET, RAPTOR_OPTION_NO_FILE})
    raptor.parser_set_option(parser.get(), closed, nullptr, 1);
  raptor.parser_set_option(parser.get(), RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nullptr, 0);
  raptor.parser_set_statement_handler(parser.get(), &import, keep_statement);
  int failed = raptor.parser_parse_start(parser.get(), base.get());
  for (std::size_t at = 0; failed == 0; at += chunk) {
    const std::string_view part = text.substr(std::min(at, text.size()), chunk);
    const bool is_last = at + chunk >= text.size();
    failed = raptor.parser_parse_chunk(parser.get(), reinterpret_cast<const unsigned char*>(part.data()), part.size(), is_last ? 1 : 0);
    if (is_last) break;
  }
  if (failed != 0 && problems.empty()) problems.push_back({import.line(), "cannot be read further; look for a mistake near it"});
  if (import.concepts.empty() && problems.empty())
    problems.push_back({0, "no labels of SKOS in it; it needs skos:prefLabel or skos:altLabel"});
  return import.concepts.take();
}

}  // namespace jomun
