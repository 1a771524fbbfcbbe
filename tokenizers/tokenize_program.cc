// Jomun: the command line of jomun-tokenize.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/tokenize_program.h"

#include <fmt/ostream.h>

#include <boost/program_options.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/plugin_loader.h"
#include "tokenizers/registry.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

namespace po = boost::program_options;

const char* name_of(const Token& token) {
  if (token.gloss) return "gloss";
  switch (token.kind) {
    case TokenKind::word: return "word";
    case TokenKind::stem: return "stem";
    case TokenKind::bigram: return "bigram";
    case TokenKind::unigram: return "unigram";
  }
  return "";
}

class TextPrinter final : public TokenSink {
 public:
  explicit TextPrinter(std::ostream& out) : out_(out) {}
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens)
      fmt::print(out_, "{}\t{}\t{}\t{}\t{}\n", token.position, token.begin, token.end, name_of(token), token.text);
    return out_.good();
  }

 private:
  std::ostream& out_;
};

class JsonPrinter final : public TokenSink {
 public:
  explicit JsonPrinter(std::ostream& out) : out_(out) {}
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens) {
      const nlohmann::ordered_json line = {
          {"text", token.text}, {"begin", token.begin}, {"end", token.end}, {"position", token.position}, {"kind", name_of(token)}};
      out_ << line.dump() << '\n';
    }
    return out_.good();
  }

 private:
  std::ostream& out_;
};

class Counter final : public TokenSink {
 public:
  bool accept(std::span<const Token> tokens) override { return tokens_ += tokens.size(), true; }
  std::size_t tokens() const { return tokens_; }

 private:
  std::size_t tokens_ = 0;
};

// False: it cannot be read to its end.
bool read_all(std::istream& in, std::string& text) {
  constexpr std::size_t step = 1 << 16;
  while (in) {
    const std::size_t size = text.size();
    text.resize(size + step);
    in.read(text.data() + size, step);
    text.resize(size + static_cast<std::size_t>(in.gcount()));
  }
  return in.eof();
}

struct Options {
  std::string tokenizer = std::string(default_tokenizer_name);
  std::string format = "text";
  std::vector<std::string> plugins, files;
};

void report(std::ostream& error, std::string_view what) { fmt::print(error, "jomun-tokenize: {}\n", printable(what)); }

// Two options of which one would be without effect.
void check_together(const po::variables_map& given, const Options& options) {
  const auto reject = [&](const char* first, const char* second) {
    if (given.contains(first) && given.contains(second))
      throw po::error(fmt::format("--{} and --{} cannot be had at once; leave one out", first, second));
  };
  reject("strip", "count");
  reject("strip", "tokenizer");
  for (const char* what : {"strip", "count"})
    if (given.contains(what) && options.format != "text")
      throw po::error(fmt::format("--format {} is not for --{}; leave it out", options.format, what));
}

po::options_description describe(Options& options) {
  po::options_description described("Options");
  po::options_description_easy_init add = described.add_options();
  add("tokenizer", po::value(&options.tokenizer)->value_name("NAME"), "one of the tokenizers below");
  add("plugin", po::value(&options.plugins)->value_name("FILE")->composing(), "add the tokenizers of a shared library; may be repeated");
  add("strip", "print the text without the readings printed in it, else verbatim; no tokens");
  add("count", "print only how many tokens and bytes");
  add("format", po::value(&options.format)->value_name("text|json"), "text: position, begin, end, kind, term; tab-separated");
  add("help", "print this");
  return described;
}

CommandLine command_line(const po::options_description& described) {
  CommandLine line;
  line.name = "jomun-tokenize";
  line.usage = {"[OPTION]... [FILE]..."};
  line.purpose = "Prints the tokens of UTF-8 text, of standard input where no file is named.";
  line.options = options_of(described);
  line.notes = "Tokenizers:\n";
  for (const TokenizerEntry& entry : tokenizers()) {
    line.notes += fmt::format("  {:<20}  {}\n", entry.name, entry.summary);
    for (CommandOption& option : line.options)
      if (option.name == "tokenizer") option.values.emplace_back(entry.name);
  }
  return line;
}

}  // namespace

CommandLine tokenize_command_line() {
  Options options;
  return command_line(describe(options));
}

int run_tokenize(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error) try {
  Options options;
  const po::options_description described = describe(options);
  po::options_description hidden;
  hidden.add_options()("file", po::value(&options.files));
  po::options_description all;
  all.add(described).add(hidden);
  po::positional_options_description positional;
  positional.add("file", -1);
  po::variables_map given;
  po::store(po::command_line_parser(arguments).options(all).positional(positional).run(), given);
  if (given.contains("plugin"))
    for (const std::string& plugin : given["plugin"].as<std::vector<std::string>>()) load_plugin(plugin);
  if (given.contains("help")) {
    print_help(out, command_line(described), described);
    return 0;
  }
  po::notify(given);
  if (options.format != "text" && options.format != "json")
    throw po::error("--format " + options.format + " is not known; it is text or json");
  check_together(given, options);
  const std::unique_ptr<Tokenizer> tokenizer = make_tokenizer(options.tokenizer);
  if (options.files.empty()) options.files = {"-"};

  bool all_read = true;
  Counter counter;
  std::size_t bytes = 0;
  for (const std::string& file : options.files) {
    std::string text;
    std::ifstream stream;
    if (file != "-") stream.open(file, std::ios::binary);
    const std::string name = file == "-" ? "standard input" : file;
    if (!read_all(file == "-" ? in : stream, text)) {
      report(error, fmt::format("{}: cannot be read; check that it is a file you may read", name));
      all_read = false;
      continue;
    }
    bytes += text.size();
    // Not where the bytes are printed as they are.
    if (const std::size_t byte = given.contains("strip") ? std::string::npos : find_ill_formed(text); byte != std::string::npos)
      report(error, fmt::format("{}: byte {} is not well-formed UTF-8; read as U+FFFD", name, byte));
    if (given.contains("count")) {
      tokenizer->tokenize(text, counter);
    } else if (given.contains("strip")) {
      out << strip_annotations(text).text();
    } else if (options.format == "json") {
      JsonPrinter printer(out);
      tokenizer->tokenize(text, printer);
    } else {
      TextPrinter printer(out);
      tokenizer->tokenize(text, printer);
    }
  }
  if (given.contains("count")) fmt::print(out, "tokens={} bytes={}\n", counter.tokens(), bytes);
  if (!out.flush()) throw std::runtime_error("standard output: cannot be written; look for a full disk");
  return all_read ? 0 : 1;
} catch (const po::error& problem) {
  report(error, fmt::format("{}; see jomun-tokenize --help", problem.what()));
  return 2;
} catch (const std::exception& problem) {
  report(error, problem.what());
  return 2;
}

}  // namespace jomun
