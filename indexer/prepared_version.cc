// Jomun: a version ready to be written, whoever writes it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/prepared_version.h"

#include <optional>
#include <stdexcept>
#include <utility>

namespace jomun {
namespace {

// Of text: what is worth a thread of its own, and small beside what a program may use.
constexpr std::size_t bytes_at_once = 1 << 20;

class Built final : public DocumentSource {
 public:
  explicit Built(std::vector<IndexDocument> documents) : documents_(std::move(documents)) {}
  bool next(std::vector<IndexDocument>& documents) override {
    documents = std::exchange(documents_, {});
    return !documents.empty();
  }

 private:
  std::vector<IndexDocument> documents_;
};

class BuiltOnDemand final : public DocumentSource {
 public:
  BuiltOnDemand(Version version, DocumentBuilders& builders, std::size_t threads)
      : version_(std::move(version)), builders_(builders), threads_(threads) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < version_.clauses.size(); ++i) {
      if (bytes == 0) begins_.push_back(i);
      bytes += version_.clauses[i].text.text().size() + 1;
      if (bytes >= bytes_at_once) bytes = 0;
    }
    begins_.push_back(version_.clauses.size());
  }
  bool next(std::vector<IndexDocument>& documents) override {
    if (handed_over_ + 1 >= begins_.size()) return false;
    if (!parts_)
      parts_.emplace(begins_.size() - 1, threads_, [this](std::size_t i) { return builders_.build(version_, begins_[i], begins_[i + 1]); });
    documents = parts_->next().value;
    ++handed_over_;
    return true;
  }

 private:
  Version version_;
  DocumentBuilders& builders_;
  std::size_t threads_;
  std::vector<std::size_t> begins_;  // of the parts, clauses; the last one is the end
  std::size_t handed_over_ = 0;      // parts
  std::optional<OrderedReader<std::vector<IndexDocument>>> parts_;
};

// The documents of a whole file in parts, each of one version, in the order they are written in.
class DocumentsOfFile {
 public:
  DocumentsOfFile(std::shared_ptr<const JsonLinesFile> file, DocumentBuilders& builders, std::size_t threads)
      : file_(std::move(file)), builders_(builders), threads_(threads) {}

  // Before the first next(). Returns how many parts there are then.
  std::size_t append(std::size_t version) {
    const std::size_t clauses = file_->clauses(version);
    for (std::size_t first = 0, i = 0; first < clauses; first = i) {
      for (std::size_t bytes = 0; i < clauses && bytes < bytes_at_once; ++i) bytes += file_->line_bytes(version, i);
      parts_.push_back({version, first, i});
    }
    return parts_.size();
  }
  std::vector<IndexDocument> next(std::size_t part) {
    if (part != handed_over_) throw std::logic_error("documents are asked for in another order than that of their versions");
    if (!reader_) reader_.emplace(parts_.size(), threads_, [this](std::size_t i) { return build(parts_[i]); });
    ReadFile<std::vector<IndexDocument>> documents = reader_->next();
    ++handed_over_;
    if (!documents.problem.empty()) throw UnreadableFile(documents.problem);
    return std::move(documents.value);
  }

 private:
  struct Part {
    std::size_t version, first, last;  // clauses
  };

  std::vector<IndexDocument> build(const Part& part) {
    Version version{file_->metadata(part.version), {}};
    {
      const Profile::Timer timer(builders_.profile(), Profile::splitting);
      version.clauses = file_->read(part.version, part.first, part.last);
    }
    return builders_.build(version, 0, version.clauses.size());
  }

  std::shared_ptr<const JsonLinesFile> file_;
  DocumentBuilders& builders_;
  std::size_t threads_;
  std::vector<Part> parts_;
  std::size_t handed_over_ = 0;  // parts
  std::optional<OrderedReader<std::vector<IndexDocument>>> reader_;
};

class BuiltFromFile final : public DocumentSource {
 public:
  BuiltFromFile(std::shared_ptr<DocumentsOfFile> file, std::size_t first, std::size_t last)
      : file_(std::move(file)), next_(first), last_(last) {}
  bool next(std::vector<IndexDocument>& documents) override {
    if (next_ == last_) return false;
    documents = file_->next(next_++);
    return true;
  }

 private:
  std::shared_ptr<DocumentsOfFile> file_;
  std::size_t next_, last_;  // parts
};

schema::VersionRecord record_of(const Metadata& metadata, std::size_t clauses) {
  return {metadata.title, metadata.issuer, metadata.date, metadata.status, metadata.source_url, "", clauses};
}

}  // namespace

std::vector<PreparedVersion> prepare(std::shared_ptr<const JsonLinesFile> file, const std::vector<std::size_t>& order,
                                     DocumentBuilders& builders, std::size_t threads) {
  const auto documents = std::make_shared<DocumentsOfFile>(file, builders, threads);
  std::vector<PreparedVersion> versions;
  std::size_t first = 0;
  for (const std::size_t version : order) {
    const std::size_t last = documents->append(version);
    versions.push_back({Version{file->metadata(version), {}}.name(), record_of(file->metadata(version), file->clauses(version)),
                        file->ids(version), file->text_bytes(version), std::make_unique<BuiltFromFile>(documents, first, last)});
    first = last;
  }
  return versions;
}

std::vector<IndexDocument> DocumentBuilders::build(const Version& version, std::size_t first_clause, std::size_t last_clause) {
  const Profile::Timer timer(profile_, Profile::documents);
  std::unique_ptr<DocumentBuilder> builder;
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      builder = std::move(free_.back());
      free_.pop_back();
    }
  }
  if (builder == nullptr) builder = std::make_unique<DocumentBuilder>(make_());
  std::vector<IndexDocument> documents;
  documents.reserve(last_clause - first_clause);
  for (std::size_t i = first_clause; i < last_clause; ++i) documents.push_back(builder->build(version, version.clauses[i]));
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(builder));
  return documents;
}

PreparedVersion prepare(Version version, DocumentBuilders& builders, std::size_t threads) {
  PreparedVersion prepared;
  prepared.name = version.name();
  prepared.record = record_of(version.metadata, version.clauses.size());
  for (const Clause& clause : version.clauses) {
    if (!clause.id.empty()) prepared.ids.push_back(clause.id);
    prepared.text_bytes += clause.text.text().size();
  }
  if (prepared.text_bytes <= bytes_at_once)
    prepared.documents = std::make_unique<Built>(builders.build(version, 0, version.clauses.size()));
  else
    prepared.documents = std::make_unique<BuiltOnDemand>(std::move(version), builders, threads);
  return prepared;
}

}  // namespace jomun
