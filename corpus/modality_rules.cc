// Jomun: the words that tell modality, and those that only look like them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/modality_rules.h"

namespace jomun {
namespace {

constexpr Modalities must = Modality::must, must_not = Modality::must_not, may = Modality::may, recommend = Modality::recommend, no;

constexpr ModalityRule chinese[] = {
    {"{应|应当|应该|必须|须|务必|不得不|有义务}", must},
    // Words with 应, and terms of accounts and elections: what is due or to be elected is a thing and no duty.
    {"{反|相|适|供|对|响|回|顺|效|感|呼|答|因|支|策}应", no},
    {"应{急|对|用|税|纳|付|征|聘|邀|诉|试|考|届|力|战|变|允|激|援|募|招|答|约|得|计|名|酬|验|有的|有之|收款|收账|收帐|选名额|选人数}", no},
    {"应{征收|用于|对外|考量|考虑|考核|计入|有三分|有二分|有过半}", must},
    {"{应收|应缴}{的|款项}", no},
    // 对 + 应当, 提供 + 应当: the words above end before.
    {"{对应当|提供应当|回应当|因应当|原因应|收支应|开支应|适应当地}", must},
    {"适应当地", no},
    {"{无|毋|不|胡}须", no},
    {"须{知|臾}", no},
    {"{不应|不应当|不应该|不得|不准|不许|不可以|切勿|请勿|严禁}", must_not},
    {"不得已", no},
    {"{不应期|不应归责}", no},
    {"禁止", must_not},
    {"{得|可以|可|被|所|法律|法规|法令|规定|明令|依法|予以|限制或者|限制或|限制、}禁止", no},
    {"禁止{的|之|性|令|者|其|行为|事项|或限制|或者限制}", no},
    {"可以", may},
    {"可以说", no},
    {"{始|方}{可|得}", may},
    {"可", may, Guard::pause},
    {"可{依|按|由|向|对|将|经|并|给|处|责令|申请|根据|采取|进行|自行|免|不|在|作|参照|要求|委托|直接|适当|延长}", may},
    {"{许|认|核|准|尽|不|无|难|非|因}可", no},
    {"可{能|行|靠|见|是|供|燃|持|再|移|抗|归|否|分|逆|观|爱|信|控|比|溯|及|变|视|卡|塑|转债}", no},
    {"{宜|鼓励|呼吁|提倡|倡导|敦促|号召}", recommend},
    {"{适|事|便|机|权|时|制|合|相|谐|不|因地制|得}宜", no},
    {"宜{昌|春|兴|宾|兰|居|林|牧|草|城|阳|良|业|耕|游|荒|湿|养|渔|果|粮}", no},
    {"{酌|为}宜", no},
    {"鼓励{措施|政策|类|金|奖|性|办法}", no},
    // What a measure is for.
    {"{为|为了|为积极|以|俾|俾以|足资|之}{鼓励|提倡|倡导}", no},
    {"{们|并|共同|此|特}倡议", recommend},
    {"倡议{各|如下|所有|全}", recommend},
    {"{们|共同}建议", recommend},
    {"建议各", recommend},
    {"应{努力|当努力|致力|致力于|尽力|当尽力}", recommend},
};

constexpr ModalityRule traditional[] = {
    // 应 + 对, where simplified texts have 应对, to answer: traditional ones have 因应.
    {"应对", must},
    {"得", may},
    {"{取|获|所|征|应|求|经|赢|购|查|测|觉|值|懂|使|变|难|心|舍|领|拾|习|买|换|记|认|免|省|只|必|未|已|自|可|商|博|夺|借|讨}得", no},
    {"得{到|出|知|失|票|标|奖|分数|利|力|体|名|当|益|主|逞|手|宜|点}", no},
};

constexpr ModalityRule korean[] = {
    {"야_{한다|합니다|하며|하고|하되|하거나|하나|함|하므로|된다|할_것이다|할_것입니다}", must},
    {"야만_{한다|합니다|하며|하고}", must},
    {"의무를_{진다|지며|지고|집니다|가진다|부담한다}", must},
    {"의무가_{있다|있으며|있고|있습니다}", must},
    {"지_{아니할|않을}_수_{없다|없으며|없습니다}", must},
    {"{아니|는_안|서_안|면_안}_{된다|되며|되고|됩니다|됨}", must_not},
    {"지_{못한다|못하며|못합니다|못함}", must_not},
    {"수_{없다|없으며|없고|없습니다|없되}", must_not, Guard::open_verb},
    {"금지{한다|합니다|하며|된다|됩니다|되며|함|됨}", must_not},
    {"{을|를}_금한다", must_not},
    {"수_{있다|있으며|있고|있습니다|있되|있으나}", may, Guard::open_verb},
    // What somebody finds, says or knows.
    {"수_{있다|없다}{고|는|면|거나}", no, Guard::open_verb},
    {"{여|아|어|해}도_{된다|됩니다|되며|좋다|무방하다}", may},
    {"{노력|진력}{하여야|해야}_{한다|합니다|하며|하고|하되|함}", recommend},
    {"노력{한다|합니다|하며|할_것이다|할_것입니다|하기로|해_나간다}", recommend},
    {"노력을_{하여야|해야|다하여야|다해야|기울여야}_{한다|합니다|하며|하고}", recommend},
    {"{최선을_다하여야|최선을_다해야|힘써야}_{한다|합니다|하며|하고}", recommend},
    {"{권고|권장|촉구|호소|장려|독려}{한다|합니다|하며|함}", recommend},
    {"{권고|권장|장려}{하여야|해야}_{한다|합니다|하며}", must | recommend},
    {"바람직{하다|합니다}", recommend},
};

constexpr ModalityRule japanese[] = {
    {"{なければ|なくては|ねば}{ならない|ならず|ならぬ|なりません|いけない}", must, Guard::ends},
    {"{なければ|なくては|ねば}ならない{ものとする|こととする|こと。|とする}", must},
    {"ものと{する|し}", must, Guard::ends},
    {"{たもの|だもの}と{する|し}", no},
    {"義務{を負う|を負い|を有する|がある}", must, Guard::ends},
    {"{ては|では}{ならない|ならず|ならぬ|なりません|いけない}", must_not, Guard::ends},
    {"こと{が|は}でき{ない|ず|ません}", must_not, Guard::ends},
    {"こと{が|は}できないものと{する|し}", must_not},
    {"ないものと{する|し}", must_not, Guard::ends},
    {"禁{止する|止し|止される|じる|ずる|じられる}", must_not, Guard::ends},
    {"こと{が|も}でき{る|ます}", may, Guard::ends},
    {"こと{が|も}でき、", may},
    {"こと{が|も}できるものと{する|し}", may},
    {"ても{よい|良い|差し支えない|差し支へない|差支えない}", may, Guard::ends},
    {"を妨げない", may, Guard::ends},
    {"努め{なければならない|なければならず|ねばならない|るものとする|るものとし|る|ます}", recommend, Guard::ends},
    {"努力{しなければならない|しなければならず|するものとする|する}", recommend, Guard::ends},
    {"べき{である|ではない|だ|です}", recommend, Guard::ends},
    {"{望ましい|推奨する|奨励する|奨励し|勧告する|呼びかける|呼び掛ける|要請する}", recommend, Guard::ends},
    // Before 1946.
    {"{コトヲ得|ヲ得}{ズ|ス}", must_not},
    {"コトヲ得", may},
    {"{ベカラズ|ヘカラス}", must_not},
    {"{ス|ル}{ベシ|ヘシ}", must, Guard::ends},
};

constexpr ModalityRule english[] = {
    {"{shall|must}", must, Guard::word},
    {"{is|are} {required|obliged|obligated} to", must, Guard::word},
    {"{has|have|under} {a|the|an} {duty|obligation} to", must, Guard::word},
    {"{has|have} to", must, Guard::assertion},
    {"{do|does|did} not have to", no, Guard::word},
    {"have to do with", no, Guard::word},
    {"{shall|must|may} not only", must, Guard::word},
    {"{shall|must|may} not", must_not, Guard::word},
    {"{shall|must|may} {also|further|therefore|thereby|furthermore} not", must_not, Guard::word},
    {"{shall|must|may} {neither|never|no longer|under no circumstances|in no case|in no event|in no way}", must_not, Guard::word},
    {"{shall|must} be {prohibited|forbidden}", must_not, Guard::word},
    {"{is|are} {prohibited|forbidden|strictly prohibited|not allowed|not permitted}", must_not, Guard::word},
    {"may", may, Guard::word},
    {"as the case may be", no, Guard::word},
    {"as may be", no, Guard::word},
    // What need not be done.
    {"{shall|must} not be {required|obliged|obligated} to", no, Guard::word},
    {"{is|are} not {required|obliged|obligated} to", no, Guard::word},
    {"should", recommend, Guard::assertion},
    {"or should", no, Guard::word},
    {"{ought to|encourage|encourages|urge|urges|recommend|recommends}", recommend, Guard::word},
    {"{call|calls} {on|upon}", recommend, Guard::word},
    {"{is|are} {encouraged|urged|recommended|invited} to", recommend, Guard::word},
    // What somebody has to or may recommend.
    {"{shall|must|may|to|not|that} {recommend|recommends|urge|urges}", no, Guard::word},
    {"to encourage", no, Guard::word},
    {"{shall|must} {endeavor|endeavour|strive} to", recommend, Guard::word},
    {"{shall|must} make {every effort|all efforts|its best efforts|their best efforts|efforts|best efforts}", recommend, Guard::word},
    {"{shall|must} use {its best efforts|their best efforts|best efforts}", recommend, Guard::word},
};

}  // namespace

std::span<const ModalityRule> chinese_modality_rules() { return chinese; }
std::span<const ModalityRule> traditional_modality_rules() { return traditional; }
std::span<const ModalityRule> korean_modality_rules() { return korean; }
std::span<const ModalityRule> japanese_modality_rules() { return japanese; }
std::span<const ModalityRule> english_modality_rules() { return english; }

}  // namespace jomun
