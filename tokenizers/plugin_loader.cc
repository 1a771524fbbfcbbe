// Jomun: loads plug-ins with tokenizers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/plugin_loader.h"

#include <dlfcn.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <utility>

#include "tokenizers/plugin.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using EntryPoint = decltype(&jomun_tokenizer_plugin);

constexpr const char* entry_point_name = "jomun_tokenizer_plugin";
constexpr std::string_view build_again = "; build it again with the headers of this program";

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// What the system says of the last failure, without the path it begins with: messages name the file as the user did.
std::string system_message(const std::string& path) {
  const char* text = dlerror();
  std::string message = text == nullptr ? "no reason is given" : text;
  if (message.starts_with(path + ": ")) message.erase(0, path.size() + 2);
  return one_line(std::move(message));
}

// What is thrown below says what is wrong and what to do; load_plugin() puts the file before it.

const TokenizerPlugin* call(EntryPoint entry_point) try { return entry_point(); } catch (const std::exception& problem) {
  throw PluginError("its entry point failed (" + one_line(problem.what()) + "); ask its author");
} catch (...) {
  throw PluginError("its entry point failed; ask its author");
}

const TokenizerPlugin& checked(const TokenizerPlugin* plugin) {
  if (plugin == nullptr) throw PluginError("its entry point gives nothing; ask its author");
  if (plugin->interface_version != tokenizer_interface_version)
    throw PluginError("it has version " + std::to_string(plugin->interface_version) + " of the tokenizer interface, this program version " +
                      std::to_string(tokenizer_interface_version) + std::string(build_again));
  if (plugin->library != standard_library)
    throw PluginError("it is built with another C++ library (" + std::string(plugin->library) + "), this program with " +
                      std::string(standard_library) + std::string(build_again));
  if (plugin->token_size != sizeof(Token) || plugin->entry_size != sizeof(TokenizerEntry))
    throw PluginError("its objects have another layout than those of this program" + std::string(build_again));
  if (plugin->tokenizers.empty()) throw PluginError("it has no tokenizer; ask its author");
  return *plugin;
}

void load(const std::string& file) {
  std::error_code unreadable;
  const std::filesystem::path path = std::filesystem::absolute(file, unreadable);  // a bare name would be searched for elsewhere
  if (!std::filesystem::is_regular_file(path, unreadable)) throw PluginError("there is no such file; give the path of a plug-in");
  // Now: what is missing shows here and not in the middle of the work. Local: two plug-ins may have symbols of the same name.
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    throw PluginError("cannot be loaded (" + system_message(path.string()) +
                      "); check that it is a plug-in built for this system, and that the libraries it needs are installed");
  const auto entry_point = reinterpret_cast<EntryPoint>(dlsym(library, entry_point_name));
  if (entry_point == nullptr)
    throw PluginError(std::string("it is no plug-in of Jomun: it has no function ") + entry_point_name +
                      "; give another file, or ask its author");
  register_tokenizers(checked(call(entry_point)).tokenizers);
}

}  // namespace

void load_plugin(const std::string& file) try { load(file); } catch (const PluginError& problem) {
  throw PluginError(file + ": " + problem.what());
} catch (const std::invalid_argument& problem) {  // of register_tokenizers()
  throw PluginError(file + ": " + problem.what());
}

}  // namespace jomun
