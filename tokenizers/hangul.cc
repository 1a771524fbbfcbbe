// Jomun: the parts of a Hangul syllable, and the particles at the end of a Korean word.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/hangul.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {
namespace {

enum class After { anything, consonant, vowel, consonant_but_rieul, vowel_or_rieul };

struct Particle {
  std::u32string_view text;
  After after;
};

// Longest first, so that 에서의 is taken before 의.
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

// Nouns of two syllables, mostly Sino-Korean, whose last syllable has the shape of a particle that the syllable before would allow.
constexpr std::u32string_view nouns[] = {
    U"회의", U"주의", U"동의", U"협의", U"합의", U"논의", U"정의", U"결의", U"심의", U"강의", U"편의", U"의의", U"토의", U"문의", U"건의", U"제의", U"명의",
    U"고의", U"예의", U"상의", U"유의", U"선의", U"악의", U"호의", U"질의", U"발의", U"민의", U"신의", U"임의", U"부의", U"항의", U"사의", U"대의", U"본의",
    U"결과", U"성과", U"경과", U"통과", U"학과", U"전과", U"일과", U"안과", U"허가", U"대가", U"휴가", U"주가", U"시가", U"지가", U"유가", U"여가", U"추가",
    U"자가", U"고가", U"저가", U"도로", U"수로", U"철로", U"피로", U"위로", U"유로", U"활로", U"바로", U"서로", U"스로", U"대로", U"제도", U"정도", U"속도",
    U"지도", U"온도", U"밀도", U"빈도", U"고도", U"태도", U"한도", U"철도", U"인도", U"보도", U"용도", U"강도", U"농도", U"년도", U"연도", U"심도", U"각도",
    U"습도", U"궤도", U"시도", U"의도", U"주도", U"기도", U"선도", U"수도", U"반도", U"척도", U"양도", U"부도", U"명도", U"별도", U"감도", U"난도", U"편도",
    U"법도", U"압도", U"유도", U"중도", U"높이", U"길이", U"깊이", U"넓이", U"변이", U"전이", U"상이", U"용이", U"특이", U"불만", U"대만", U"비만",
    U"미만", U"백만", U"천만", U"만들", U"아들",
};

bool allows(After after, char32_t syllable) {
  constexpr int rieul = 8;
  const int final = final_consonant(syllable);
  switch (after) {
    case After::anything: return true;
    case After::consonant: return final != 0;
    case After::vowel: return final == 0;
    case After::consonant_but_rieul: return final != 0 && final != rieul;
    case After::vowel_or_rieul: return final == 0 || final == rieul;
  }
  return false;
}

constexpr std::size_t syllable_index(char32_t syllable) { return syllable - 0xAC00; }

// By the last syllable of a word, what can end there: most words are told apart by this alone.
struct Endings {
  Endings() : particle(11172), nouns_before(11172) {
    for (const Particle& entry : particles) particle[syllable_index(entry.text.back())] = true;
    for (std::u32string_view noun : nouns) nouns_before[syllable_index(noun[1])] += noun[0];
  }
  std::vector<bool> particle;
  std::vector<std::u32string> nouns_before;  // first syllables of the nouns with this last syllable
};

const Endings& endings() {
  static const Endings instance;
  return instance;
}

}  // namespace

bool is_syllable(char32_t code_point) { return code_point >= 0xAC00 && code_point <= 0xD7A3; }

int final_consonant(char32_t syllable) { return static_cast<int>((syllable - 0xAC00) % 28); }

std::size_t particle_length(std::span<const char32_t> word) {
  constexpr std::size_t kept = 2;
  constexpr int rounds = 3;  // 국가 들 에게 는
  std::u32string_view rest(word.data(), word.size());
  for (int round = 0; round < rounds && rest.size() > kept; ++round) {
    const std::size_t last = syllable_index(rest.back());
    if (!endings().particle[last] || endings().nouns_before[last].find(rest[rest.size() - 2]) != std::u32string::npos) break;
    const auto* particle = std::find_if(std::begin(particles), std::end(particles), [&](const Particle& candidate) {
      if (!rest.ends_with(candidate.text) || rest.size() < candidate.text.size() + kept) return false;
      return allows(candidate.after, rest[rest.size() - candidate.text.size() - 1]);
    });
    if (particle == std::end(particles)) break;
    rest.remove_suffix(particle->text.size());
  }
  return word.size() - rest.size();
}

}  // namespace jomun
