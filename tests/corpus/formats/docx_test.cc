// Jomun tests: DOCX.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/docx.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/make_zip.h"

namespace jomun {
namespace {

using testing::Entries;
using testing::make_zip;

const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string root(const std::string& name, const std::string& inside, const std::string& word_namespace = word) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:" + name + " xmlns:w=\"" + word_namespace +
         "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
         " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
         " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">" +
         inside + "</w:" + name + ">";
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& parts, const std::string& begin = relations) {
  std::string xml = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int id = 0;
  for (const auto& [type, target] : parts)
    xml += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + begin + "/" + type + "\" Target=\"" + target + "\"/>";
  return xml + "</Relationships>";
}

struct Document {
  std::string body;
  std::string styles = {}, numbering = {}, footnotes = {}, endnotes = {}, title = {};
};

std::string pack(const Document& document) {
  Entries entries{
      {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}, {"metadata/core-properties", "docProps/core.xml"}})},
      {"word/document.xml", root("document", "<w:body>" + document.body + "</w:body>")},
      {"word/_rels/document.xml.rels",
       relationships(
           {{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"footnotes", "footnotes.xml"}, {"endnotes", "/word/endnotes.xml"}})},
  };
  if (!document.styles.empty()) entries.emplace_back("word/styles.xml", root("styles", document.styles));
  if (!document.numbering.empty()) entries.emplace_back("word/numbering.xml", root("numbering", document.numbering));
  if (!document.footnotes.empty()) entries.emplace_back("word/footnotes.xml", root("footnotes", document.footnotes));
  if (!document.endnotes.empty()) entries.emplace_back("word/endnotes.xml", root("endnotes", document.endnotes));
  if (!document.title.empty()) {
    entries.emplace_back("docProps/core.xml",
                         "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                         " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
                             document.title + "</dc:title></cp:coreProperties>");
  }
  return make_zip(entries);
}

std::string text_of(const Document& document) { return read_docx(pack(document)).text; }

std::string p(const std::string& text, const std::string& properties = {}) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r></w:p>";
}
std::string in_list(int list, int level = 0) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>";
}
std::string style(const std::string& id) { return "<w:pStyle w:val=\"" + id + "\"/>"; }
std::string level(int number, const std::string& format, const std::string& text, const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more +
         "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string definition(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string list(int id, int of, const std::string& overrides = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(of) + "\"/>" + overrides + "</w:num>";
}

TEST(Docx, Runs) {
  struct Row {
    std::string body, text;
  };
  const std::vector<Row> rows{
      {p("第一条　") + p("") + p("") + p("第二条"), "第一条　\n\n第二条\n"},
      {"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r></w:p>",
       "a\tb\nc-d\n"},
      {"<w:p><w:r><w:t>line\nin XML</w:t></w:r></w:p>", "line in XML\n"},
      {"<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"4\"/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>", "x\n"},
      // Changes, as accepted
      {"<w:p><w:r><w:t>A</w:t></w:r><w:del><w:r><w:delText>B</w:delText></w:r></w:del><w:ins><w:r><w:t>C</w:t></w:r></w:ins>"
       "<w:moveFrom><w:r><w:t>D</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>E</w:t></w:r></w:moveTo></w:p>",
       "ACE\n"},
      {p("joined ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + p("line"), "joined line\n"},
      {p("kept", "<w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange>") + p("line"), "kept\nline\n"},
      // Hidden
      {"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t><w:tab/></w:r><w:r><w:rPr><w:vanish "
       "w:val=\"0\"/></w:rPr><w:t>yes</w:t></w:r></w:p>",
       "yes\n"},
      {"<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>yes</w:t></w:r></w:p>", "yes\n"},
      // Fields
      {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>"
       "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>第3条</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
       "<w:r><w:t>による</w:t></w:r></w:p>",
       "第3条による\n"},
      {"<w:p><w:r><w:t>a</w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>7</w:t></w:r></w:fldSimple>"
       "<w:fldSimple w:instr=\" SEQ Table \"><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>",
       "a3\n"},
      {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC \\o</w:instrText><w:fldChar "
       "w:fldCharType=\"separate\"/></w:r></w:p>" +
           p("Chapter 1\t3") + "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + p("Chapter 1"),
       "Chapter 1\n"},
      {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>broken</w:t></w:r></w:p>" + p("next"), "\nnext\n"},
      {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>EQ \\* jc2 \\o\\ad(\\s\\up 9(かんぽう),官報)</w:instrText>"
       "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
       "｜官報《かんぽう》\n"},
      {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>eq \\o\\ac(○,秘)</w:instrText><w:fldChar "
       "w:fldCharType=\"end\"/></w:r></w:p>",
       "秘\n"},
      // Ruby
      {"<w:p><w:r><w:ruby><w:rubyPr><w:hps w:val=\"1\"/></w:rubyPr><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt>"
       "<w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>と</w:t></w:r></w:p>",
       "｜漢字《かんじ》と\n"},
      {"<w:p><w:r><w:ruby><w:rt><w:r><w:t>rén</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>人</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
       "人(rén)\n"},
      // Transparent
      {"<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:smartTag><w:smartTagPr><w:attr/></w:smartTagPr><w:r><w:t> "
       "tag</w:t></w:r>"
       "</w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t> "
       "control</w:t></w:r></w:sdtContent></w:sdt></w:p>",
       "link tag control\n"},
      {"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here") + "</w:sdtContent></w:sdt>" + p("text"), "text\n"},
      {"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
           p("Contents") + "</w:sdtContent></w:sdt>" + p("text"),
       "text\n"},
      {"<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>", "x=1\n"},
      {"<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Arial\" "
       "w:char=\"2167\"/>"
       "<w:sym w:font=\"Arial\" w:char=\"nonsense\"/><w:sym w:font=\"Arial\" w:char=\"D800\"/></w:r></w:p>",
       "α☑Ⅷ\n"},
      // An initial
      {p("T", "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>") + p("he text"), "The text\n"},
      // A text box is drawn in two ways.
      {"<w:p><w:r><w:t>before </w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + p("box") +
           "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" + p("box") +
           "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>behind</w:t></w:r></w:p>",
       "before behind\nbox\n"},
      {"<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + p("box") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>", "box\n"},
  };
  for (const auto& [body, text] : rows) {
    std::string expected = text;
    while (!expected.empty() && expected.front() == '\n') expected.erase(0, 1);
    // White space at the end of lines says nothing.
    EXPECT_EQ(text_of({.body = body}), expected) << body;
  }
}

TEST(Docx, Tables) {
  const auto tc = [](const std::string& inside, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + inside + "</w:tc>";
  };
  const auto tr = [](const std::string& inside) { return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + inside + "</w:tr>"; };
  const auto tbl = [](const std::string& inside) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + inside + "</w:tbl>"; };
  struct Row {
    std::string body, text;
  };
  const std::string breaks = "<w:p><w:r><w:t>산출</w:t><w:br/><w:t>근거</w:t><w:tab/><w:t>1</w:t></w:r></w:p>";
  const std::vector<Row> rows{
      {p("before") + tbl(tr(tc(p("a")) + tc(p("b"))) + tr(tc(p("c")) + tc(p("")))) + p("behind"), "before\n\na\tb\nc\n\nbehind\n"},
      {tbl(tr(tc(p("a"), "<w:gridSpan w:val=\"2\"/>") + tc(p("b")))), "a\tb\n"},
      {tbl(tr(tc(p("a"), "<w:vMerge w:val=\"restart\"/>") + tc(p("b"))) + tr(tc(p(""), "<w:vMerge/>") + tc(p("c")))), "a\tb\nc\n"},
      {tbl(tr(tc(p("")) + tc(p("b")) + tc(p("")) + tc(p("d")))), "\tb\t\td\n"},
      {tbl(tr(tc(breaks) + tc(p("b")))), "산출 근거 1\tb\n"},
      // Several paragraphs in a cell
      {tbl(tr(tc(p("a")) + tc(p("b"))) + tr(tc(p("第一条") + p("甲は")) + tc(breaks))), "a\tb\n第一条\n甲は\n산출\n근거\t1\n"},
      // A table in a cell
      {tbl(tr(tc(p("title")) + tc(tbl(tr(tc(p("x")) + tc(p("y")))) + p("")))), "title\nx\ty\n"},
      // Not where it belongs
      {tr(tc(p("a")) + tc(p("b"))), "a\nb\n"},
      {tc(p("a")), "a\n"},
      {"<w:tcPr>" + tc(p("a")) + "</w:tcPr>" + p("b"), "b\n"},
  };
  for (const auto& [body, text] : rows) EXPECT_EQ(text_of({.body = body}), text) << body;
}

TEST(Docx, Numbers) {
  const std::string legal = definition(
      0, level(0, "decimal", "第%1条", "<w:suff w:val=\"nothing\"/>") + level(1, "decimal", "%1.%2") + level(2, "lowerRoman", "(%3)"));
  struct Row {
    std::string name, numbering, body, text;
  };
  const std::vector<Row> rows{
      {"levels", legal + list(1, 0),
       p("甲", in_list(1)) + p("a", in_list(1, 1)) + p("b", in_list(1, 1)) + p("x", in_list(1, 2)) + p("乙", in_list(1)) +
           p("c", in_list(1, 1)),
       "第1条甲\n1.1 a\n1.2 b\n(i) x\n第2条乙\n2.1 c\n"},
      {"a level without the one above", legal + list(1, 0), p("a", in_list(1, 1)) + p("甲", in_list(1)), "1.1 a\n第1条甲\n"},
      {"lists of one definition count together", legal + list(1, 0) + list(2, 0), p("甲", in_list(1)) + p("乙", in_list(2)),
       "第1条甲\n第2条乙\n"},
      {"a list may begin again",
       legal + list(1, 0) + list(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"),
       p("甲", in_list(1)) + p("乙", in_list(2)) + p("丙", in_list(2)), "第1条甲\n第1条乙\n第2条丙\n"},
      {"a list may have a level of its own",
       legal + list(1, 0, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1)") + "</w:lvlOverride>"), p("甲", in_list(1)),
       "A) 甲\n"},
      {"deeper levels may go on",
       definition(0, level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>")) + list(1, 0),
       p("I", in_list(1)) + p("a", in_list(1, 1)) + p("II", in_list(1)) + p("b", in_list(1, 1)), "I. I\n1. a\nII. II\n2. b\n"},
      {"legal numbers", definition(0, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) + list(1, 0),
       p("a", in_list(1)) + p("b", in_list(1, 1)), "I a\n1.1 b\n"},
      {"bullets", definition(0, level(0, "bullet", "\xEF\x82\xB7") + level(1, "bullet", "o") + level(2, "bullet", "※")) + list(1, 0),
       p("a", in_list(1)) + p("b", in_list(1, 1)) + p("c", in_list(1, 2)) + p("", in_list(1)), "• a\n• b\n※ c\n"},
      {"East Asian formats",
       definition(0, level(0, "chineseCountingThousand", "第%1章") + level(1, "taiwaneseCountingThousand", "%2、") +
                         level(2, "ideographTraditional", "%3、") + level(3, "ganada", "%4.") + level(4, "decimalEnclosedCircle", "%5") +
                         level(5, "irohaFullWidth", "%6") + level(6, "japaneseCounting", "第%7条") + level(7, "chosung", "%8)") +
                         level(8, "ideographEnclosedCircle", "%9")) +
           list(1, 0),
       p("a", in_list(1)) + p("b", in_list(1, 1)) + p("c", in_list(1, 2)) + p("d", in_list(1, 3)) + p("e", in_list(1, 4)) +
           p("f", in_list(1, 5)) + p("g", in_list(1, 6)) + p("h", in_list(1, 7)) + p("i", in_list(1, 8)),
       "第一章 a\n一、 b\n甲、 c\n가. d\n① e\nイ f\n第一条 g\nㄱ) h\n㈠ i\n"},
      {"a number without text is shown, a bullet is not", legal + list(1, 0), p("", in_list(1)) + p("", in_list(1, 1)), "第1条\n1.1\n"},
      {"no such list", legal + list(1, 0), p("a", in_list(9)) + p("b", in_list(0)), "a\nb\n"},
      {"a definition by a style's list",
       definition(0, "<w:numStyleLink w:val=\"ListStyle\"/>") + definition(1, level(0, "decimal", "(%1)")) + list(1, 0) + list(2, 1),
       p("a", in_list(1)), "(1) a\n"},
      {"deleted paragraphs are not counted", legal + list(1, 0),
       p("甲", in_list(1)) + "<w:p><w:pPr>" + in_list(1) +
           "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>" + p("乙", in_list(1)),
       "第1条甲\n第2条乙\n"},
  };
  const std::string styles =
      "<w:style w:type=\"numbering\" w:styleId=\"ListStyle\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
  for (const auto& [name, numbering, body, text] : rows)
    EXPECT_EQ(text_of({.body = body, .styles = styles, .numbering = numbering}), text) << name;
}

TEST(Docx, Styles) {
  const std::string styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr>"
      "<w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl "
      "w:val=\"1\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"h\"><w:name w:val=\"secret\"/><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:basedOn w:val=\"loop\"/></w:style>";
  const std::string numbering = definition(0, level(0, "decimal", "Chapter %1", "<w:pStyle w:val=\"1\"/>") +
                                                  level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"2\"/>")) +
                                list(1, 0);
  const std::string body = p("Title", style("T")) + p("text") + p("Scope", style("1")) + p("text") + p("Terms", style("2")) +
                           p("Aims", style("1")) + p("no number", style("1") + in_list(0)) + p("secret", style("H")) +
                           p("loop", style("loop")) +
                           "<w:p><w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>hidden </w:t></w:r><w:r><w:t>end</w:t></w:r></w:p>";
  EXPECT_EQ(text_of({.body = body, .styles = styles, .numbering = numbering}),
            "Title\ntext\n\nChapter 1 Scope\ntext\n\n1.1 Terms\n\nChapter 2 Aims\n\nno number\nloop\nend\n");
}

TEST(Docx, Notes) {
  const std::string mark = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>";
  Document document;
  document.body = "<w:p><w:r><w:t>one</w:t></w:r>" + mark + "<w:footnoteReference w:id=\"2\"/></w:r>" + mark +
                  "<w:endnoteReference w:id=\"2\"/></w:r><w:r><w:t>, two</w:t></w:r>" + mark +
                  "<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r></w:p>";
  document.footnotes =
      "<w:footnote w:type=\"separator\" w:id=\"-1\">" + p("-----") + "</w:footnote><w:footnote w:id=\"1\">" + p("first") +
      "</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> second</w:t></w:r></w:p>" +
      p("of two") + "</w:footnote><w:footnote w:id=\"3\">" + p("nowhere") + "</w:footnote>";
  document.endnotes = "<w:endnote w:id=\"2\">" + p("at the end") + "</w:endnote>";
  EXPECT_EQ(text_of(document), "one, two\n\n[1] second\nof two\n[2] at the end\n[3] first\n");
}

TEST(Docx, Title) {
  struct Row {
    std::string field, title;
  };
  const std::string body = p("수도법", style("T")) + p("시행령(안)") + p("제1조(목적) 이 영은 수도법에 관한 것이다.");
  for (const auto& [field, title] :
       {Row{"수도법 시행령(안)", "수도법 시행령(안)"}, Row{"수도법", "수도법"}, Row{"보고서 서식", ""}, Row{"제1조", ""}, Row{" ", ""}})
    EXPECT_EQ(read_docx(pack({.body = body, .title = field})).found.title, title) << field;
}

TEST(Docx, StrictEdition) {
  const std::string strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  const std::string bytes = make_zip({{"_rels/.rels", relationships({{"officeDocument", "/custom/main.xml"}}, strict)},
                                      {"custom/_rels/main.xml.rels", relationships({{"numbering", "./lists/n.xml"}}, strict)},
                                      {"custom/lists/n.xml", root("numbering", definition(0, level(0, "decimal", "%1.")) + list(1, 0),
                                                                  "http://purl.oclc.org/ooxml/wordprocessingml/main")},
                                      {"custom/main.xml", root("document", "<w:body>" + p("strict", in_list(1)) + "</w:body>",
                                                               "http://purl.oclc.org/ooxml/wordprocessingml/main")}});
  EXPECT_EQ(read_docx(bytes).text, "1. strict\n");
}

TEST(Docx, WhatCannotBeRead) {
  struct Row {
    std::string bytes, message;
  };
  const std::string whole = pack({.body = p("text")});
  const std::string workbook = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:tbl><w:tr><w:tc>";
  std::string many;
  while (many.size() < std::size_t{24} << 20) many += "<w:p/>" + std::string(1 << 20, ' ');
  const std::vector<Row> rows{
      {"", "has no word/document.xml"},
      {"no archive", "damaged"},
      {whole.substr(0, whole.size() / 2), "damaged"},
      {make_zip({{"a.txt", "text"}}), "has no word/document.xml"},
      {make_zip({{"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})}, {"xl/workbook.xml", workbook}}), "another kind"},
      {make_zip({{"word/document.xml", root("document", "")}}, "secret"), "password"},
      {make_zip({{"word/document.xml", ""}}), "not well-formed"},
      {make_zip({{"word/document.xml", root("document", "").substr(0, 200)}}), "not well-formed"},
      {make_zip({{"word/document.xml", root("document", "<w:body>" + deep)}}), "not well-formed"},
      {make_zip({{"word/document.xml", root("document", "&unknown;")}}), "not well-formed"},
      {make_zip({{"word/document.xml",
                  "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + root("document", "<w:p>&a;</w:p>").substr(55)}}),
       "document type"},
      {make_zip({{"word/document.xml", root("document", "<w:body>" + many + "</w:body>")}}), "unpacks to far more"},
  };
  for (const auto& [bytes, message] : rows) {
    try {
      read_docx(bytes);
      ADD_FAILURE() << "read, instead of: " << message;
    } catch (const UnreadableFile& error) {
      EXPECT_NE(std::string_view(error.what()).find(message), std::string_view::npos) << error.what() << ", instead of: " << message;
      EXPECT_NE(std::string_view(error.what()).find("; "), std::string_view::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace jomun
