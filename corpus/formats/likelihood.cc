// Jomun: how likely a sequence of code points is text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/likelihood.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <memory>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

// The most frequent first; which one exactly matters little. What is said twice counts once.
constexpr std::string_view most_common_han =
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如"
    "都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间"
    "由问很最重并物应战向头文体政美相见被利什二等产或新己制身果加月话合回特代内信表化给世位次度任常先通教原东提立及比员解水名真论处各入几条"
    "平"
    "系题别打四总何电数安少报才结反受量再建务做接必件计管期市直资命山金指许统区保至形社决治展科司五基书非则听界光放强即且权思式设路记品住告"
    "类求"
    "据程北边该交规万取领共议章款项节附委规范责任法律罚监督应当依其令";
constexpr std::string_view common_han =
    "手西斯老门海儿声义认口活更尔女变神感场马眼却白达像难王象完色南死张拉格望觉术确传师观清今切院让识候带导争运笔号准红步商约支参改级复济环"
    "职持"
    "众组布适修订施宪宣言智数据隐私透明险评估伦能算型模训练部署开源负责问可信赖公正歧视尊严福祉续展国际合作共享创新研究发技术产供应链网络安"
    "全"
    "六七八九百千亿元万零〇甲乙丙丁每周日昨晚早夜半秋冬春夏左右中东西南北村县省州京城市区街港台湾澳门香韩朝鲜英美德法俄欧洲亚非"
    "厅局署府院部长官员席总理首相阁议员选举投票党派联盟协定条约宣布签批准缔结履义务裁判诉讼检察警犯罪刑逮捕狱徒死仲辩护证拘被害赔偿损失"
    "财产契约买卖租赁借贷债权抵押担保票银行融券股份企业登记注册税费征收缴纳补助款额支付预算决审查核批认定许申请书类提出届通知公告示期间届满"
    "学校教授生徒育研医疗病健康保卫药品食农林渔牧矿业工厂劳动雇用工资休假退养老险年金灾害防护救援消火气候温暖室排废弃物污染境态自然资源能油"
    "电核"
    "交通运输道路车船航空港铁邮便信播放送报纸刊版著作权商标专利密码钥存储处理器器软硬件屏幕键盘输入输出接口端系统统计图表格式标准准则指南针"
    "框架"
    "原则目标方略措施计划战政策略机制评价监测验试测试检验查调究讨论会议记录决案草案修改增删附则总纲目录序前后上下内外左条文项号款语词字句段"
    "落章篇"
    "父母兄弟姐妹夫妻婚姻家族亲属继承遗儿童少青妇女男性别残障高龄人口移民难籍护照入境出境停留居住址户宅建筑土地房屋造"
    "取得丧失变更消灭成立效废止失无撤销解除终止停止开始继续延长缩短增加减扩大小高低深浅厚薄长短宽窄远近快慢早迟多寡轻重强弱软硬冷热干湿新旧"
    "好坏善恶"
    "真假美丑是非对错得失利弊优劣贵贱贫富苦乐喜怒哀惧爱恨情欲意志思想念虑忘记忆识知觉感触听闻视看见望观察读写说话谈语讲述叙答问询呼叫喊唱歌"
    "舞"
    "走跑跳站坐卧起立来往回返进退出入升降落飞游泳浮沉流转动摇摆振荡击打破坏毁伤杀死亡埋葬祭祀神佛教宗寺庙祈祷信仰礼仪式典节庆祝贺"
    "仅虽然但如若倘假设即使只要除非因故此由于从而且并及与或者又亦也乃便则却仍还再已曾将必须应该可能够会愿肯敢配值须尽量约略稍微极其甚更最较"
    "比颇很太过"
    "込畑働枠峠匂図円込様応図続経済験関対総県広単団覚観実写真労働営党区会議員予算参与両院閣僚環境省庁厚生労働経産国交農水文科総務法務外務財"
    "務防衛"
    "掲載規定適用施行令附則第条項号以下同又前各当該及並若者其他係場合於旨拠準備義務者期日届出認可許処分取消命権限委任管轄裁判所審判請求訴訟"
    "起訴被告原告証人鑑"
    "込払渡受領扱振替預託供託担任員職給与俸退職懲戒休職復職昇任転任派遣兼業服務宣誓守秘密監査役取締株式社債総会登記簿閲覧謄写抄本"
    "個利便益害危険性質量価格値段料金費負担割合率比例倍均衡差異同様似類別種族群集団体組織構造形態状況条件環要因素元成分材料件品具器械機械装"
    "置設備施設"
    "衆参頭脳顔首腕胸腹背骨血肉皮毛髪牙歯舌鼻耳目口手足指爪心肺肝腎胃腸"
    "花草木森林葉枝根種実果米麦豆菜茶酒塩糖油肉魚鳥獣犬猫牛馬羊豚鶏虫蛇亀竜虎"
    "赤青黄緑紫白黒灰茶色彩光影暗明朝昼夕夜星月雲雨雪風雷霜露氷川河湖池海洋波島岸浜岬湾峡谷丘陵原野沙漠石岩砂土泥"
    "卡拉克巴尼亚伊朗罗密奥维娜莎莉丽丹麦瑞典芬兰冰岛荷比卢葡萄牙班意希腊土耳其埃及坦桑肯尼摩洛哥越泰缅甸老挝柬埔寨菲律宾印尼新加坡马来蒙古"
    "乌克"
    "赛冠军球队员足篮排乒乓奥林匹赛事比胜负奖牌纪录录影视剧演唱片音乐曲艺术画展览馆博物图书店铺市场超级餐厅饭菜味道厨房卧客厅床桌椅灯窗门"
    "墙";
constexpr std::string_view most_common_hangul =
    "이다는의에가을고하지로사은한를도기인어자정시리나보대서해일여그게라과수원전관부장제조상공동주성법국업무행안계신청용경우등위규회각호항따"
    "른있임면명령포"
    "통중간개물건구방세년월분산적설비치유권재소송교육학생전환역당근로자격심평가복험금융감독검사결목발표현황선언책연구단으및할하여위하";
constexpr std::string_view common_hangul =
    "인공지능데이터윤리투명책임보호알고즘제협력사회치평등차별까만들되된될돼했하려면것거니까습니다입니합있없않못잘더많작크큰높낮좋새처음마막"
    "말씀"
    "때문경우따라통하대하관하의하여으로써부터까지에게서와과랑며든지거나또는및그러나그리고하지만왜냐때매우아주너무너희우리저희누구무엇어디언"
    "제어떻"
    "게왕엄마아빠형누나언니오빠동생친구선배후할머아버지남녀아이들람은집방문창책상의자컴퓨터전화기휴대폰인터넷웹싸트메일"
    "먹다마시고자일어나앉서걷뛰달려가오르내리밀당기열닫켜끄쓰읽듣말하보느끼생각알모르믿바라원싫좋사랑미워기쁘슬프화나무섭놀라웃울"
    "날씨봄여름을겨울비눈바람구름해달별하늘땅산강바다섬나무꽃풀숲돌흙물불빛색깔빨강노랑파초록검흰"
    "쌀밥국김치찌개고기생선야채과일우유빵떡술차커피설탕소금간장된고추마늘양파배추무감자콩두부"
    "병원약국의사간호환자수술치료검진건강질암독감열두통증예방접종백신코로나균"
    "은행돈원달러환율주식투금융대출저축이율세납부과징급여연봉임퇴직휴가근로계약채용해고노조파업협상"
    "대통령장관국회의원총리청시군구읍면동도특별광역자치행정기관공무원위촉임명승진징계파면"
    "헌법률령규칙조례훈예규고시공포시행개정폐지제본칙부벌형과료태몰수집유예석방구속영장압류경매강취소철회무효효력소멸시취득상실변제담저당질"
    "권유치"
    "학교육과정급년반담임교사총학장졸업입시험성적점졸논문연구개발특허출표디자인저작복제배포송신"
    "환경오염배출허용기준초과개선명령폐기물처리시설재활용수질대기토양음진동악취생태자원절약녹색성장탄온실가스감축"
    "건축허가착공준검도로교량터널철항만공항하천댐제방상하수전력통신케블위성방송신문잡출판인쇄"
    "독립운동삼국조선려백제신라왕실궁궐문화재유산박물관미술음악무용연극영화체육축구야농배태권올림픽"
    "협의체평의회이사총회정관회칙규약결산예출납감사보고재산목록청산해산합병분할인가승등록말소번호증발급갱신정보공개열람복사"
    "률린렵류륙률름릅릉링림립막맞매맥맹먼멸몇몰묘문미민및박반받발밝밖백번벌범변병복본볼봉북불붙브블빈빙쁜뿐삼색생석섯선섬섭셋손솔솟속쇄순술"
    "숙숭습승식심십"
    "싱쌍씨씩악압액약얻얼업엔였열염엽영옥올완왔외욕용운울웅월웨육율융을음응있잃익인입잉작잔잡재쟁점접젊젠족존졸종좌죄준줄중즉증질집짓짜째쪽"
    "찬찰참창찾책처척천철첨첫청체초촉촌총최추축출충취측층친침칭컨켜콘콜크클킬킨타탄탈탐택탁텔토통투특틀티팀파판패편펼폐폭표품풍프플피필핍학"
    "할함합항핵했행향허험혁협혜혹혼홍확활황획횟효훈훼휘흐흡흥희히힘";

enum Script : unsigned char { none, latin, han, kana, half_width, hangul, other };

struct Cost {
  std::uint8_t quarters;  // of a bit
  std::uint8_t script;
};

constexpr std::uint8_t quarters(double bits) { return static_cast<std::uint8_t>(bits * 4); }

// What two letters of these scripts side by side cost beside themselves. Around digits, punctuation and spaces there is nothing to pay, but
// for half-width katakana, which stand for single bytes and come in words of their own.
constexpr std::uint8_t change[7][7] = {
    //              none         latin        han           kana          half-width    hangul       other
    /* none       */ {0, 0, 0, 0, quarters(8), 0, 0},
    /* latin      */ {0, 0, quarters(9), quarters(9), quarters(12), quarters(9), quarters(8)},
    /* han        */ {0, quarters(9), 0, quarters(.5), quarters(8), quarters(4), quarters(8)},
    /* kana       */ {0, quarters(9), quarters(.5), 0, quarters(8), quarters(14), quarters(8)},
    /* half-width */ {0, quarters(9), quarters(4), quarters(4), 0, quarters(14), quarters(8)},
    /* hangul     */ {0, quarters(9), quarters(4), quarters(14), quarters(14), 0, quarters(8)},
    /* other      */ {0, quarters(8), quarters(8), quarters(8), quarters(12), quarters(8), 0},
};

struct Block {
  char16_t first, last;
  double bits;
  Script script;
};

// Later rows win.
constexpr Block blocks[] = {
    {0x0000, 0x001F, 25, none},   {0x0009, 0x000A, 5, none},      {0x000D, 0x000D, 5, none},    {0x0020, 0x0020, 3, none},
    {0x0021, 0x002F, 7, none},    {0x0030, 0x0039, 6, none},      {0x003A, 0x0040, 7, none},    {0x0041, 0x005A, 6.5, latin},
    {0x005B, 0x0060, 8, none},    {0x0061, 0x007A, 4.5, latin},   {0x007B, 0x007E, 8, none},    {0x007F, 0x009F, 25, none},
    {0x00A0, 0x00BF, 12, none},   {0x00A0, 0x00A0, 9, none},      {0x00A7, 0x00A7, 10, none},   {0x00A9, 0x00A9, 10, none},
    {0x00AB, 0x00AB, 10, none},   {0x00B0, 0x00B0, 10, none},     {0x00B7, 0x00B7, 10, none},   {0x00BB, 0x00BB, 10, none},
    {0x00C0, 0x00DE, 11, latin},  {0x00DF, 0x00FF, 9, latin},     {0x00D7, 0x00D7, 10, none},   {0x00F7, 0x00F7, 12, none},
    {0x0100, 0x024F, 11, latin},  {0x0250, 0x036F, 12, none},     {0x0370, 0x03FF, 10, other},  {0x03B1, 0x03C9, 9, other},
    {0x0400, 0x052F, 10, other},  {0x0430, 0x044F, 8, other},     {0x0530, 0x10FF, 10, other},  {0x1100, 0x11FF, 13, hangul},
    {0x1200, 0x1DFF, 13, other},  {0x1E00, 0x1EFF, 10, latin},    {0x1F00, 0x1FFF, 11, other},  {0x2000, 0x206F, 11, none},
    {0x2010, 0x2027, 8, none},    {0x203B, 0x203B, 9, none},      {0x2070, 0x214F, 12, none},   {0x20AC, 0x20AC, 9, none},
    {0x2103, 0x2103, 10, none},   {0x2116, 0x2116, 10, none},     {0x2122, 0x2122, 10, none},   {0x2150, 0x218F, 11, none},
    {0x2160, 0x217F, 10, none},   {0x2190, 0x22FF, 12, none},     {0x2300, 0x245F, 14, none},   {0x2460, 0x24FF, 11, none},
    {0x2460, 0x2473, 9, none},    {0x2500, 0x25FF, 12, none},     {0x2500, 0x2503, 10, none},   {0x25A0, 0x25EF, 10, none},
    {0x2600, 0x27BF, 12, none},   {0x27C0, 0x2E7F, 14, none},     {0x2E80, 0x2FFF, 14, han},    {0x3000, 0x303F, 11, none},
    {0x3000, 0x3002, 6, none},    {0x3003, 0x3007, 9, none},      {0x3008, 0x3011, 8, none},    {0x3014, 0x3015, 9, none},
    {0x3040, 0x309F, 6, kana},    {0x30A0, 0x30FF, 7.5, kana},    {0x30FB, 0x30FB, 8, none},    {0x3100, 0x312F, 12, other},
    {0x3130, 0x318F, 11, hangul}, {0x318D, 0x318E, 8, none},      {0x3190, 0x319F, 14, none},   {0x31A0, 0x31FF, 15, other},
    {0x3200, 0x33FF, 11, none},   {0x3400, 0x4DBF, 19, han},      {0x4DC0, 0x4DFF, 20, none},   {0x4E00, 0x9FFF, 14.5, han},
    {0xA000, 0xABFF, 18, other},  {0xAC00, 0xD7A3, 13.5, hangul}, {0xD7A4, 0xD7FF, 20, hangul}, {0xE000, 0xF8FF, 24, none},
    {0xF900, 0xFAFF, 17, han},    {0xFB00, 0xFDFF, 14, other},    {0xFE00, 0xFE0F, 14, none},   {0xFE10, 0xFE6F, 11, none},
    {0xFE70, 0xFEFE, 14, other},  {0xFEFF, 0xFEFF, 14, none},     {0xFF00, 0xFFEF, 8.5, none},  {0xFF0C, 0xFF0C, 6, none},
    {0xFF21, 0xFF3A, 9, none},    {0xFF41, 0xFF5A, 9, none},      {0xFF61, 0xFF65, 11, none},   {0xFF66, 0xFF9F, 10.5, half_width},
    {0xFFA0, 0xFFDF, 13, hangul}, {0xFFF0, 0xFFFF, 25, none},
};
constexpr Cost supplementary_han{quarters(20), han}, supplementary{quarters(18), none}, unassigned{quarters(28), none};

using Costs = std::array<Cost, 0x10000>;

void make_cheaper(Costs& costs, std::string_view characters, double bits) {
  for (std::size_t i = 0; i < characters.size();) {
    const Decoded next = decode(characters, i);
    costs[next.value].quarters = quarters(bits);
    i += next.bytes;
  }
}

// What is common is so in each of its forms.
void make_variants_cheaper(Costs& costs, std::string_view characters, double bits) {
  std::array<bool, 0x10000> common{};
  for (std::size_t i = 0; i < characters.size();) {
    const Decoded next = decode(characters, i);
    if (const char32_t folded = fold(next.value); folded < common.size()) common[folded] = true;
    i += next.bytes;
  }
  for (char32_t character = 0x4E00; character < 0xA000; ++character)
    if (const char32_t folded = fold(character); folded < common.size() && common[folded]) costs[character].quarters = quarters(bits);
}

const Costs& costs() {
  static const std::unique_ptr<const Costs> table = [] {
    auto made = std::make_unique<Costs>();
    made->fill(unassigned);
    for (const Block& block : blocks)
      for (unsigned c = block.first; c <= block.last; ++c)
        if (c < 0x80 || c >= 0xE000 || u_isdefined(static_cast<UChar32>(c))) (*made)[c] = {quarters(block.bits), block.script};
    make_variants_cheaper(*made, common_han, 10.5);
    make_variants_cheaper(*made, most_common_han, 8.5);
    make_cheaper(*made, common_hangul, 9);
    make_cheaper(*made, most_common_hangul, 7);
    return made;
  }();
  return *table;
}

Cost cost_beyond(char32_t code_point) {
  if (!u_isdefined(static_cast<UChar32>(code_point))) return unassigned;
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_IDEOGRAPHIC) ? supplementary_han : supplementary;
}

}  // namespace

void Likelihood::add(std::u32string_view code_points) {
  const Costs& basic = costs();
  for (const char32_t code_point : code_points) {
    const Cost cost = code_point < basic.size() ? basic[code_point] : cost_beyond(code_point);
    const std::size_t total = std::size_t{cost.quarters} + change[script_][cost.script];
    quarters_ += total;
    script_ = cost.script;
    const bool plain = (code_point >= 0x20 && code_point < 0x7F) || (code_point >= '\t' && code_point <= '\r');
    if (plain) continue;
    ++telling_;
    telling_quarters_ += cost.quarters;
  }
}

double Likelihood::bits_per_telling_character() const {
  return telling_ == 0 ? 0 : static_cast<double>(telling_quarters_) / 4 / static_cast<double>(telling_);
}

}  // namespace jomun
