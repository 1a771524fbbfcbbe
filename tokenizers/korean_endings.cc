// Jomun: what a Korean word may end with: particles, forms of verbs made from nouns, and the nouns that look like either.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/korean_endings.h"

#include <initializer_list>
#include <map>
#include <string_view>
#include <utility>

namespace jomun {
namespace {

struct Particle {
  std::u32string_view text;
  After after;
};

// 이나, 이란, 라고 … are forms of 이다 that have become particles.
constexpr Particle particles[] = {
    {U"으로부터", After::consonant_but_rieul},
    {U"에서부터", After::anything},
    {U"로부터", After::vowel_or_rieul},
    {U"으로서", After::consonant_but_rieul},
    {U"으로써", After::consonant_but_rieul},
    {U"에게서", After::anything},
    {U"한테서", After::anything},
    {U"까지만", After::anything},
    {U"이야말로", After::consonant},
    {U"야말로", After::vowel},
    {U"이든지", After::consonant},
    {U"에는", After::anything},
    {U"에도", After::anything},
    {U"에만", After::anything},
    {U"에의", After::anything},
    {U"에서", After::anything},
    {U"에게", After::anything},
    {U"께서", After::anything},
    {U"한테", After::anything},
    {U"까지", After::anything},
    {U"부터", After::anything},
    {U"보다", After::anything},
    {U"마다", After::anything},
    {U"마저", After::anything},
    {U"처럼", After::anything},
    {U"만큼", After::anything},
    {U"조차", After::anything},
    {U"커녕", After::anything},
    {U"끼리", After::anything},
    {U"뿐만", After::anything},
    {U"밖에", After::anything},
    {U"으로", After::consonant_but_rieul},
    {U"로서", After::vowel_or_rieul},
    {U"로써", After::vowel_or_rieul},
    {U"이나", After::consonant},
    {U"이란", After::consonant},
    {U"이든", After::consonant},
    {U"라는", After::vowel},
    {U"라고", After::vowel},
    {U"라도", After::vowel},
    {U"든지", After::vowel},
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
    {U"등", After::anything},  // "and so on": statutes write it to the noun (이용자등)
    {U"뿐", After::anything},
    {U"씩", After::anything},
};

// How a verb goes on after a form of its stem. An ending that begins with a lone consonant puts it under the syllable before: 하, ㄴ다:
// 한다.
struct Conjugation {
  std::initializer_list<std::u32string_view> stems, with_particles, last;
};

// Verbs that are put to a noun to make it a verb: 제출하다, 제출되다, 교육시키다, 지정받다.
// clang-format off
constexpr Conjugation conjugations[] = {
    {{U"하", U"되", U"시키"},
     {U"고", U"지", U"기", U"게", U"도록", U"거나", U"려고", U"는지", U"ㄴ지", U"ㄹ지", U"ㅁ"},
     {U"다", U"다고", U"다는", U"다면", U"다가", U"ㄴ다", U"ㄴ다고", U"ㄴ다는", U"ㄴ다면", U"ㅂ니다", U"ㅂ니까", U"는", U"는데", U"는데도", U"는바", U"ㄴ", U"ㄴ데", U"ㄴ바", U"ㄹ", U"ㄹ수록", U"던", U"며", U"면",
      U"면서", U"면서도", U"므로", U"지만", U"고서", U"고자", U"려는", U"려면", U"더라도", U"든지", U"되"}},
    {{U"하여", U"되어", U"돼", U"시켜"}, {U"", U"서", U"야만", U"도"}, {U"야", U"라"}},
    {{U"해"}, {U"서", U"야만", U"도"}, {U"야"}},  // not 해: 자연재해, 피해
    {{U"하였", U"했", U"되었", U"됐", U"시켰"}, {U"음", U"는지", U"을지", U"기", U"거나"},
     {U"다", U"다고", U"다는", U"다면", U"다가", U"습니다", U"습니까", U"을", U"던", U"는데", U"는데도", U"고", U"으며", U"으나", U"으면", U"으므로", U"지만", U"더라도"}},
    {{U"받"}, {U"고", U"지", U"기", U"게", U"도록", U"거나", U"으려고", U"는지", U"은지", U"을지", U"음", U"아", U"아서", U"아야만", U"아도"},
     {U"다", U"는다", U"는다는", U"습니다", U"는", U"은", U"을", U"던", U"으며", U"으면", U"으면서", U"으므로", U"지만", U"고서", U"고자", U"으려는", U"으려면", U"더라도", U"아야"}},
    {{U"받았"}, {U"음", U"는지", U"을지", U"기", U"거나"}, {U"다", U"습니다", U"을", U"던", U"고", U"으며", U"으나", U"으면", U"으므로", U"지만", U"더라도"}},
    // to be, and what else is written to a noun
    {{U"이"}, {U"라고", U"라도"}, {U"라", U"라는", U"다", U"며", U"고", U"면", U"거나", U"라면", U"므로", U"지만", U"던", U"었던", U"었다", U"더라도", U"어야", U"ㅂ니다"}},
    {{U"있", U"없"}, {}, {U"는"}},
    {{U"없이", U"히"}, {}, {U""}},
};

// What stands before one of these forms without being a noun: 그러하지, 공익을위하여, 있게된, 인정할만한, 주고받는, 움직이며.
constexpr std::u32string_view non_nouns[] = {
    U"아니", U"그러", U"이러", U"저러", U"어떠", U"지못", U"에관", U"을위", U"를위", U"에대", U"에의", U"로인", U"을통", U"를통", U"을향", U"를향", U"에속", U"하게", U"되게", U"있게", U"없게",
    U"받게", U"할만", U"될만", U"을만", U"하려", U"되려", U"으려", U"주고", U"게을리", U"달리", U"움직", U"기울", U"어들", U"아들", U"곁들", U"길들", U"망설",
};

// Nouns whose end has the shape of an ending. They end compounds (국제회의, 평가결과), so they are looked for at the end of a word. Only
// those are here that the statutes use so more often than as the end of another noun with an ending: 정의 is not, because of 규정의.
constexpr std::u32string_view nouns[] = {
    // like one with a particle
    U"회의", U"협의", U"논의", U"편의", U"주의", U"결과", U"학과", U"허가", U"휴가", U"추가", U"도로", U"활로", U"스로", U"대로", U"바로", U"제도", U"정도", U"속도",
    U"지도", U"온도", U"밀도", U"빈도", U"고도", U"태도", U"한도", U"철도", U"인도", U"보도", U"용도", U"강도", U"농도", U"년도", U"연도", U"심도", U"각도", U"습도",
    U"궤도", U"시도", U"의도", U"주도", U"기도", U"선도", U"수도", U"반도", U"척도", U"양도", U"부도", U"별도", U"감도", U"난도", U"편도", U"압도", U"유도", U"높이",
    U"길이", U"깊이", U"넓이", U"특이", U"불만", U"대만", U"비만", U"미만", U"백만", U"천만", U"아들", U"피로", U"태만", U"항만", U"옴부즈만",
    U"자치도", U"난이도", U"의존도", U"정확도", U"만족도", U"신뢰도", U"중요도", U"투명도", U"평면도", U"어린이", U"전공의", U"전문의", U"수련의",
    U"평등", U"균등", U"갈등", U"급등", U"폭등", U"가로등", U"신호등", U"전조등", U"형광등", U"조명등", U"비상등", U"유도등", U"점멸등", U"탐조등", U"섬광등", U"선미등", U"마스트등", U"삼색등", U"양색등",
    U"위치도", U"지적도", U"소음도", U"임야도", U"달성도", U"기여도", U"공헌도", U"청렴도", U"지형도", U"지질도", U"조직도", U"구성도", U"배치도", U"설계도", U"대조도", U"오염도", U"경사도", U"활력도",
    U"위험도", U"안전도", U"숙련도", U"선호도", U"친절도", U"밀집도", U"중증도", U"임상도", U"비교도", U"태권도", U"사관생도", U"국가지원지방도", U"고속국도", U"일반국도", U"지하차도", U"고광도",
    U"충청남도", U"전라남도", U"경상남도", U"평안남도", U"함경남도", U"충청북도", U"전라북도", U"경상북도", U"평안북도", U"함경북도", U"강원도", U"경기도", U"제주도", U"줄어들", U"흘러들", U"부득이", U"똑같이", U"뚜렷이", U"거꾸로", U"저절로", U"함부로", U"전용차로", U"취업애로",
    // like the form of a verb, and words that are no nouns but would be cut to something that is none
    U"권한", U"제한", U"기한", U"상한", U"하한", U"최대한", U"최소한", U"북한", U"적용시한", U"제출시한", U"처리시한", U"협상시한", U"수업연한", U"내구연한", U"사용연한", U"교육연한", U"근무연한",
    U"관할", U"분할", U"역할", U"결함", U"군함", U"잠수함", U"우편함", U"사서함", U"투표함", U"사물함", U"보관함", U"접속함", U"제어함", U"배전함", U"오래된", U"하여금",
    U"어있는", U"아있는", U"혀있는", U"고있는", U"수있는", U"수없는", U"더라도", U"아니라도", U"아니라고", U"어도", U"아도", U"면서도", U"데도", U"지나도", U"있지만", U"없지만", U"같지만", U"않지만", U"있다는", U"없다는", U"았다는", U"었다는",
    // of these only the compounds
    U"사전동의", U"서면동의", U"상호동의", U"기본합의", U"상호합의", U"사회적합의", U"업무성과", U"연구성과", U"경영성과", U"사업성과", U"측량성과", U"추진경과", U"실지명의", U"공동명의", U"공시지가", U"사전심의", U"통합심의", U"등록심의",
    // and these, which end like a word of the table below
    U"정기회의", U"과학회의", U"민주주의", U"안전주의", U"고속도로", U"자전거도로", U"전용도로", U"농어촌도로", U"지정제한",
};

// Nouns that end like one of the above once they have an ending of one syllable.
constexpr std::u32string_view inflected[] = {
    U"위원회의", U"협의회의", U"이사회의", U"사회의", U"총회의", U"국회의", U"의회의", U"협회의", U"기회의", U"교회의", U"청문회의", U"공청회의", U"공제회의", U"후원회의", U"대회의", U"학회의", U"심의회의", U"연합회의", U"중앙회의",
    U"사업주의", U"주주의", U"화주의", U"차주의", U"선주의", U"세대주의", U"고용주의", U"건축주의", U"제주의", U"광주의", U"전주의", U"우주의",
    U"용도로", U"별도로", U"한도로", U"정도로", U"연도로", U"년도로", U"지도로", U"제도로", U"속도로", U"철도로", U"보도로", U"주도로", U"태도로", U"상대로", U"토대로", U"세대로",
    U"용어도", U"언어도", U"제어도", U"나라는", U"인프라는", U"카메라는",
    U"확대로", U"판결과", U"해결과", U"체결과", U"의결과", U"면허가", U"매년도",
    U"공제한", U"해제한", U"변제한", U"삭제한", U"복제한", U"면제한", U"통제한", U"정제한", U"의제한", U"완제한", U"억제한", U"규제한", U"배제한", U"폐제한", U"결제한",
    U"포기한", U"등기한", U"제기한", U"폐기한", U"야기한", U"표기한", U"유기한", U"연기한", U"병기한", U"명기한", U"파기한", U"투기한",
    U"보상한", U"배상한", U"포상한", U"계상한", U"예상한", U"입상한", U"절상한", U"손상한", U"구상한", U"수상한", U"부상한", U"각하한", U"취하한", U"인하한", U"투하한",
    U"보관할", U"이관할", U"통관할", U"주관할", U"처분할", U"구분할", U"배분할", U"세분할", U"양분할", U"검역할", U"번역할",
    // the copula after what it is most often put to; elsewhere these are nouns (신청인, 시행일)
    U"적인", U"이상인", U"미만인", U"이하인", U"이상일", U"미만일", U"이하일",
};
// clang-format on

std::u32string attach(std::u32string_view stem, std::u32string_view ending) {
  std::u32string form(stem);
  constexpr std::pair<char32_t, char32_t> finals[] = {{U'ㄴ', 4}, {U'ㄹ', 8}, {U'ㅁ', 16}, {U'ㅂ', 17}};
  for (const auto& [consonant, final] : finals) {
    if (ending.empty() || ending.front() != consonant) continue;
    form.back() += final;
    ending.remove_prefix(1);
  }
  return form.append(ending);
}

}  // namespace

std::vector<Ending> korean_endings() {
  std::map<std::u32string, Ending> found;
  const auto add = [&](std::u32string text, EndingKind kind, After after, std::size_t removed) {
    Ending ending{text, kind, after, static_cast<std::uint8_t>(removed)};
    found.insert_or_assign(std::move(text), std::move(ending));
  };
  for (const Particle& particle : particles) add(std::u32string(particle.text), EndingKind::particle, particle.after, particle.text.size());
  for (const Conjugation& conjugation : conjugations) {
    for (const std::u32string_view stem : conjugation.stems) {
      const auto add_verb = [&](std::u32string_view ending, EndingKind kind) {
        std::u32string form = attach(stem, ending);
        const std::size_t size = form.size();
        add(std::move(form), kind, After::anything, size);
      };
      for (const std::u32string_view ending : conjugation.with_particles) add_verb(ending, EndingKind::verb);
      for (const std::u32string_view ending : conjugation.last) add_verb(ending, EndingKind::last_verb);
    }
  }
  for (const std::u32string_view noun : nouns) add(std::u32string(noun), EndingKind::noun, After::anything, 0);
  for (const std::u32string_view noun : inflected) add(std::u32string(noun), EndingKind::noun, After::anything, 1);
  std::vector<Ending> result;
  result.reserve(found.size());
  for (auto& [text, ending] : found) result.push_back(std::move(ending));
  return result;
}

std::span<const std::u32string_view> korean_non_nouns() { return non_nouns; }

}  // namespace jomun
