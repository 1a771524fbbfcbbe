// Jomun: characters that replace one another in writing the same word: 人工智能 and 人工知能, 障碍 and 障害.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When Japan limited the characters of public writing, words with others were written with a character of the same reading and a near
// meaning. Chinese and Korean kept the old ones. These are no variants of one character, as 智 is not 知 in other words, so that folding
// leaves them alone; only whole words are put beside each other, where a dictionary has both.
//
// Source: 国語審議会「同音の漢字による書きかえ」 (report of 5 July 1956), the replacements it lists for words, without those that
// folding merges.

#pragma once

#include <string_view>

namespace jomun {

struct HanRespelling {
  std::u32string_view before;  // one character each
  std::u32string_view after;
};

inline constexpr HanRespelling han_respellings[] = {
    {U"慾", U"欲"}, {U"佚", U"逸"}, {U"闇", U"暗"}, {U"嚮", U"向"}, {U"藉", U"謝"}, {U"裳", U"装"}, {U"跡", U"蹟"}, {U"翳", U"影"},
    {U"穎", U"英"}, {U"叡", U"英"}, {U"掩", U"援"}, {U"苑", U"園"}, {U"臆", U"憶"}, {U"誼", U"義"}, {U"廻", U"回"}, {U"恢", U"回"},
    {U"潰", U"壊"}, {U"焔", U"炎"}, {U"劃", U"画"}, {U"廓", U"郭"}, {U"潑", U"発"}, {U"旱", U"干"}, {U"歇", U"欠"}, {U"溜", U"留"},
    {U"稀", U"希"}, {U"綺", U"奇"}, {U"智", U"知"}, {U"糺", U"糾"}, {U"饗", U"供"}, {U"誨", U"戒"}, {U"誡", U"戒"}, {U"禦", U"御"},
    {U"兇", U"凶"}, {U"鑿", U"削"}, {U"繋", U"係"}, {U"蝕", U"食"}, {U"訣", U"決"}, {U"蹶", U"決"}, {U"絃", U"弦"}, {U"嶮", U"険"},
    {U"驩", U"歓"}, {U"礦", U"鉱"}, {U"宏", U"広"}, {U"倖", U"幸"}, {U"昂", U"高"}, {U"昂", U"興"}, {U"甦", U"更"}, {U"亢", U"高"},
    {U"涸", U"枯"}, {U"骼", U"格"}, {U"昏", U"混"}, {U"淆", U"交"}, {U"坐", U"座"}, {U"沓", U"踏"}, {U"讃", U"賛"}, {U"撒", U"散"},
    {U"戟", U"激"}, {U"屍", U"死"}, {U"蒐", U"収"}, {U"輯", U"集"}, {U"洲", U"州"}, {U"聚", U"集"}, {U"銷", U"消"}, {U"煉", U"練"},
    {U"翰", U"簡"}, {U"抒", U"叙"}, {U"滲", U"浸"}, {U"訊", U"尋"}, {U"暢", U"長"}, {U"勦", U"掃"}, {U"尖", U"先"}, {U"煽", U"扇"},
    {U"歿", U"没"}, {U"滌", U"浄"}, {U"闡", U"宣"}, {U"擅", U"専"}, {U"剋", U"克"}, {U"綜", U"総"}, {U"簇", U"族"}, {U"沮", U"阻"},
    {U"疏", U"疎"}, {U"褪", U"退"}, {U"頽", U"退"}, {U"颱", U"台"}, {U"歎", U"嘆"}, {U"篇", U"編"}, {U"註", U"注"}, {U"澱", U"殿"},
    {U"碇", U"停"}, {U"牴", U"抵"}, {U"顛", U"転"}, {U"蹈", U"踏"}, {U"杜", U"途"}, {U"墟", U"虚"}, {U"瀾", U"乱"}, {U"醗", U"発"},
    {U"叛", U"反"}, {U"蕃", U"蛮"}, {U"諷", U"風"}, {U"附", U"付"}, {U"疆", U"境"}, {U"輔", U"補"}, {U"抛", U"放"}, {U"脹", U"張"},
    {U"摸", U"模"}, {U"鄙", U"卑"}, {U"熔", U"溶"}, {U"鎔", U"溶"}, {U"窟", U"屈"}, {U"掠", U"略"}, {U"諒", U"了"}, {U"聯", U"連"},
    {U"彎", U"湾"}, {U"碍", U"害"}, {U"礙", U"害"},
};

}  // namespace jomun
