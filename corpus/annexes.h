// Jomun: where annexes and supplementary provisions begin.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "corpus/headings.h"
#include "corpus/labels.h"

namespace jomun {

// A line such as 附則 or Annex begins one only with the first clause below it: until then it is pending, since tables of contents have
// such lines too. Not thread-safe while being written.
class Annexes {
 public:
  // What an annex line interrupts.
  struct Place {
    std::string scope;  // of the addresses
    std::string last_article;
    Headings headings;
  };

  bool pending() const { return kind_.has_value(); }
  bool supplement_pending() const { return kind_ == LabelKind::supplement; }

  // An annex line was read. `place`: where the text was; kept unless another annex line is pending.
  void announce(LabelKind kind, std::string title, Place place) {
    if (!kind_) {
      interrupted_ = std::move(place);
      interrupted_.headings.forget_unused();
    }
    kind_ = kind;
    title_ = std::move(title);
  }

  // The pending annex begins; its scope: "annex.", "supplement2."
  std::string enter() {
    const bool supplement = kind_ == LabelKind::supplement;
    const std::size_t count = supplement ? ++supplements_ : ++annexes_;
    kind_.reset();
    return (supplement ? "supplement" : "annex") + (count == 1 ? std::string() : std::to_string(count)) + ".";
  }

  // The pending line was no annex: back to where the text was.
  const Place& revoke() {
    kind_.reset();
    return interrupted_;
  }

  // Where the text was before the last annex line that was not pending with another.
  const Place& interrupted() const { return interrupted_; }

  // The last annex line; empty once its title was found to be repeated below.
  const std::string& title() const { return title_; }
  void forget_title() { title_.clear(); }

 private:
  std::optional<LabelKind> kind_;
  std::string title_;
  Place interrupted_;
  std::size_t annexes_ = 0;
  std::size_t supplements_ = 0;
};

}  // namespace jomun
