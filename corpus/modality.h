// Jomun: whether a clause obliges, forbids, permits or recommends, told by the words it is said with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   must       shall, must · 应当, 應, 须 · 하여야 한다, 의무가 있다 · しなければならない, するものとする
//   must-not   shall not, may not, no one may · 不得, 禁止 · 아니 된다, 하지 못한다, 할 수 없다 · してはならない, することができない
//   may        may · 可以, 得 · 할 수 있다, 하여도 된다 · することができる
//   recommend  should, encourage, call on · 宜, 鼓励, 呼吁 · 노력하여야 한다, 권고한다 · よう努める, 望ましい
//
// What is printed counts, not what a court would make of it: "shall mean" and "shall be deemed" are must, though they define. A duty to try
// (shall endeavour, 노력하여야 한다, 努めなければならない) is recommend and not must. Rights (有权, is entitled to), needs (必要がある),
// what is not needed (need not, 无需, を要しない) and what cannot be (half of all "cannot" is inability) have no modality. Korean and
// Japanese say it at the end of a sentence: what only describes something (할 수 없는 경우, することができる者) does not count there.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

enum class Modality : std::uint8_t { must, must_not, may, recommend };

// As it is written in queries and in the index, in this order.
inline constexpr std::string_view modality_names[] = {"must", "must-not", "may", "recommend"};
bool is_modality(std::string_view name);
// "must, must-not, may or recommend", for messages.
std::string all_modality_names();

// A set of them.
class Modalities {
 public:
  constexpr Modalities() = default;
  constexpr Modalities(Modality modality) : bits_(static_cast<std::uint8_t>(1U << static_cast<unsigned>(modality))) {}
  // That of this name; none: there is no such name.
  static constexpr Modalities of(std::string_view name) {
    for (std::size_t i = 0; i < std::size(modality_names); ++i)
      if (modality_names[i] == name) return static_cast<Modality>(i);
    return {};
  }
  constexpr bool contains(Modality modality) const { return (bits_ & Modalities(modality).bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr Modalities operator|(Modalities other) const {
    Modalities both;
    both.bits_ = static_cast<std::uint8_t>(bits_ | other.bits_);
    return both;
  }
  constexpr Modalities operator&(Modalities other) const {
    Modalities common;
    common.bits_ = static_cast<std::uint8_t>(bits_ & other.bits_);
    return common;
  }
  constexpr int size() const { return std::popcount(bits_); }
  // Of modality_names, in their order.
  std::vector<std::string> names() const;
  friend bool operator==(const Modalities&, const Modalities&) = default;

 private:
  std::uint8_t bits_ = 0;
};

// Those of a clause in `language`, a BCP 47 tag; none where that is not Chinese, Korean, Japanese or English. Simplified and traditional
// characters, letter case, width, composition (NFD) and, but for English and Korean, white space make no difference. Linear time; any
// bytes may be given. Thread-safe.
Modalities find_modalities(std::string_view text, std::string_view language);

}  // namespace jomun
