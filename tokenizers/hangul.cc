// Jomun: the parts of a Hangul syllable, and the particles at the end of a Korean word.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/hangul.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jomun {
namespace {

enum class After { anything, consonant, vowel, consonant_but_rieul, vowel_or_rieul };

struct Particle {
  std::u32string_view text;
  After after;
};

constexpr Particle particles[] = {
    {U"으로부터", After::consonant_but_rieul},
    {U"에서부터", After::anything},
    {U"로부터", After::vowel_or_rieul},
    {U"으로서", After::consonant_but_rieul},
    {U"으로써", After::consonant_but_rieul},
    {U"에게서", After::anything},
    {U"이라는", After::consonant},
    {U"이라고", After::consonant},
    {U"에서", After::anything},
    {U"에게", After::anything},
    {U"까지", After::anything},
    {U"부터", After::anything},
    {U"보다", After::anything},
    {U"마다", After::anything},
    {U"처럼", After::anything},
    {U"만큼", After::anything},
    {U"조차", After::anything},
    {U"으로", After::consonant_but_rieul},
    {U"로서", After::vowel_or_rieul},
    {U"로써", After::vowel_or_rieul},
    {U"이나", After::consonant},
    {U"이란", After::consonant},
    {U"라는", After::vowel},
    {U"은", After::consonant},
    {U"는", After::vowel},
    {U"이", After::consonant},
    {U"가", After::vowel},
    {U"을", After::consonant},
    {U"를", After::vowel},
    {U"과", After::consonant},
    {U"와", After::vowel},
    {U"로", After::vowel_or_rieul},
    {U"의", After::anything},
    {U"에", After::anything},
    {U"도", After::anything},
    {U"만", After::anything},
    {U"들", After::anything},
};

// Nouns whose end has the shape of a particle that the syllable before it would allow. They end compounds (국제회의, 평가결과), so
// they are looked for at the end of a word. Only those are here that 16 MB of Korean statutes use so more often than as the end of
// another noun with a particle: 정의 is not, because of 규정의.
// clang-format off
constexpr std::u32string_view nouns[] = {
    U"회의", U"협의", U"논의", U"편의", U"주의", U"결과", U"학과", U"허가", U"휴가", U"추가", U"도로", U"활로", U"스로", U"대로", U"바로", U"제도", U"정도", U"속도",
    U"지도", U"온도", U"밀도", U"빈도", U"고도", U"태도", U"한도", U"철도", U"인도", U"보도", U"용도", U"강도", U"농도", U"년도", U"연도", U"심도", U"각도", U"습도",
    U"궤도", U"시도", U"의도", U"주도", U"기도", U"선도", U"수도", U"반도", U"척도", U"양도", U"부도", U"별도", U"감도", U"난도", U"편도", U"압도", U"유도", U"높이",
    U"길이", U"깊이", U"넓이", U"특이", U"불만", U"대만", U"비만", U"미만", U"백만", U"천만", U"아들", U"피로", U"태만", U"항만", U"옴부즈만",
    U"자치도", U"난이도", U"의존도", U"정확도", U"만족도", U"신뢰도", U"중요도", U"투명도", U"평면도", U"어린이", U"전공의", U"전문의", U"수련의",
    // of these only the compounds
    U"사전동의", U"서면동의", U"상호동의", U"기본합의", U"상호합의", U"사회적합의", U"업무성과", U"연구성과", U"경영성과", U"사업성과", U"측량성과", U"추진경과", U"실지명의", U"공동명의", U"공시지가", U"사전심의", U"통합심의", U"등록심의",
    // and these, which end like a word of the table below
    U"정기회의", U"과학회의", U"민주주의", U"안전주의", U"고속도로", U"자전거도로", U"전용도로", U"농어촌도로",
};
// clang-format on

// Nouns that end like one of the above once they have a particle of one syllable.
// clang-format off
constexpr std::u32string_view inflected[] = {
    U"위원회의", U"협의회의", U"이사회의", U"사회의", U"총회의", U"국회의", U"의회의", U"협회의", U"기회의", U"교회의", U"청문회의", U"공청회의", U"공제회의", U"후원회의", U"대회의", U"학회의", U"심의회의", U"연합회의", U"중앙회의",
    U"사업주의", U"주주의", U"화주의", U"차주의", U"선주의", U"세대주의", U"고용주의", U"건축주의", U"제주의", U"광주의", U"전주의", U"우주의",
    U"용도로", U"별도로", U"한도로", U"정도로", U"연도로", U"년도로", U"지도로", U"제도로", U"속도로", U"철도로", U"보도로", U"주도로", U"태도로", U"상대로", U"토대로", U"세대로",
    U"확대로", U"판결과", U"해결과", U"체결과", U"의결과", U"면허가", U"매년도",
};
// clang-format on

bool allows(After after, char32_t syllable) {
  constexpr int rieul = 8;
  const int final = final_consonant(syllable);
  switch (after) {
    case After::anything: return true;
    case After::consonant: return final != 0;
    case After::vowel: return final == 0;
    case After::consonant_but_rieul: return final != 0 && final != rieul;
    case After::vowel_or_rieul: return (final == 0 && syllable != U'으') || final == rieul;  // of 으로 all goes or nothing
  }
  return false;
}

constexpr std::size_t syllable_count = 0xD7A4 - 0xAC00;
constexpr std::size_t syllable_index(char32_t syllable) { return syllable - 0xAC00; }

// What a word may end with and how many syllables of that come off: of a noun none.
struct Ending {
  std::u32string_view text;
  After after;
  std::size_t removed;
};

// Endings by their last syllable, longest first. Most words are told apart by that syllable alone.
class Endings {
 public:
  Endings() : groups_(1) {
    for (const Particle& particle : particles) add({particle.text, particle.after, particle.text.size()});
    for (std::u32string_view noun : nouns) add({noun, After::anything, 0});
    for (std::u32string_view noun : inflected) add({noun, After::anything, 1});
    for (std::vector<Ending>& group : groups_)
      std::stable_sort(group.begin(), group.end(), [](const Ending& a, const Ending& b) { return a.text.size() > b.text.size(); });
  }
  const std::vector<Ending>& with_last(char32_t syllable) const { return groups_[group_of_[syllable_index(syllable)]]; }

 private:
  void add(const Ending& ending) {
    std::uint8_t& group = group_of_[syllable_index(ending.text.back())];
    if (group == 0) {
      group = static_cast<std::uint8_t>(groups_.size());
      groups_.emplace_back();
    }
    groups_[group].push_back(ending);
  }
  std::array<std::uint8_t, syllable_count> group_of_{};  // 0: no ending has this last syllable
  std::vector<std::vector<Ending>> groups_;
};

const Endings& endings() {
  static const Endings instance;
  return instance;
}

// How many syllables the longest ending that fits takes off `word`.
std::size_t ending_length(std::u32string_view word) {
  constexpr std::size_t kept = 2;
  const char32_t before_last = word.size() > 1 ? word[word.size() - 2] : 0;
  for (const Ending& ending : endings().with_last(word.back())) {
    if (ending.text.size() > 1 && (ending.text[ending.text.size() - 2] != before_last || !word.ends_with(ending.text))) continue;
    if (ending.removed == 0) return 0;
    const std::size_t stem = word.size() - ending.removed;
    if (stem >= kept && allows(ending.after, word[stem - 1])) return ending.removed;
  }
  return 0;
}

}  // namespace

bool is_syllable(char32_t code_point) { return code_point >= 0xAC00 && code_point <= 0xD7A3; }

int final_consonant(char32_t syllable) { return static_cast<int>((syllable - 0xAC00) % 28); }

std::size_t particle_length(std::span<const char32_t> word) {
  constexpr int rounds = 3;  // 국가 들 에게 는
  std::u32string_view rest(word.data(), word.size());
  for (int round = 0; round < rounds && !rest.empty(); ++round) {
    const std::size_t removed = ending_length(rest);
    if (removed == 0) break;
    rest.remove_suffix(removed);
  }
  return word.size() - rest.size();
}

}  // namespace jomun
